"""Who dealt with whom in a period, people and bodies as their states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from linimasa.analyse import Scene, actor_network, projection
from linimasa.errors import SettingError
from linimasa.render.layout import Point, clear, spread
from linimasa.render.palette import quad_colour
from linimasa.render.plots.plot import Plot

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Actors at most, those with most events first.
_NODES = 40
_INK, _SOFT = "#1b1d21", "#5a5f67"
_LINES: Mapping[str, Any] = {"held": "solid", "planned": (0, (5, 3)), "claimed": (0, (1, 2))}


def network(figure: Figure, scene: Scene, plot: Plot) -> None:
    """Draw the network as the page does: colour by class, pattern by standing, width by events."""
    whole = actor_network(scene, rolled=True)
    tied = sorted((n for n, d in whole.degree() if d), key=lambda n: (-whole.nodes[n]["events"], n))
    if not tied:
        raise SettingError("no two actors have a tie in this period; widen it with --from and --to")
    graph = whole.subgraph(tied[:_NODES])
    shown = [name for name in tied[:_NODES] if graph.degree(name)]
    graph = whole.subgraph(shown)
    at = clear(spread(projection(graph), shown), dict.fromkeys(shown, (120, 60)))
    axes = figure.add_subplot()
    _ties(axes, graph, at)
    for name in shown:
        _node(axes, plot.name(scene, name), (at[name][0], -at[name][1]), whole.nodes[name]["events"])
    axes.margins(0.08)
    axes.set_axis_off()
    _legend(figure, plot)
    axes.set_title(plot.title or plot.word("actors_title"), loc="left", fontsize=11)
    if len(tied) > len(shown):
        note = plot.word("plot_cut").format(limit=_NODES, n=len(tied) - len(shown))
        axes.set_title(note, loc="right", fontsize=7, color=_SOFT)


def _ties(axes: Axes, graph: nx.MultiDiGraph, at: Mapping[str, Point]) -> None:
    """Draw the ties, those of one pair fanned out so that none hides another."""
    fan: Counter[tuple[str, str]] = Counter()
    for a, b, _, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        pair = (min(a, b), max(a, b))
        side = (1 if fan[pair] % 2 else -1) * (1 if a < b else -1)
        bend = round(0.09 * ((fan[pair] + 1) // 2) * side, 2)
        fan[pair] += 1
        arrow = {
            "arrowstyle": "-" if data["symmetric"] else "-|>",
            "color": quad_colour(data["quad"]),
            "linewidth": min(4.0, 0.7 + 0.45 * data["weight"]),
            "linestyle": _LINES[data["standing"]],
            "connectionstyle": f"arc3,rad={bend}",
            "shrinkA": 6,
            "shrinkB": 6,
            "mutation_scale": 8,
        }
        axes.annotate("", (at[b][0], -at[b][1]), (at[a][0], -at[a][1]), arrowprops=arrow)


def _node(axes: Axes, name: str, at: Point, events: int) -> None:
    size = 12 + 9 * events**0.5
    axes.scatter([at[0]], [at[1]], s=size, color=_INK, edgecolors="white", linewidths=0.8, zorder=3)
    axes.annotate(
        name,
        at,
        (0, -5 - size**0.5 / 2),
        textcoords="offset points",
        ha="center",
        va="top",
        fontsize=7.5,
        zorder=4,
        bbox={"facecolor": "white", "alpha": 0.75, "linewidth": 0, "pad": 0.4},
    )


def _legend(figure: Figure, plot: Plot) -> None:
    from matplotlib.lines import Line2D

    lines: list[tuple[str, float, Any, str]]
    lines = [(quad_colour(quad), 2.2, "solid", f"quad_{quad}") for quad in (1, 2, 3, 4)]
    lines += [("#6b6f76", 1.5, style, f"standing_{stand}") for stand, style in _LINES.items()]
    handles = [
        Line2D([], [], color=colour, linewidth=width, linestyle=style, label=plot.word(key))
        for colour, width, style, key in lines
    ]
    figure.legend(handles=handles, loc="outside lower center", ncols=3, frameon=False, fontsize=7.5)
