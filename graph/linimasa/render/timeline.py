"""The timeline as a page: lanes by party or type, dates drawn as vague as they are, planned against held."""

from __future__ import annotations

from rdflib import Dataset, Graph

from linimasa.analyse import Scene, read_scene
from linimasa.model.iri import BASE
from linimasa.render.page import SHARED, START, page
from linimasa.render.payload import most_told, records
from linimasa.render.words import check_language

#: Above this many events those with most claims are drawn, and the page says so.
LIMIT = 5000


def render_timeline(
    dataset: Dataset | Graph | Scene,
    *,
    lang: str = "id",
    title: str | None = None,
    limit: int = LIMIT,
    base: str = BASE,
) -> str:
    """Return the timeline as one HTML file that needs nothing else; see `render_actors`."""
    check_language(lang)
    scene = read_scene(dataset, base)
    shown = most_told(scene, limit)
    data = records(scene, base, [event.iri for event in shown])
    data["left"] = {"timeline": {"cut": len(scene.events) - len(shown), "limit": limit}}
    return page("timeline", data, [*SHARED, "timeline.js", START], lang, title)
