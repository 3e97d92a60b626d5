"""The actors as a network for Gephi, yEd and the like: a node an actor, an edge an event between two."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from rdflib import Dataset

from linimasa.export.happenings import EventRow, Party, event_rows
from linimasa.export.select import EVERYTHING, Selection
from linimasa.model.iri import local_name


def actor_network(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> Any:
    """Return a networkx MultiDiGraph: nodes by local name, an edge from each actor to each recipient.

    Parties of a mutual act are joined in pairs. Edges carry label, type, status and, where known, days;
    `fact` is false, and the label says so, for all that isn't held to have happened.
    """
    from networkx import MultiDiGraph  # 0.2 s to load

    graph = MultiDiGraph(name="linimasa")
    rows = event_rows(dataset, base, selection)
    parties = {party.iri: party for row in rows for party in (*row.actors, *row.recipients)}
    for iri in sorted(parties):
        graph.add_node(local_name(iri), **_node(parties[iri]))
    for row in rows:
        for number, (one, other) in enumerate(pairs(row), 1):
            key = f"{local_name(row.iri)}-{number}"
            graph.add_edge(local_name(one.iri), local_name(other.iri), key=key, **_edge(row, key))
    return graph


def _node(party: Party) -> dict[str, str]:
    return {
        "label": _plain(party.name_en),
        "name_id": _plain(party.name_id),
        "kind": party.kind,
        "code": party.code,
    }


def _edge(row: EventRow, key: str) -> dict[str, str]:
    values = {
        "id": key,
        "label": row.label_en if row.fact else f"{row.label_en} [{row.status}]",
        "type": row.type,
        "mode": row.mode,
        "status": row.status,
        "fact": "true" if row.fact else "false",
        "begin": row.begin,
        "end_date": row.end,
        "edtf": row.edtf,
        "place": row.place,
    }
    return {name: _plain(value) for name, value in values.items()}


def pairs(row: EventRow) -> Iterator[tuple[Party, Party]]:
    """Yield who did it with whom it was done to; the parties of a mutual act in pairs."""
    if row.recipients:
        yield from ((one, other) for one in row.actors for other in row.recipients)
    else:
        yield from combinations(row.actors, 2)


def to_graphml(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return the network as GraphML."""
    from networkx import write_graphml_xml

    out = io.BytesIO()
    write_graphml_xml(actor_network(dataset, base, selection), out, prettyprint=True)
    return out.getvalue().decode("utf-8") + "\n"


def to_gexf(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return the network as GEXF whose edges are dated, so that Gephi's timeline works."""
    from networkx import write_gexf

    graph = actor_network(dataset, base, selection)
    graph.graph["mode"] = "dynamic"
    for _, _, data in graph.edges(data=True):
        for name, day in (("start", data.pop("begin")), ("end", data.pop("end_date"))):
            if day:
                data[name] = day
    out = io.BytesIO()
    write_gexf(graph, out, prettyprint=True, version="1.2draft")
    # networkx stamps the day of writing, which would change the bytes tomorrow.
    text = re.sub(r' lastmodifieddate="[^"]*"', "", out.getvalue().decode("utf-8"), count=1)
    return text + "\n"


def to_node_link(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return the network as node-link JSON, as networkx and D3 read it."""
    from networkx import node_link_data

    data = node_link_data(actor_network(dataset, base, selection), edges="links")
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _plain(text: str) -> str:
    """Return a text without the characters that XML forbids."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
