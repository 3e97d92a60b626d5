"""Places of large networks: communities as islands that don't overlap."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.analyse import communities
from linimasa.render.islands import islands


def ring(groups: int, size: int) -> nx.Graph:
    """Groups of actors that all deal with each other, each tied to the next group once."""
    graph = nx.Graph()
    for group in range(groups):
        names = [f"g{group:03}n{i:03}" for i in range(size)]
        graph.add_edges_from(combinations(names, 2), weight=3)
        graph.add_edge(names[0], f"g{(group + 1) % groups:03}n000", weight=1)
    return graph


def home(graph: nx.Graph) -> dict[str, int]:
    names = sorted(graph)
    index = {name: i for i, name in enumerate(names)}
    found = communities(nx.relabel_nodes(graph, index))
    return {name: found[index[name]] for name in names}


def test_each_community_lies_on_an_island_of_its_own() -> None:
    graph = ring(12, 8)
    found = islands(graph, home(graph))
    assert len(found) == 12
    assert {name for island in found for name in island.places} == set(graph)
    for one, two in combinations(found, 2):
        apart = ((one.x - two.x) ** 2 + (one.y - two.y) ** 2) ** 0.5
        assert apart >= one.radius + two.radius - 2
    for island in found:
        assert len({name[:4] for name in island.places}) == 1
        for x, y in island.places.values():
            assert (x - island.x) ** 2 + (y - island.y) ** 2 <= (island.radius + 2) ** 2


def test_untied_islands_stand_below_the_others() -> None:
    graph = ring(4, 6)
    graph.add_edge("zz1", "zz2", weight=1)
    found = islands(graph, home(graph))
    alone = next(island for island in found if "zz1" in island.places)
    assert all(alone.y - alone.radius > other.y + other.radius for other in found if other is not alone)


def test_a_large_community_is_split_and_no_two_of_its_actors_share_a_place() -> None:
    graph = ring(9, 30)
    found = islands(graph, dict.fromkeys(graph, 1))
    assert len(found) == 1
    assert len(set(found[0].places.values())) == len(graph)


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.integers(0, 60), st.integers(1, 9), min_size=1))
def test_islands_never_overlap_however_actors_are_shared_out(shares: dict[int, int]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(f"n{node}" for node in shares)
    for one, two in zip(sorted(shares), sorted(shares)[1:], strict=False):
        graph.add_edge(f"n{one}", f"n{two}", weight=1 + one % 3)
    found = islands(graph, {f"n{node}": number for node, number in shares.items()})
    for one, two in combinations(found, 2):
        assert ((one.x - two.x) ** 2 + (one.y - two.y) ** 2) ** 0.5 >= one.radius + two.radius - 2
