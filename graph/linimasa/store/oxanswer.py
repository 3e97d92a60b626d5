"""Answers of Oxigraph, for the project and for rdflib."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
from rdflib import Graph, Literal, Variable
from rdflib.query import Result

from linimasa.store.answer import Answer, once
from linimasa.store.oxterms import Nodes


def ox_answer(found: Any) -> Answer:
    """Return what Oxigraph's `query` gave."""
    node = Nodes()
    if isinstance(found, ox.QueryBoolean):
        return Answer("ASK", ("answer",), ((Literal(bool(found)),),))
    if isinstance(found, ox.QuerySolutions):
        names = tuple(variable.value for variable in found.variables)
        return Answer("SELECT", names, (tuple(map(node, row)) for row in found))
    triples = ((node(t.subject), node(t.predicate), node(t.object)) for t in found)
    return Answer("CONSTRUCT", ("subject", "predicate", "object"), once(triples))


def result_of(answer: Answer) -> Result:
    """Return an answer as rdflib's own."""
    result = Result(answer.kind)
    if answer.kind == "ASK":
        result.askAnswer = any(bool(row[0]) for row in answer.rows)
    elif answer.kind == "SELECT":
        names = result.vars = [Variable(name) for name in answer.columns]
        result.bindings = [
            {name: term for name, term in zip(names, row, strict=True) if term is not None}
            for row in answer.rows
        ]
    else:
        result.graph = Graph()
        for row in answer.rows:
            result.graph.add(row)
    return result
