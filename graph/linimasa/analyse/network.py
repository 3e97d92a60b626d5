"""The two networks of a graph as networkx graphs: who dealt with whom, and how events hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import networkx as nx

from linimasa.analyse.scene import Event, Scene
from linimasa.analyse.standing import Standing, party, standing

#: Relations between events that the event network has as edges, with the field of the event that holds each.
RELATIONS = {"after": "after", "content": "content", "condition": "condition", "partOf": "part_of"}


def actor_network(
    scene: Scene, *, rolled: bool = False, statements: bool = False, spoken: bool = False
) -> nx.MultiDiGraph:
    """Return the network of actors: one edge for each pair, root type and standing.

    Nodes have `kind`, `label_id`, `label_en` and `events` (count); edges have `type`, `quad`, `standing`,
    `symmetric`, `weight` (count of events) and `events` (their IRIs). With `rolled`, people and bodies stand
    for their state or organisation at the date of each event. STATEMENT is left out unless `statements`; what
    is only threatened, demanded or denied is left out unless `spoken`. Nodes and edges come in sorted order.
    """
    edges: defaultdict[tuple[str, str, str, Standing], list[str]] = defaultdict(list)
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for event in scene.events.values():
        stand = standing(scene, event)
        if (event.root == "statement" and not statements) or (stand is Standing.SPOKEN and not spoken):
            continue
        for who in _sides(scene, event, rolled):
            for iri in who:
                seen[iri].add(event.iri)
        for a, b in event_pairs(scene, event, rolled=rolled):
            edges[a, b, event.root, stand].append(event.iri)
    graph = nx.MultiDiGraph()
    for iri in sorted(seen):
        actor = scene.actors[iri]
        graph.add_node(
            iri, kind=actor.kind, label_id=actor.label.id, label_en=actor.label.en, events=len(seen[iri])
        )
    for (a, b, root, stand), events in sorted(edges.items()):
        kind = scene.types[root]
        graph.add_edge(
            a,
            b,
            key=f"{root}/{stand.value}",
            type=root,
            quad=kind.quad,
            standing=stand.value,
            symmetric=kind.symmetric,
            weight=len(events),
            events=tuple(events),
        )
    return graph


def _sides(scene: Scene, event: Event, rolled: bool) -> tuple[list[str], list[str]]:
    def whole(side: tuple[str, ...]) -> list[str]:
        return sorted({party(scene, iri, event.date) if rolled else iri for iri in side})

    return whole(event.actors), whole(event.recipients)


def event_pairs(scene: Scene, event: Event, *, rolled: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the pairs of an event: doer and receiver, and for mutual types each two parties once, sorted."""
    doers, targets = _sides(scene, event, rolled)
    if scene.kind_of(event).symmetric:
        every = sorted({*doers, *targets})
        yield from ((a, b) for i, a in enumerate(every) for b in every[i + 1 :])
    else:
        yield from ((a, b) for a in doers for b in targets if a != b)


def event_network(scene: Scene) -> nx.MultiDiGraph:
    """Return events and their actors.

    Nodes have `node` ("event" or "actor"); edges have `relation`: `actor` from an actor to its event,
    `recipient` from an event to whom it is done to, and between events `after`, `content`, `condition`,
    `partOf` and `contradicts`.
    """
    graph = nx.MultiDiGraph()
    for event in scene.events.values():
        graph.add_node(event.iri, node="event", date=event.date, standing=standing(scene, event).value)
    for event in scene.events.values():
        for iri in event.actors:
            graph.add_node(iri, node="actor")
            graph.add_edge(iri, event.iri, key="actor", relation="actor")
        for iri in event.recipients:
            graph.add_node(iri, node="actor")
            graph.add_edge(event.iri, iri, key="recipient", relation="recipient")
        for name, field in RELATIONS.items():
            for other in getattr(event, field):
                if other in scene.events:
                    graph.add_edge(event.iri, other, key=name, relation=name)
    for a, b in contradictions(scene):
        graph.add_edge(a, b, key="contradicts", relation="contradicts")
    return graph


def contradictions(scene: Scene) -> list[tuple[str, str]]:
    """Return the pairs of different events whose claims contradict each other, each pair once, sorted."""
    pairs = set()
    for claim in scene.claims.values():
        for iri in claim.contradicts:
            other = scene.claims.get(iri)
            if other is not None and other.event != claim.event:
                pairs.add((min(claim.event, other.event), max(claim.event, other.event)))
    return sorted(pairs)
