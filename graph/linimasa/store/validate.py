"""Checks a graph against the shapes of the ontology (SHACL)."""

from __future__ import annotations

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from linimasa import resources
from linimasa.model.iri import BASE
from linimasa.store.check import Triples, evidence
from linimasa.store.problem import Problem


def validate(dataset: Dataset | Graph, base: str = BASE) -> tuple[Problem, ...]:
    """Return every broken rule, sorted; an empty tuple for a sound graph.

    All graphs of a dataset are checked together. `base` must be the one the graph was made with.
    """
    import pyshacl  # slow to import, and needed by this command alone

    rows = dataset.quads((None, None, None, None)) if isinstance(dataset, Dataset) else dataset
    triples = Triples(rows, base)
    data = Graph()
    for triple in triples:
        data.add(triple)
    folder = resources.ontology()
    ontology = Graph().parse(folder / "core.ttl", format="turtle")
    shapes = Graph().parse(folder / "shapes.ttl", format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology, inference="none")
    if not isinstance(report, Graph):
        raise TypeError(f"pyshacl gave a {type(report).__name__} instead of a report")
    return tuple(
        sorted(
            {_problem(report, result, triples) for result in report.subjects(RDF.type, SH.ValidationResult)}
        )
    )


def _problem(report: Graph, result: Node, data: Triples) -> Problem:
    focus = report.value(result, SH.focusNode)
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
    quote, document = evidence(data, focus) if focus is not None else ("", "")
    return Problem(
        focus=_text(focus),
        path=_text(path) if isinstance(path, URIRef) else "",
        value=_text(value) if value != focus else "",
        message=" ".join(messages[0].split()) if messages else "breaks a shape",
        quote=quote,
        document=document,
    )


def _text(node: Node | None) -> str:
    return "" if node is None or not isinstance(node, URIRef | Literal) else str(node)
