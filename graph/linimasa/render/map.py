"""The map as a page: events where they happened or are to happen, by place and day.

Outlines are those of Natural Earth, carried in the page; no tile is asked of anyone.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from rdflib import Dataset, Graph

from linimasa.analyse import Scene, read_scene
from linimasa.model.iri import BASE
from linimasa.render.page import SHARED, START, asset, page
from linimasa.render.payload import most_told, records
from linimasa.render.words import check_language

#: Above this many events those with most claims are drawn, and the page says so.
LIMIT = 5000


def render_map(
    dataset: Dataset | Graph | Scene,
    *,
    lang: str = "id",
    title: str | None = None,
    limit: int = LIMIT,
    base: str = BASE,
) -> str:
    """Return the map as one HTML file that needs nothing else; see `render_actors`.

    Events of no known place stand in its list and in the shades of the states that took part.
    """
    check_language(lang)
    scene = read_scene(dataset, base)
    shown = most_told(scene, limit)
    data = records(scene, base, [event.iri for event in shown])
    data["world"] = world()
    data["left"] = {"map": {"cut": len(scene.events) - len(shown), "limit": limit}}
    return page("map", data, [*SHARED, "map.js", START], lang, title)


@cache
def world() -> dict[str, Any]:
    """Return the outlines: `states` holds rings by code, `points` a longitude and latitude to write it at.

    Rings are flat lists in tenths of a degree, each point as the step from the one before.
    """
    found: dict[str, Any] = json.loads(asset("vendor/world.json"))
    return found
