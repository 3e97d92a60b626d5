"""Events of each month, or of each year where the months are many, piled by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linimasa.analyse import Event, Scene, Standing, standing
from linimasa.analyse.tension import month_ends
from linimasa.errors import SettingError
from linimasa.render.palette import quad_colour
from linimasa.render.plots.plot import Plot

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Above this many months events are counted by year.
_MONTHS = 120
#: Place of a class in a pile from below; plain statements (0) lie lowest.
_RANK = {0: 0, 4: 1, 3: 2, 1: 3, 2: 4}


def months(figure: Figure, scene: Scene, plot: Plot) -> None:
    """Draw what is known to have happened, one colour a type, in the hue of its class."""
    from matplotlib.ticker import MaxNLocator

    happened = [e for e in scene.events.values() if e.date and standing(scene, e) is Standing.HELD]
    if not happened:
        raise SettingError("nothing dated happened in this period; widen it with --from and --to")
    columns = _spans(happened)
    count = Counter(((e.date or "")[: len(columns[0])], e.root) for e in happened)
    roots = sorted({e.root for e in happened}, key=lambda r: (_RANK[scene.types[r].quad or 0], r))
    axes = figure.add_subplot()
    base = [0] * len(columns)
    for root in roots:
        heights = [count[column, root] for column in columns]
        label = scene.types[root].label
        axes.bar(
            range(len(columns)),
            heights,
            bottom=base,
            width=0.86,
            color=_shade(scene, root, roots),
            edgecolor="white",
            linewidth=0.4,
            label=label.id if plot.lang == "id" else label.en,
        )
        base = [low + high for low, high in zip(base, heights, strict=True)]
    write_columns(axes, columns, plot)
    axes.set_ylabel(plot.word("plot_events"))
    axes.grid(axis="y")
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles[::-1], labels[::-1], loc="outside right upper", frameon=False, fontsize=7.5)
    unit = "plot_by_month" if len(columns[0]) == 7 else "plot_by_year"
    axes.set_title(plot.title or plot.word(unit), loc="left", fontsize=11)


def _spans(events: Sequence[Event]) -> list[str]:
    """Return all months from the first event to the last, all years where the months are too many."""
    dates = sorted(e.date for e in events if e.date)
    columns = [day[:7] for day in month_ends(dates[0], dates[-1])]
    if len(columns) <= _MONTHS:
        return columns
    return [f"{year:04}" for year in range(int(dates[0][:4]), int(dates[-1][:4]) + 1)]


def _shade(scene: Scene, root: str, roots: Sequence[str]) -> str:
    """Return the colour of a type: its class's, the lighter the later it comes in its class."""
    quad = scene.types[root].quad
    kin = [other for other in roots if scene.types[other].quad == quad]
    white = 0.6 * kin.index(root) / max(1, len(kin) - 1)
    colour = quad_colour(quad).removeprefix("#")
    parts = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return "#" + "".join(f"{round(part + (255 - part) * white):02x}" for part in parts)


def write_columns(axes: Axes, columns: Sequence[str], plot: Plot) -> None:
    """Write the names of at most a dozen columns below them."""
    places = range(0, len(columns), max(1, -(-len(columns) // 12)))
    axes.set_xticks(list(places), [plot.column(columns[i]) for i in places])
