"""One graph in each store that linimasa can use, for tests that must hold over all of them."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from linimasa.model.iri import BASE
from linimasa.store import UnionDataset
from linimasa.store.endpoint import Endpoint
from linimasa.store.lines import Lines
from linimasa.store.loading import make_flat
from linimasa.store.oxigraph import OxStore, open_flat
from linimasa.store.reading import read_lines
from linimasa.store.remote import open_remote
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


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


@contextmanager
def oxigraph_server(*more: str) -> Iterator[str]:
    """The URL of an Oxigraph server that was started for this, in memory."""
    program = Path(sys.executable).with_name("oxigraph")
    port = free_port()
    words = [str(program), "serve", "--bind", f"127.0.0.1:{port}", *more]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(200):
            try:
                httpx.get(url, timeout=5)
                break
            except httpx.TransportError:
                assert server.poll() is None, "the server ended"
                time.sleep(0.1)
        yield url
    finally:
        server.kill()
        server.wait()


_VIRTUOSO = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = {http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 100000
"""


@contextmanager
def virtuoso_server(folder: Path) -> Iterator[str]:
    """The URL of a Virtuoso server that was started for this, with the user and password dba."""
    sql, port = free_port(), free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(_VIRTUOSO.format(folder=folder, sql=sql, http=port), encoding="utf-8")
    words = ["virtuoso-t", "-f", "-c", str(ini)]
    server = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/sparql"
    try:
        for _ in range(600):
            try:
                if httpx.get(url, params={"query": "ASK {}"}, timeout=10).status_code == 200:
                    break
            except httpx.TransportError:
                assert server.poll() is None, (folder / "virtuoso.log").read_text(encoding="utf-8")
            time.sleep(0.2)
        yield url
    finally:
        server.kill()
        server.wait()


def at_endpoint(url: str, graphs: list[Lines]) -> UnionDataset:
    endpoint = Endpoint(url)
    for name, lines in graphs:
        endpoint.put(name or "", lines)
    endpoint.close()
    return UnionDataset(BASE, open_remote(url, BASE))


LOCAL: dict[str, Maker] = {"rdflib": in_rdflib, "oxigraph memory": in_memory, "oxigraph disk": on_disk}


def rows(graph: Any) -> list[tuple[str, ...]]:
    """The triples of a graph or rows of an answer as sorted texts."""
    return sorted(tuple("" if term is None else term.n3() for term in row) for row in graph)
