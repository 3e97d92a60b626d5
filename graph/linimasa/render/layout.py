"""Positions of nodes, computed before the page is made.

Only additions, products, quotients and square roots are used, which IEEE 754 fixes to the last bit: the same
network has the same positions on every machine, without numpy (which networkx' own layouts need).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import networkx as nx

Point = tuple[int, int]

#: Pixels that two tied nodes are apart at rest.
_REST = 150.0
#: Pixels beyond which nodes don't push each other.
_FAR = 480.0
#: Cosine and sine of the golden angle, by which the spiral that nodes start on turns.
_TURN = (-0.7373688780783197, 0.6754902942615238)
#: Bounds on the work: pairs of nodes times rounds.
_WORK = 1_200_000


def spread(graph: nx.Graph, order: Sequence[str], most: int = 300) -> dict[str, Point]:
    """Return positions of a plain weighted network by forces: ties pull, all nodes push.

    `order` holds every node; neighbours in it start near each other, so give communities one after another.
    It takes at most as many rounds as `most` says, of large networks fewer.
    """
    count = len(order)
    index = {name: i for i, name in enumerate(order)}
    ties = [(index[a], index[b], sqrt(sqrt(data["weight"]))) for a, b, data in graph.edges(data=True)]
    ties.sort()
    mass = [sqrt(1 + graph.degree(name)) for name in order]
    xs, ys = _spiral(count)
    rounds = max(20, min(most, 2 * _WORK // max(1, count * count)))
    for step in range(rounds):
        _push(xs, ys, mass, ties, _REST * (1 - step / rounds) + 1)
    return {name: (round(xs[i]), round(ys[i])) for name, i in index.items()}


def _spiral(count: int) -> tuple[list[float], list[float]]:
    xs, ys = [], []
    x, y = 1.0, 0.0
    for i in range(count):
        radius = _REST * sqrt(i)
        xs.append(radius * x)
        ys.append(radius * y)
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return xs, ys


def _push(
    xs: list[float],
    ys: list[float],
    mass: Sequence[float],
    ties: Sequence[tuple[int, int, float]],
    limit: float,
) -> None:
    """Move every node once by the forces on it (Fruchterman and Reingold 1991), at most `limit` pixels.

    Nodes with many ties push harder, which keeps hubs apart (Jacomy and others 2014).
    """
    count = len(xs)
    dx = [-0.12 * x for x in xs]  # a pull to the middle keeps parts without a tie in sight
    dy = [-0.17 * y for y in ys]  # screens are wider than high
    strength = _REST * _REST
    far = _FAR * _FAR
    for i in range(count):
        x, y, own = xs[i], ys[i], strength * mass[i]
        for j in range(i):
            ax, ay = x - xs[j], y - ys[j]
            apart = ax * ax + ay * ay + 0.01
            if apart > far:
                continue
            force = own * mass[j] / apart
            ax *= force
            ay *= force
            dx[i] += ax
            dy[i] += ay
            dx[j] -= ax
            dy[j] -= ay
    for i, j, weight in ties:
        ax, ay = xs[i] - xs[j], ys[i] - ys[j]
        force = weight * sqrt(ax * ax + ay * ay) / _REST
        dx[i] -= ax * force
        dy[i] -= ay * force
        dx[j] += ax * force
        dy[j] += ay * force
    for i in range(count):
        length = sqrt(dx[i] * dx[i] + dy[i] * dy[i]) + 1e-9
        scale = min(length, limit) / length
        xs[i] += dx[i] * scale
        ys[i] += dy[i] * scale


def clear(positions: Mapping[str, Point], boxes: Mapping[str, Point], rounds: int = 80) -> dict[str, Point]:
    """Return positions moved apart until no two boxes (width, height in pixels) overlap, or rounds are up."""
    names = sorted(positions)
    at = {name: [float(c) for c in positions[name]] for name in names}
    for _ in range(rounds):
        names.sort(key=lambda name: (at[name][0], name))
        if sum(_part(at, boxes, names, i) for i in range(len(names))) == 0:
            break
    return {name: (round(at[name][0]), round(at[name][1])) for name in sorted(at)}


def _part(at: dict[str, list[float]], boxes: Mapping[str, Point], names: Sequence[str], i: int) -> bool:
    """Push one node and those right of it apart where their boxes overlap; tell whether any did."""
    moved = False
    one, (width, height) = at[names[i]], boxes[names[i]]
    for other in names[i + 1 :]:
        two, (wide, high) = at[other], boxes[other]
        over_x = (width + wide) / 2 - abs(two[0] - one[0])
        if over_x <= 0 and two[0] - one[0] > 400:
            break
        over_y = (height + high) / 2 - abs(two[1] - one[1])
        if over_x <= 0.5 or over_y <= 0.5:
            continue
        moved = True
        axis, over = (0, over_x) if over_x < over_y else (1, over_y)
        sign = 1 if two[axis] >= one[axis] else -1
        one[axis] -= sign * over / 2
        two[axis] += sign * over / 2
    return moved
