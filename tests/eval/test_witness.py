"""The measure of what a second witness adds."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from witness import factors, main

from linimasa.extract.parser import loading

OWN = Path(__file__).parents[2] / "data" / "gold" / "gold-id.jsonl"


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser `tiny` is installed."""
    if importlib.util.find_spec("spacy") is None:
        pytest.skip("spaCy isn't installed; pip install 'linimasa[parser]'")
    from importlib.metadata import EntryPoint, EntryPoints

    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "extract" / "parser"))
    points = EntryPoints([EntryPoint("tiny", "tiny:pipeline", loading.GROUP)])
    monkeypatch.setattr(loading, "entry_points", lambda group: points.select(group=group))


@pytest.mark.usefixtures("tiny")
def test_it_measures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = OWN.read_text(encoding="utf-8").splitlines()
    half = len(rows) // 2
    for name, part in (("a.jsonl", rows[:half]), ("b.jsonl", rows[half:])):
        (tmp_path / name).write_text("\n".join(part) + "\n", encoding="utf-8")
    assert main(["tiny", str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")]) == 0
    text = capsys.readouterr().out
    assert text.count("Brier") == 2
    assert "verb agrees" in text
    counted = [int(line.split("of")[1].split()[0]) for line in text.splitlines() if "noun silent" in line]
    events = sum(len(json.loads(row)["events"]) for row in rows)
    assert 0 < sum(counted) < events


def test_no_statements_give_no_factors() -> None:
    assert factors([], lambda _: "all") == {}
