from __future__ import annotations

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.render.layout import clear, spread


def test_tied_nodes_lie_nearer_than_others() -> None:
    graph = nx.Graph()
    graph.add_edges_from([("a", "b"), ("b", "c"), ("x", "y"), ("y", "z")], weight=1)
    at = spread(graph, sorted(graph))

    def apart(one: str, two: str) -> float:
        return sum((p - q) ** 2 for p, q in zip(at[one], at[two], strict=True)) ** 0.5

    assert max(apart("a", "b"), apart("x", "y")) < apart("b", "y")


def test_nothing_has_no_positions() -> None:
    assert spread(nx.Graph(), []) == {}
    assert clear({}, {}) == {}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), max_size=12))
def test_boxes_moved_apart_do_not_overlap(points: list[tuple[int, int]]) -> None:
    start = {f"n{i}": point for i, point in enumerate(points)}
    size = dict.fromkeys(start, (100, 60))
    at = clear(start, size, rounds=400)
    for one, two in combinations(at.values(), 2):
        assert abs(one[0] - two[0]) >= 98 or abs(one[1] - two[1]) >= 58
