"""The extractor keeps its floors on every annotated set, and floors move only as they should."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gate
import pytest
from gate import (
    GATED,
    GATED_PARALLEL,
    GATED_RECORDS,
    MARGIN,
    MOST_A_RECORD,
    GoldSet,
    faults,
    floor_of,
    gold_sets,
    updated,
)

from linimasa.extract.extractor import Extractor

NAMES = (
    "own-en", "own-id", "shared-en", "shared-id", "shared-plover",
    "shared-news-pairs", "shared-treebank-pairs",
)  # fmt: skip


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("name", NAMES)
def test_the_floors_hold(name: str, extractor: Extractor, request: pytest.FixtureRequest) -> None:
    if name.startswith("shared"):
        request.getfixturevalue("shared")
    gold = gold_sets()[name]
    assert faults(gold, gate.measure(gold, extractor), gate.load_baseline()) == []


def test_every_set_has_floors_for_every_gated_figure() -> None:
    baseline = gate.load_baseline()
    assert set(baseline) == set(NAMES)
    for name, row in baseline.items():
        pairs = GATED_PARALLEL if name.endswith("-pairs") else GATED
        assert set(row["floors"]) == set(GATED_RECORDS if name == "shared-plover" else pairs)
        assert all(0 < floor < 1 for floor in row["floors"].values())


@pytest.fixture
def gold(tmp_path: Path) -> GoldSet:
    """A set of one document without events."""
    path = tmp_path / "gold.jsonl"
    row: dict[str, Any] = {"id": "a", "lang": "id", "text": "Tokyo.", "events": [], "times": []}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return GoldSet("small", path)


def figures(value: float) -> dict[str, float]:
    return dict.fromkeys(GATED, value)


def test_a_floor_stands_a_margin_under_its_figure() -> None:
    assert floor_of(0.8) == pytest.approx(0.795)
    assert floor_of(0.8004) == pytest.approx(0.795)
    assert floor_of(0.001) == 0
    assert MARGIN == 0.005


def test_a_figure_under_its_floor_is_named(gold: GoldSet) -> None:
    baseline = {"small": {"digest": gold.digest, "floors": figures(0.7)}}
    assert faults(gold, figures(0.7), baseline) == []
    assert faults(gold, figures(0.7) | {"quad": 0.69}, baseline) == [
        "small: quad 0.690 is under its floor 0.700"
    ]


def test_a_set_without_floors_or_with_other_texts_is_named(gold: GoldSet) -> None:
    assert "no floors" in faults(gold, figures(1), {})[0]
    baseline = {"small": {"digest": gold.digest, "floors": figures(0.7)}}
    gold.path.write_text(gold.path.read_text(encoding="utf-8").replace("Tokyo", "Kyoto"), encoding="utf-8")
    assert "have changed" in faults(gold, figures(1), baseline)[0]


def test_the_digest_doesnt_know_the_order_of_keys(gold: GoldSet) -> None:
    before = gold.digest
    row = json.loads(gold.path.read_text(encoding="utf-8"))
    gold.path.write_text(json.dumps(dict(reversed(row.items()))) + "\n", encoding="utf-8")
    assert gold.digest == before


def test_too_many_statements_a_record_are_named(gold: GoldSet) -> None:
    records = GoldSet("small", gold.path, records=True)
    baseline = {"small": {"digest": gold.digest, "floors": {"type": 0.5, "full": 0.4}}}
    reached = {"type": 0.6, "full": 0.5, "per-record": MOST_A_RECORD}
    assert faults(records, reached, baseline) == []
    assert "statements a record" in faults(records, reached | {"per-record": 1.71}, baseline)[0]


def test_an_update_raises_floors(gold: GoldSet) -> None:
    baseline = {"small": {"digest": "", "floors": figures(0.7)}}
    row, refused = updated(gold, figures(0.8), baseline, regress=False)
    assert refused == []
    assert row == {"digest": gold.digest, "floors": figures(0.795)}


def test_an_update_keeps_floors_that_are_only_just_reached(gold: GoldSet) -> None:
    baseline = {"small": {"digest": gold.digest, "floors": figures(0.7)}}
    row, refused = updated(gold, figures(0.702), baseline, regress=False)
    assert (row["floors"], refused) == (figures(0.7), [])


def test_floors_fall_only_where_that_is_allowed(gold: GoldSet) -> None:
    baseline = {"small": {"digest": gold.digest, "floors": figures(0.7)}}
    row, refused = updated(gold, figures(0.6), baseline, regress=False)
    assert row["floors"] == figures(0.7)
    assert len(refused) == len(GATED)
    row, refused = updated(gold, figures(0.6), baseline, regress=True)
    assert (row["floors"], refused) == (figures(0.595), [])


def test_the_command(
    gold: GoldSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reached = figures(0.8)
    monkeypatch.setattr(gate, "gold_sets", lambda: {"small": gold})
    monkeypatch.setattr(gate, "measure", lambda *_: reached)
    path = tmp_path / "baseline.json"
    assert gate.main([], path) == 1
    assert gate.main(["--update"], path) == 0
    assert gate.main([], path) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["small"]["floors"]["quad"] == 0.795
    reached["quad"] = 0.5
    assert gate.main([], path) == 1
    assert gate.main(["--update"], path) == 1
    assert json.loads(path.read_text(encoding="utf-8"))["small"]["floors"]["quad"] == 0.795
    assert "quad 0.500 is under its floor 0.795" in capsys.readouterr().out
    assert gate.main(["--update", "--allow-regression"], path) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["small"]["floors"]["quad"] == 0.495
    with pytest.raises(SystemExit):
        gate.main(["--allow-regression"], path)
