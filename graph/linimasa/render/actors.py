"""The actor network as pyvis `Network` objects and as a page.

pyvis' own `add_edge` scans all nodes at each call and its page asks other machines for scripts, so nodes and
edges are set directly and the page is ours; `actors_view` gives the Network to those who go on from there.
What is too large for it is drawn on a canvas of our own (`crowd`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import networkx as nx
from pyvis.network import Network
from rdflib import Dataset, Graph

from linimasa.analyse import Measures, Scene, actor_network, event_pairs, measures, projection, read_scene
from linimasa.model.iri import BASE
from linimasa.render.crowd import PYVIS, crowd
from linimasa.render.layout import Point, clear, spread
from linimasa.render.page import FORCE, SHARED, START, VENDORED, page
from linimasa.render.palette import DASHES, SHAPES, quad_colour
from linimasa.render.payload import drawn, key, most_told, records
from linimasa.render.ties import ties
from linimasa.render.words import check_language, load_words

#: Above this many actors only those with most events are drawn, and the page says so.
LIMIT = 20_000

#: Above this many events those with most claims are taken, and the page says so.
EVENTS = 20_000

#: Above this many actors the page opens with people as their states; a switch opens them again.
ROLLED = 60


def render_actors(
    dataset: Dataset | Graph | Scene,
    *,
    lang: str = "id",
    title: str | None = None,
    limit: int = LIMIT,
    base: str = BASE,
) -> str:
    """Return the actor network as one HTML file that needs nothing else.

    `lang` is the language it opens in (`id` or `en`, switched in the page), `title` a heading in place of the
    usual one. The same graph gives the same bytes.
    """
    check_language(lang)
    whole = read_scene(dataset, base)
    scene = replace(whole, events={event.iri: event for event in most_told(whole, EVENTS)})
    data = records(scene, base, tied(scene)) | networks(scene, limit, base)
    data["left"] = {"actors": left_out(scene, limit) | {"events": len(whole.events) - len(scene.events)}}
    return page("actors", data, scripts(data["nets"]), lang, title)


def actors_view(
    dataset: Dataset | Graph | Scene,
    *,
    rolled: bool = False,
    lang: str = "id",
    limit: int = PYVIS,
    base: str = BASE,
) -> Network:
    """Return the actor network as a pyvis Network with positions set and physics off, to be customised."""
    check_language(lang)
    scene = read_scene(dataset, base)
    return _view(scene, _cut(actor_network(scene, rolled=rolled), limit), lang, base)


def networks(scene: Scene, limit: int, base: str) -> dict[str, Any]:
    """Return the page's data of the networks, opened and rolled up, and which of them it opens with."""
    nets = {
        name: _network(scene, actor_network(scene, rolled=name == "rolled"), limit, base)
        for name in ("open", "rolled")
    }
    return {"nets": nets, "start": "rolled" if len(nets["open"]["nodes"]) > ROLLED else "open"}


def scripts(nets: Mapping[str, Any]) -> list[str]:
    """Return the scripts of a page with these networks, none that no network asks for."""
    large = any("islands" in net for net in nets.values())
    small = any("islands" not in net for net in nets.values())
    libraries = [*([VENDORED] if small else []), *([FORCE] if large else [])]
    drawings = [*(["network.js"] if small else []), *(["canvas.js"] if large else [])]
    return [*libraries, *SHARED, *drawings, "actors.js", START]


def tied(scene: Scene) -> set[str]:
    """Return the events that tie actors to each other, as themselves or as their states."""
    return {
        event.iri
        for event in scene.events.values()
        if drawn(event, scene)
        and any(any(event_pairs(scene, event, rolled=rolled)) for rolled in (False, True))
    }


def left_out(scene: Scene, limit: int) -> dict[str, int]:
    """Return how many events the networks leave out, by why."""
    return {
        "spoken": sum(not drawn(e, scene) and e.root != "statement" for e in scene.events.values()),
        "statements": sum(e.root == "statement" for e in scene.events.values()),
        "limit": limit,
    }


