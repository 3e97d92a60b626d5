"""Sorting on disk: a law, whatever the size of memory."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from linimasa.exchange.sorting import Sorter

LINES = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=6), max_size=60)


@given(LINES, st.integers(1, 40), st.integers(2, 4))
def test_any_lines_come_back_sorted_and_once(lines: list[str], chunk: int, fan: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sorter = Sorter(Path(folder), chunk, fan)
        for line in lines:
            sorter.add(line)
        assert list(sorter) == sorted(set(lines))
        assert list(Path(folder).iterdir()) == []
        assert sorter.repeated <= len(lines) - len(set(lines))


def test_lines_that_come_twice_are_counted(tmp_path: Path) -> None:
    sorter = Sorter(tmp_path, chunk=2)
    for line in ("b", "a", "b", "c", "b"):
        sorter.add(line)
    assert list(sorter) == ["a", "b", "c"]
    assert sorter.repeated == 2
