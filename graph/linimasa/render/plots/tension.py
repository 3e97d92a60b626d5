"""The tension between two parties over time; `linimasa.analyse.tension` defines it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linimasa.analyse import Scene, tension
from linimasa.analyse.tension import HALF_LIFE
from linimasa.errors import SettingError
from linimasa.render.palette import QUADS
from linimasa.render.plots.months import write_columns
from linimasa.render.plots.plot import Plot

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_INK, _SOFT = "#1b1d21", "#5a5f67"


def pair(figure: Figure, scene: Scene, plot: Plot) -> None:
    """Draw the index at each month's end, and below it how many events fell into the month."""
    if plot.a is None or plot.b is None or plot.a == plot.b:
        raise SettingError("tension is between two different parties; name them with --a and --b")
    names = {"a": plot.name(scene, plot.a), "b": plot.name(scene, plot.b)}
    points = tension(scene, plot.a, plot.b)
    if not points:
        raise SettingError("nothing dated happened between {a} and {b} in this period".format(**names))
    axes = figure.add_subplot()
    xs, ys = list(range(len(points))), [point.index for point in points]
    axes.axhline(0, color="#6b6f76", linewidth=0.8)
    for above, colour in ((True, QUADS["light"][4]), (False, QUADS["light"][2])):
        where = [(y >= 0) is above or y == 0 for y in ys]
        axes.fill_between(xs, ys, 0, where=where, interpolate=True, color=colour, alpha=0.22, linewidth=0)
    axes.plot(xs, ys, color=_INK, linewidth=1.3, marker="o", markersize=2.5)
    for x, point in zip(xs, points, strict=True):
        if point.events:
            axes.annotate(str(point.events), (x, -1.03), ha="center", va="bottom", fontsize=7, color=_SOFT)
    axes.set_ylim(-1.05, 1.05)
    axes.set_yticks([-1, 0, 1], [plot.word("plot_accord"), "0", plot.word("plot_conflict")])
    write_columns(axes, [point.day[:7] for point in points], plot)
    title = plot.title or plot.word("plot_tension").format(**names)
    axes.set_title(title, loc="left", fontsize=11)
    axes.set_xlabel(plot.word("plot_tension_note").format(days=HALF_LIFE), fontsize=7, color=_SOFT)
