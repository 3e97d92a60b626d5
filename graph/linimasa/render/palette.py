"""Colours and dashes, by meaning. All pages and the pyvis networks take them from here.

Co-operation is blue and conflict orange, words light and deeds strong: the two hues stay apart for every
common kind of colour blindness, and each line also has its dash and its name in the legend. Every colour
has a contrast of at least 3:1 on its background.
"""

from __future__ import annotations

from linimasa.analyse import Standing

#: Line colours by quad class (0 for STATEMENT, which has none), on light and on dark ground.
QUADS = {
    "light": {0: "#6b6f76", 1: "#2f8fcb", 2: "#0b4f8a", 3: "#c27c00", 4: "#b03a06"},
    "dark": {0: "#9aa0a8", 1: "#86cbf6", 2: "#3f9bea", 3: "#f3bf57", 4: "#ff7f4d"},
}

#: Colours of communities, to be told apart side by side; beyond them all are grey.
COMMUNITIES = {
    "light": ["#4a6fa5", "#a0662a", "#3f8f6b", "#8a5fa8", "#b0476a", "#5f7d2e", "#2f8a96", "#7a6a58"],
    "dark": ["#8fb3e8", "#e0a868", "#7fcfab", "#c7a0e4", "#ee8fae", "#aecb74", "#74ccd6", "#c2b29e"],
}

#: Line patterns in pixels; False is a solid line.
DASHES: dict[str, list[int] | bool] = {
    Standing.HELD.value: False,
    Standing.PLANNED.value: [10, 7],
    Standing.CLAIMED.value: [2, 5],
    Standing.SPOKEN.value: [1, 6],
}

#: vis-network shapes by class of actor.
SHAPES = {
    "State": "dot",
    "Organization": "square",
    "Person": "diamond",
    "Group": "hexagon",
    "UnnamedActor": "triangle",
}


def quad_colour(quad: int | None, theme: str = "light") -> str:
    """Return the line colour of a quad class."""
    return QUADS[theme][quad or 0]
