"""The story as a page: the texts with their statements marked, and every other view, linked both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rdflib import Dataset, Graph

from linimasa.analyse import Scene, read_scene
from linimasa.model.iri import BASE
from linimasa.render import actors, events
from linimasa.render.map import world
from linimasa.render.page import FORCE, SHARED, START, VENDORED, page
from linimasa.render.payload import most_told, records
from linimasa.render.texts import Sentences, texts
from linimasa.render.words import check_language

#: Above this many events those with most claims are shown, and the page says so.
LIMIT = 5000

#: The views in the order of their tabs.
VIEWS = ("text", "timeline", "actors", "events", "map", "matrix", "calendar")


def render_story(
    dataset: Dataset | Graph | Scene,
    *,
    lang: str = "id",
    title: str | None = None,
    limit: int = LIMIT,
    base: str = BASE,
    sentences: Sentences | None = None,
) -> str:
    """Return texts and all views as one HTML file that needs nothing else; see `render_actors`.

    `sentences` are those of the statements, by the hash of their text; without them the quotes of the claims
    stand alone. Whole texts are shown where the graph was given out with them.
    """
    check_language(lang)
    scene = read_scene(dataset, base)
    shown = most_told(scene, limit)
    part = replace(scene, events={event.iri: event for event in shown})
    nets = actors.networks(part, actors.LIMIT, base)
    drawn = most_told(part, events.LIMIT)
    graph = events.networks(part, drawn, lang, base)
    cut = {"cut": len(scene.events) - len(shown), "limit": limit}
    data: Mapping[str, Any] = (
        records(part, base)
        | nets
        | graph
        | {
            "nets": nets["nets"] | graph["nets"],
            "world": world(),
            "texts": texts(part, base, sentences or {}),
            "left": {
                **dict.fromkeys(("text", "timeline", "map", "matrix", "calendar"), cut),
                "actors": actors.left_out(part, actors.LIMIT),
                "events": {"cut": len(scene.events) - len(drawn), "limit": len(drawn)},
            },
        }
    )
    large = any("islands" in net for net in nets["nets"].values())
    libraries, drawings = (
        [VENDORED, *([FORCE] if large else [])],
        ["network.js", *(["canvas.js"] if large else [])],
    )
    scripts = [*libraries, *SHARED, *drawings, *(f"{name}.js" for name in VIEWS), START]
    return page("story", data, scripts, lang, title)
