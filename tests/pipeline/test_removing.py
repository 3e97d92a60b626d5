"""A document taken out leaves nothing behind: the folder is that of a build without it."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from articles import ENGLISH, TEXT, jsonl, record
from linimasa import build
from linimasa.cli.app import run
from linimasa.errors import SettingError, StoreError
from linimasa.lexicon.additions import COLUMNS
from linimasa.model.document import text_hash
from linimasa.pipeline import BuildSettings
from linimasa.pipeline import build as build_with
from linimasa.pipeline.graph import GraphPlan
from linimasa.pipeline.removing import remove

#: Told by another document too (the meeting), and by it alone (the rest); a vague party, odd words.
GONE = (
    "JAKARTA - Menteri Luar Negeri Retno Marsudi akan bertemu Menteri Luar Negeri Rusia Sergey Lavrov di "
    "Jakarta pada 6 Juli 2021, kata diplomat yang zaitun.\n"
    "Sekutu kuningan bermantel mengecam Moskow pada 4 Juli 2021.\n"
    "Presiden Bramantyo Kusumawardhana bertemu Presiden Joko Widodo di Jakarta karena tembaga lapuk.\n"
    "Pertemuan pada hari Minggu 6 Juli 2021 dibatalkan oleh Rusia.\n"
)
ROWS: list[dict[str, Any]] = [
    record("satu", title="Retno Temui Lavrov"),
    record("dua", text=GONE, title="Zaitun dan Kuningan", published="2021-07-04"),
    record("tiga", text=ENGLISH, lang="en", published="2022-11-15"),
    record("empat", text="Langit cerah di atas pulau yang sunyi."),
    record("lima", text=GONE, title="Sekali Lagi"),
]
WORDS = "zaitun kuningan bermantel tembaga lapuk bramantyo kusumawardhana".split()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """All documents, and all but the one that goes (and its copy)."""
    place = tmp_path_factory.mktemp("removing")
    whole = jsonl(place / "a.jsonl", *ROWS)
    return whole, jsonl(place / "b.jsonl", *(row for row in ROWS if row["text"] != GONE))


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes()


def comparable(folder: Path) -> dict[str, bytes]:
    """The files with fixed bytes: not the log, not a database's own."""
    return {name: data for name, data in files(folder) if name != "run.log" and not name.startswith("store/")}


def nothing_left(folder: Path) -> None:
    digest = text_hash(GONE)[:12].encode()
    for name, data in files(folder):
        assert digest not in data, name
        assert [word for word in WORDS if word.encode() in data.lower()] == [], name


@pytest.mark.parametrize("text", ["quotes", "full", "none"])
def test_the_folder_is_that_of_a_build_without_it(
    sources: tuple[Path, Path], tmp_path: Path, text: str
) -> None:
    build(sources[0], tmp_path / "out", text=text)
    build(sources[1], tmp_path / "without", text=text)
    assert any(b"zaitun" in data for _, data in files(tmp_path / "out"))
    done = remove(tmp_path / "out", ["dua"], GraphPlan())
    assert done.documents == ("dua",)
    left, wanted = comparable(tmp_path / "out"), comparable(tmp_path / "without")
    # The copies of a text that is kept are told by the lines of their files.
    assert left.keys() == wanted.keys()
    assert [name for name in wanted if left[name] != wanted[name]] == []
    nothing_left(tmp_path / "out")


def test_a_store_on_disk_is_written_anew(sources: tuple[Path, Path], tmp_path: Path) -> None:
    for source, name in zip(sources, ("out", "without"), strict=True):
        build_with([source], tmp_path / name, BuildSettings(store="oxigraph"))
    assert any("zaitun" in data.decode("utf-8", "replace") for _, data in files(tmp_path / "out"))
    remove(tmp_path / "out", ["dua"], GraphPlan())
    nothing_left(tmp_path / "out")
    assert comparable(tmp_path / "out") == comparable(tmp_path / "without")
    assert run(["query", str(tmp_path / "out"), "ASK { ?s ?p ?o }"]) == 0


