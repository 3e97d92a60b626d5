"""The graph as of a day: what the statements known by then give, and nothing of what came after."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import day, document, source, state, statement
from linimasa.errors import SettingError, StoreError
from linimasa.model.statement import Statement
from linimasa.pipeline import build
from linimasa.pipeline.opening import known_on, open_above
from linimasa.pipeline.records import statement_line
from linimasa.query import run_query

EARLY, LATE = document("a", "2022-01-03"), document("b", "2022-01-11")
PARTIES = [state("USA"), state("RUS")]


def records() -> list[Statement]:
    return [
        statement(actors=PARTIES, time=day("2022-01-10"), modality="planned", doc=EARLY),
        statement(actors=PARTIES, time=day("2022-01-10"), doc=LATE),
        statement("THREATEN", [state("RUS")], [state("UKR")], start=90, doc=LATE, said_on="2022-01-04"),
        statement("ACCUSE", [state("IRN")], [state("ISR")], start=190, doc=document("c", None)),
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "statements.jsonl"
    path.write_text("".join(map(statement_line, records())), encoding="utf-8")
    build([path], tmp_path / "out")
    return tmp_path / "out"


def told(folder: Path, as_of: str | None) -> dict[str, str]:
    graph = open_above(folder, as_of=as_of).graph
    rows = run_query(graph, "SELECT ?t ?s { ?e lini:rootType ?t ; lini:status ?s }").plain()
    return {kind.removeprefix("typ:"): status.removeprefix("lini:") for kind, status in rows}


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (None, {"consult": "occurred", "threaten": "occurred", "accuse": "occurred"}),
        ("2022-12-31", {"consult": "occurred", "threaten": "occurred"}),
        ("2022-01-11", {"consult": "occurred", "threaten": "occurred"}),
        ("2022-01-10", {"consult": "planned", "threaten": "occurred"}),
        ("2022-01-04", {"consult": "planned", "threaten": "occurred"}),
        ("2022-01-03", {"consult": "planned"}),
        ("2022-01-02", {}),
    ],
)
def test_what_was_known_on_a_day(folder: Path, as_of: str | None, expected: dict[str, str]) -> None:
    assert told(folder, as_of) == expected


def test_what_came_after_is_nowhere_in_the_graph(folder: Path) -> None:
    graph = open_above(folder, as_of="2022-01-10").graph
    assert run_query(graph, "ASK { act:usa plan:consults act:rus }").plain() == [("true",)]
    assert run_query(graph, "ASK { act:usa rel:consults act:rus }").plain() == [("false",)]


def test_an_event_keeps_its_iri(folder: Path) -> None:
    query = "SELECT ?e { ?e a lini:Event ; lini:rootType typ:consult }"
    early, late = (run_query(open_above(folder, as_of=one).graph, query).rows for one in ("2022-01-03", None))
    assert early == late


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (statement(doc=EARLY), "2022-01-03"),
        (statement(doc=document("x", None)), None),
        (statement(doc=LATE, said_on="2022-01-02"), "2022-01-02"),
        (statement(doc=LATE, attributed_to=(source("Wati", said_on="2022-01-05"),)), "2022-01-05"),
        (
            statement(
                doc=LATE,
                attributed_to=(source("Wati", said_on="2022-01-05", made_public_on="2022-01-08"),),
            ),
            "2022-01-08",
        ),
    ],
)
def test_the_clocks_by_which_something_is_known(record: Statement, expected: str | None) -> None:
    assert known_on(record) == expected


def test_what_is_no_day_is_refused(folder: Path) -> None:
    with pytest.raises(SettingError, match="--as-of '2022-02-30' isn't a day"):
        open_above(folder, as_of="2022-02-30")


def test_without_statements_there_is_nothing_to_make_it_from(folder: Path) -> None:
    (folder / "statements.jsonl").unlink()
    with pytest.raises(StoreError, match="no statements here"):
        open_above(folder, as_of="2022-01-10")
