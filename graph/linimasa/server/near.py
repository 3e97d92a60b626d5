"""What stands around one thing in the graph, read into the records that pages are made of.

Only what is near is read, so that a page of a large graph costs no more than one of a small graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import Dataset, Graph, URIRef
from rdflib.term import Node

from linimasa.analyse import Scene, read_scene
from linimasa.store.vocab import Names

#: Most events that a page of an actor, a place or a type lists at once.
PAGE = 200

_Triple = tuple[Node, Node, Node]
_OF_CLAIM = ("source", "speaksFor", "toldTo", "document")
_SAME = "sameEventAs"


@dataclass(frozen=True, slots=True)
class Near:
    """The records around some events, and the events, in the order of their days."""

    scene: Scene
    events: tuple[str, ...]


class Neighbours:
    """Looks around in one graph."""

    def __init__(self, dataset: Dataset, base: str) -> None:
        self._dataset, self._base, self._names = dataset, base, Names(base)

    def properties(self, node: URIRef) -> list[tuple[Node, Node]]:
        """Return what the graph says of a thing: properties and values, sorted."""
        found = {(p, o) for _, p, o in self._dataset.triples((node, None, None))}
        return sorted(
            found, key=lambda pair: (str(pair[0]), str(pair[1]), str(getattr(pair[1], "language", "")))
        )

    def named(self, node: URIRef, limit: int) -> list[tuple[Node, Node]]:
        """Return who names a thing: subjects and properties, sorted, at most `limit`."""
        found = {(s, p) for s, p, _ in self._dataset.triples((None, None, node))}
        return sorted(found, key=lambda pair: (str(pair[1]), str(pair[0])))[:limit]

    def subjects(self, name: str, value: URIRef) -> set[URIRef]:
        """Return what has a thing as the value of a property of the ontology."""
        found = self._dataset.triples((None, self._names.lini(name), value))
        return {s for s, _, _ in found if isinstance(s, URIRef)}

    def objects(self, node: Node, name: str) -> set[URIRef]:
        """Return a thing's values of a property of the ontology that are things themselves."""
        return {
            o
            for _, _, o in self._dataset.triples((node, self._names.lini(name), None))
            if isinstance(o, URIRef)
        }

    def text(self, node: Node, name: str) -> str | None:
        """Return the first value of a property as a text."""
        values = self._dataset.triples((node, self._names.lini(name), None))
        return min((str(o) for _, _, o in values), default=None)

    def ordered(self, events: Iterable[URIRef]) -> list[URIRef]:
        """Return events by day, then by IRI; those without a day last."""
        return sorted(events, key=lambda iri: (self.text(iri, "date") or "9999-99", str(iri)))

    def around(self, events: Iterable[URIRef], claims: Iterable[URIRef] = ()) -> Near:
        """Return the records of these events with all their claims, of these claims, and of all they name."""
        ordered = list(events)
        graph = Graph(bind_namespaces="none")
        told = set(claims)
        for event in self._with_same(ordered):
            told |= self.subjects("event", event)
            for relation in ("content", "condition", "after", "partOf"):
                for other in self.objects(event, relation):
                    self._add(graph, other)
            for name in ("actor", "recipient", "party", "place"):
                self._add_actors(graph, self.objects(event, name))
            self._add(graph, event)
        for claim in told:
            self._add(graph, claim)
            for event in self.objects(claim, "event"):
                self._add(graph, event)
            for name in _OF_CLAIM:
                self._add_actors(graph, self.objects(claim, name))
            for other in self.objects(claim, "contradicts"):
                self._add(graph, other)
                for event in self.objects(other, "event"):
                    self._add(graph, event)
                for name in _OF_CLAIM:
                    self._add_actors(graph, self.objects(other, name))
        scene = read_scene(graph, self._base)
        stands = {one: event.iri for event in scene.events.values() for one in (event.iri, *event.merged)}
        return Near(scene, tuple(dict.fromkeys(stands[str(iri)] for iri in ordered if str(iri) in stands)))

    def listed(self, events: Iterable[URIRef]) -> Near:
        """Return the records of these events alone, without their claims."""
        graph, ordered = Graph(bind_namespaces="none"), list(events)
        for event in ordered:
            self._add(graph, event)
        scene = read_scene(graph, self._base)
        stands = {one: event.iri for event in scene.events.values() for one in (event.iri, *event.merged)}
        return Near(scene, tuple(dict.fromkeys(stands[str(iri)] for iri in ordered if str(iri) in stands)))

    def described(self, nodes: Iterable[URIRef]) -> Scene:
        """Return the records of these things alone."""
        graph = Graph(bind_namespaces="none")
        for node in nodes:
            self._add(graph, node)
        return read_scene(graph, self._base)

    def actor(self, node: URIRef) -> Scene:
        """Return the record of one actor with its offices."""
        graph = Graph(bind_namespaces="none")
        self._add_actors(graph, {node})
        return read_scene(graph, self._base)

    def _with_same(self, events: Iterable[URIRef]) -> Iterator[URIRef]:
        seen: set[URIRef] = set()
        waiting = list(events)
        while waiting:
            event = waiting.pop()
            if event not in seen:
                seen.add(event)
                yield event
                waiting += [*self.objects(event, _SAME), *self.subjects(_SAME, event)]

    def _add_actors(self, graph: Graph, nodes: Iterable[URIRef]) -> None:
        for node in nodes:
            self._add(graph, node)
            for country in self.objects(node, "country"):
                self._add(graph, country)
            for role in self.objects(node, "role"):
                self._add(graph, role)
                for body in self.objects(role, "in"):
                    self._add(graph, body)

    def _add(self, graph: Graph, node: URIRef) -> None:
        for triple in self._dataset.triples((node, None, None)):
            graph.add(triple)
