"""Time and peak memory of an import by number of rows: memory must not grow with them.

Run `python tests/bench/bench_import.py [ROWS...]` (default 1000 100000). Rows are made up: actors, relations
and days turn at different rates, so that nearly all rows are different events between the same actors. Each
size is imported in a process of its own; `reading` is the way to sorted records alone, `all` the whole
import with its graph in a store on disk.
"""

from __future__ import annotations

import datetime
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STATES = (
    "Japan,Thailand,China,Turkey,Syria,Kenya,India,Nigeria,Russia,Ukraine,France,Germany,Iran,Iraq".split(",")
)
ROLES = ("", "Police", "Military", "Citizen", "Ministry", "Foreign Affairs", "Protester")
RELATIONS = (
    "Make a visit",
    "Consult",
    "Make statement",
    "Accuse",
    "Provide aid",
    "Threaten",
    "Use conventional military force",
    "Praise or endorse",
    "Sign formal agreement",
    "Impose embargo, boycott, or sanctions",
)
FIRST = datetime.date(2014, 1, 1)
SIZES = (1_000, 100_000)


def name(number: int) -> str:
    """Return one of some hundred actors."""
    state = STATES[number % len(STATES)]
    role = ROLES[number // len(STATES) % len(ROLES)]
    return f"{role} ({state})" if role else state


def write(path: Path, rows: int) -> None:
    """Write a table of quadruples."""
    with path.open("w", encoding="utf-8") as stream:
        for n in range(rows):
            day = FIRST + datetime.timedelta(days=n * 7 % 3650)
            relation = RELATIONS[n // 97 % len(RELATIONS)]
            stream.write(f"{name(n)}\t{relation}\t{name(n * 31 + n // 98 + 1)}\t{day}\n")


def peak() -> float:
    """Return this process's peak memory in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(rows: int, folder: Path) -> dict[str, float]:
    """Import a table of so many rows in this process; return seconds of CPU and peak MB after each step."""
    from linimasa.exchange.records import RecordSet
    from linimasa.pipeline import imported
    from linimasa.pipeline.importing import ImportSettings, _read, import_table

    imported.LARGE = 0  # stream whatever the size, so that the sizes can be compared
    write(folder / "table.tsv", rows)
    started = time.process_time()
    stage = folder / "stage"
    stage.mkdir()
    _read("quadruples", [folder / "table.tsv"], RecordSet("t", "quadruples", ""), (), stage)
    read, read_peak = time.process_time() - started, peak()
    started = time.process_time()
    import_table("quadruples", [folder / "table.tsv"], folder / "out", ImportSettings())
    return {
        "rows": rows,
        "reading_s": round(read, 2),
        "reading_mb": round(read_peak, 1),
        "all_s": round(time.process_time() - started, 2),
        "all_mb": round(peak(), 1),
    }


def apart(rows: int) -> dict[str, float]:
    """Measure in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--one", str(rows), folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found: dict[str, float] = json.loads(done.stdout)
        return found


def main() -> None:
    """Print a line a size."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]), Path(sys.argv[3]))))
        return
    for rows in map(int, sys.argv[1:] or SIZES):
        print(json.dumps(apart(rows)), flush=True)


if __name__ == "__main__":
    main()
