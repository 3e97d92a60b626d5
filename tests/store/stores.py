"""One graph in each store that linimasa can use, for tests that must hold over all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from linimasa.model.iri import BASE
from linimasa.store import UnionDataset
from linimasa.store.lines import Lines
from linimasa.store.oxigraph import OxStore, make_flat, open_flat
from linimasa.store.reading import read_lines
from linimasa.store.turtle import trig_of

Maker = Callable[[list[Lines], Path], UnionDataset]


def in_rdflib(graphs: list[Lines], folder: Path) -> UnionDataset:
    return read_lines(graphs, BASE)


def in_memory(graphs: list[Lines], folder: Path) -> UnionDataset:
    (folder / "graph.trig").write_text(trig_of(graphs), encoding="utf-8")
    return UnionDataset(BASE, OxStore(make_flat(lines for _, lines in graphs), folder / "graph.trig"))


def on_disk(graphs: list[Lines], folder: Path) -> UnionDataset:
    (folder / "graph.trig").write_text(trig_of(graphs), encoding="utf-8")
    del_after = make_flat((lines for _, lines in graphs), folder / "store")
    del del_after  # only one may hold it open
    return UnionDataset(BASE, open_flat(folder / "store", folder / "graph.trig"))


LOCAL: dict[str, Maker] = {"rdflib": in_rdflib, "oxigraph memory": in_memory, "oxigraph disk": on_disk}


def rows(graph: Any) -> list[tuple[str, ...]]:
    """The triples of a graph or rows of an answer as sorted texts."""
    return sorted(tuple("" if term is None else term.n3() for term in row) for row in graph)
