"""Terms of Oxigraph and of rdflib, one for the other.

Oxigraph types every plain text as `xsd:string` and drops the point of a decimal that needs none. Both are put
right where terms come out, so that a graph is the same whatever store it lies in.
"""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from linimasa.errors import StoreError
from linimasa.store.terms import DECIMAL, STRING, decimal


class Nodes:
    """Turns Oxigraph's terms into rdflib's, each once; keep one for one query or one reading of a graph."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {None: None}

    def __call__(self, term: Any) -> Any:
        """Return the rdflib term; None for None."""
        node = self._known.get(term)
        if node is None and term is not None:
            node = self._known[term] = _node(term)
        return node


def _node(term: Any) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        # Words are what they are; rdflib would look twice whether they could be written otherwise.
        if term.language:
            return Literal(term.value, lang=term.language, normalize=False)
        kind = term.datatype.value
        if kind == STRING:
            return Literal(term.value, normalize=False)
        return Literal(decimal(term.value) if kind == DECIMAL else term.value, datatype=URIRef(kind))
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.DefaultGraph):
        return DATASET_DEFAULT_GRAPH_ID
    raise StoreError(f"{term} is no term of RDF 1.1; leave it out")


def ox_term(node: Any) -> Any:
    """Return an rdflib term or graph as Oxigraph's; ValueError for what Oxigraph can't hold."""
    if isinstance(node, Graph):
        node = node.identifier
    if node == DATASET_DEFAULT_GRAPH_ID:
        return ox.DefaultGraph()
    if isinstance(node, Literal):
        if node.language:
            return ox.Literal(str(node), language=node.language)
        return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)) if node.datatype else None)
    if isinstance(node, BNode):
        return ox.BlankNode(str(node))
    return ox.NamedNode(str(node))
