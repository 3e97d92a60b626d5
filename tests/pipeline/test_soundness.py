"""Records that would break a rule of the ontology are kept out of the graph and listed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib.namespace import RDF

from articles import corpus
from factories import state, statement
from linimasa import build
from linimasa import open as open_graph
from linimasa.cli.app import run
from linimasa.errors import StoreError
from linimasa.pipeline.graph import STATEMENTS, GraphPlan, redecide
from linimasa.pipeline.soundness import keep_sound
from linimasa.store import Names, UnionDataset
from linimasa.store.validate import validate

Row = dict[str, Any]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """The records of two dispatches, without their events."""
    place = tmp_path_factory.mktemp("sound")
    build(corpus(place), place / "out")
    found = [
        json.loads(line) for line in (place / "out" / STATEMENTS).read_text(encoding="utf-8").splitlines()
    ]
    return [{**row, "event": None} for row in found]


def written(path: Path, rows: list[Row]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def dated(rows: list[Row]) -> int:
    return next(number for number, row in enumerate(rows) if row["time"])


def quote(start: int, end: int, text: str) -> Row:
    return {"start": start, "end": end, "text": text}


def _time(**changes: Any) -> Callable[[Row], Row]:
    return lambda row: {**row, "time": {**row["time"], **changes}}


#: name: (how a dated record is spoilt, what is said of it)
SPOILT: dict[str, tuple[Callable[[Row], Row], str]] = {
    "confidence": (lambda row: {**row, "confidence": 1.5}, "the confidence 1.5 isn't a number from 0 to 1"),
    "words": (lambda row: {**row, "confidence": "high"}, "the confidence 'high' isn't a number"),
    "no day": (_time(begin="2021-13-45"), "which isn't a day (YYYY-MM-DD)"),
    "a year": (_time(end_date="2021"), "which isn't a day (YYYY-MM-DD)"),
    "order": (_time(begin="2021-07-09", end_date="2021-07-01"), "before it begins (2021-07-09)"),
    "said": (lambda row: {**row, "said_on": "kemarin"}, "said_on 'kemarin' isn't a day"),
    "published": (lambda row: {**row, "doc": {**row["doc"], "published": "2021"}}, "published '2021' isn't"),
    "nobody": (lambda row: {**row, "actors": [], "recipients": []}, "nobody acts"),
    "span": (
        lambda row: {**row, "quote": {"start": 9, "end": 4, "text": "abcde"}},
        "ends (4) before it starts",
    ),
    "length": (
        lambda row: {**row, "quote": {"start": 4, "end": 9, "text": "ab"}},
        "2 characters between 4 and 9",
    ),
    "hash": (lambda row: {**row, "doc": {**row["doc"], "hash": "../x"}}, "hash '../x' isn't one"),
    "iri": (
        lambda row: {**row, "actors": [{**row["actors"][0], "actor": "a> <b"}]},
        "'a> <b' can't stand in an IRI",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_record_that_cant_be_used_is_listed(name: str, rows: list[Row], tmp_path: Path) -> None:
    spoil, said = SPOILT[name]
    number = dated(rows)
    bad = [spoil(row) if place == number else row for place, row in enumerate(rows)]
    report = build(written(tmp_path / "a.jsonl", bad), tmp_path / "out")
    (refused,) = report.refused
    assert refused["id"] == rows[number]["id"]
    assert refused["document"] == rows[number]["document"]
    assert any(said in why for why in refused["why"])
    rest = [row for row in rows if row is not rows[number]]
    build(written(tmp_path / "b.jsonl", rest), tmp_path / "without")
    for file in ("graph.trig", "graph.ttl", STATEMENTS, "events.html"):
        assert (tmp_path / "out" / file).read_bytes() == (tmp_path / "without" / file).read_bytes(), file
    assert validate(open_graph(tmp_path / "out").graph) == ()


def test_what_only_the_graph_shows_is_kept_out_too(rows: list[Row], tmp_path: Path) -> None:
    """A number that gives none."""
    number = {"start": 0, "end": 3, "text": "apa", "value": None, "min": None, "max": None}
    empty = {**number, "approximate": False, "unit": "persons", "measures": "killed"}
    bad = [{**rows[0], "quantities": [empty]}, *rows[1:]]
    report = build(written(tmp_path / "a.jsonl", bad), tmp_path / "out")
    assert {row["id"]: row["why"] for row in report.refused} == {
        rows[0]["id"]: ["a quantity has a value or a bound"],
    }
    assert validate(open_graph(tmp_path / "out").graph) == ()
    assert rows[0]["id"] not in (tmp_path / "out" / STATEMENTS).read_text(encoding="utf-8")


def test_the_program_says_what_was_refused(
    rows: list[Row], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = written(tmp_path / "a.jsonl", [{**rows[0], "confidence": 7}, *rows[1:]])
    assert run(["build", str(bad), "-o", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    line = next(line for line in told.splitlines() if line.startswith("refused: "))
    assert rows[0]["id"] in line
    assert rows[0]["document"] in line
    assert f"“{rows[0]['quote']['text']}”" in line
    assert run(["validate", str(tmp_path / "out")]) == 0


def test_a_sound_build_refuses_nothing(rows: list[Row], tmp_path: Path) -> None:
    report = build(written(tmp_path / "a.jsonl", rows), tmp_path / "out")
    assert report.refused == []
    assert report.data["statements"]["all"] == len(rows)


def test_decisions_keep_the_report(rows: list[Row], tmp_path: Path) -> None:
    from linimasa.lexicon.additions import COLUMNS

    build(written(tmp_path / "a.jsonl", [{**rows[0], "confidence": 7}, *rows[1:]]), tmp_path / "out")
    before = (tmp_path / "out" / "report.json").read_bytes()
    redecide(tmp_path / "out", ",".join(COLUMNS) + "\n", GraphPlan())
    assert (tmp_path / "out" / "report.json").read_bytes() == before


def test_a_broken_rule_that_no_record_explains_stops_the_build() -> None:
    one = statement(actors=[state("USA")], recipients=[state("RUS")])
    dataset = UnionDataset()
    dataset.add((Names().of("role", "x-1"), RDF.type, Names().lini("Role")))
    with pytest.raises(StoreError, match="an office is held in exactly one body"):
        keep_sound([one], lambda kept: (kept, list(dataset.quads())))
