"""The store of a folder: chosen once, remembered, the same graph in each."""

from __future__ import annotations

from pathlib import Path

import pytest

import linimasa
from articles import corpus, jsonl, record
from linimasa.cli.app import run
from linimasa.errors import SettingError, StoreError
from linimasa.pipeline import BuildSettings, build
from linimasa.query import run_query
from linimasa.store import choice
from linimasa.store.oxigraph import OxStore

SAME = ("graph.ttl", "graph.trig", "statements.jsonl", "actors.html", "events.html", "timeline.html")


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("memory")
    build([corpus(folder)], folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    build([corpus(folder)], folder / "out", BuildSettings(store="oxigraph"))
    return folder / "out"


def test_the_store_makes_no_difference_to_the_files(memory: Path, disk: Path) -> None:
    for name in SAME:
        assert (memory / name).read_bytes() == (disk / name).read_bytes(), name
    assert not (memory / "store").exists()
    assert not (memory / "store.json").exists()
    assert (disk / "store").is_dir()


def test_a_folder_opens_with_its_store(memory: Path, disk: Path) -> None:
    small, large = linimasa.open(memory), linimasa.open(disk)
    assert isinstance(large.graph.store, OxStore)
    assert not isinstance(small.graph.store, OxStore)
    for name in ("timeline", "actors", "by-document"):
        assert run_query(small.graph, name).rows == run_query(large.graph, name).rows
    again = linimasa.open(disk)  # several may read at once
    assert len(again.graph) == len(small.graph)


def test_commands_use_the_store(disk: Path, memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["export", "--format", "trig"], ["export", "--format", "csv"], ["timeline"], ["validate"]):
        answers = []
        for folder in (memory, disk):
            assert run([words[0], str(folder), *words[1:]]) == 0
            answers.append(capsys.readouterr().out)
        assert answers[0] == answers[1], words


def test_the_choice_is_remembered(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([corpus(tmp_path)], out, BuildSettings(store="oxigraph", pages=False))
    build([jsonl(tmp_path / "b.jsonl", record("lain"))], out, BuildSettings(pages=False))
    assert isinstance(linimasa.open(out).graph.store, OxStore)
    build([corpus(tmp_path)], out, BuildSettings(store="memory", pages=False))
    assert not (out / "store").exists()
    assert not isinstance(linimasa.open(out).graph.store, OxStore)
    build([corpus(tmp_path)], out, BuildSettings(store="auto", pages=False))
    assert not (out / "store.json").exists()


def test_large_graphs_go_to_disk_by_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "LIMIT", 10)
    build([corpus(tmp_path)], tmp_path / "out", BuildSettings(pages=False))
    assert (tmp_path / "out" / "store").is_dir()
    assert isinstance(linimasa.open(tmp_path / "out").graph.store, OxStore)


def test_a_graph_opened_writable_lies_in_memory(disk: Path) -> None:
    from linimasa.store import open_graph

    graph = open_graph(disk, writable=True).graph
    before = len(graph)
    graph.update("INSERT DATA { GRAPH gra:mine { act:usa rel:aids act:idn } }")
    assert len(graph) == before + 1
    assert len(open_graph(disk).graph) == before


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("disk", "choose one of auto, memory, oxigraph"),
        ("http://u:geheim@host/sparql", "would be logged"),
        ("ftp://host/sparql", "must begin with http"),
        ("http://host/sparql?x=1", "no \\?"),
    ],
)
def test_a_choice_that_cant_be_made_is_refused(tmp_path: Path, value: str, why: str) -> None:
    with pytest.raises(SettingError, match=why) as caught:
        build([corpus(tmp_path)], tmp_path / "out", BuildSettings(store=value))
    assert "geheim" not in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_broken_note_or_store_is_named(disk: Path, tmp_path: Path) -> None:
    (tmp_path / "store.json").write_text("{}")
    with pytest.raises(StoreError, match=r"store\.json: isn't a note"):
        linimasa.open(tmp_path)
    (tmp_path / "store.json").unlink()
    (tmp_path / "store").mkdir()
    with pytest.raises(StoreError, match="can't be opened"):
        linimasa.open(tmp_path)
