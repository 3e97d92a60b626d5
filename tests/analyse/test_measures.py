"""The figures of large networks are those of networkx, whoever counts them."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from linimasa.analyse import Measures, measures, projection


def network(actors: int, ties: int) -> nx.MultiDiGraph:
    """A made network: hubs with many ties, others with few, the same at every run."""
    chance = random.Random(7)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"a{i:04}" for i in range(actors))
    for _tie in range(ties):
        one, two = int(actors * chance.random() ** 2), chance.randrange(actors)
        graph.add_edge(f"a{one:04}", f"a{two:04}", weight=chance.randrange(1, 5))
    return graph


def test_brokerage_of_a_large_network_is_that_of_networkx() -> None:
    graph = network(350, 1200)
    wanted = nx.betweenness_centrality(projection(graph))
    found = measures(graph)
    assert {name: one.brokerage for name, one in found.items()} == pytest.approx(wanted, abs=1e-6)
    assert max(wanted.values()) > 0.01


def test_the_most_tied_alone_are_measured_where_all_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    module = sys.modules[Measures.__module__]
    graph = network(400, 1200)
    monkeypatch.setattr(module, "_WORK", 100_000)
    found = measures(graph)
    plain = projection(graph)
    ranked = sorted(plain, key=lambda name: (-plain.degree(name), name))
    assert found[ranked[0]].brokerage > 0
    assert found[ranked[-1]].brokerage == 0
    assert len(found) == 400
