"""Imported tables in the life of a folder: documents taken out, rows refused, actors decided on, texts that
tell of the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articles import jsonl, record
from exchange.test_readers import gdelt_event
from linimasa.cli.app import run
from linimasa.cli.cast import actor_rows
from linimasa.errors import StoreError
from linimasa.exchange.records import RecordSet
from linimasa.exchange.row import Row, What, on_day
from linimasa.exchange.table import sorted_records
from linimasa.exchange.tally import Tally
from linimasa.export.happenings import event_rows
from linimasa.pipeline import build, imported
from linimasa.pipeline.graph import GraphPlan
from linimasa.pipeline.importing import import_table
from linimasa.pipeline.opening import open_above
from linimasa.pipeline.removing import remove
from linimasa.query import run_query
from linimasa.store import open_graph
from linimasa.store.validate import validate
from pipeline.rows import NEWS, fixed, tabbed

#: Article, first side's name; the middle one goes.
ARTICLES = [
    ("https://kabar.example/satu", "UNITED STATES", "USA"),
    ("https://kabar.example/zaitun-kuningan", "TEMBAGA LAPUK", ""),
    ("https://kabar.example/tiga", "GUBUK RIMBA", ""),
]
GONE = ARTICLES[1][0]
WORDS = (b"zaitun", b"kuningan", b"tembaga", b"lapuk")


def gdelt(path: Path, articles: list[tuple[str, str, str]]) -> Path:
    rows = [
        gdelt_event(
            str(1001 + ARTICLES.index(one)),
            SOURCEURL=one[0],
            Actor1Name=one[1],
            Actor1Code=one[2],
            Actor1CountryCode=one[2],
            Actor1Type1Code="",
        )
        for one in articles
    ]
    return tabbed(path, rows)


def holding(folder: Path) -> set[str]:
    """The files that hold a word of what goes."""
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.read_bytes().lower() for word in WORDS)
    }


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("texts", [False, True])
def test_an_article_of_a_table_leaves_nothing(
    tmp_path: Path, texts: bool, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(imported, "LARGE", 0)
    for name, articles in (("out", ARTICLES), ("without", [ARTICLES[0], ARTICLES[2]])):
        (tmp_path / name).mkdir()
        if texts:
            build([jsonl(tmp_path / "a.jsonl", record("a", text=NEWS))], tmp_path / name / "dir")
        import_table("gdelt", [gdelt(tmp_path / name / "x.export.CSV", articles)], tmp_path / name / "dir")
    out = tmp_path / "out" / "dir"
    assert holding(out) >= {"imported-x.jsonl", "imported-x.json"}
    done = remove(out, [GONE], GraphPlan())
    assert done.documents == (GONE,)
    assert done.statements == 2 + 2 * texts
    assert holding(out) == set()
    assert fixed(out) == fixed(tmp_path / "without" / "dir")
    assert validate(open_graph(out).graph) == ()


def test_a_table_that_is_one_document_goes_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    build([jsonl(tmp_path / "a.jsonl", record("a", text=NEWS))], out)
    before = fixed(out)
    table = tabbed(tmp_path / "zaitun.tsv", [("Tembaga Lapuk", "Consult", "Russia", "2021-07-06")])
    import_table("quadruples", [table], out)
    assert run(["remove", str(out), "zaitn"]) == 2
    assert "did you mean zaitun?" in capsys.readouterr().err
    assert run(["remove", str(out), "zaitun"]) == 0
    assert holding(out) == set()
    assert fixed(out) == before


def test_the_last_document_stays(tmp_path: Path) -> None:
    table = tabbed(tmp_path / "zaitun.tsv", [("Japan", "Consult", "Russia", "2021-07-06")])
    import_table("quadruples", [table], tmp_path / "out")
    with pytest.raises(StoreError, match="no document would be left"):
        remove(tmp_path / "out", ["zaitun"], GraphPlan())
    assert not (tmp_path / "out" / "statements.jsonl").exists()


def spoilt(row: dict[str, Any], how: str) -> dict[str, Any]:
    if how == "unfit":
        return {**row, "confidence": 7}
    number = {"start": 0, "end": 3, "text": "apa", "value": None, "min": None, "max": None}
    return {**row, "quantities": [{**number, "approximate": False, "unit": "persons", "measures": "killed"}]}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("texts", [False, True])
@pytest.mark.parametrize(
    ("how", "why"), [("unfit", "the confidence 7 isn't"), ("graph", "a quantity has a value or a bound")]
)
def test_a_row_that_breaks_a_rule_is_kept_out_and_listed(
    tmp_path: Path, how: str, why: str, texts: bool, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row of the table that was spoilt by hand; it tells of an event of the texts, where there are any."""
    if large:
        monkeypatch.setattr(imported, "LARGE", 0)
    good = ("Japan", "Make a visit", "Thailand", "2014-09-22")
    bad = ("Indonesia", "Consult", "Russia", "2021-07-06")
    for name, rows in (("out", (good, bad)), ("without", (good,))):
        (tmp_path / name).mkdir()
        if texts:
            build([jsonl(tmp_path / "a.jsonl", record("a", text=NEWS))], tmp_path / name / "dir")
        import_table("quadruples", [tabbed(tmp_path / name / "t.tsv", rows)], tmp_path / name / "dir")
    out, without = tmp_path / "out" / "dir", tmp_path / "without" / "dir"
    path = out / "imported-t.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    spoiled = [spoilt(row, how) if "Indonesia" in row["quote"]["text"] else row for row in records]
    path.write_text("".join(json.dumps(row) + "\n" for row in spoiled), encoding="utf-8")
    other = tabbed(tmp_path / "u.tsv", [("Turkey", "Threaten", "Syria", "2014-09-23")])
    for folder in (out, without):
        import_table("quadruples", [other], folder)
    (row,) = json.loads((out / "report.json").read_text(encoding="utf-8"))["refused"]
    assert (row["table"], row["document"]) == ("t", "t")
    assert any(why in one for one in row["why"])
    assert json.loads((out / "imported-t.json").read_text(encoding="utf-8"))["refused"] == [row]
    left, wanted = fixed(out), fixed(without)
    same = wanted.keys() - {"report.json", "imported-t.json"}
    assert [name for name in same if left.get(name) != wanted[name]] == []
    assert validate(open_graph(out).graph) == ()
    if texts:  # a later build lists it still
        build([out / "statements.jsonl"], out)
        assert json.loads((out / "report.json").read_text(encoding="utf-8"))["refused"] == [row]


