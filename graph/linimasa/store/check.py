"""The shapes of the ontology checked in plain Python, on the way into a graph: some twenty times as fast as
pyshacl, which `linimasa validate` runs, and with the same answers."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import RDFS, SH, XSD
from rdflib.term import Node

from linimasa.model.iri import BASE
from linimasa.store.problem import Problem
from linimasa.store.shapes import Constraint, Property, Shape, Shapes, load_shapes
from linimasa.store.vocab import Names

_CLASS, _NOT_AFTER = SH["class"], SH.lessThanOrEquals
_TYPES: dict[Node, type | tuple[type, ...]] = {
    XSD.date: datetime.date,
    XSD.integer: int,
    XSD.decimal: Decimal,
    XSD.boolean: bool,
    XSD.string: str,
}


class Triples:
    """The triples of a graph, each once, by subject and property and against the properties."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], base: str = BASE) -> None:
        """Take in triples or quads, moved from `base` to the default base that the shapes speak of."""
        self._values: defaultdict[Node, defaultdict[Node, set[Node]]]
        self._values = defaultdict(lambda: defaultdict(set))
        self._subjects: defaultdict[Node, defaultdict[Node, set[Node]]]
        self._subjects = defaultdict(lambda: defaultdict(set))
        for row in rows:
            s, p, o = row[:3] if base == BASE else (_home(node, base) for node in row[:3])
            self._values[s][p].add(o)
            if isinstance(o, URIRef):
                self._subjects[p][o].add(s)

    def __iter__(self) -> Iterator[tuple[Node, Node, Node]]:
        for s, properties in self._values.items():
            for p, values in properties.items():
                yield from ((s, p, o) for o in values)

    def values(self, node: Node, predicate: Node) -> Iterable[Node]:
        """Return the values of a property of a node."""
        return self._values[node].get(predicate, ()) if node in self._values else ()

    def subjects(self, predicate: Node, value: Node) -> Iterable[Node]:
        """Return the nodes that have a value."""
        return self._subjects[predicate].get(value, ()) if predicate in self._subjects else ()


def _home(node: Node, base: str) -> Node:
    if isinstance(node, URIRef) and node.startswith(base):
        return URIRef(BASE + node[len(base) :])
    return node


def check(rows: Iterable[tuple[Any, ...]], base: str = BASE) -> tuple[Problem, ...]:
    """Return every broken rule of a graph given as triples or quads of rdflib terms, sorted.

    All graphs are checked together. `base` must be the one the graph was made with.
    """
    data, shapes = Triples(rows, base), load_shapes()
    found = set()
    for shape in shapes.shapes:
        for node in _targets(shape, shapes, data):
            for path, value, message in _broken(shape, node, data, shapes):
                quote, document = evidence(data, node)
                shown = _text(value) if value != node else ""
                found.add(Problem(_text(node), path, shown, message, quote, document))
    return tuple(sorted(found))


_Broken = tuple[str, Node | None, str]


def _targets(shape: Shape, shapes: Shapes, data: Triples) -> set[Node]:
    classes = {below for target in shape.targets for below in shapes.classes(target)}
    return {node for one in classes for node in data.subjects(RDF.type, one)}


def _broken(shape: Shape, node: Node, data: Triples, shapes: Shapes) -> Iterator[_Broken]:
    """Yield path, value and message of what a node breaks."""
    for asked in shape.properties:
        for value in _faults(asked, node, data, shapes):
            yield asked.name, value, asked.message
    for group in shape.either:
        if all(any(_broken(one, node, data, shapes)) for one in group):
            yield "", node, shape.message
    if shape.pattern is not None and not re.search(shape.pattern, str(node)):
        yield "", node, shape.message


