"""Results of queries in the forms of the W3C: SPARQL JSON, XML, CSV and TSV, and graphs as RDF."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any, cast

from rdflib import Graph, Literal, URIRef, Variable
from rdflib.namespace import XSD
from rdflib.query import Result as RdflibResult
from rdflib.term import Node

from linimasa.query import Result
from linimasa.query.result import TRUTH
from linimasa.server.negotiate import CSV, JSON, JSONLD, NTRIPLES, RDFXML, TSV, TURTLE, XML, Form
from linimasa.store.vocab import bind, prefixes, quoted

_RDFLIB = {JSON.name: "json", XML.name: "xml", CSV.name: "csv"}
_GRAPHS = {TURTLE.name: "turtle", JSONLD.name: "json-ld", RDFXML.name: "xml"}
#: Numbers that Turtle and TSV write bare.
_BARE = frozenset({XSD.integer, XSD.decimal, XSD.double})


def rows_bytes(result: Result, form: Form) -> bytes:
    """Return rows or a truth value in a form."""
    if form.name == TSV.name:
        return _tsv(result)
    answer = RdflibResult("ASK" if result.kind == TRUTH else "SELECT")
    if result.kind == TRUTH:
        answer.askAnswer = str(result.rows[0][0]) == "true"
    else:
        names = [Variable(name) for name in result.columns]
        answer.vars = names
        answer.bindings = [
            {name: cast(Any, cell) for name, cell in zip(names, row, strict=True) if cell is not None}
            for row in result.rows
        ]
    return answer.serialize(format=_RDFLIB[form.name]) or b""


def _tsv(result: Result) -> bytes:
    lines = ["\t".join(f"?{name}" for name in result.columns)]
    lines += ["\t".join(map(_term, row)) for row in result.rows]
    return "".join(line + "\n" for line in lines).encode("utf-8", "replace")


def _term(cell: Node | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Literal):
        if cell.datatype in _BARE:
            return str(cell)
        text = quoted(str(cell))
        if cell.language:
            return f"{text}@{cell.language}"
        return text if cell.datatype is None else f"{text}^^{cell.datatype.n3()}"
    return cell.n3() if isinstance(cell, URIRef) else f"_:{cell}"


def graph_of(triples: Iterable[tuple[Node | None, ...]], base: str) -> Graph:
    """Return triples as a graph with the prefixes that it uses and no others."""
    graph = Graph(bind_namespaces="none")
    for s, p, o in sorted(triples, key=lambda triple: tuple(map(str, triple))):  # writers keep this order
        if s is not None and p is not None and o is not None:
            graph.add((s, p, o))
    bind(graph, base)
    return graph


def graph_bytes(graph: Graph, form: Form, base: str) -> bytes:
    """Return a graph in a form, with the same bytes each time where it has no blank nodes."""
    if form.name == NTRIPLES.name:
        lines = graph.serialize(format="nt11", encoding="utf-8").split(b"\n")
        return b"".join(sorted(line + b"\n" for line in lines if line))
    if form.name == JSONLD.name:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, from within
            return graph.serialize(
                format="json-ld", encoding="utf-8", context=_context(graph, base), sort_keys=True
            )
    return graph.serialize(format=_GRAPHS[form.name], encoding="utf-8")


def _context(graph: Graph, base: str) -> dict[str, str]:
    """Return the prefixes that a graph's IRIs begin with."""
    iris = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
    iris |= {str(o.datatype) for o in graph.objects() if isinstance(o, Literal) and o.datatype}
    known = prefixes(base)
    return {name: start for name, start in sorted(known.items()) if any(i.startswith(start) for i in iris)}
