"""How fast texts become statements: `python tests/bench/bench_extract.py`.

Sentences a second of one core (CPU time, best of several runs) over the sample dispatches and, where it is
there, over the shared articles; and how many times as long `dateparser.search.search_dates`, which only finds
dates, takes for the same sentences. Memory is the process's peak resident set.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateparser.search import search_dates

from linimasa.extract import sentences
from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document
from linimasa.model.terms import DateBasis

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
#: dateparser is slow: so many sentences are enough to compare.
COMPARED = 150


def documents(paths: Sequence[Path]) -> list[Document]:
    """Return the dated documents of JSON-lines files."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Document(
            str(row.get("id", number)),
            row["text"],
            row.get("lang", "id"),
            published=row.get("published") or row.get("date"),
            published_basis=DateBasis.EXPLICIT,
        )
        for number, row in enumerate(rows)
        if row.get("published") or row.get("date")
    ]


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the shortest CPU time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def measure(name: str, docs: Sequence[Document]) -> None:
    """Print the figures of one set."""
    extractor = Extractor()
    spans = [(doc, span) for doc in docs for span in sentences.split(doc.text)]
    extractor.extract(docs[0])  # loads the lexicons
    whole = best(lambda: [extractor.extract(doc) for doc in docs])
    few = spans[:COMPARED]
    texts = [doc.text[start:end] for doc, (start, end) in few]
    lang = [doc.lang or "id" for doc, _ in few]
    dates = best(lambda: [search_dates(t, languages=[c]) for t, c in zip(texts, lang, strict=True)], runs=1)
    rate = len(spans) / whole
    print(f"{name:18} {len(docs):4} texts {len(spans):5} sentences  {rate:7.0f} sentences a second")
    print(f"{'':18} dateparser's search for dates alone takes {dates / len(few) * rate:5.1f} times as long")


def main() -> int:
    """Measure the sample and, where it is there, the shared articles."""
    measure("sample dispatches", documents([ROOT / "data/sample/dispatches.jsonl"]))
    shared = Path(os.environ.get("LINIMASA_SHARED") or ROOT.parent / "shared") / "data" / "articles"
    if shared.is_dir():
        measure("shared articles", documents(sorted(shared.glob("*.jsonl"))))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
