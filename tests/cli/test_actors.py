"""Actors of a folder: listed, merged, split; decisions outlive builds and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

TEXTS = {
    "2021-07-05-a.txt": "Rusia mengancam Ukraina. Pengamat Rudolf Zenda mengecam Rusia pada 5 Juli 2021.",
    "2021-07-06-b.txt": "Diplomat Kuba Rudolf Zendo mengecam Iran pada 6 Juli 2021.",
    "2021-07-07-c.txt": "Diplomat Kuba Rudolf Zendo mengecam Rusia pada 7 Juli 2021.",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def made(program: Any, articles: Path, tmp_path: Path) -> Path:
    assert program("build", articles, "-o", tmp_path / "out").code == 0
    return tmp_path / "out"


def _actors(program: Any, folder: Path) -> dict[str, dict[str, Any]]:
    answer = program("actors", folder, "--format", "jsonl")
    assert answer.code == 0, answer.err
    rows = [json.loads(line) for line in answer.out.splitlines()]
    return {row["id"]: row for row in rows}


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name not in ("run.log", "actors.csv")}


def test_actors_are_listed_with_counts(program: Any, made: Path) -> None:
    rows = _actors(program, made)
    assert (rows["rus"]["code"], rows["rus"]["provisional"], rows["rus"]["documents"]) == ("RUS", False, 2)
    zendo = rows["x-rudolf-zendo"]
    assert (zendo["kind"], zendo["code"], zendo["provisional"], zendo["acts"]) == ("person", "CUB", True, 2)
    assert "x-rudolf-zendo" in program("actors", made).out
    assert program("actors", made, "--format", "csv").out.startswith("id,name,")


def test_merging_holds_at_once_and_after_a_rebuild(program: Any, articles: Path, made: Path) -> None:
    before = _bytes(made)
    assert program("actors", made, "merge", "x-rudolf-zenda", "x-rudolf-zendo").code == 0
    rows = _actors(program, made)
    assert (rows["x-rudolf-zenda"]["documents"], "x-rudolf-zendo" in rows) == (3, False)
    graph = (made / "graph.ttl").read_text(encoding="utf-8")
    assert "rudolf-zendo" not in graph
    at_once = _bytes(made)
    assert program("build", articles, "-o", made).code == 0
    assert _bytes(made) == at_once
    assert program("actors", made, "split", "x-rudolf-zenda").code == 0
    assert _bytes(made) == before


def test_the_graph_follows_from_merged_records(program: Any, made: Path, tmp_path: Path) -> None:
    program("actors", made, "merge", "x-rudolf-zenda", "x-rudolf-zendo")
    assert program("build", made / "statements.jsonl", "-o", tmp_path / "again").code == 0
    assert (tmp_path / "again" / "graph.ttl").read_bytes() == (made / "graph.ttl").read_bytes()


def test_splitting_keeps_documents_apart(program: Any, made: Path) -> None:
    before = _bytes(made)
    assert program("actors", made, "split", "x-rudolf-zendo").code == 0
    parts = [name for name in _actors(program, made) if name.endswith("-x-rudolf-zendo")]
    assert len(parts) == 2
    assert program("actors", made, "merge", "x-rudolf-zendo", "x-rudolf-zendo").code == 0
    assert _bytes(made) == before


def test_merging_into_the_gazetteer_takes_its_facts(program: Any, made: Path) -> None:
    assert program("actors", made, "merge", "fidel-castro", "x-rudolf-zendo").code == 0
    row = _actors(program, made)["fidel-castro"]
    assert (row["name"], row["provisional"], row["acts"]) == ("Fidel Castro", False, 2)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("merge", "x-rudolf-zenda"), "merge needs 2 ids"),
        (("merge", "x-rudolf-zenda", "x-nobody"), "nobody in the statements"),
        (("merge", "x-nobody", "x-rudolf-zenda"), "nobody has the id"),
        (("merge", "rus", "rus"), "neither split nor merged"),
        (("split", "x-nobody"), "nobody in the statements"),
        (("split", "rus"), "only provisional actors"),
    ],
)
def test_a_wrong_decision_changes_nothing(
    program: Any, made: Path, words: tuple[str, ...], says: str
) -> None:
    before = _bytes(made)
    answer = program("actors", made, *words)
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err
    assert _bytes(made) == before
    assert not (made / "actors.csv").exists()


def test_a_folder_without_statements_is_refused(program: Any, tmp_path: Path) -> None:
    assert "linimasa build" in program("actors", tmp_path).err


def test_the_users_rows_stay_when_deciding(program: Any, articles: Path, made: Path) -> None:
    own = made / "actors.csv"
    own.write_text("id,kind,name,country\nx-rudolf-zendo,person,Rudolf Z. Zendo,CUB\n", encoding="utf-8")
    assert program("build", articles, "-o", made).code == 0
    assert _actors(program, made)["x-rudolf-zendo"]["name"] == "Rudolf Z. Zendo"
    assert program("actors", made, "merge", "x-rudolf-zendo", "x-rudolf-zenda").code == 0
    assert own.read_text(encoding="utf-8").splitlines() == [
        "id,kind,name,country,decision,into",
        "x-rudolf-zendo,person,Rudolf Z. Zendo,CUB,,",
        "x-rudolf-zenda,,,,merge,x-rudolf-zendo",
    ]


def test_a_file_of_actors_counts_for_build_extract_and_who(
    program: Any, articles: Path, tmp_path: Path
) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("id,kind,name,aliases,country\nrudi-z,person,Rudolf Zendo,Zendo,CUB\n", encoding="utf-8")
    assert program("build", articles, "-o", tmp_path / "o", "--actors", own).code == 0
    text = (tmp_path / "o" / "statements.jsonl").read_text(encoding="utf-8")
    assert "actor/rudi-z" in text
    assert all(", actors " in json.loads(line)["run"] for line in text.splitlines())
    found = program("extract", articles, "--actors", own).out
    assert "actor/rudi-z" in found
    assert "rudi-z" in program("who", "Zendo", "--actors", own).out


def test_a_wrong_file_of_actors_is_named(program: Any, articles: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("id,kind,name\nrudi,person,Rudi\nBAD ID,person,Bad\n", encoding="utf-8")
    answer = program("build", articles, "-o", tmp_path / "o", "--actors", own)
    assert answer.code == 2
    assert f"{own}, line 3: " in answer.err
    assert not (tmp_path / "o").exists()
