"""The shapes of `shapes.ttl` as plain records: what `check` walks, without a SHACL engine.

Only the parts of SHACL that our shapes use are known; LinimasaError for any other, so that a new one can't be
passed over in silence. https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Node

from linimasa import resources
from linimasa.errors import LinimasaError

#: Constraints on the values of a property, each with one parameter.
ON_VALUES = frozenset(
    {
        SH.minCount,
        SH.maxCount,
        SH.nodeKind,
        SH["in"],
        SH.uniqueLang,
        SH.datatype,
        SH["class"],
        SH.lessThan,
        SH.lessThanOrEquals,
        SH.minInclusive,
        SH.maxInclusive,
    }
)
_ON_PROPERTY = ON_VALUES | {SH.path, SH.message}
_ON_NODE = frozenset({RDF.type, SH.targetClass, SH.property, SH["or"], SH.pattern, SH.message})


@dataclass(frozen=True, slots=True)
class Step:
    """One way from a node to its values: along a property, or against it."""

    predicate: URIRef
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Constraint:
    """What is asked of values: `kind` is the property of SHACL, `asked` its parameter (a list for sh:in)."""

    kind: URIRef
    asked: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """What is asked of the values that any of the steps leads to; `needed` where there must be one."""

    path: tuple[Step, ...]
    constraints: tuple[Constraint, ...]
    needed: bool
    message: str

    @property
    def name(self) -> str:
        """The IRI of a plain property, "" for other paths."""
        plain = len(self.path) == 1 and not self.path[0].inverse
        return str(self.path[0].predicate) if plain else ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is asked of the instances of `targets`; one of each group of `either` must hold."""

    targets: tuple[URIRef, ...]
    properties: tuple[Property, ...]
    either: tuple[tuple[Shape, ...], ...]
    pattern: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes with targets, and for each class those that are below it or itself."""

    shapes: tuple[Shape, ...]
    below: dict[Node, frozenset[Node]]

    def classes(self, wanted: Node) -> frozenset[Node]:
        """Return a class with all that are below it."""
        return self.below.get(wanted, frozenset({wanted}))


@cache
def load_shapes() -> Shapes:
    """Read `shapes.ttl` and the classes of `core.ttl`; LinimasaError for a part of SHACL not known here."""
    folder = resources.ontology()
    graph = Graph(bind_namespaces="none").parse(folder / "shapes.ttl", format="turtle")
    core = Graph(bind_namespaces="none").parse(folder / "core.ttl", format="turtle")
    targeted = sorted(set(graph.subjects(SH.targetClass)), key=str)
    below: dict[Node, frozenset[Node]] = {}
    for parent in set(core.objects(None, RDFS.subClassOf)):
        found = core.transitive_subjects(RDFS.subClassOf, parent)
        below[parent] = frozenset(node for node in found if node is not None)
    return Shapes(tuple(_shape(graph, node) for node in targeted), below)


def _shape(graph: Graph, node: Node) -> Shape:
    _known(graph, node, _ON_NODE)
    pattern = graph.value(node, SH.pattern)
    groups = [tuple(Collection(graph, first)) for first in sorted(graph.objects(node, SH["or"]), key=str)]
    properties = (_property(graph, each) for each in graph.objects(node, SH.property))
    return Shape(
        targets=tuple(sorted(URIRef(str(target)) for target in graph.objects(node, SH.targetClass))),
        properties=tuple(sorted(properties, key=lambda p: (p.name, p.message, str(p)))),
        either=tuple(tuple(_shape(graph, each) for each in group) for group in groups),
        pattern=None if pattern is None else str(pattern),
        message=_message(graph, node),
    )


def _property(graph: Graph, node: Node) -> Property:
    _known(graph, node, _ON_PROPERTY)
    path = graph.value(node, SH.path)
    constraints = []
    for kind in sorted(ON_VALUES):
        for asked in graph.objects(node, kind):
            values = tuple(Collection(graph, asked)) if kind == SH["in"] else (asked,)
            constraints.append(Constraint(kind, values))
    needed = (node, SH.minCount, None) in graph
    return Property(tuple(_steps(graph, path)), tuple(constraints), needed, _message(graph, node))


def _steps(graph: Graph, path: Node | None) -> list[Step]:
    if isinstance(path, URIRef):
        return [Step(path)]
    if path is not None:
        inverse = graph.value(path, SH.inversePath)
        if isinstance(inverse, URIRef):
            return [Step(inverse, inverse=True)]
        either = graph.value(path, SH.alternativePath)
        if either is not None:
            return [step for each in Collection(graph, either) for step in _steps(graph, each)]
    raise _unknown(f"the path {path}")


def _message(graph: Graph, node: Node) -> str:
    return " ".join(str(graph.value(node, SH.message) or "breaks a shape").split())


def _known(graph: Graph, node: Node, allowed: frozenset[URIRef]) -> None:
    for predicate in graph.predicates(node):
        if predicate not in allowed:
            raise _unknown(f"{predicate} on {node}")


def _unknown(what: str) -> LinimasaError:
    path = resources.ontology() / "shapes.ttl"
    return LinimasaError(f"{what} isn't known to the plain checks; add it to store/check.py", path=path)