def _network(scene: Scene, whole: nx.MultiDiGraph, limit: int, base: str) -> dict[str, Any]:
    graph = _cut(whole, limit)
    loose = sum(degree == 0 for _, degree in whole.degree())
    left = {"cut": len(whole) - loose - len(graph), "loose": loose}
    if len(graph) > PYVIS:
        return crowd(graph, base) | left
    net = _view(scene, graph, "id", base)
    return {"nodes": net.nodes, "edges": net.edges, **left}


def _cut(graph: nx.MultiDiGraph, limit: int) -> nx.MultiDiGraph:
    """Return the network of the actors that have ties, of those with most events where they are many."""
    tied = [name for name, degree in graph.degree() if degree > 0]
    ranked = sorted(tied, key=lambda name: (-graph.nodes[name]["events"], name))[:limit]
    part = graph.subgraph(sorted(ranked))
    kept = nx.MultiDiGraph()
    kept.add_nodes_from((name, part.nodes[name]) for name in sorted(part))
    kept.add_edges_from(sorted(part.edges(keys=True, data=True), key=lambda edge: edge[:3]))
    return kept


def _view(scene: Scene, graph: nx.MultiDiGraph, lang: str, base: str) -> Network:
    found = measures(graph)
    order = sorted(graph, key=lambda n: (found[n].community, -found[n].strength, n))
    boxes = {name: _box(graph.nodes[name]) for name in graph}
    at = clear(spread(projection(graph), order), boxes)
    net = Network(height="100vh", width="100%", directed=True)
    net.nodes = [_node(name, graph.nodes[name], found[name], at[name], lang, base) for name in sorted(graph)]
    net.node_ids = [node["id"] for node in net.nodes]
    net.node_map = {node["id"]: node for node in net.nodes}
    net.edges = _edges(scene, graph, lang, base)
    net.toggle_physics(False)
    return net


def _box(data: Mapping[str, Any]) -> Point:
    """Return the width and height in pixels that a node takes with its label below it."""
    longest = max(len(data["label_id"]), len(data["label_en"]))
    return max(60, 9 * min(longest, 22) + 20), 80 + 20 * (longest // 22)


def _node(
    name: str, data: Mapping[str, Any], found: Measures, at: Point, lang: str, base: str
) -> dict[str, Any]:
    label = data["label_id" if lang == "id" else "label_en"]
    return {
        "id": key(name, base),
        "label": label,
        "title": f"{label} · {data['events']}",
        "shape": SHAPES.get(data["kind"], "dot"),
        "kind": data["kind"],
        "size": 10 + min(22, 2 * found.strength),
        "x": at[0],
        "y": at[1],
        "community": found.community,
        "brokerage": found.brokerage,
        "strength": found.strength,
        "events": data["events"],
    }


def _edges(scene: Scene, graph: nx.MultiDiGraph, lang: str, base: str) -> list[dict[str, Any]]:
    """Return the edges, those of one pair fanned out so that none hides another."""
    words = load_words()[lang]
    edges = []
    for tie in ties(graph, base):
        data, label = tie.data, scene.types[tie.data["type"]].label
        edges.append(
            tie.row
            | {
                "width": min(12.0, 1.5 + 1.2 * data["weight"]),
                "color": quad_colour(data["quad"]),
                "dashes": DASHES[data["standing"]],
                "smooth": _bend(tie.place, tie.forward),
                "title": f"{label.id if lang == 'id' else label.en} · {words['standing_' + data['standing']]}"
                f" · {data['weight']}",
            }
        )
    return edges


def _bend(place: int, forward: bool) -> dict[str, Any]:
    """Return the curve of the edge at a place within its pair: straight, then left and right, ever wider."""
    if place == 0:
        return {"enabled": False}
    left = (place % 2 == 1) == forward
    return {
        "enabled": True,
        "type": "curvedCW" if left else "curvedCCW",
        "roundness": round(0.14 * ((place + 1) // 2), 2),
    }