def test_a_row_that_no_event_can_be_made_of_is_counted_while_it_is_read(tmp_path: Path) -> None:
    what = What("CONSULT", None)
    row = Row("k", what, "met", "nobody · met", (), (), on_day("2021-07-06"))
    tally = Tally()
    assert list(sorted_records([row], RecordSet("t", "quadruples", ""), tally, tmp_path)) == []
    (refused,) = tally.data()["refused"]
    assert (refused["quote"], refused["why"]) == ("nobody · met", ["nobody acts and nobody is acted on"])
    assert (tally.data()["rows"], tally.data()["used"]) == (1, 0)


def test_actors_of_tables_are_listed_and_decided_on(tmp_path: Path) -> None:
    out = tmp_path / "out"
    rows = (
        ("Tembaga Lapuk", "Consult", "Russia", "2021-07-06"),
        ("Kuningan Tua", "Consult", "Russia", "2021-07-06"),
        ("Japan", "Accuse", "Kuningan Tua", "2021-07-08"),
    )
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", rows)], out)
    found = {row["id"]: row for row in actor_rows(out, ())}
    assert (found["rus"]["receives"], found["x-tembaga-lapuk"]["acts"]) == (2, 1)
    records = (out / "imported-t.jsonl").read_bytes()
    before = fixed(out)
    assert run(["actors", str(out), "merge", "x-tembaga-lapuk", "x-kuningan-tua"]) == 0
    assert {row["id"] for row in actor_rows(out, ())} == {"rus", "jpn", "x-tembaga-lapuk"}
    assert (out / "imported-t.jsonl").read_bytes() == records
    meetings = [row for row in event_rows(open_graph(out).graph) if row.type == "CONSULT"]
    assert len(meetings) == 1
    assert len(event_rows(open_above(out, min_confidence=0.5).graph)) == 2
    assert run(["actors", str(out), "merge", "jpn", "x-tembaga-lapuk"]) == 0
    assert {row["id"] for row in actor_rows(out, ())} == {"rus", "jpn"}
    assert run(["actors", str(out), "merge", "jpn", "jpn"]) == 2
    assert run(["actors", str(out), "split", "jpn"]) == 0
    assert run(["actors", str(out), "split", "x-tembaga-lapuk"]) == 0
    left = fixed(out)
    assert {name for name in before if left[name] != before[name]} == set()


@pytest.mark.parametrize("large", [False, True])
def test_a_visit_told_by_an_article_and_by_a_record_is_linked(
    tmp_path: Path, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record has the days of the visit, its people and its capital; the article a day and the states."""
    if large:
        monkeypatch.setattr(imported, "LARGE", 0)
    out = tmp_path / "out"
    text = "WASHINGTON - Prime Minister Fumio Kishida of Japan visited the United States on 10 April 2024.\n"
    source = jsonl(tmp_path / "a.jsonl", record("a", text=text, lang="en", published="2024-04-11"))
    build([source], out)
    visit = {
        "id": "visit-1",
        "start": "2024-04-10",
        "end": "2024-04-10",
        "visitor": "Prime Minister Fumio Kishida",
        "country": "Japan",
        "text": "Official visit.",
        "source": "own",
    }
    path = tmp_path / "visits.jsonl"
    path.write_text(json.dumps(visit) + "\n", encoding="utf-8")
    import_table("visits", [path], out)
    graph = open_graph(out).graph
    documents = run_query(graph, "SELECT DISTINCT ?e ?d { ?c lini:event ?e ; lini:document ?d }").rows
    linked = run_query(graph, "SELECT ?a ?b { ?a lini:sameEventAs ?b }").rows
    events = {str(row[0]) for row in documents}
    assert len({str(row[1]) for row in documents}) == 2
    assert len(events) == 1 or {frozenset(map(str, row)) for row in linked} == {frozenset(events)}
    (meeting,) = [row for row in event_rows(graph) if row.date == "2024-04-10"]
    assert len({source.document for source in meeting.sources}) == 2
    assert validate(graph) == ()
