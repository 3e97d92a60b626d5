"""Memory doesn't grow with the rows: measured by the benchmark, each size in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


def measured(root: Path, rows: int, folder: Path) -> dict[str, float]:
    folder.mkdir()
    command = [sys.executable, str(root / "tests/bench/bench_import.py"), "--one", str(rows), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


@pytest.mark.long
def test_ten_times_the_rows_need_no_more_memory(root: Path, tmp_path: Path) -> None:
    small, large = (measured(root, rows, tmp_path / str(rows)) for rows in (3_000, 30_000))
    assert large["reading_mb"] < small["reading_mb"] + 5
    assert large["all_mb"] < small["all_mb"] + 40  # Oxigraph's own buffers fill before they are written
