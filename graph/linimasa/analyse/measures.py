"""Measures of an actor network: strength, brokerage, communities.

All are taken on the plain projection: one undirected tie for each pair, its weight the number of events.
Nodes are numbered in sorted order first, since sets of texts come in another order at every run and sets of
numbers don't. Small networks are measured by networkx, the brokerage of large ones by rustworkx: the same
figures, some fifty times sooner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

#: From this many nodes on rustworkx counts the paths; below it networkx is as quick as it is to load.
_LARGE = 300
#: Nodes times ties beyond which brokerage is counted among those with most ties alone (a second or two).
_WORK = 40_000_000
_SEED = 20211229


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one actor.

    `strength` counts events with others, `brokerage` is betweenness (0 to 1: the share of the shortest chains
    of ties between two others that lead through the actor), `community` a number from 1, the largest.
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
    between = _brokerage(numbered)
    home = communities(numbered)
    return {
        name: Measures(
            int(sum(data["weight"] for _, _, data in numbered.edges(index, data=True))),
            round(between.get(index, 0.0), 6),
            home[index],
        )
        for index, name in enumerate(names)
    }


def _brokerage(graph: nx.Graph) -> Mapping[int, float]:
    """Return the betweenness of the nodes of a numbered network; those too many to count have none."""
    if len(graph) < _LARGE:
        found: dict[int, float] = nx.betweenness_centrality(graph)
        return found
    import rustworkx

    part = _core(graph)
    order = sorted(part)
    place = {node: index for index, node in enumerate(order)}
    plain = rustworkx.PyGraph()
    plain.add_nodes_from(order)
    plain.add_edges_from([(place[a], place[b], None) for a, b in sorted(part.edges)])
    # One thread: sums in one order, hence the same bytes in every page.
    counted = rustworkx.graph_betweenness_centrality(plain, parallel_threshold=len(order) + 1)
    return {node: counted[index] for node, index in place.items()}


def _core(graph: nx.Graph) -> nx.Graph:
    """Return the network of as many of the most tied nodes as can be counted in a few seconds."""
    ranked = sorted(graph, key=lambda node: (-graph.degree(node), node))
    part = graph
    while len(part) * part.number_of_edges() > _WORK:
        part = graph.subgraph(ranked[: len(part) * 4 // 5])
    return part


def communities(graph: nx.Graph) -> dict[Any, int]:
    """Return the community of each node of a plain network: 1 is the largest, of equals that with the first.

    Nodes must be numbers, or what else comes in one order from a set.
    """
    if graph.number_of_edges() == 0:
        return {node: index for index, node in enumerate(sorted(graph), 1)}
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))
    return {node: index for index, members in enumerate(ordered, 1) for node in members}
