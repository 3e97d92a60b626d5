"""What is denied or only believed doesn't answer as a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

import linimasa
from articles import jsonl, record
from linimasa.query import run_query

DENIED = [
    "Enam tentara India tewas dalam serangan pasukan Pakistan pada 10 Juni 2025. Hal itu dibantah Islamabad.",
    "Pasukan Pakistan menyerang India pada 10 Juni 2025. Pakistan membantah laporan itu.",
    "Kenya menuduh Uganda menyerang kota Busia. Uganda membantah tuduhan itu.",
    "Kenya menuduh Uganda menyerang kota Busia. Tuduhan itu dibantah Uganda.",
]
STATUS = "SELECT ?status { ?e lini:type typ:assault ; lini:status ?status }"
DIRECT = "SELECT ?a ?b { ?a rel:attacks ?b }"


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_next_is_disputed(text: str, tmp_path: Path) -> None:
    linimasa.build(
        jsonl(tmp_path / "in.jsonl", record("a", text=text, published="2025-06-20", title="")), tmp_path
    )
    graph = linimasa.open(tmp_path).graph
    assert [str(row[0]).rpartition("#")[2] for row in run_query(graph, STATUS).rows] == ["disputed"]
    assert not list(run_query(graph, DIRECT).rows)


def test_a_denial_of_something_else_leaves_the_fact(tmp_path: Path) -> None:
    text = "Pasukan Pakistan menyerang India pada 10 Juni 2025. Pakistan membantah merencanakan perang."
    linimasa.build(
        jsonl(tmp_path / "in.jsonl", record("a", text=text, published="2025-06-20", title="")), tmp_path
    )
    assert list(run_query(linimasa.open(tmp_path).graph, DIRECT).rows)


@pytest.mark.parametrize("belief", ["dianggap", "diyakini", "dituduh", "disinyalir", "dicurigai"])
@pytest.mark.parametrize("act", ["menyerang", "melancarkan serangan terhadap"])
def test_what_is_only_believed_is_no_fact(belief: str, act: str, tmp_path: Path) -> None:
    text = f"Pakistan {belief} {act} India pada 10 Juni 2025."
    linimasa.build(
        jsonl(tmp_path / "in.jsonl", record("a", text=text, published="2025-06-20", title="")), tmp_path
    )
    assert not list(run_query(linimasa.open(tmp_path).graph, DIRECT).rows)
