"""One graph in each store that linimasa can use, for tests that must hold over all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from linimasa.model.iri import BASE
from linimasa.store import UnionDataset
from linimasa.store.lines import Lines
from linimasa.store.oxigraph import OxStore, load_lines
from linimasa.store.reading import read_lines

Maker = Callable[[list[Lines], Path], UnionDataset]


def in_rdflib(graphs: list[Lines], folder: Path) -> UnionDataset:
    return read_lines(graphs, BASE)


def in_memory(graphs: list[Lines], folder: Path) -> UnionDataset:
    store = OxStore()
    load_lines(store, graphs)
    return UnionDataset(BASE, store)


def on_disk(graphs: list[Lines], folder: Path) -> UnionDataset:
    store = OxStore(folder / "store")
    load_lines(store, graphs)
    store.close()
    return UnionDataset(BASE, OxStore(folder / "store", readonly=True))


LOCAL: dict[str, Maker] = {"rdflib": in_rdflib, "oxigraph memory": in_memory, "oxigraph disk": on_disk}


def rows(graph: Any) -> list[tuple[str, ...]]:
    """The triples of a graph or rows of an answer as sorted texts."""
    return sorted(tuple("" if term is None else term.n3() for term in row) for row in graph)
