"""The graph in a folder: `graph.trig` by named graphs, `graph.ttl` with all of it flat, and its store."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rdflib import Dataset

from linimasa.errors import StoreError
from linimasa.model.iri import BASE
from linimasa.state import settle
from linimasa.store.choice import (
    AUTO,
    MEMORY,
    OXIGRAPH,
    STORE_DIR,
    is_endpoint,
    kind_for,
    remember,
    remembered,
)
from linimasa.store.lines import quad_lines
from linimasa.store.turtle import trig, trig_of, turtle, turtle_of
from linimasa.store.union import UnionDataset

GRAPH_TTL = "graph.ttl"
GRAPH_TRIG = "graph.trig"
#: In place of both where the graph is too large for memory (`store.streaming`).
GRAPH_NQ = "graph.nq"

_NEW = ".new"


@dataclass(frozen=True, slots=True)
class Store:
    """An opened graph: `graph` is an rdflib Dataset over all named graphs, with every prefix bound.

    What it lies in (memory, Oxigraph on disk, an endpoint) makes no difference to how it is used.
    """

    folder: Path
    graph: UnionDataset
    base: str = BASE

    def close(self) -> None:
        """Let go of the store's files; the graph can't be used after that."""
        self.graph.close()


def write_graph(folder: Path, dataset: Dataset, base: str = BASE) -> tuple[Path, Path]:
    """Write both files of a graph and return their paths.

    Each file is written beside its place and moved there whole, so that a broken run leaves the last complete
    state. StoreError where the folder can't be written.
    """
    return _write(folder, {GRAPH_TTL: turtle(dataset, base), GRAPH_TRIG: trig(dataset, base)})


def make_graph(
    folder: Path, quads: Iterable[tuple[Any, Any, Any, Any]], choice: str = AUTO, base: str = BASE
) -> UnionDataset:
    """Write the files of a graph and its store into an empty folder, and return the graph.

    `quads` are rdflib terms with the name of their graph last; `choice` is one of `store.choice`. The caller
    closes the graph before the folder is moved. StoreError where the folder can't be written.
    """
    graphs = list(quad_lines(quads))
    kind = kind_for(choice, sum(len(lines) for _, lines in graphs))
    flat = [lines for _, lines in graphs]
    _write(folder, {GRAPH_TTL: turtle_of(flat, base), GRAPH_TRIG: trig_of(graphs, base)})
    if is_endpoint(kind):
        from linimasa.store.lines import digests

        remember(folder, choice, digests(graphs))
    else:
        remember(folder, choice)
    if kind != MEMORY:
        from linimasa.store.loading import make_flat
        from linimasa.store.oxigraph import OxStore

        path = folder / STORE_DIR if kind == OXIGRAPH else None
        return UnionDataset(base, OxStore(make_flat(flat, path), folder / GRAPH_TRIG, path))
    from linimasa.store.reading import read_lines

    return read_lines(graphs, base)


def _write(folder: Path, texts: dict[str, str]) -> tuple[Path, Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            replace_file(folder / name, text)
    except OSError as error:
        raise StoreError(
            f"can't be written ({error.strerror}); choose another folder", path=folder
        ) from error
    return folder / GRAPH_TTL, folder / GRAPH_TRIG


def replace_file(path: Path, text: str) -> None:
    """Put a text in the place of a file in one step; OSError where that fails."""
    beside = path.with_name(path.name + _NEW)
    with beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)


def open_graph(folder: Path | str, base: str = BASE, *, writable: bool = False) -> Store:
    """Open the graph of a folder, or a single Turtle or TriG file; StoreError where there is none.

    What a broken build left half moved is put in place first. A graph opened `writable` lies in memory,
    whatever store the folder has: changes last as long as the program. The graphs of a folder whose graph
    lies at an endpoint are read there.
    """
    path = Path(folder)
    if not path.is_dir():
        return Store(path.parent, _read(path, base), base)
    settle(path)
    choice = remembered(path)
    if not writable and choice != MEMORY and (path / STORE_DIR).is_dir():
        from linimasa.store.oxigraph import open_flat

        named = path / (GRAPH_NQ if (path / GRAPH_NQ).is_file() else GRAPH_TRIG)
        return Store(path, UnionDataset(base, open_flat(path / STORE_DIR, named)), base)
    if not writable and is_endpoint(choice):
        from linimasa.store.remote import open_remote
        from linimasa.store.sending import mend

        mend(path)
        return Store(path, UnionDataset(base, open_remote(choice, base)), base)
    files = [path / name for name in (GRAPH_NQ, GRAPH_TRIG, GRAPH_TTL) if (path / name).is_file()]
    if not files:
        raise StoreError("holds no graph; make one with `linimasa build SOURCE -o DIR`", path=path)
    return Store(path, _read(files[0], base), base)


def _read(path: Path, base: str) -> UnionDataset:
    from linimasa.store.reading import read_file

    return read_file(path, base)
