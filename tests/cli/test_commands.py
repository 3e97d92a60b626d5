"""Each command does what its help says."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from articles import TEXT, corpus, jsonl, record


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n") if line]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "artikel.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_build_is_the_default(program: Any, tmp_path: Path) -> None:
    source = corpus(tmp_path)
    answer = program(source, "-o", tmp_path / "a")
    assert answer.code == 0
    assert answer.out == ""
    assert "2 of 2 documents" in answer.err
    assert program("-o", tmp_path / "b", source).code == 0
    assert (tmp_path / "a" / "graph.ttl").read_bytes() == (tmp_path / "b" / "graph.ttl").read_bytes()


def test_build_with_another_base(program: Any, tmp_path: Path) -> None:
    base = "https://example.org/k/"
    assert program("build", corpus(tmp_path), "-o", tmp_path / "a", "--base", base).code == 0
    text = (tmp_path / "a" / "graph.ttl").read_text(encoding="utf-8")
    assert "https://example.org/k/ont#" in text
    assert "w3id.org/linimasa" not in text
    answer = program("timeline", tmp_path / "a", "--base", base, "--format", "jsonl")
    assert answer.code == 0
    assert rows(answer.out)


def test_extract_prints_records(program: Any, article: Path) -> None:
    answer = program("extract", article, "--published", "2021-07-05", "--lang", "id")
    assert (answer.code, answer.err) == (0, "")
    found = rows(answer.out)
    assert {row["document"] for row in found} == {"artikel"}
    assert {row["field"] for row in found} == {"text"}
    assert all(row["event"] is None for row in found)
    assert any(row["time"] and row["time"]["value"] == "2021-07-06" for row in found)


def test_extract_prints_times_and_mentions_too(program: Any, article: Path) -> None:
    found = rows(program("extract", article, "--times", "--mentions").out)
    mentions = [row["mention"] for row in found if "mention" in row]
    times = [row["timex"] for row in found if "timex" in row]
    assert {"start", "end", "text", "actor", "name", "kind", "code"} == set(mentions[0])
    assert {"start", "end", "text", "type", "value"} == set(times[0])
    assert ("2021-07-06", "DATE") in {(one["value"], one["type"]) for one in times}
    assert "IDN" in {one["code"] for one in mentions}
    for one in (*mentions, *times):
        assert TEXT[one["start"] : one["end"]] == one["text"]


def test_extract_prints_titles_on_request_or_where_there_is_no_text(program: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    title = "Rusia Kecam Amerika Serikat"
    path.write_text(json.dumps({"title": title, "text": "Langit cerah di atas laut.", "lang": "id"}))
    assert program("extract", path).out == ""
    assert {row["field"] for row in rows(program("extract", path, "--titles").out)} == {"title"}
    path.write_text(json.dumps({"title": title, "lang": "id"}))
    found = rows(program("extract", path).out)
    assert [row["type"] for row in found] == ["ACCUSE"]
    assert title[found[0]["trigger"]["start"] : found[0]["trigger"]["end"]] == "Kecam"


@pytest.mark.parametrize("form", ["json", "table", "csv"])
def test_extract_in_other_forms(program: Any, article: Path, form: str) -> None:
    answer = program("extract", article, "--published", "2021-07-05", "--format", form)
    assert answer.code == 0
    if form == "json":
        assert {row["document"] for row in json.loads(answer.out)} == {"artikel"}
    elif form == "csv":
        assert {row["document"] for row in csv.DictReader(io.StringIO(answer.out))} == {"artikel"}
    else:
        assert answer.out.splitlines()[0].split()[:3] == ["date", "status", "type"]


def test_times(program: Any, article: Path) -> None:
    found = rows(program("times", article, "--published", "2021-07-05", "--format", "jsonl").out)
    assert [(row["text"], row["value"], row["edtf"]) for row in found[:1]] == [
        ("6 Juli 2021", "2021-07-06", "2021-07-06")
    ]
    marked = program("times", article, "--marked").out
    assert "[6 Juli 2021 | DATE 2021-07-06" in marked


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("ms", "Menteri Luar Malaysia tiba di Jakarta pada 3 Mac 2021.", "2021-03-03"),
        ("ms", "Perdana Menteri Malaysia melawat Jakarta semalam.", "2021-07-04"),
        ("fr", "Le ministre est arrivé à Rome le 3 mars 2021.", "2021-03-03"),
        ("ru", "Министр прибыл в Рим 3 марта 2021 года.", "2021-03-03"),
    ],
)
def test_times_of_languages_without_frames(
    program: Any, tmp_path: Path, lang: str, text: str, value: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    command = ("times", path, "--published", "2021-07-05", "--format", "jsonl", "--lang", lang)
    assert [row["value"] for row in rows(program(*command).out)] == [value]
    refused = program("extract", path, "--lang", lang)
    assert (refused.code, refused.out) == (2, "")


def test_times_takes_the_language_of_a_record(program: Any, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", record("satu", text="Menteri tiba pada 3 Mac 2021.", lang="ms"))
    assert [row["value"] for row in rows(program("times", path, "--format", "jsonl").out)] == ["2021-03-03"]
    jsonl(path, record("satu", lang="xx"))
    assert "a.jsonl, line 1: language 'xx': no such language; there are: " in program("times", path).err


def test_who(program: Any) -> None:
    answer = program("who", "Menteri Luar Negeri Rusia", "--on", "2021-12-29", "--format", "json")
    (found,) = json.loads(answer.out)
    assert (found["code"], found["sector"], found["kind"]) == ("RUS", "GOV", "person")
    assert found["actor"].endswith("/actor/sergey-lavrov")
    assert found["why"]


@pytest.mark.parametrize(("day", "actor"), [("2019-12-01", "donald-trump"), ("2021-12-01", "joe-biden")])
def test_who_depends_on_the_day(program: Any, day: str, actor: str) -> None:
    (found,) = json.loads(program("who", "Presiden AS", "--on", day, "--format", "json").out)
    assert found["actor"].endswith("/" + actor)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_query(program: Any, built: Path, form: str) -> None:
    sparql = "SELECT ?e ?date { ?e a lini:Event ; lini:date ?date } ORDER BY ?date ?e"
    answer = program("query", built, sparql, "--format", form)
    assert answer.code == 0
    assert "2021-07-06" in answer.out


def test_query_by_name(program: Any, built: Path) -> None:
    names = {
        row["name"] for row in json.loads(program("query", built, "--name", "list", "--format", "json").out)
    }
    assert "timeline" in names
    answer = program("query", built, "--name", "timeline", "--param", "lang=en", "--format", "csv")
    assert answer.code == 0
    assert answer.out.startswith("date,")


def test_timeline_in_both_languages(program: Any, built: Path) -> None:
    first, second = (program("timeline", built, "--labels", lang).out for lang in ("id", "en"))
    assert "6 Juli 2021" in first
    assert "6 July 2021" in second


def test_render_writes_the_same_pages(program: Any, built: Path) -> None:
    before = {
        name: (built / name).read_bytes()
        for name in ("actors.html", "events.html", "map.html", "matrix.html", "story.html", "timeline.html")
    }
    for name in before:
        (built / name).unlink()
    answer = program("render", built)
    assert answer.code == 0
    assert [Path(line).name for line in answer.out.split()] == list(before)
    assert {name: (built / name).read_bytes() for name in before} == before


def test_export_to_a_file_or_out(program: Any, built: Path, tmp_path: Path) -> None:
    answer = program("export", built, "--format", "turtle")
    assert answer.out == (built / "graph.ttl").read_text(encoding="utf-8")
    assert program("export", built, "--format", "trig", "-o", tmp_path / "a.trig").code == 0
    assert (tmp_path / "a.trig").read_bytes() == (built / "graph.trig").read_bytes()


def test_validate(program: Any, built: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    text = (built / "graph.ttl").read_text(encoding="utf-8")
    (broken / "graph.ttl").write_text(text + "\n<https://w3id.org/linimasa/event/x> a lini:Event .\n")
    answer = program("validate", broken, "--format", "jsonl")
    assert answer.code == 1
    assert any(row["focus"].endswith("/event/x") for row in rows(answer.out))


def test_statements_of_less_confidence_are_left_out(program: Any, tmp_path: Path) -> None:
    article = tmp_path / "artikel.txt"
    article.write_text(TEXT + "Serangan Rusia ke Ukraina mengejutkan dunia.\n", encoding="utf-8")
    every = [json.loads(line) for line in program("extract", article).out.splitlines()]
    least = max(row["confidence"] for row in every)
    kept = [
        json.loads(line) for line in program("extract", article, "--min-confidence", least).out.splitlines()
    ]
    assert [row["id"] for row in kept] == [row["id"] for row in every if row["confidence"] >= least]
    assert 0 < len(kept) < len(every)
    assert all(row["run"].endswith(f", min-confidence {least:g}") for row in kept)


def test_timeline_query_and_pages_of_surer_statements(program: Any, built: Path, tmp_path: Path) -> None:
    rows = [
        json.loads(line) for line in (built / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    least = sorted(row["confidence"] for row in rows)[len(rows) // 2]
    sure = {row["event"] for row in rows if row["confidence"] >= least}
    sparql = "SELECT DISTINCT ?event { ?c a lini:Claim ; lini:event ?event ; lini:confidence ?x }"
    assert 0 < len(sure) < len({row["event"] for row in rows})
    asked = json.loads(program("query", built, sparql, "--min-confidence", least, "--format", "json").out)
    whole = json.loads(program("query", built, sparql, "--format", "json").out)
    assert sure <= {row["event"] for row in asked}
    assert len(asked) < len(whole)
    none = program("timeline", built, "--min-confidence", "1", "--format", "json")
    assert (none.code, none.out) == (0, "[]\n")
    folder = tmp_path / "out"
    shutil.copytree(built, folder)
    assert program("render", folder, "--min-confidence", least).code == 0
    assert (folder / "graph.ttl").read_bytes() == (built / "graph.ttl").read_bytes()
    assert (folder / "events.html").read_bytes() != (built / "events.html").read_bytes()
    (folder / "statements.jsonl").unlink()
    refused = program("render", folder, "--min-confidence", least)
    assert (refused.code, "no statements here" in refused.err) == (2, True)


@pytest.mark.parametrize("share", ["1.5", "-0.1", "sure"])
def test_a_confidence_is_a_share(program: Any, article: Path, share: str) -> None:
    answer = program("extract", article, "--min-confidence", share)
    assert answer.code == 2
    assert "--min-confidence" in answer.err
