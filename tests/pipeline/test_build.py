"""A build's files and report: complete, exact, whole or not at all."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path
from typing import Any

import pytest

import linimasa
from articles import ENGLISH, TEXT, corpus, jsonl, record
from linimasa.errors import SettingError, SourceError, StoreError
from linimasa.pipeline import BuildSettings, build

FILES = [
    "actors.html",
    "events.html",
    "graph.trig",
    "graph.ttl",
    "map.html",
    "matrix.html",
    "report.json",
    "run.log",
    "statements.jsonl",
    "story.html",
    "timeline.html",
]


def report(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return data


def lines(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in (folder / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    ]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    build([corpus(folder)], folder / "out")
    return folder / "out"


def test_these_files_and_no_others(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == FILES


def test_every_quote_is_the_text(built: Path) -> None:
    texts = {"id-jakarta": TEXT, "en-bali": ENGLISH}
    titles = {"id-jakarta": "Retno Temui Lavrov", "en-bali": "Biden Meets Xi in Bali"}
    rows = lines(built)
    assert {row["document"] for row in rows} == set(texts)
    for row in rows:
        text = (titles if row["field"] == "title" else texts)[row["document"]]
        spans = [row["trigger"], row["quote"], row["sentence"], *row["actors"], *row["recipients"]]
        for span in [*spans, *(row[name] for name in ("time", "place") if row[name])]:
            assert text[span["start"] : span["end"]] == span["text"]


def test_what_the_dispatch_says_is_in_the_records(built: Path) -> None:
    found = {
        (row["type"], row["status"], *(p["code"] for p in (*row["actors"], *row["recipients"])))
        for row in lines(built)
        if row["field"] == "text"
    }
    assert ("CONSULT", "planned", "IDN", "RUS") in found
    assert ("REJECT", "actual", "RUS") in {row[:3] for row in found}
    assert ("REJECT", "actual", "CHN") in {row[:3] for row in found}
    meeting = next(row for row in lines(built) if row["type"] == "CONSULT" and row["status"] == "planned")
    assert meeting["time"]["value"] == "2021-07-06"


def test_every_sentence_has_one_outcome_and_the_sums_agree(built: Path) -> None:
    data = report(built)
    for name in ("sentences", "titles"):
        count = data[name]
        assert count["all"] == count["gave_statements"] + count["no_event_word"] + count["abstained"]
    assert data["sentences"]["all"] == 6 == sum(row["sentences"] for row in data["by_document"])
    assert data["titles"]["all"] == 2
    assert data["sentences"]["no_event_word"] >= 1
    assert data["statements"]["all"] == len(lines(built)) == sum(r["statements"] for r in data["by_document"])
    assert data["statements"]["all"] == sum(data["statements"]["by_type"].values())
    assert data["statements"]["all"] == sum(data["statements"]["by_status"].values())
    abstained = data["sentences"]["abstained"] + data["titles"]["abstained"]
    assert len(data["abstained"]) == abstained
    assert all(row["reasons"] for row in data["abstained"])
    assert data["events"] == len({row["event"] for row in lines(built)})


def test_the_records_alone_give_the_same_graph_and_pages(built: Path, tmp_path: Path) -> None:
    build([built / "statements.jsonl"], tmp_path / "again")
    for name in (
        "graph.ttl",
        "graph.trig",
        "statements.jsonl",
        "actors.html",
        "events.html",
        "map.html",
        "matrix.html",
        "story.html",
        "timeline.html",
    ):
        assert (tmp_path / "again" / name).read_bytes() == (built / name).read_bytes(), name


def test_the_api_opens_the_graph(built: Path) -> None:
    graph = linimasa.open(built).graph
    (row,) = graph.query("SELECT (COUNT(?e) AS ?n) { ?e a lini:Event }")
    assert int(row[0]) >= report(built)["events"]  # type: ignore[index, arg-type]


def test_the_api_extracts_and_builds(tmp_path: Path) -> None:
    found = linimasa.extract_document(TEXT, published="2021-07-05")
    assert (found.document.lang, len(found.outcomes)) == ("id", 4)
    (tmp_path / "2021-07-05.txt").write_text(TEXT, encoding="utf-8")
    made = linimasa.build(tmp_path / "2021-07-05.txt", tmp_path / "out", lang="id")
    assert made.used == 1
    assert not made.left_out


def test_documents_left_out_are_listed_and_the_others_used(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "a.jsonl",
        record("baik"),
        record("asing", lang="xx", text=ENGLISH),
        record("salah", published="x"),
    )
    with path.open("a", encoding="utf-8") as stream:
        stream.write("{rusak\n")
        stream.write(json.dumps({"id": "angka", "text": "123 456"}) + "\n")
    made = build([path, tmp_path / "tiada.txt"], tmp_path / "out")
    assert made.used == 1
    rows = [(Path(row["path"]).name, row["line"], row["document"]) for row in made.left_out]
    assert rows == [
        ("a.jsonl", 2, "asing"),
        ("a.jsonl", 3, "salah"),
        ("a.jsonl", 4, None),
        ("a.jsonl", 5, "angka"),
        ("tiada.txt", None, None),
    ]
    words = ["no language 'xx'", "isn't a day", "isn't JSON", "language can't be told", "no such file"]
    assert all(word in row["why"] for word, row in zip(words, made.left_out, strict=True))
    assert report(tmp_path / "out")["documents"] == {"read": 6, "used": 1, "left_out": 5, "same_text": 0}


@pytest.mark.parametrize("end", ["", "\r\n", "\n\n"])
def test_line_breaks_at_the_end_make_no_other_text(tmp_path: Path, end: str) -> None:
    rows = [record("a", text=TEXT.rstrip()), record("b", text=TEXT.rstrip() + end + "\n")]
    made = build([jsonl(tmp_path / "a.jsonl", *rows)], tmp_path / "out")
    (same,) = made.data["same_text"]
    assert (same["document"], same["same_as"]) == ("b", "a")
    assert same["hash"] == made.data["by_document"][0]["hash"]


def test_a_text_that_comes_twice_is_used_once(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "a.jsonl", record("b", published=None), record("a", text=TEXT.replace("\n", "\r\n"))
    )
    made = build([path], tmp_path / "out")
    assert made.used == 1
    assert [(row["document"], row["same_as"]) for row in made.data["same_text"]] == [("b", "a")]
    assert not made.left_out


def test_a_day_found_in_the_text_is_told_and_can_be_switched_off(tmp_path: Path) -> None:
    text = "Jakarta, 5 Juli 2021 - Menteri Luar Negeri Retno Marsudi bertemu Sergey Lavrov kemarin.\n"
    path = jsonl(tmp_path / "a.jsonl", record("a", text=text, published=None))
    found = build([path], tmp_path / "out").data
    assert [(row["document"], row["published"]) for row in found["dates"]["inferred"]] == [
        ("a", "2021-07-05")
    ]
    assert found["by_document"][0]["published_basis"] == "inferred"
    off = build([path], tmp_path / "off", BuildSettings(infer_dates=False)).data
    assert off["dates"]["inferred"] == []
    assert [row["document"] for row in off["dates"]["unknown"]] == ["a"]
    assert off["by_document"][0]["published"] is None


def test_nothing_usable_leaves_the_folder_as_it_is(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(SourceError, match="no such file"):
        build([tmp_path / "tiada.txt"], out)
    assert not out.exists()
    build([corpus(tmp_path)], out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with pytest.raises(SourceError, match="none of 2"):
        build([tmp_path / "tiada.txt", tmp_path / "tiada.md"], out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_wrong_settings_are_refused(tmp_path: Path) -> None:
    source = corpus(tmp_path)
    for settings in (BuildSettings(lang="xx"), BuildSettings(published="kemarin"), BuildSettings(jobs=0)):
        with pytest.raises(SettingError):
            build([source], tmp_path / "out", settings)
    assert not (tmp_path / "out").exists()


def test_a_second_build_into_the_same_folder_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    handle = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="another build"):
            build([corpus(tmp_path)], out)
    finally:
        os.close(handle)
    assert build([corpus(tmp_path)], out).used == 2


def test_a_folder_that_cant_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="can't be written"):
        build([corpus(tmp_path)], tmp_path / "berkas")
    with pytest.raises(StoreError, match="can't be written"):
        build([corpus(tmp_path)], tmp_path / "berkas" / "out")


def test_a_build_that_breaks_leaves_the_last_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    build([corpus(tmp_path)], out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("linimasa.store.folder.os.fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        build([jsonl(tmp_path / "b.jsonl", record("lain"))], out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.parametrize(
    "text",
    [
        "Rusia \ud83d mengancam Ukraina pada 5 Juli 2021.",
        "\ufeffRusia\u00a0mengancam\u00a0Ukraina.\r\nAme\u0301rika mengecam Rusia.\r\n",
        '<script>alert(1)</script> Rusia mengancam Ukraina & "AS" <b>.',
        "Rusia mengancam Ukraina." + " Rusia" * 3000,
        "....\n\n!!!\n Rusia mengancam Ukraina",
    ],
)
def test_odd_texts_go_the_whole_way(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": text, "lang": "id"}), encoding="utf-8")
    made = build([path], tmp_path / "out")
    assert made.used == 1
    for row in lines(tmp_path / "out"):
        assert text[row["quote"]["start"] : row["quote"]["end"]] == row["quote"]["text"]


def test_a_build_leaves_out_what_is_less_sure(built: Path, tmp_path: Path) -> None:
    every = lines(built)
    least = sorted(row["confidence"] for row in every)[len(every) // 2]
    kept = [row["id"] for row in every if row["confidence"] >= least]
    assert 0 < len(kept) < len(every)
    made = build([corpus(tmp_path)], tmp_path / "one", BuildSettings(min_confidence=least))
    again = build([built / "statements.jsonl"], tmp_path / "two", BuildSettings(min_confidence=least))
    for name, result in (("one", made.data), ("two", again.data)):
        assert [row["id"] for row in lines(tmp_path / name)] == kept
        assert result["statements"]["all"] == len(kept)
        assert result["statements"]["below_confidence"] == len(every) - len(kept)
        assert result["statements"]["min_confidence"] == least
    assert made.data["statements"]["all"] == sum(row["statements"] for row in made.data["by_document"])
    assert {row["run"] for row in lines(tmp_path / "one")} == {f"{every[0]['run']}, min-confidence {least:g}"}


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_least_confidence_is_a_share(tmp_path: Path, share: float) -> None:
    with pytest.raises(SettingError, match="--min-confidence"):
        build([corpus(tmp_path)], tmp_path / "out", BuildSettings(min_confidence=share))
