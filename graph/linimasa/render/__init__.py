"""Pages: one self-contained HTML file each, with no request to anywhere."""

from linimasa.render.actors import actors_view, render_actors
from linimasa.render.events import events_view, render_events
from linimasa.render.map import render_map
from linimasa.render.matrix import render_matrix
from linimasa.render.story import render_story
from linimasa.render.timeline import render_timeline

__all__ = [
    "actors_view",
    "events_view",
    "render_actors",
    "render_events",
    "render_map",
    "render_matrix",
    "render_story",
    "render_timeline",
]
