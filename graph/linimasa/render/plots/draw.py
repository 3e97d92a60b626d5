"""Draws a plot.

The same graph and the same matplotlib give the same bytes: no date is written, ids come from a fixed salt,
and the only typeface is the one that matplotlib ships.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from linimasa.analyse import Scene
from linimasa.errors import LinimasaError, SettingError
from linimasa.render.plots.months import months
from linimasa.render.plots.network import network
from linimasa.render.plots.plot import Plot
from linimasa.render.plots.tension import pair
from linimasa.render.words import check_language

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DRAW: Mapping[str, Callable[[Figure, Scene, Plot], None]]
_DRAW = {"months": months, "tension": pair, "network": network}

KINDS = tuple(_DRAW)
FORMATS = ("svg", "png")

_STYLE: Any = {
    "svg.hashsalt": "linimasa",
    "svg.fonttype": "none",
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": "#dcdad3",
    "grid.linewidth": 0.6,
}
#: Inches, wide and high; a network is a square.
_WIDE, _HIGH = 7.2, 3.6


def draw_plot(scene: Scene, plot: Plot, form: str = "svg") -> bytes:
    """Return a picture as SVG or PNG.

    SettingError for a wrong setting or where there is nothing to draw, LinimasaError without matplotlib.
    """
    check_language(plot.lang)
    if plot.kind not in KINDS or form not in FORMATS:
        raise SettingError(f"no plot {plot.kind!r} as {form!r}: choose {', '.join(KINDS)} as svg or png")
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise LinimasaError("plots need matplotlib; pip install 'linimasa[plot]'") from error
    meta: dict[str, Any] = {"Date": None, "Creator": "linimasa"} if form == "svg" else {"Software": None}
    out = io.BytesIO()
    with matplotlib.rc_context(_STYLE):
        high = _WIDE if plot.kind == "network" else _HIGH
        figure = Figure(figsize=(_WIDE, high), layout="constrained")
        _DRAW[plot.kind](figure, _within(scene, plot), plot)
        figure.savefig(out, format=form, dpi=200, metadata=meta)
    return out.getvalue()


def _within(scene: Scene, plot: Plot) -> Scene:
    """Return the scene of the events of a period; with bounds, the undated are left out."""
    if plot.first is None and plot.last is None:
        return scene
    low, high = plot.first or "0", plot.last or "9999"
    kept = {iri: e for iri, e in scene.events.items() if e.date and low <= e.date <= high}
    return replace(scene, events=kept)
