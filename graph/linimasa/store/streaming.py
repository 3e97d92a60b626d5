"""A graph too large for memory: `graph.nq` and a store on disk, written while its quads go by.

Lines are loaded in chunks, since Oxigraph's loader keeps what it is given at once in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linimasa.errors import SettingError, StoreError
from linimasa.model.iri import BASE
from linimasa.store.choice import AUTO, STORE_DIR, is_endpoint
from linimasa.store.folder import GRAPH_NQ
from linimasa.store.terms import line_maker
from linimasa.store.union import UnionDataset

if TYPE_CHECKING:
    from rdflib.term import Node

#: Lines loaded at once, and chunks for which terms are remembered as text.
_CHUNK = 10_000
_FRESH = 2


def stream_graph(
    folder: Path, quads: Iterable[tuple[Node, Node, Node, Node]], choice: str = AUTO, base: str = BASE
) -> UnionDataset:
    """Write quads to `graph.nq` and into a store in an empty folder, and return the graph.

    Memory doesn't grow with the number of quads. The caller closes the graph before the folder is moved.
    StoreError where the folder can't be written, SettingError where `choice` is an endpoint.
    """
    if is_endpoint(choice):
        raise SettingError(
            f"--store {choice}: a graph with so many imported events is written to disk; leave the option "
            f"out and load {GRAPH_NQ} into the endpoint by its own loader"
        )
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
    store.optimize()  # each chunk is a file that a query may have to look into
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
            named = [f"{text[:-1]}<{quad[3]}> .\n" for text, quad in zip(lines, chunk, strict=True)]
            yield [text + "\n" for text in dict.fromkeys(lines)], named
