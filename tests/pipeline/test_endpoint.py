"""A folder whose graph lies at a SPARQL endpoint: a real server, and a stand-in that notes what comes."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest

import linimasa
from articles import TEXT, corpus, jsonl, record
from linimasa.cli.app import run
from linimasa.errors import QueryError, StoreError
from linimasa.pipeline import BuildSettings, build
from linimasa.pipeline.importing import import_table
from linimasa.query import QueryTimeoutError, run_limited, run_query
from linimasa.store import nquads, open_graph, turtle
from linimasa.store.addresses import addresses
from linimasa.store.endpoint import Endpoint
from linimasa.store.sending import SENDING
from linimasa.store.vocab import prefixes
from store.stores import oxigraph_server


@pytest.fixture(scope="module")
def running() -> Iterator[str]:
    with oxigraph_server("--union-default-graph") as url:
        yield url


@pytest.fixture
def server(running: str) -> str:
    """A real server that holds nothing."""
    endpoint = Endpoint(running)
    endpoint.update("DROP ALL")
    endpoint.close()
    return running


class Standin(BaseHTTPRequestHandler):
    """Answers every request alike and keeps what it was asked."""

    seen: ClassVar[list[tuple[str, str, dict[str, str]]]] = []
    reply: ClassVar[tuple[int, dict[str, str], bytes]] = (204, {}, b"")

    def _any(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self.rfile.read(length)
        self.seen.append((self.command, self.path, dict(self.headers)))
        status, headers, body = self.reply
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = _any  # noqa: N815 - the library's names

    def log_message(self, *_: Any) -> None:
        """Write nothing."""


@pytest.fixture
def standin() -> Iterator[str]:
    Standin.seen.clear()
    Standin.reply = (204, {}, b"")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Standin)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def local(folder: Path) -> list[str]:
    graph = open_graph(folder, writable=True).graph
    return [turtle(graph), nquads(graph)]


def remote(folder: Path) -> list[str]:
    opened = linimasa.open(folder)
    try:
        return [turtle(opened.graph), nquads(opened.graph)]
    finally:
        opened.close()


def test_the_endpoint_holds_what_the_folder_says(server: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([corpus(tmp_path)], out, BuildSettings(store=server))
    assert remote(out) == local(out)
    graph = linimasa.open(out).graph
    for name in ("timeline", "by-document", "who-said-what", "check-direct"):
        assert run_query(graph, name).rows == run_query(open_graph(out, writable=True).graph, name).rows
    build([jsonl(tmp_path / "b.jsonl", record("lain", text=TEXT.replace("Myanmar", "Iran")))], out)
    assert remote(out) == local(out)
    assert not (out / SENDING).exists()
    graph.close()


def test_a_break_while_sending_is_mended(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    other = jsonl(tmp_path / "b.jsonl", record("lain", text=TEXT.replace("Myanmar", "Iran")))
    build([corpus(tmp_path)], out, BuildSettings(store=server, pages=False))
    before = remote(out)
    put, count = Endpoint.put, [0]

    def breaking(self: Endpoint, graph: str, lines: Any) -> None:
        count[0] += 1
        if count[0] > 2:
            raise KeyboardInterrupt
        put(self, graph, lines)

    monkeypatch.setattr(Endpoint, "put", breaking)
    with pytest.raises(KeyboardInterrupt):
        build([other], out, BuildSettings(pages=False))
    monkeypatch.setattr(Endpoint, "put", put)
    assert (out / SENDING).is_file()
    assert remote(out) == before == local(out)
    assert not (out / SENDING).exists()
    build([other], out, BuildSettings(pages=False))
    assert remote(out) == local(out) != before


def test_an_endpoint_without_a_view_of_all_graphs_is_refused(tmp_path: Path) -> None:
    with oxigraph_server() as url:
        out = tmp_path / "out"
        with pytest.raises(StoreError, match="--union-default-graph"):
            build([corpus(tmp_path)], out, BuildSettings(store=url, pages=False))
        assert not (out / "graph.ttl").exists()


def test_only_graphs_that_changed_are_sent(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, sent = tmp_path / "out", list[str]()
    put = Endpoint.put

    def counting(self: Endpoint, graph: str, lines: Any) -> None:
        sent.append(graph)
        put(self, graph, lines)

    monkeypatch.setattr(Endpoint, "put", counting)
    first = jsonl(tmp_path / "a.jsonl", record("satu"), record("dua", text="Rusia mengancam Ukraina.\n"))
    build([first], out, BuildSettings(store=server, pages=False))
    assert len(sent) == len(set(sent)) == len(list(linimasa.open(out).graph.graphs())) - 1
    sent.clear()
    build([first], out, BuildSettings(pages=False))
    assert sent == []
    second = jsonl(tmp_path / "a.jsonl", record("satu"), record("dua", text="Rusia memuji Ukraina.\n"))
    build([second], out, BuildSettings(pages=False))
    documents = [name for name in sent if "/doc/" in name]
    assert len(documents) == 1
    assert remote(out) == local(out)


def test_documents_are_taken_out_at_the_endpoint_too(server: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    source = jsonl(tmp_path / "a.jsonl", record("satu"), record("dua", text="Rusia mengancam Ukraina.\n"))
    build([source], out, BuildSettings(store=server, pages=False))
    table = tmp_path / "t.tsv"
    table.write_text("Japan\tMake a visit\tThailand\t2014-09-22\n", encoding="utf-8")
    import_table("quadruples", [table], out)
    assert remote(out) == local(out)
    for name in ("dua", "t"):
        assert run(["remove", str(out), name]) == 0
        assert remote(out) == local(out)
    asked = "SELECT ?d { ?d a lini:Document }"
    found = Endpoint(server).answer(asked, prefixes())
    assert len(set(found.rows)) == 1


def test_states_are_compared_where_one_lies_at_an_endpoint(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two states in one endpoint would be one graph: the second has its own store."""
    first = jsonl(tmp_path / "a.jsonl", record("satu"))
    second = jsonl(tmp_path / "b.jsonl", record("satu"), record("dua", text="Rusia mengancam Ukraina.\n"))
    for name, source, store in (("a", first, "memory"), ("b", second, "memory"), ("c", second, server)):
        build([source], tmp_path / name, BuildSettings(store=store, pages=False))
    told = []
    for name in ("b", "c"):
        capsys.readouterr()
        assert run(["diff", str(tmp_path / "a"), str(tmp_path / name), "--format", "json"]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert '"new"' in told[0]


def test_a_query_that_takes_too_long_is_given_up(server: str, tmp_path: Path) -> None:
    build([corpus(tmp_path)], tmp_path / "out", BuildSettings(store=server, pages=False))
    graph = linimasa.open(tmp_path / "out").graph
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?c) = CONCAT(?f, ?i)) }"
    with pytest.raises(QueryTimeoutError):
        run_limited(graph, endless, timeout=0.5)
    with pytest.raises(QueryError, match="not SPARQL"):
        run_query(graph, "SELECT * {")


