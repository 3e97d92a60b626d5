"""Measures of an actor network: strength, brokerage, communities.

All are taken on the plain projection: one undirected tie for each pair, its weight the number of events.
Nodes are numbered in sorted order first, since sets of texts come in another order at every run and sets of
numbers don't.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

#: Above this many nodes brokerage is estimated from paths out of this many of them.
_PIVOTS = 300
_SEED = 20211229


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one actor.

    `strength` counts events with others, `brokerage` is betweenness (0 to 1), `community` a number from 1,
    the largest.
    """

    strength: int
    brokerage: float
    community: int


def projection(graph: nx.MultiDiGraph) -> nx.Graph:
    """Return the plain network: one tie a pair, `weight` the number of events, `distance` its inverse."""
    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    for a, b, data in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        if a != b:
            before = plain[a][b]["weight"] if plain.has_edge(a, b) else 0
            weight = before + data["weight"]
            plain.add_edge(a, b, weight=weight, distance=1 / weight)
    return plain


def measures(graph: nx.MultiDiGraph) -> dict[str, Measures]:
    """Return the measures of every node of an actor network; the same numbers at every run."""
    plain = projection(graph)
    names = sorted(plain)
    numbered = nx.relabel_nodes(plain, {name: index for index, name in enumerate(names)})
    pivots = _PIVOTS if len(names) > _PIVOTS else None
    between = nx.betweenness_centrality(numbered, k=pivots, weight="distance", seed=_SEED)
    home = _communities(numbered)
    return {
        name: Measures(
            int(sum(data["weight"] for _, _, data in numbered.edges(index, data=True))),
            round(between[index], 6),
            home[index],
        )
        for index, name in enumerate(names)
    }


def _communities(graph: nx.Graph) -> dict[int, int]:
    """Return the community of each node: 1 is the largest, of equals the one with the first node."""
    if graph.number_of_edges() == 0:
        return {node: index for index, node in enumerate(sorted(graph), 1)}
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))
    return {node: index for index, members in enumerate(ordered, 1) for node in members}
