"""Pictures for papers, with matplotlib: events a month, tension of a pair, the network of a period."""

from linimasa.render.plots.draw import FORMATS, KINDS, draw_plot
from linimasa.render.plots.plot import Plot

__all__ = ["FORMATS", "KINDS", "Plot", "draw_plot"]
