"""Quads as lines of N-Quads (W3C Recommendation, 2014), one at a time."""

from __future__ import annotations

from functools import lru_cache

from rdflib import Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from linimasa.errors import StoreError
from linimasa.exchange.quads import Quad
from linimasa.store.vocab import quoted

_STRING = str(XSD.string)
_ESCAPED = {c: f"\\u{ord(c):04X}" for c in '<>"{}|^`\\'} | {chr(n): f"\\u{n:04X}" for n in range(33)}
_TABLE = str.maketrans(_ESCAPED)


def line(quad: Quad) -> str:
    """Return a quad as its line."""
    s, p, o, g = quad
    return f"{term(s)} {term(p)} {term(o)} {term(g)} .\n"


@lru_cache(1 << 15)
def _iri(text: str) -> str:
    return f"<{text.translate(_TABLE)}>"


def term(node: Node) -> str:
    """Return a term as N-Quads has it; StoreError for a blank node, which has no fixed name."""
    if isinstance(node, URIRef):
        return _iri(str(node))
    if not isinstance(node, Literal):
        raise StoreError(f"a {type(node).__name__} can't be written with the same bytes each time")
    string = quoted(str(node))
    if node.language:
        return f"{string}@{node.language}"
    datatype = None if node.datatype is None else str(node.datatype)
    return string if datatype in (None, _STRING) else f"{string}^^{_iri(datatype or '')}"
