"""The event types as the ontology defines them: what drives labels, direct triples and exchange codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS

from linimasa import resources
from linimasa.errors import LinimasaError
from linimasa.model.iri import BASE, local_name
from linimasa.model.terms import EventType

_LINI = BASE + "ont#"


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """One event type. `predicate` is the local name of its direct predicate, None where it has none.

    `labels` and `patterns` are by language; `quad` is 1 to 4 or None; `root` the local name of the root type.
    """

    local: str
    root: str
    labels: Mapping[str, str]
    patterns: Mapping[str, str]
    predicate: str | None
    symmetric: bool
    quad: int | None
    plover: str | None
    plover_mode: str | None
    cameo: str


@dataclass(frozen=True)
class Scheme:
    """All event types by local name, with the triples that define them."""

    types: Mapping[str, TypeInfo]
    graph: Graph

    def of(self, type_: EventType, mode: str | None) -> TypeInfo:
        """Return the type of a record: the mode's own where the ontology has it, else the root."""
        root = type_.value.lower()
        if mode and f"{root}-{mode}" in self.types:
            return self.types[f"{root}-{mode}"]
        return self.types[root]


@cache
def load_scheme() -> Scheme:
    """Read `types.ttl`; LinimasaError where it isn't what the store needs."""
    path = resources.ontology() / "types.ttl"
    graph = Graph(bind_namespaces="none").parse(path, format="turtle")
    types = {}
    for concept in graph.subjects(SKOS.inScheme):
        if isinstance(concept, URIRef):
            info = _info(graph, concept)
            types[info.local] = info
    missing = [kind.value for kind in EventType if kind.value.lower() not in types]
    if missing:
        raise LinimasaError(f"event type {missing[0]} isn't defined; add its concept", path=path)
    return Scheme(types, graph)


def _info(graph: Graph, concept: URIRef) -> TypeInfo:
    broader = graph.value(concept, SKOS.broader)
    direct = graph.value(concept, URIRef(_LINI + "directPredicate"))
    quad = graph.value(concept, URIRef(_LINI + "quad"))
    return TypeInfo(
        local=local_name(str(concept)),
        root=local_name(str(broader or concept)),
        labels=_by_language(graph, concept, SKOS.prefLabel),
        patterns=_by_language(graph, concept, URIRef(_LINI + "eventLabel")),
        predicate=None if direct is None else local_name(str(direct)),
        symmetric=str(graph.value(concept, URIRef(_LINI + "symmetric")) or "") == "true",
        quad=None if quad is None else int(str(quad)),
        plover=_text(graph, concept, "plover"),
        plover_mode=_text(graph, concept, "ploverMode"),
        cameo=_text(graph, concept, "cameo") or "",
    )


def _text(graph: Graph, concept: URIRef, local: str) -> str | None:
    value = graph.value(concept, URIRef(_LINI + local))
    return None if value is None else str(value)


def _by_language(graph: Graph, concept: URIRef, predicate: URIRef) -> dict[str, str]:
    values = (value for value in graph.objects(concept, predicate) if isinstance(value, Literal))
    return {value.language or "": str(value) for value in values}
