"""Terms as text of N-Triples: the form in which graphs go from store to store and into files.

One term has one text here, whatever store it comes from: texts have no datatype `xsd:string`, a decimal keeps
a digit after its point (Oxigraph gives out `1` for `1.0`), and only what must be is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from linimasa.errors import StoreError
from linimasa.store.vocab import quoted

STRING = str(XSD.string)
DECIMAL = str(XSD.decimal)

_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?\Z', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
#: What Oxigraph writes otherwise than we do: decimals without a point, and some escapes.
_TYPED = f'"^^<{DECIMAL}>'.encode("ascii")
_POINT = re.compile(rb"\.[0-9]*\Z")
_FOREIGN = (b"\\u", b"\\U", b"\\b", b"\\f", b"\x7f")
#: More digits than a decimal of Oxigraph's has after its point.
_DIGITS = 24


def decimal(lexical: str) -> str:
    """Return a decimal with a digit after its point."""
    return lexical if "." in lexical else lexical + ".0"


def text_of(node: Node) -> str:
    """Return a term as N-Triples; StoreError for a blank node, which could not have the same name twice."""
    if isinstance(node, URIRef):
        return iri_text(str(node))
    if isinstance(node, Literal):
        return literal_text(str(node), node.language, node.datatype)
    kind = "blank node" if isinstance(node, BNode) else type(node).__name__
    raise StoreError(f"a {kind} can't be written with the same bytes each time; give it an IRI")


def iri_text(iri: str) -> str:
    """Return an IRI in angle brackets, what it may not hold escaped."""
    return "<" + _NOT_IN_IRI.sub(lambda m: f"\\u{ord(m[0]):04X}", iri) + ">"


def literal_text(value: str, lang: str | None, datatype: str | None) -> str:
    """Return a literal as N-Triples."""
    if lang:
        return f"{quoted(value)}@{lang}"
    kind = str(datatype) if datatype else STRING
    if kind == STRING:
        return quoted(value)
    if kind == DECIMAL:
        value = decimal(value)
    return f"{quoted(value)}^^{iri_text(kind)}"


def split_literal(text: str) -> tuple[str, str | None, str | None]:
    """Return value, language and datatype of a literal of N-Triples; StoreError where it is none."""
    found = _LITERAL.match(text)
    if found is None:
        raise StoreError(f"{text[:60]!r} isn't a literal of N-Triples")
    return unescaped(found[1]), found[2], found[3]


def unescaped(text: str) -> str:
    """Return what the escapes of N-Triples stand for."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _PLAIN.get(match[3], match[3])


def node_of(text: str) -> URIRef | Literal:
    """Return the rdflib term that a text of N-Triples is."""
    if text.startswith("<"):
        return URIRef(unescaped(text[1:-1]))
    value, lang, datatype = split_literal(text)
    return Literal(value, lang=lang, datatype=datatype)


def ours(data: bytes) -> str:
    """Return lines of Oxigraph's N-Triples with every literal as we write it."""
    if _TYPED in data:
        *parts, last = data.split(_TYPED)
        data = _TYPED.join(
            [part if _POINT.search(part[-_DIGITS:]) else part + b".0" for part in parts] + [last]
        )
    text = data.decode("utf-8")
    if b"\x7f" not in data and (b"\\" not in data or not any(mark in data for mark in _FOREIGN)):
        return text
    marks = [mark.decode("ascii") for mark in _FOREIGN]
    return "\n".join(
        _ours(line) if any(mark in line for mark in marks) else line for line in text.split("\n")
    )


def _ours(line: str) -> str:
    s, p, o = line.removesuffix(" .").split(" ", 2)
    return f"{s} {p} {literal_text(*split_literal(o))} ." if o.startswith('"') else line


class Texts:
    """Turns terms into text and remembers those of IRIs, which come again and again."""

    def __init__(self) -> None:
        self._known: dict[Node, str] = {}

    def __call__(self, node: Node) -> str:
        """Return a term's text; StoreError for a blank node."""
        if isinstance(node, Literal):
            return text_of(node)
        text = self._known.get(node)
        if text is None:
            text = self._known[node] = text_of(node)
        return text


def line_maker() -> Callable[[Node, Node, Node], str]:
    """Return a function from a triple to its line, without line feed."""
    text = Texts()
    return lambda s, p, o: f"{text(s)} {text(p)} {text(o)} ."
