"""The graph in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import day, state, statement
from linimasa.errors import StoreError
from linimasa.store import GRAPH_TRIG, GRAPH_TTL, build_dataset, open_graph, trig, turtle, write_graph

RECORD = statement(actors=[state("USA"), state("RUS")], time=day("2022-01-10"))


def test_what_is_written_opens_again(tmp_path: Path) -> None:
    dataset = build_dataset([RECORD])
    paths = write_graph(tmp_path / "out", dataset)
    assert [path.name for path in paths] == [GRAPH_TTL, GRAPH_TRIG]
    store = open_graph(tmp_path / "out")
    assert trig(store.graph) == trig(dataset)
    assert paths[0].read_text(encoding="utf-8") == turtle(store.graph)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [GRAPH_TRIG, GRAPH_TTL]


def test_turtle_alone_opens_too(tmp_path: Path) -> None:
    write_graph(tmp_path, build_dataset([RECORD]))
    (tmp_path / GRAPH_TRIG).unlink()
    assert len(open_graph(tmp_path).graph) == len(build_dataset([RECORD]))
    assert len(open_graph(tmp_path / GRAPH_TTL).graph) == len(build_dataset([RECORD]))


def test_prefixes_are_bound(tmp_path: Path) -> None:
    write_graph(tmp_path, build_dataset([RECORD]))
    rows = list(open_graph(tmp_path).graph.query("SELECT ?b WHERE { act:usa rel:consults ?b }"))
    assert len(rows) == 1


def test_a_failed_write_leaves_the_last_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_graph(tmp_path, build_dataset([RECORD]))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    other = statement("AID", [state("USA")], [state("UKR")])

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        write_graph(tmp_path, build_dataset([other]))
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


@pytest.mark.parametrize("content", ["@prefix broken", "act:usa rel:x", "\x00\x01"])
def test_a_broken_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / GRAPH_TRIG).write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=r"graph\.trig: isn't Turtle or TriG"):
        open_graph(tmp_path)


def test_an_empty_folder_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no graph"):
        open_graph(tmp_path)
    with pytest.raises(StoreError, match="can't be read"):
        open_graph(tmp_path / "missing")
