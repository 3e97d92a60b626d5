"""A graph too large for memory: `graph.nq` and a store on disk, written while its quads go by.

Lines are loaded in chunks: Oxigraph's loader keeps what it is given at once in memory, some kilobytes a triple.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linimasa.errors import StoreError
from linimasa.model.iri import BASE
from linimasa.store.choice import STORE_DIR
from linimasa.store.terms import line_maker
from linimasa.store.union import UnionDataset

if TYPE_CHECKING:
    from rdflib.term import Node

#: The file of a graph that was streamed: N-Quads in the order in which they came.
GRAPH_NQ = "graph.nq"

#: Lines loaded at once, and terms remembered as text.
_CHUNK = 20_000
_FRESH = 10


def stream_graph(folder: Path, quads: Iterable[tuple[Node, Node, Node, Node]], base: str = BASE) -> UnionDataset:
    """Write quads to `graph.nq` and into a store in an empty folder, and return the graph.

    Memory doesn't grow with the number of quads. The caller closes the graph before the folder is moved.
    StoreError where the folder can't be written.
    """
    import pyoxigraph as ox

    from linimasa.store.oxigraph import OxStore

    store = ox.Store(str(folder / STORE_DIR))
    try:
        with (folder / GRAPH_NQ).open("w", encoding="utf-8", newline="\n") as stream:
            for flat, named in _chunks(iter(quads)):
                stream.writelines(named)
                store.bulk_load("".join(flat).encode("utf-8"), ox.RdfFormat.N_TRIPLES, lenient=True)
    except OSError as error:
        message = f"can't be written ({error.strerror or error}); choose another folder"
        raise StoreError(message, path=folder) from error
    store.flush()
    return UnionDataset(base, OxStore(store, folder / GRAPH_NQ, folder / STORE_DIR))


def _chunks(quads: Iterator[tuple[Any, Any, Any, Any]]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield lines of N-Triples, each once, and of N-Quads; terms are remembered for some chunks only."""
    while True:
        line = line_maker()
        for _ in range(_FRESH):
            chunk = list(islice(quads, _CHUNK))
            if not chunk:
                return
            lines = [line(s, p, o) for s, p, o, _ in chunk]
            named = [
                f"{text[:-1]}<{quad[3]}> .\n" for text, quad in zip(lines, chunk, strict=True)
            ]
            yield [text + "\n" for text in dict.fromkeys(lines)], named
