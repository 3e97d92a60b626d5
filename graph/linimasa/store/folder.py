"""The graph in a folder: `graph.trig` with the named graphs, `graph.ttl` with all of it flat."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from rdflib import Dataset

from linimasa.errors import StoreError
from linimasa.model.iri import BASE
from linimasa.store.turtle import trig, turtle
from linimasa.store.union import UnionDataset

GRAPH_TTL = "graph.ttl"
GRAPH_TRIG = "graph.trig"

_NEW = ".new"


@dataclass(frozen=True, slots=True)
class Store:
    """An opened graph: `graph` is an rdflib Dataset over all named graphs, with every prefix bound."""

    folder: Path
    graph: UnionDataset
    base: str = BASE


def write_graph(folder: Path, dataset: Dataset, base: str = BASE) -> tuple[Path, Path]:
    """Write both files of a graph and return their paths.

    Each file is written beside its place and moved there whole, so that a broken run leaves the last complete
    state. StoreError where the folder can't be written.
    """
    texts = {GRAPH_TTL: turtle(dataset, base), GRAPH_TRIG: trig(dataset, base)}
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


def open_graph(folder: Path | str, base: str = BASE) -> Store:
    """Open the graph of a folder, or a single Turtle or TriG file; StoreError where there is none."""
    path = Path(folder)
    if path.is_dir():
        files = [path / name for name in (GRAPH_TRIG, GRAPH_TTL) if (path / name).is_file()]
        if not files:
            raise StoreError("holds no graph; make one with `linimasa build SOURCE -o DIR`", path=path)
        path = files[0]
    dataset = UnionDataset(base)
    try:
        text = path.read_text(encoding="utf-8")
        dataset.parse(data=text, format="trig")  # Turtle is TriG with the default graph alone
    except OSError as error:
        message = f"can't be read ({error.strerror}); make a graph with `linimasa build SOURCE -o DIR`"
        raise StoreError(message, path=path) from error
    except Exception as error:  # rdflib's parsers raise what they like
        raise StoreError(f"isn't Turtle or TriG ({_first_line(error)})", path=path) from error
    return Store(path.parent, dataset, base)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
