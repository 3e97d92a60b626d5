"""Updates: only where asked for, from no page but our own, whole or not at all, kept in the folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import linimasa
from articles import jsonl, record
from linimasa.cli.app import run
from linimasa.errors import QueryError
from linimasa.export.formats import written
from linimasa.server.updating import read_update
from linimasa.store import open_graph
from server.conftest import Server, built, records, running

KIND = {"Content-Type": "application/sparql-update"}
ADDED = "ASK { act:usa rel:attacks act:rus }"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("writable"), records())


@pytest.fixture(scope="module")
def writable(own: Path) -> Iterator[Server]:
    with running(own, "--writable") as one:
        yield one


def update(server: Server, text: str, **headers: str) -> tuple[int, str]:
    answer = server.http.post("/sparql", content=text, headers={**KIND, **headers})
    return answer.status_code, answer.text


def test_an_update_changes_the_graph_and_its_files(writable: Server, own: Path) -> None:
    statements = (own / "statements.jsonl").read_bytes()
    assert writable.query(ADDED).json()["boolean"] is False
    assert update(writable, "INSERT DATA { act:usa rel:attacks act:rus }") == (204, "")
    assert writable.query(ADDED).json()["boolean"] is True
    assert open_graph(own).graph.query(ADDED).askAnswer is True
    assert (own / "statements.jsonl").read_bytes() == statements
    assert update(writable, "DELETE DATA { act:usa rel:attacks act:rus }") == (204, "")
    assert writable.query(ADDED).json()["boolean"] is False
    assert (
        writable.http.post("/sparql", data={"update": "DELETE WHERE { act:nobody ?p ?o }"}).status_code == 204
    )


def test_a_graph_can_be_written_to(writable: Server, own: Path) -> None:
    assert update(writable, "INSERT DATA { GRAPH gra:mine { act:usa rel:aids act:rus } }")[0] == 204
    assert writable.query("ASK { GRAPH gra:mine { act:usa rel:aids act:rus } }").json()["boolean"] is True
    assert "gra:mine {" in (own / "graph.trig").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("INSERT DATA { act:usa", "not SPARQL Update"),
        ("INSERT DATA { act:usa nowhere:x act:rus }", "nowhere"),
        ("LOAD <file:///etc/passwd>", "LOAD would fetch"),
        ("INSERT DATA { act:a rel:b act:c } ; LOAD <http://example.org/>", "LOAD would fetch"),
        ("DELETE { ?s ?p ?o } USING <http://example.org/> WHERE { ?s ?p ?o }", "USING would fetch"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE would use"),
        ("INSERT DATA { act:a rel:b act:c } ; CREATE GRAPH gra:merged", "the update failed"),
    ],
)
def test_what_an_update_may_not_do_changes_nothing(
    writable: Server, own: Path, text: str, message: str
) -> None:
    before = (own / "graph.trig").read_bytes()
    status, told = update(writable, text)
    assert (status, message in told) == (400, True)
    assert (own / "graph.trig").read_bytes() == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_no_page_elsewhere_may_send_one(writable: Server, headers: dict[str, str]) -> None:
    status, told = update(writable, "INSERT DATA { act:a rel:b act:c }", **headers)
    assert (status, "own pages" in told) == (403, True)
    assert writable.query("ASK { act:a rel:b act:c }").json()["boolean"] is False


def test_our_own_page_may(writable: Server) -> None:
    origin = writable.address.rstrip("/")
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
    assert update(writable, "DELETE WHERE { act:nobody ?p ?o }", **headers)[0] == 204


def test_the_past_cannot_be_changed(writable: Server) -> None:
    answer = writable.http.post("/sparql?as-of=2022-01-05", content="CLEAR ALL", headers=KIND)
    assert answer.status_code == 400


def test_it_says_that_it_writes(writable: Server) -> None:
    text = writable.http.get("/sparql", headers={"Accept": "text/turtle"}).text
    assert "SPARQL11Update" in text


def test_reading_an_update_names_the_line() -> None:
    with pytest.raises(QueryError, match="update, line 1: not SPARQL Update"):
        read_update("INSERT DATA {\n act:a rel:b }")


@pytest.mark.parametrize("store", ["memory", "oxigraph"])
def test_what_was_added_is_carried_over_by_builds(tmp_path: Path, store: str) -> None:
    source = jsonl(tmp_path / "a.jsonl", record("a"), record("b", text="Rusia mengancam Ukraina.\n"))
    out = tmp_path / "out"
    assert run(["build", str(source), "-o", str(out), "--store", store]) == 0
    bare = (out / "graph.trig").read_bytes()
    asked = 'ASK { GRAPH gra:edits { act:usa rdfs:comment "periksa lagi" } GRAPH gra:mine { act:usa ?p ?o } }'
    with running(out, "--writable") as server:
        added = 'act:usa rdfs:comment "periksa lagi" . GRAPH gra:mine { act:usa rel:aids act:idn }'
        assert update(server, f"INSERT DATA {{ {added} }}") == (204, "")
        assert server.query(asked).json()["boolean"] is True
    kept = (out / "graph.trig").read_bytes()
    assert len((out / "edits.nq").read_text(encoding="utf-8").splitlines()) == 2
    assert run(["build", str(source), "-o", str(out)]) == 0
    assert (out / "graph.trig").read_bytes() == kept
    opened = linimasa.open(out)
    assert opened.graph.query(asked).askAnswer is True
    assert b"periksa lagi" in written(opened.graph, "nquads")
    opened.close()
    assert run(["validate", str(out)]) == 0
    with running(out, "--writable") as server:
        assert update(server, "DELETE WHERE { act:usa rdfs:comment ?o } ; CLEAR GRAPH gra:mine") == (204, "")
    assert (out / "edits.nq").read_bytes() == b""
    assert (out / "graph.trig").read_bytes() == bare


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("DELETE WHERE { ?e lini:status ?o }", "comes from the records"),
        ("CLEAR ALL", "comes from the records"),
        ("INSERT DATA { GRAPH gra:merged { act:usa rel:attacks act:rus } }", "is made by builds"),
    ],
)
def test_what_builds_make_cannot_be_changed(writable: Server, own: Path, text: str, message: str) -> None:
    before = (own / "graph.trig").read_bytes()
    status, told = update(writable, text)
    assert (status, message in told) == (400, True)
    assert (own / "graph.trig").read_bytes() == before


def test_a_document_taken_out_takes_what_was_said_of_it(tmp_path: Path) -> None:
    gone = "Presiden Bramantyo Kusumo bertemu Presiden Joko Widodo di Jakarta.\n"
    source = jsonl(tmp_path / "a.jsonl", record("a"), record("b", text=gone))
    out = tmp_path / "out"
    assert run(["build", str(source), "-o", str(out)]) == 0
    with running(out, "--writable") as server:
        copied = "INSERT { GRAPH gra:mine { ?c rdfs:comment ?q } } WHERE { ?c lini:quote ?q }"
        mine = "INSERT DATA { act:usa rdfs:comment 'tetap' }"
        assert update(server, f"{copied} ; {mine}") == (204, "")
    assert "Bramantyo" in (out / "edits.nq").read_text(encoding="utf-8")
    assert run(["remove", str(out), "b"]) == 0
    assert [p.name for p in out.iterdir() if p.is_file() and b"bramantyo" in p.read_bytes().lower()] == []
    assert "tetap" in (out / "edits.nq").read_text(encoding="utf-8")
    assert run(["validate", str(out)]) == 0
