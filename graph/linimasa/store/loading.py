"""Graphs loaded into Oxigraph's default graph, each triple once, as fast as its loader reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from linimasa.errors import StoreError

#: A line of N-Quads that ends with the name of a graph.
_NAMED = re.compile(rb"(?m)^(\S+ \S+ .+) <[^<>\"\s]*> \.[ \t\r]*$")
#: Bytes read at once.
_PIECE = 1 << 20


def make_flat(lines: Iterable[list[str]], path: Path | None = None) -> ox.Store:
    """Return a store of lines of N-Triples, made in the folder `path` (None: in memory).

    The lines come in pieces, so that no whole copy need be held; one that comes twice counts once. StoreError
    for a line that can't be read.
    """
    store = ox.Store() if path is None else ox.Store(str(path))
    return _filled(store, (("\n".join(piece) + "\n").encode("utf-8") for piece in lines if piece), path)


def flat_file(named: Path, path: Path | None = None) -> ox.Store:
    """Return a store as `make_flat` does, of an N-Quads file; StoreError where it can't be read."""
    store = ox.Store() if path is None else ox.Store(str(path))
    try:
        try:
            return _read(store, named, path, careful=False)
        except StoreError:  # not every line has the name of a graph
            return _read(store, named, path, careful=True)
    except OSError as error:
        raise StoreError(f"can't be read ({error.strerror or error})", path=named) from error


def _read(store: ox.Store, named: Path, path: Path | None, careful: bool) -> ox.Store:
    with named.open("rb") as stream:
        return _filled(store, _triples_of(stream, careful), path)


def file_triples(named: Path) -> Iterator[str]:
    """Yield the lines of an N-Quads file of ours without the names of the graphs, each of which it has."""
    with named.open("rb") as stream:
        for piece in _triples_of(stream):
            yield from piece.decode("utf-8").split("\n")[:-1]


def _triples_of(stream: IO[bytes], careful: bool = False) -> Iterator[bytes]:
    """Yield the lines of N-Quads in pieces, without the names of the graphs.

    Unless `careful`, every line must have one: of others the object is cut off, so that they can't be read.
    """
    rest = b""
    while piece := stream.read(_PIECE):
        piece = rest + piece
        end = piece.rfind(b"\n") + 1
        yield _careful(piece[:end]) if careful else _quick(piece[:end])
        rest = piece[end:]
    if rest:
        yield _careful(rest + b"\n") if careful else _quick(rest + b"\n")


def _quick(piece: bytes) -> bytes:
    """Cut the name off each line; some five times as fast as by a regular expression.

    Lines that come twice are left out: an event's description stands in the graphs of all its documents.
    """
    *lines, last = piece.split(b"> .\n")
    found = dict.fromkeys([line[: line.rfind(b" <")] for line in lines])
    return b" .\n".join([*found, last])


def _careful(piece: bytes) -> bytes:
    return _NAMED.sub(rb"\1 .", piece)


def _filled(store: ox.Store, pieces: Iterable[bytes], path: Path | None) -> ox.Store:
    source: Any = _Stream(pieces)
    try:
        store.bulk_load(source, ox.RdfFormat.N_TRIPLES, lenient=True)
        store.flush()
        if path is not None:
            store.optimize()  # a million triples are a file; each that may hold a term is looked into
    except SyntaxError as error:
        raise StoreError(f"the graph can't be loaded ({error})", path=path) from error
    return store


class _Stream:
    """Pieces of bytes as a file for reading; all that is asked of it is `read`."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._piece, self._at = iter(pieces), b"", 0

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` bytes, none at the end."""
        while self._at >= len(self._piece):
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._piece, self._at = piece, 0
        end = len(self._piece) if size < 0 else self._at + size
        taken = self._piece[self._at : end]
        self._at += len(taken)
        return taken
