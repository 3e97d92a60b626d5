"""Floors under the scores on the shared material (skipped where it is absent)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def bench(root: Path, shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_time", root / "tests" / "bench" / "bench_time.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_time"] = module
    spec.loader.exec_module(module)
    module.SHARED = shared
    return module


def _f1(score: object, key: str) -> float:
    counts = score.counts  # type: ignore[attr-defined]
    return float(2 * counts[key] / (counts["found"] + counts["gold"]))


def test_the_annotated_documents(bench: ModuleType) -> None:
    for lang, overlap, value in (("id", 0.97, 0.95), ("en", 0.97, 0.97)):
        score = bench.gold(lang)
        assert _f1(score, "overlap") >= overlap
        assert _f1(score, "value") >= value


def test_weekdays_with_printed_dates(bench: ModuleType) -> None:
    counts, _ = bench.weekday()
    assert counts["main-right"] / counts["main"] >= 0.97
    assert counts["past7-right"] / counts["past7"] >= 0.99
    assert counts["future-right"] / counts["future"] >= 0.6


@pytest.mark.long
def test_timebank_and_aquaint(bench: ModuleType) -> None:
    assert _f1(bench.tbaq(), "value") >= 0.795


@pytest.mark.long
def test_the_articles_are_read_without_an_exception(bench: ModuleType) -> None:
    assert sum(1 for _ in bench.articles()) > 500
