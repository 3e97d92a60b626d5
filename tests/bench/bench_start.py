"""How long the program takes from the prompt to the end; run as `python tests/bench/bench_start.py`.

The bounds are those of the project: `--help` 0.3 s, `extract` of one article without `--lang` 1.2 s. Each
figure is the best of several runs, so that a busy machine does not decide. Exit code 1 past a bound.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BOUNDS = {"--help": 0.3, "extract": 1.2}
RUNS = 5


def best(*words: str) -> float:
    """Return the shortest time of several runs, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "linimasa", *words], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times)


def longest() -> str:
    """Return the longest Indonesian dispatch of the sample."""
    rows = map(json.loads, (ROOT / "data/sample/dispatches.jsonl").read_text(encoding="utf-8").splitlines())
    return max((row["text"] for row in rows if row["lang"] == "id"), key=len)


def main() -> int:
    """Print each figure and its bound."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "article.txt")
        path.write_text(longest(), encoding="utf-8")
        figures = {
            "--help": best("--help"),
            "extract": best("extract", str(path)),
            "extract --published": best("extract", str(path), "--published", "2021-12-29"),
            "who": best("who", "Presiden AS", "--on", "2021-12-29"),
        }
    for name, seconds in figures.items():
        bound = BOUNDS.get(name)
        print(f"{name:20} {seconds:6.3f} s" + (f"  (bound {bound} s)" if bound else ""))
    return int(any(figures[name] > bound for name, bound in BOUNDS.items()))


if __name__ == "__main__":
    sys.exit(main())