def test_an_event_of_others_stays_and_is_made_anew(sources: tuple[Path, Path], tmp_path: Path) -> None:
    build(sources[0], tmp_path)
    remove(tmp_path, ["dua"], GraphPlan())
    text = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert "ev:2021-07-06-consult-retno-marsudi-sergey-lavrov" in text
    assert "lini:planned" in text


@pytest.mark.parametrize("kind", ["hash", "short", "iri", "prefixed"])
def test_a_document_is_named_in_several_ways(sources: tuple[Path, Path], tmp_path: Path, kind: str) -> None:
    build(sources[0], tmp_path)
    digest = text_hash(GONE)
    short = digest[:12]
    names = {"hash": digest, "short": short, "iri": f"https://w3id.org/linimasa/doc/{short}"}
    assert remove(tmp_path, [names.get(kind, f"doc:{short}")], GraphPlan()).documents == ("dua",)
    nothing_left(tmp_path)


def test_a_document_without_statements_goes_too(sources: tuple[Path, Path], tmp_path: Path) -> None:
    build(sources[0], tmp_path, text="full")
    assert remove(tmp_path, ["empat"], GraphPlan()).documents == ("empat",)
    assert all(b"pulau yang sunyi" not in data for _, data in files(tmp_path))


def test_decisions_about_its_own_actors_go(sources: tuple[Path, Path], tmp_path: Path) -> None:
    build(sources[0], tmp_path)
    rows = [
        {"id": "x-bramantyo-kusumawardhana", "decision": "merge", "into": "sergey-lavrov"},
        {"id": "retno-marsudi", "aliases": "Bu Retno"},
    ]
    with (tmp_path / "actors.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    build(sources[0], tmp_path)
    assert (tmp_path / "undecided.jsonl").is_file()
    remove(tmp_path, ["dua"], GraphPlan())
    nothing_left(tmp_path)
    assert "Bu Retno" in (tmp_path / "actors.csv").read_text(encoding="utf-8")
    assert not (tmp_path / "undecided.jsonl").exists()


def test_an_unknown_document_is_refused_with_near_names(
    sources: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(sources[0], tmp_path)
    before = comparable(tmp_path)
    assert run(["remove", str(tmp_path), "empt"]) == 2
    assert re.search(r"no document 'empt' here; did you mean empat", capsys.readouterr().err)
    assert run(["remove", str(tmp_path), "dua", "0123456789ab"]) == 2
    assert comparable(tmp_path) == before


def test_an_id_of_two_documents_needs_a_hash(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", record("satu"), record("satu", text=GONE))
    build(source, tmp_path / "out")
    with pytest.raises(SettingError, match=text_hash(GONE)[:12]):
        remove(tmp_path / "out", ["satu"], GraphPlan())
    assert remove(tmp_path / "out", [text_hash(GONE)], GraphPlan()).documents == ("satu",)
    nothing_left(tmp_path / "out")


def test_the_last_document_stays(tmp_path: Path) -> None:
    build(jsonl(tmp_path / "a.jsonl", record("satu", text=TEXT)), tmp_path / "out")
    with pytest.raises(StoreError, match="delete the folder"):
        remove(tmp_path / "out", ["satu"], GraphPlan())
    with pytest.raises(StoreError, match="no statements here"):
        remove(tmp_path, ["satu"], GraphPlan())


def test_the_program(sources: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(sources[0], tmp_path / "out")
    shutil.copytree(tmp_path / "out", tmp_path / "copy")
    assert run(["remove", str(tmp_path / "out"), "dua"]) == 0
    assert "removed: dua; " in capsys.readouterr().err
    log = (tmp_path / "out" / "run.log").read_text(encoding="utf-8")
    assert "removed: 1 documents" in log
    assert "dua" not in log
    assert run(["validate", str(tmp_path / "out")]) == 0
