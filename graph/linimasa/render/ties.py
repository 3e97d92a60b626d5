"""The edges of an actor network as its pages hold them, whatever draws them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from linimasa.render.payload import key


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge: what every drawing of it holds (`row`), its data, and its place among those of its pair.

    `forward` tells whether it runs in the order of the two names: edges of a pair fan out to both sides.
    """

    row: dict[str, Any]
    data: dict[str, Any]
    place: int
    forward: bool


def ties(graph: nx.MultiDiGraph, base: str) -> Iterator[Tie]:
    """Yield the edges in the order of their names."""
    count: Counter[tuple[str, str]] = Counter()
    for a, b, name, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        pair = (min(a, b), max(a, b))
        row = {
            "id": f"{key(a, base)}>{key(b, base)}>{name}",
            "from": key(a, base),
            "to": key(b, base),
            "type": data["type"],
            "quad": data["quad"] or 0,
            "standing": data["standing"],
            "events": [key(iri, base) for iri in data["events"]],
            "arrows": "" if data["symmetric"] else "to",
        }
        yield Tie(row, data, count[pair], a < b)
        count[pair] += 1
