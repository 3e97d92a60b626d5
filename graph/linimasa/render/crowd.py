"""Actor networks too large for pyvis, as data for the page's own drawing on a canvas.

Every actor has its place on the island of its community (`islands`). Above `SINGLY` actors the page draws the
communities first, each as one disc, and opens those that are chosen.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

from linimasa.analyse import measures, projection
from linimasa.render.islands import islands
from linimasa.render.payload import key
from linimasa.render.ties import ties

#: Up to this many actors pyvis and vis-network draw a network well.
PYVIS = 300
#: Above this many actors communities are drawn first.
SINGLY = 5000


def crowd(graph: nx.MultiDiGraph, base: str) -> dict[str, Any]:
    """Return the nodes, edges and islands of a network; above `singly` actors communities are drawn first."""
    found = measures(graph)
    land = islands(projection(graph), {name: one.community for name, one in found.items()})
    at = {name: place for island in land for name, place in island.places.items()}
    return {
        "nodes": [
            {
                "id": key(name, base),
                "kind": graph.nodes[name]["kind"],
                "x": at[name][0],
                "y": at[name][1],
                "community": found[name].community,
                "brokerage": found[name].brokerage,
                "strength": found[name].strength,
            }
            for name in sorted(graph)
        ],
        "edges": _edges(graph, base),
        "islands": [
            {"community": one.number, "x": one.x, "y": one.y, "radius": one.radius, "actors": len(one.places)}
            for one in land
        ],
        "singly": SINGLY,
    }


def _edges(graph: nx.MultiDiGraph, base: str) -> list[dict[str, Any]]:
    """Return the edges; `bend` fans those of one pair out, as a share of their length."""
    return [
        tie.row
        | {
            "bend": round(
                (1 if (tie.place % 2 == 1) == tie.forward else -1) * 0.12 * ((tie.place + 1) // 2), 2
            )
        }
        for tie in ties(graph, base)
    ]
