"""Positions of large networks: each community an island of its own, islands that are tied near each other.

Forces over thousands of nodes take long and end in a ball of hair. Here small parts are laid out by forces
and packed as circles, part by part up to the whole: its structure shows, no two parts overlap, and the work
grows with the nodes alone. Arithmetic as in `layout`, so that positions are the same on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import networkx as nx

from linimasa.analyse import communities
from linimasa.render.layout import Point, spread

#: Parts of more nodes than this are split into communities of their own.
_PART = 60
#: Rounds of the forces within a part.
_ROUNDS = 40
#: Part of the distances of `spread` that is kept: here nodes are dots, named as one comes near.
_SCALE = 0.4
#: Pixels left free around a node, and between islands.
_ROOM, _STRAIT = 16.0, 14.0
#: Islands lie in a field that is this much wider than high, as screens are.
_WIDE = 1.3
#: Cosine and sine of a sixteenth of a turn: places for an island are looked for in so many directions.
_TURN, _WAYS = (0.9238795325112867, 0.3826834323650898), 16


@dataclass(frozen=True, slots=True)
class Island:
    """A community on the plane: its number, its middle, its radius (pixels) and its nodes around it."""

    number: int
    x: int
    y: int
    radius: int
    places: Mapping[str, Point]


def islands(plain: nx.Graph, home: Mapping[str, int]) -> list[Island]:
    """Return the islands of a plain weighted network by the community of each node, in order of number."""
    members: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(home):
        members[home[name]].append(name)
    numbers = sorted(members)
    inner = [_places(plain.subgraph(members[number])) for number in numbers]
    discs = [_radius(places) for places in inner]
    middles = _pack(discs, _pulls(plain, home, numbers))
    return [
        Island(number, round(x), round(y), round(radius), _moved(places, x, y))
        for number, places, radius, (x, y) in zip(numbers, inner, discs, middles, strict=True)
    ]


def _places(part: nx.Graph) -> dict[str, Point]:
    """Return places around (0, 0): by forces, of a large part by its own communities, packed."""
    names = sorted(part)
    if len(names) <= _PART:
        return _centred(_near(spread(part, names, _ROUNDS)))
    index = {name: i for i, name in enumerate(names)}
    found = communities(nx.relabel_nodes(part, index))
    home = {name: found[index[name]] for name in names}
    if len(set(home.values())) == 1:
        return _centred(_near(spread(part, names, _ROUNDS)))
    return _centred({name: at for island in islands(part, home) for name, at in island.places.items()})


def _near(places: Mapping[str, Point]) -> dict[str, Point]:
    return {name: (round(_SCALE * x), round(_SCALE * y)) for name, (x, y) in places.items()}


def _centred(places: Mapping[str, Point]) -> dict[str, Point]:
    """Return places moved so that the middle of what they cover is (0, 0)."""
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    return _moved(places, -(min(xs) + max(xs)) / 2, -(min(ys) + max(ys)) / 2)


def _moved(places: Mapping[str, Point], x: float, y: float) -> dict[str, Point]:
    return {name: (round(at[0] + x), round(at[1] + y)) for name, at in places.items()}


def _radius(places: Mapping[str, Point]) -> float:
    return _ROOM + max(sqrt(x * x + y * y) for x, y in places.values())


def _pulls(plain: nx.Graph, home: Mapping[str, int], numbers: Sequence[int]) -> list[dict[int, float]]:
    """Return the weight of the ties between communities, by their place in `numbers`."""
    place = {number: i for i, number in enumerate(numbers)}
    pulls: list[dict[int, float]] = [{} for _ in numbers]
    for a, b, data in plain.edges(data=True):
        one, two = place[home[a]], place[home[b]]
        if one != two:
            pulls[one][two] = pulls[one].get(two, 0.0) + data["weight"]
            pulls[two][one] = pulls[two].get(one, 0.0) + data["weight"]
    return pulls


def _pack(discs: Sequence[float], pulls: Sequence[Mapping[int, float]]) -> list[tuple[float, float]]:
    """Return middles of discs that don't overlap: the largest first, each near those that it is tied to.

    Discs without a tie stand in rows below the others.
    """
    at: dict[int, tuple[float, float]] = {}
    order = sorted(range(len(discs)), key=lambda i: (-discs[i], i))
    for i in order:
        if pulls[i] or i == order[0]:
            tied = [(at[j], weight) for j, weight in sorted(pulls[i].items()) if j in at]
            whole = sum(weight for _, weight in tied) or 1.0
            x = sum(place[0] * weight for place, weight in tied) / whole
            y = sum(place[1] * weight for place, weight in tied) / whole
            at[i] = _free(x, y, discs[i], [(*at[j], discs[j]) for j in at])
    at.update(_rows([i for i in order if i not in at], discs, at))
    return [at[i] for i in range(len(discs))]


def _free(
    x: float, y: float, radius: float, taken: Sequence[tuple[float, float, float]]
) -> tuple[float, float]:
    """Return the nearest free place that is seen from a point in some directions, sideways first."""
    best, least = (x, y), 0.0
    dx, dy = 1.0, 0.0
    for way in range(_WAYS):
        far = 0.0
        while any((out := _out(x, y, dx, dy, far, radius, disc)) > far for disc in taken):
            far = out
            if way and far * _cost(dy) >= least:
                break
        if way == 0 or far * _cost(dy) < least:
            best, least = (x + far * dx, y + far * dy), far * _cost(dy)
        dx, dy = dx * _TURN[0] - dy * _TURN[1], dx * _TURN[1] + dy * _TURN[0]
    return best


def _cost(dy: float) -> float:
    """Return what a pixel in a direction counts: upward and downward more than sideways."""
    return 1 + (_WIDE - 1) * dy * dy


def _out(
    x: float, y: float, dx: float, dy: float, far: float, radius: float, disc: tuple[float, float, float]
) -> float:
    """Return how far along a ray a circle is out of a disc that it overlaps there; `far` where it doesn't."""
    apart = radius + disc[2] + _STRAIT
    ax, ay = x + far * dx - disc[0], y + far * dy - disc[1]
    inside = apart * apart - ax * ax - ay * ay
    if inside <= 0.01:
        return far
    along = ax * dx + ay * dy
    return far - along + sqrt(along * along + inside) + 0.01


def _rows(
    rest: Sequence[int], discs: Sequence[float], at: Mapping[int, tuple[float, float]]
) -> dict[int, tuple[float, float]]:
    """Return places for discs in rows below those that have theirs."""
    if not rest:
        return {}
    left = min(at[i][0] - discs[i] for i in at)
    area = sum(4 * discs[i] * discs[i] for i in rest)
    right = max(*(at[i][0] + discs[i] for i in at), left + 2 * sqrt(area))
    x, y, high = left, max(at[i][1] + discs[i] for i in at) + 3 * _STRAIT, 0.0
    found = {}
    for i in rest:
        if x > left and x + 2 * discs[i] > right:
            x, y, high = left, y + high + _STRAIT, 0.0
        found[i] = (x + discs[i], y + discs[i])
        x, high = x + 2 * discs[i] + _STRAIT, max(high, 2 * discs[i])
    return found
