"""The event graph as a pyvis `Network` and as a page: events from left to right in time, and their actors."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from pyvis.network import Network
from rdflib import Dataset, Graph

from linimasa.analyse import Event, Scene, Standing, event_network, read_scene, standing
from linimasa.model.iri import BASE
from linimasa.render.layout import Point
from linimasa.render.page import SHARED, START, VENDORED, page
from linimasa.render.palette import DASHES, SHAPES, quad_colour
from linimasa.render.payload import key, most_told, records
from linimasa.render.words import check_language, load_words

#: Above this many events the latest and the undated ones with most claims are drawn, and the page says so.
LIMIT = 400

#: Pixels: width of an event's box, of a column with its gap; letters that fit into a line of a box.
_BOX, _COLUMN, _LINE = 176, 204, 25
_TALL = 7


def render_events(
    dataset: Dataset | Graph | Scene,
    *,
    lang: str = "id",
    title: str | None = None,
    limit: int = LIMIT,
    base: str = BASE,
) -> str:
    """Return the event graph as one HTML file that needs nothing else; see `render_actors`."""
    check_language(lang)
    scene = read_scene(dataset, base)
    shown = most_told(scene, limit)
    data = records(scene, base, [event.iri for event in shown]) | networks(scene, shown, lang, base)
    data["left"] = {"events": {"cut": len(scene.events) - len(shown), "limit": limit}}
    return page("events", data, [VENDORED, *SHARED, "events.js", START], lang, title)


def networks(scene: Scene, shown: Sequence[Event], lang: str, base: str) -> dict[str, Any]:
    """Return the page's data of the graph of these events, and its columns of days."""
    net, columns = _view(scene, shown, lang, base)
    return {"nets": {"events": {"nodes": net.nodes, "edges": net.edges}}, "columns": columns}


def events_view(
    dataset: Dataset | Graph | Scene, *, lang: str = "id", limit: int = LIMIT, base: str = BASE
) -> Network:
    """Return the event graph as a pyvis Network with positions set and physics off, to be customised."""
    check_language(lang)
    scene = read_scene(dataset, base)
    return _view(scene, most_told(scene, limit), lang, base)[0]


def _view(scene: Scene, shown: Sequence[Event], lang: str, base: str) -> tuple[Network, list[dict[str, Any]]]:
    graph = event_network(scene).subgraph(
        [event.iri for event in shown] + [i for event in shown for i in (*event.actors, *event.recipients)]
    )
    at, columns = _columns(shown)
    at.update(_actor_rows(scene, shown, at))
    net = Network(height="100vh", width="100%", directed=True)
    net.nodes = [_event_node(scene, event, at[event.iri], lang, base) for event in shown]
    names = sorted(name for name in graph if graph.nodes[name]["node"] == "actor")
    net.nodes += [_actor_node(scene, iri, at[iri], lang, base) for iri in names]
    net.node_ids = [node["id"] for node in net.nodes]
    net.node_map = {node["id"]: node for node in net.nodes}
    words = load_words()[lang]
    net.edges = [
        _edge(key(a, base), key(b, base), data["relation"], words)
        for a, b, _, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]
    net.toggle_physics(False)
    return net, columns