def test_who_asks_stands_in_the_environment_alone(standin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINIMASA_STORE_USER", "budi")
    monkeypatch.setenv("LINIMASA_STORE_PASSWORD", "geheim")
    endpoint = Endpoint(standin)
    endpoint.put("http://e/g", ["<http://e/s> <http://e/p> <http://e/o> ."])
    endpoint.close()
    method, path, headers = Standin.seen[-1]
    assert (method, urlsplit(path).path, parse_qs(urlsplit(path).query)) == (
        "PUT", "/store", {"graph": ["http://e/g"]},
    )  # fmt: skip
    assert base64.b64decode(headers["Authorization"].split()[1]) == b"budi:geheim"
    Standin.reply = (403, {}, b"no")
    with pytest.raises(StoreError, match="403") as caught:
        Endpoint(standin).update("CLEAR ALL")
    assert "geheim" not in str(caught.value)
    monkeypatch.delenv("LINIMASA_STORE_USER")
    monkeypatch.delenv("LINIMASA_STORE_PASSWORD")
    monkeypatch.setenv("LINIMASA_STORE_TOKEN", "kunci")
    with pytest.raises(StoreError):
        Endpoint(standin).delete("http://e/g")
    assert Standin.seen[-1][2]["Authorization"] == "Bearer kunci"


def test_an_answer_that_was_cut_is_no_answer(standin: str) -> None:
    body = b'{"head": {"vars": ["s"]}, "results": {"bindings": []}}'
    Standin.reply = (200, {"X-SPARQL-MaxRows": "10000"}, body)
    with pytest.raises(StoreError, match="10000 rows"):
        Endpoint(standin).answer("SELECT ?s { ?s ?p ?o }", {})


def test_a_server_that_isnt_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be reached"):
        build([corpus(tmp_path)], tmp_path / "out", BuildSettings(store="http://127.0.0.1:9/", pages=False))
    assert not (tmp_path / "out" / "graph.ttl").exists()


@pytest.mark.parametrize(
    ("url", "update", "graphs"),
    [
        ("http://h:7878/", "http://h:7878/update", "http://h:7878/store"),
        ("http://h:8890/sparql", "http://h:8890/sparql", "http://h:8890/sparql-graph-crud"),
        ("http://h/repositories/r", "http://h/repositories/r/statements",
         "http://h/repositories/r/rdf-graphs/service"),
        ("http://h:3030/ds", "http://h:3030/ds/update", "http://h:3030/ds/data"),
    ],
)  # fmt: skip
def test_servers_have_their_own_places(url: str, update: str, graphs: str) -> None:
    found = addresses(url)
    assert (found.update, found.graphs) == (update, graphs)
