"""The confidence of statements is the share that is right, and the table is what the script writes."""

from __future__ import annotations

import random
from pathlib import Path

import calibrate
import pytest
from calibrate import Bin, Case, bins, cases, fit, text_of
from gate import gold_sets

from linimasa.extract.confidence import FEATURES, ConfidenceTable, load_table


def case(right: bool, gold: str = "a", **values: str) -> Case:
    return Case(gold, {**dict.fromkeys(FEATURES, "same"), **values}, right)


def test_the_shares_right_are_the_confidence(shared: Path) -> None:
    known = cases([gold for gold in gold_sets().values() if gold.name in calibrate.SETS])
    found = bins(load_table(), known)
    print(calibrate.shown(f"{len(known)} statements", found))  # noqa: T201 - shown where the law breaks
    assert sum(one.count for one in found) == len(known) > 500
    assert [one for one in found if not one.holds] == []
    assert found[-1].right - found[0].right > 0.2  # it tells better from worse, not only the mean


def test_a_fit_gives_back_the_shares_it_was_made_from() -> None:
    """Texts drawn from known shares: 400 verbs of which nine in ten are right, 400 nouns of which half."""
    draw = random.Random(5)
    known = [case(draw.random() < 0.9, word="verb") for _ in range(400)]
    known += [case(draw.random() < 0.5, word="noun") for _ in range(400)]
    table = fit(known)
    for word, share in (("verb", 0.9), ("noun", 0.5)):
        seen = sum(c.right for c in known if c.features["word"] == word) / 400
        assert table.confidence(case(True, word=word).features) == pytest.approx(seen, abs=0.02)
        assert seen == pytest.approx(share, abs=0.06)
    assert all(one.holds for one in bins(table, known))


def test_a_rare_value_moves_little() -> None:
    known = [case(n % 10 < 8) for n in range(100)] + [case(False, word="rare")]
    table = fit(known)
    assert 0.5 < table.confidence(known[-1].features) < table.confidence(known[0].features)


def test_the_file_holds_the_table(tmp_path: Path) -> None:
    table = fit([case(n % 4 > 0, word="verb" if n % 3 else "noun") for n in range(60)])
    (tmp_path / "table.toml").write_text(text_of(table), encoding="utf-8")
    assert load_table(tmp_path / "table.toml") == table


def test_bins_hold_where_shares_agree_or_tell_nothing() -> None:
    table = ConfidenceTable(9.0, {})
    (only,) = bins(table, [case(n % 10 > 0) for n in range(20)])
    assert (only.least, only.count, only.right) == (0.9, 20, 0.9)
    assert only.mean == pytest.approx(0.9)
    assert only.holds
    assert not Bin(0.9, 20, 0.95, 0.8).holds
    assert Bin(0.9, 14, 0.95, 0.8).holds


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = [case(n % 10 > 0, gold="own-id" if n < 100 else "own-en") for n in range(200)]
    sets = {name: gold for name, gold in gold_sets().items() if name.startswith("own")}
    monkeypatch.setattr(calibrate, "cases", lambda _: known)
    monkeypatch.setattr(calibrate, "gold_sets", lambda: sets)
    path = tmp_path / "table.toml"
    path.write_text("base = 1.0\n", encoding="utf-8")
    assert calibrate.main(["--write"], path) == 2  # without the shared sets nothing is written
    assert path.read_text(encoding="utf-8") == "base = 1.0\n"
    assert calibrate.main([], path) == 1
    assert "off by more than 0.1" in capsys.readouterr().out
    monkeypatch.setattr(calibrate, "SETS", tuple(sets))
    assert calibrate.main(["--write"], path) == 0
    assert "own-id, fitted on the others" in capsys.readouterr().out