def _columns(shown: Sequence[Event]) -> tuple[dict[str, Point], list[dict[str, Any]]]:
    """Return the place of each event, and each column of a day with its left and right edge.

    Days come in order, the undated at the end; gaps grow with the logarithm of the days between.
    """
    by_day: defaultdict[str, list[Event]] = defaultdict(list)
    for event in shown:
        by_day[event.date or ""].append(event)
    at: dict[str, Point] = {}
    columns: list[dict[str, Any]] = []
    x, last = 0, ""
    for day in sorted(by_day, key=lambda d: (d == "", d)):
        x += _gap(last, day)
        group = sorted(by_day[day], key=lambda e: (e.root, e.iri))
        left = x
        for start in range(0, len(group), _TALL):
            _stack(group[start : start + _TALL], x, at)
            x += _COLUMN
        columns.append({"day": day or None, "from": left - _BOX // 2, "to": x - _COLUMN + _BOX // 2})
        last = day
    return at, columns


def _gap(before: str, day: str) -> int:
    if not before:
        return 0
    if not day:
        return 90
    days = (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(before)).days
    return 14 * days.bit_length()


def _stack(group: Sequence[Event], x: int, at: dict[str, Point]) -> None:
    heights = [_height(event) for event in group]
    y = -sum(heights) // 2
    for event, height in zip(group, heights, strict=True):
        at[event.iri] = (x, y + height // 2)
        y += height


def _height(event: Event) -> int:
    lines = 1 + max(len(event.label.id), len(event.label.en)) // _LINE
    return 17 * lines + 44


def _actor_rows(scene: Scene, shown: Sequence[Event], at: Mapping[str, Point]) -> dict[str, Point]:
    """Return places for the actors, in rows above and below the events, each near the middle of its own."""
    xs: defaultdict[str, list[int]] = defaultdict(list)
    for event in shown:
        for iri in {*event.actors, *event.recipients}:
            xs[iri].append(at[event.iri][0])
    top = min((y for _, y in at.values()), default=0) - 150
    bottom = max((y for _, y in at.values()), default=0) + 150
    placed: dict[str, Point] = {}
    taken: dict[tuple[bool, int], list[tuple[int, int]]] = {}
    for rank, iri in enumerate(sorted(xs, key=lambda name: (-len(xs[name]), name))):
        above = rank % 2 == 0
        x = sum(xs[iri]) // len(xs[iri])
        label, row = scene.actors[iri].label, 0
        half = max(95, 5 * max(len(label.id), len(label.en)) + 8)
        while any(abs(x - other) < half + wide for other, wide in taken.get((above, row), ())):
            row += 1
        taken.setdefault((above, row), []).append((x, half))
        placed[iri] = (x, top - 70 * row if above else bottom + 70 * row)
    return placed


def _event_node(scene: Scene, event: Event, at: Point, lang: str, base: str) -> dict[str, Any]:
    stand = standing(scene, event)
    quad = scene.kind_of(event).quad or 0
    label = event.label.id if lang == "id" else event.label.en
    return {
        "id": key(event.iri, base),
        "node": "event",
        "label": label,
        "title": label,
        "shape": "box",
        "quad": quad,
        "standing": stand.value,
        "x": at[0],
        "y": at[1],
        "widthConstraint": {"minimum": _BOX - 40, "maximum": _BOX - 16},
        "borderWidth": 2,
        "color": {"background": "#ffffff", "border": quad_colour(quad)},
        "shapeProperties": {"borderDashes": DASHES[stand.value], "borderRadius": 5},
        "contested": stand is Standing.CLAIMED,
    }


def _actor_node(scene: Scene, iri: str, at: Point, lang: str, base: str) -> dict[str, Any]:
    actor = scene.actors[iri]
    label = actor.label.id if lang == "id" else actor.label.en
    return {
        "id": key(iri, base),
        "node": "actor",
        "label": label,
        "title": label,
        "shape": SHAPES.get(actor.kind, "dot"),
        "kind": actor.kind,
        "size": 9,
        "x": at[0],
        "y": at[1],
    }


def _edge(a: str, b: str, relation: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Return an edge; ties to actors are thin and grey, those between events carry their name."""
    plain = relation in ("actor", "recipient")
    return {
        "id": f"{a}>{b}>{relation}",
        "from": a,
        "to": b,
        "relation": relation,
        "label": "" if plain else words["relation_" + relation],
        "title": words["relation_" + relation],
        "arrows": "" if relation in ("actor", "contradicts") else "to",
        "width": 1 if plain else 2,
        "color": "#b9bcc1" if plain else "#555a61",
        "dashes": relation == "contradicts",
        "smooth": {"enabled": False} if plain else {"enabled": True, "type": "curvedCW", "roundness": 0.22},
    }
