"""Checks a graph against the shapes of the ontology (SHACL)."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from linimasa import resources
from linimasa.model.iri import BASE
from linimasa.store.vocab import Names


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A broken rule: the node that breaks it, the property (or ""), the value, and what is asked for.

    `quote` and `document` are those of the node where it is a claim or mention, else of a claim about it.
    """

    focus: str
    path: str
    value: str
    message: str
    quote: str = ""
    document: str = ""

    def __str__(self) -> str:
        where = f" {self.path}" if self.path else ""
        value = f" ({self.value})" if self.value else ""
        told = f"; {self.document}: “{self.quote}”" if self.quote else ""
        return f"{self.focus}{where}{value}: {self.message}{told}"


def validate(dataset: Dataset | Graph, base: str = BASE) -> tuple[Problem, ...]:
    """Return every broken rule, sorted; an empty tuple for a sound graph.

    All graphs of a dataset are checked together. `base` must be the one the graph was made with.
    """
    import pyshacl  # slow to import, and needed by this command alone

    data = _flat(dataset, base)
    folder = resources.ontology()
    ontology = Graph().parse(folder / "core.ttl", format="turtle")
    shapes = Graph().parse(folder / "shapes.ttl", format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology, inference="none")
    if not isinstance(report, Graph):
        raise TypeError(f"pyshacl gave a {type(report).__name__} instead of a report")
    return tuple(
        sorted({_problem(report, result, data) for result in report.subjects(RDF.type, SH.ValidationResult)})
    )


def _flat(dataset: Dataset | Graph, base: str) -> Graph:
    """Return all triples in one graph, moved to the default base that the shapes speak of."""
    graph = Graph()
    names = Names(base)

    def home(node: Node) -> Node:
        if isinstance(node, URIRef) and str(node).startswith(names.base):
            return URIRef(BASE + str(node)[len(names.base) :])
        return node

    rows = dataset.quads((None, None, None, None)) if isinstance(dataset, Dataset) else dataset
    for row in rows:
        s, p, o = row[:3]
        graph.add((s, p, o) if base == BASE else (home(s), home(p), home(o)))
    return graph


def _problem(report: Graph, result: Node, data: Graph) -> Problem:
    focus = report.value(result, SH.focusNode)
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
    quote, document = _evidence(data, focus)
    return Problem(
        focus=_text(focus),
        path=_text(path) if isinstance(path, URIRef) else "",
        value=_text(value) if value != focus else "",
        message=" ".join(messages[0].split()) if messages else "breaks a shape",
        quote=quote,
        document=document,
    )


def _evidence(data: Graph, focus: Node | None) -> tuple[str, str]:
    """Return words and document of a claim or mention, or of the first claim about the node."""
    if focus is None:
        return "", ""
    names = Names()
    claims = sorted((node for node in data.subjects(names.lini("event"), focus)), key=str)
    for node in (focus, *claims):
        quote = data.value(node, names.lini("quote"))
        if quote is not None:
            document = data.value(node, names.lini("document"))
            title = None if document is None else data.value(document, RDFS.label)
            return str(quote), str(title or document or "")
    return "", ""


def _text(node: Node | None) -> str:
    return "" if node is None or not isinstance(node, URIRef | Literal) else str(node)
