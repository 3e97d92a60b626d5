"""The matrix and the calendar as a page: who does what to whom by month, and which meetings were planned."""

from __future__ import annotations

from rdflib import Dataset, Graph

from linimasa.analyse import Scene, read_scene
from linimasa.model.iri import BASE
from linimasa.render.page import SHARED, START, page
from linimasa.render.payload import most_told, records
from linimasa.render.words import check_language

#: Above this many events those with most claims are counted, and the page says so.
LIMIT = 10_000


def render_matrix(
    dataset: Dataset | Graph | Scene,
    *,
    lang: str = "id",
    title: str | None = None,
    limit: int = LIMIT,
    base: str = BASE,
) -> str:
    """Return matrix and calendar as one HTML file that needs nothing else; see `render_actors`.

    The matrix counts what the actor network draws, with people and bodies as their states; the calendar
    shows meetings, planned and held, and on a switch all that is planned.
    """
    check_language(lang)
    scene = read_scene(dataset, base)
    shown = most_told(scene, limit)
    data = records(scene, base, [event.iri for event in shown])
    cut = {"cut": len(scene.events) - len(shown), "limit": limit}
    data["left"] = {"matrix": cut, "calendar": cut}
    return page("matrix", data, [*SHARED, "matrix.js", "calendar.js", START], lang, title)
