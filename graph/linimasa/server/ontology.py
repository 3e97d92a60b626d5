"""The terms of the ontology with their names and meaning, as `core.ttl` has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from linimasa import resources
from linimasa.errors import LinimasaError
from linimasa.model.iri import BASE

FILES = ("core.ttl", "types.ttl")
_START = BASE + "ont#"


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or listed term: its names and meaning by language, and what kind of term it is."""

    local: str
    kind: str
    labels: Mapping[str, str]
    meaning: Mapping[str, str]

    def label(self, lang: str) -> str:
        """Return the name in a language, else in English, else the local name."""
        return self.labels.get(lang) or self.labels.get("en") or self.local

    def means(self, lang: str) -> str:
        """Return what it means in a language, else in English, else nothing."""
        return self.meaning.get(lang) or self.meaning.get("en") or ""


@cache
def terms() -> Mapping[str, Term]:
    """Return the terms by local name, sorted."""
    graph = Graph(bind_namespaces="none")
    path = resources.ontology() / FILES[0]
    try:
        graph.parse(path, format="turtle")
    except OSError as error:
        raise LinimasaError(f"can't be read ({error.strerror}); install linimasa again", path=path) from error
    nodes = {
        str(s): s for s in graph.subjects(RDF.type) if isinstance(s, URIRef) and str(s).startswith(_START)
    }
    return {iri.removeprefix(_START): _term(graph, node) for iri, node in sorted(nodes.items())}


def _term(graph: Graph, node: URIRef) -> Term:
    types = set(graph.objects(node, RDF.type))
    if types & {OWL.Class, RDFS.Class}:
        kind = "class"
    elif types & {OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property}:
        kind = "property"
    else:
        kind = "term"
    meaning = {**_texts(graph, node, RDFS.comment), **_texts(graph, node, SKOS.definition)}
    return Term(str(node).removeprefix(_START), kind, _texts(graph, node, RDFS.label), meaning)


def _texts(graph: Graph, node: Node, predicate: URIRef) -> dict[str, str]:
    values = [value for value in graph.objects(node, predicate) if isinstance(value, Literal)]
    return {value.language or "": str(value) for value in sorted(values, key=str)}


def term_label(local: str, lang: str) -> str:
    """Return the name of a term of the ontology in a language."""
    found = terms().get(local)
    return found.label(lang) if found else local


def ontology_text() -> str:
    """Return the ontology with its event types as Turtle."""
    folder = resources.ontology()
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in FILES)