def _faults(asked: Property, node: Node, data: Triples, shapes: Shapes) -> Iterator[Node | None]:
    values: set[Node] = set()
    for step in asked.path:
        found = data.subjects if step.inverse else None
        values.update(found(step.predicate, node) if found else data.values(node, step.predicate))
    if not values and not asked.needed:
        return
    for one in asked.constraints:
        if (holds := _COUNTS.get(one.kind)) is not None:
            if not holds(values, one):
                yield None
        elif (suits := _EACH.get(one.kind)) is not None:
            yield from (value for value in values if not suits(value, one))
        elif one.kind == _CLASS:
            classes = shapes.classes(one.asked[0])
            yield from (v for v in values if not classes.intersection(data.values(v, RDF.type)))
        else:
            others = list(data.values(node, one.asked[0]))
            equal = one.kind == _NOT_AFTER
            yield from (v for v in values if not all(_ordered(v, other, equal) for other in others))


def _one_a_language(values: set[Node], one: Constraint) -> bool:
    langs = [value.language for value in values if isinstance(value, Literal) and value.language]
    return str(one.asked[0]) != "true" or len(langs) == len(set(langs))


def _whole(node: Node) -> int:
    return int(str(node))


#: Asked of all values together.
_COUNTS: dict[URIRef, Callable[[set[Node], Constraint], bool]] = {
    SH.minCount: lambda values, one: len(values) >= _whole(one.asked[0]),
    SH.maxCount: lambda values, one: len(values) <= _whole(one.asked[0]),
    SH.uniqueLang: _one_a_language,
}


def _of_kind(value: Node, one: Constraint) -> bool:
    return one.asked[0] != SH.IRI or isinstance(value, URIRef)


def _of_type(value: Node, one: Constraint) -> bool:
    """Whether a literal has the datatype and its words are a value of it."""
    wanted = one.asked[0]
    if not isinstance(value, Literal) or value.datatype != wanted or value.ill_typed:
        return False
    known = _TYPES.get(wanted)
    return known is None or isinstance(value.value, known)


def _at_least(value: Node, one: Constraint) -> bool:
    return _compared(value, one.asked[0], lambda a, b: bool(a >= b))


def _at_most(value: Node, one: Constraint) -> bool:
    return _compared(value, one.asked[0], lambda a, b: bool(a <= b))


#: Asked of each value.
_EACH: dict[URIRef, Callable[[Node, Constraint], bool]] = {
    SH.nodeKind: _of_kind,
    SH["in"]: lambda value, one: value in one.asked,
    SH.datatype: _of_type,
    SH.minInclusive: _at_least,
    SH.maxInclusive: _at_most,
}


def _compared(value: Node, other: Node, holds: Callable[[Any, Any], bool]) -> bool:
    if not isinstance(value, Literal) or not isinstance(other, Literal):
        return False
    if isinstance(value.value, str) != isinstance(other.value, str):
        return False
    try:
        return holds(value, other)
    except (TypeError, NotImplementedError):
        return False


def _ordered(value: Node, other: Node, equal: bool) -> bool:
    """Whether a value is before another (or equal); words and numbers are never in order."""
    first, second = (_bare(node) for node in (value, other))
    if (type(first) is str) != (type(second) is str):  # a Literal is a str to isinstance
        return False
    try:
        return bool(first <= second if equal else first < second)
    except (TypeError, NotImplementedError):
        return False


def _bare(node: Node) -> Any:
    """Return an IRI's or a string's words, another literal as it is."""
    if isinstance(node, Literal):
        return node.value if isinstance(node.value, str) else node
    return str(node)


def evidence(data: Triples, focus: Node) -> tuple[str, str]:
    """Return words and document of a claim or mention, or of the first claim about the node."""
    names = Names()
    claims = sorted(data.subjects(names.lini("event"), focus), key=str)
    for node in (focus, *claims):
        for quote in sorted(data.values(node, names.lini("quote")), key=str):
            for document in sorted(data.values(node, names.lini("document")), key=str):
                titles = sorted(data.values(document, RDFS.label), key=str)
                return str(quote), str(titles[0] if titles else document)
            return str(quote), ""
    return "", ""


def _text(node: Node | None) -> str:
    return "" if node is None or not isinstance(node, URIRef | Literal) else str(node)
