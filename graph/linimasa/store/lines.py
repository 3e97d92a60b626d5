"""Graphs as lines of N-Triples: what every store gives, and every writer and loader takes."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rdflib import Dataset, Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from linimasa.store.terms import line_maker

#: A graph's name, None for the default graph, and its triples as lines that end with " .".
Lines = tuple[str | None, list[str]]


def graph_lines(graph: Graph | Dataset) -> Iterator[Lines]:
    """Yield the graphs of a dataset, by name and the default graph first, each with its lines in no order.

    StoreError for a blank node, which could not be written with the same bytes twice.
    """
    store = graph.store
    if isinstance(graph, Dataset):
        native = getattr(store, "lines", None)
        yield from native() if native is not None else quad_lines(graph.quads((None, None, None, None)))
    else:
        line = line_maker()
        yield None, [line(s, p, o) for s, p, o in graph]


def flat_lines(graph: Graph | Dataset) -> Iterator[list[str]]:
    """Yield the lines of a graph, or of all graphs of a dataset, in pieces; some may come twice."""
    native = getattr(graph.store, "flat_lines", None) if isinstance(graph, Dataset) else None
    if native is not None:
        yield native()
    else:
        yield from (lines for _, lines in graph_lines(graph))


def quad_lines(quads: Iterable[tuple[Node, Node, Node, Node | None]]) -> Iterator[Lines]:
    """Yield quads by graph as `graph_lines` does; a quad that comes twice is one line."""
    graphs: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
    line = line_maker()
    for s, p, o, within in quads:
        name = None if within is None or within == DATASET_DEFAULT_GRAPH_ID else str(within)
        graphs[name][line(s, p, o)] = None
    for key in sorted(graphs, key=lambda name: (name is not None, name or "")):
        yield key, list(graphs.pop(key))


def digests(graphs: Iterable[Lines]) -> dict[str, str]:
    """Return what tells whether a graph has changed, by its name."""
    return {
        name or "": hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "replace")).hexdigest()
        for name, lines in graphs
    }
