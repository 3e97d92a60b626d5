"""Tables in the folder of a graph: beside texts, in place of themselves, and with every command after."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from articles import PUBLISHED, jsonl, record
from linimasa.cli.app import run
from linimasa.errors import SettingError, SourceError
from linimasa.export.formats import EVENTS, WHOLE, written
from linimasa.export.happenings import event_rows
from linimasa.pipeline import build, imported
from linimasa.pipeline.importing import ImportSettings, import_table
from linimasa.pipeline.opening import open_above
from linimasa.query import query_names
from linimasa.store import open_graph
from linimasa.store.validate import validate
from pipeline.rows import NEWS, fixed, tabbed

ROWS = [
    ("Indonesia", "Consult", "Russia", "2021-07-06"),
    ("Japan", "Make a visit", "Thailand", "2014-09-22"),
    ("John Kerry", "Express intent to meet or negotiate", "China", "2014-11-04"),
    ("Turkey", "Threaten with military force", "Syria", "2014-09-23"),
]


def lines(folder: Path) -> set[bytes]:
    store = open_graph(folder)
    try:
        return set(written(store.graph, "nquads").splitlines())
    finally:
        store.close()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    build([jsonl(tmp_path / "a.jsonl", record("a", text=NEWS))], tmp_path / "out")
    return tmp_path / "out"


def test_a_table_makes_a_folder(tmp_path: Path) -> None:
    report = import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS)], tmp_path / "out")
    assert report.name == "t"
    assert report.data["used"] == 4
    rows = event_rows(open_graph(tmp_path / "out").graph)
    assert [(row.type, row.date, row.status) for row in rows] == [
        ("CONSULT", "2014-09-22", "occurred"),
        ("THREATEN", "2014-09-23", "occurred"),
        ("AGREE", "2014-11-04", "occurred"),
        ("CONSULT", "2021-07-06", "occurred"),
    ]
    assert validate(open_graph(tmp_path / "out").graph) == ()
    assert (tmp_path / "out" / "timeline.html").is_file()


def test_the_order_of_the_rows_makes_no_difference(tmp_path: Path) -> None:
    found = []
    for seed in (1, 2):
        rows = ROWS * 2
        random.Random(seed).shuffle(rows)
        (tmp_path / str(seed)).mkdir()
        import_table("quadruples", [tabbed(tmp_path / str(seed) / "t.tsv", rows)], tmp_path / f"out{seed}")
        found.append(fixed(tmp_path / f"out{seed}"))
    assert found[0] == found[1]


def test_a_table_beside_texts_leaves_their_records(news: Path, tmp_path: Path) -> None:
    before, graph = (news / "statements.jsonl").read_bytes(), lines(news)
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS[1:])], news)
    assert (news / "statements.jsonl").read_bytes() == before
    assert graph <= lines(news)
    build([news / "statements.jsonl"], news)
    with_table = lines(news)
    assert len(with_table) > len(graph)
    assert {path.name for path in news.glob("imported-*")} == {"imported-t.jsonl", "imported-t.json"}


def test_a_table_of_the_same_name_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS)], out)
    import_table("quadruples", [tabbed(tmp_path / "u.tsv", ROWS[:1])], out)
    both = lines(out)
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS[2:])], out)
    assert {row.type for row in event_rows(open_graph(out).graph)} == {"CONSULT", "AGREE", "THREATEN"}
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS)], out)
    assert lines(out) == both


@pytest.mark.parametrize("large", [False, True])
def test_an_event_that_a_text_tells_of_too_is_one(
    news: Path, tmp_path: Path, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(imported, "LARGE", 0)
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS)], news)
    graph = open_graph(news).graph
    (meeting,) = [row for row in event_rows(graph) if row.date == "2021-07-06"]
    assert len({source.document for source in meeting.sources}) == 2
    assert meeting.status == "occurred"
    assert validate(graph) == ()


def test_a_stream_holds_the_same_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS)], tmp_path / "small")
    monkeypatch.setattr(imported, "LARGE", 0)
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS)], tmp_path / "large")
    assert (tmp_path / "large" / "graph.nq").is_file()
    assert not (tmp_path / "large" / "graph.ttl").exists()
    assert lines(tmp_path / "small") == lines(tmp_path / "large")
    again = open_graph(tmp_path / "large", writable=True)
    assert set(written(again.graph, "nquads").splitlines()) == lines(tmp_path / "small")
    for form in (*WHOLE, *EVENTS):
        texts = [written(open_graph(tmp_path / name).graph, form) for name in ("small", "large")]
        assert texts[0] == texts[1], form


@pytest.mark.parametrize("large", [False, True])
def test_every_command_works_on_tables(
    tmp_path: Path, large: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if large:
        monkeypatch.setattr(imported, "LARGE", 0)
    path, out = (
        tabbed(tmp_path / "t.tsv", [*ROWS, ("A", "Sings to", "B", "2014-01-01")]),
        str(tmp_path / "out"),
    )
    assert run(["import", "quadruples", str(path), "-o", out, "--name", "My Table"]) == 1
    told = capsys.readouterr().err
    assert f"left out: {path}, line 5: relation 'Sings to'" in told
    assert "unknown relation: 1 different in 1 rows (Sings to)" in told
    assert "my-table: 5 rows, 4 used" in told
    assert run(["validate", out]) == 0
    assert run(["timeline", out, "--labels", "en"]) == 0
    assert "2014-09-22" in capsys.readouterr().out
    assert run(["render", out]) == 0
    assert "Thailand" in Path(out, "timeline.html").read_text(encoding="utf-8")
    assert run(["export", out, "--format", "quadruples"]) == 0
    assert "Japan\tMake a visit\tThailand\t2014-09-22" in capsys.readouterr().out
    for name in query_names():
        words = {"between": ["a=JPN", "b=THA"], "events-of": ["actor=JPN"]}.get(name)
        if words is not None:
            params = [word for pair in words for word in ("--param", pair)]
            assert run(["query", out, "--name", name, *params]) == 0
            assert "2014-09-22" in capsys.readouterr().out, name
    assert run(["timeline", out, "--min-confidence", "0.5"]) == 0
    assert "2014-09-22" in capsys.readouterr().out
    record = json.loads(Path(out, "imported-my-table.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert run(["explain", out, record["id"]]) == 0
    told = capsys.readouterr().out
    assert "rule       cameo 042: Make a visit" in told
    assert "actor      Japan: jpn, JPN" in told


def test_surer_statements_alone(tmp_path: Path, news: Path) -> None:
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", ROWS)], news)
    whole = {row.iri for row in event_rows(open_graph(news).graph)}
    sure = {row.iri for row in event_rows(open_above(news, min_confidence=1.0).graph)}
    assert len(sure) == 4
    assert sure < whole
    known = event_rows(open_above(news, as_of=PUBLISHED).graph)
    assert 0 < len(known) < len(whole)
    assert {source.document for row in known for source in row.sources} == {"a"}


def test_what_cant_be_imported_leaves_the_folder(tmp_path: Path, news: Path) -> None:
    before = fixed(news)
    bad = tabbed(tmp_path / "bad.tsv", [("only", "three", "cells")])
    with pytest.raises(SourceError, match=r"no row of quadruples can be used \(line 1: 3 cells"):
        import_table("quadruples", [bad], news)
    with pytest.raises(SettingError, match="no format 'acled'"):
        import_table("acled", [bad], news)
    with pytest.raises(SettingError, match="no file"):
        import_table("quadruples", [], news)
    with pytest.raises(SourceError, match="can't be read"):
        import_table("quadruples", [tmp_path / "none"], news)
    assert fixed(news) == before


def test_the_report_lists_what_nobody_knows(tmp_path: Path) -> None:
    rows = [*ROWS, ("Nobody", "Consult", "Japan", "2014-01-01"), ("A", "B", "C", "D")]
    import_table("quadruples", [tabbed(tmp_path / "t.tsv", rows)], tmp_path / "out", ImportSettings("x"))
    report = json.loads((tmp_path / "out" / "imported-x.json").read_text(encoding="utf-8"))
    assert report["unknown"]["actor name"]["values"] == {"Nobody": 1}
    assert report["left_out"] == 1
    assert report["problems"][0]["line"] == 6


def test_a_stream_has_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    path = tabbed(tmp_path / "t.tsv", [*ROWS, ("Sergey Viktorovich Lavrov", "Accuse", "NATO", "2014-05-01")])
    script = (
        "import sys\n"
        "from linimasa.pipeline import imported\n"
        "from linimasa.pipeline.importing import import_table\n"
        "imported.LARGE = 0\n"
        "import_table('quadruples', [sys.argv[1]], sys.argv[2])\n"
    )
    found = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        command = [sys.executable, "-c", script, str(path), str(out)]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        found.append(fixed(out))
    assert found[0] == found[1]
    assert "graph.nq" in found[0]
