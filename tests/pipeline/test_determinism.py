"""The same input gives the same bytes whatever the order, hash seed, time zone, day or processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from linimasa.pipeline import BuildSettings, build

_KEPT = (
    "statements.jsonl",
    "graph.ttl",
    "graph.trig",
    "actors.html",
    "events.html",
    "map.html",
    "matrix.html",
    "story.html",
    "timeline.html",
    "report.json",
)


def files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in _KEPT}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory, root: Path) -> list[Path]:
    """Six dispatches of the sample, three files of two."""
    folder = tmp_path_factory.mktemp("sources")
    rows = (root / "data/sample/dispatches.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    paths = []
    for number in range(3):
        path = folder / f"{number}.jsonl"
        path.write_text("".join(rows[number * 5 : number * 5 + 2]), encoding="utf-8")
        paths.append(path)
    return paths


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory, sources: list[Path]) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("out")
    build(sources, out)
    return files(out)


@pytest.mark.parametrize(("seed", "zone"), [("1", "Asia/Jakarta"), ("77", "America/Los_Angeles")])
def test_order_seed_and_zone(
    tmp_path: Path, sources: list[Path], expected: dict[str, bytes], seed: str, zone: str
) -> None:
    command = [sys.executable, "-m", "linimasa", "build", *map(str, reversed(sources)), "-o", str(tmp_path)]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    found = files(tmp_path)
    assert [name for name in _KEPT if found[name] != expected[name]] == []


def test_the_number_of_processes(tmp_path: Path, sources: list[Path], expected: dict[str, bytes]) -> None:
    build(sources, tmp_path / "one", BuildSettings(jobs=1))
    build(sources, tmp_path / "two", BuildSettings(jobs=2))
    assert files(tmp_path / "one") == files(tmp_path / "two") == expected


def test_two_processes_share_the_batches(tmp_path: Path, root: Path) -> None:
    source = root / "data/sample/dispatches.jsonl"
    build([source], tmp_path / "one", BuildSettings(jobs=1, pages=False))
    build([source], tmp_path / "two", BuildSettings(jobs=2, pages=False))
    for name in ("statements.jsonl", "graph.ttl", "report.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_no_clock_but_in_the_log(tmp_path: Path, sources: list[Path], expected: dict[str, bytes]) -> None:
    script = (
        "import sys, time, datetime\n"
        "class Later(datetime.datetime):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None): return cls(2031, 5, 6, 7, 8, 9, tzinfo=tz)\n"
        "class Day(datetime.date):\n"
        "    @classmethod\n"
        "    def today(cls): return cls(2031, 5, 6)\n"
        "datetime.datetime, datetime.date = Later, Day\n"
        "time.time = lambda: 1935817689.0\n"
        "from linimasa.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    command = [sys.executable, "-c", script, "build", *map(str, sources), "-o", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    found = files(tmp_path)
    assert [name for name in _KEPT if found[name] != expected[name]] == []
    assert "2031-05-06" in (tmp_path / "run.log").read_text(encoding="utf-8")
