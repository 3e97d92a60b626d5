"""The quality gate: what the extractor reaches on annotated texts, and the floors it may not fall below.

    python tests/eval/gate.py                              show figures and floors
    python tests/eval/gate.py --update                     raise the floors to what is reached now
    python tests/eval/gate.py --update --allow-regression  set them, lower ones too

A floor stands a little (`MARGIN`) under the figure it was set from. Each set has the digest of its texts and
annotations: floors count for these alone, so a changed set needs an update. Sets of the shared folder
($LINIMASA_SHARED, else ../shared) are left out where it is absent.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parallel import Reader, agreement
from score import score, score_records

from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document
from linimasa.model.statement import to_dict
from linimasa.model.terms import DateBasis

ROOT = Path(__file__).resolve().parents[2]
BASELINE = Path(__file__).with_name("baseline.json")
MARGIN = 0.005
GATED = ("event", "quad", "actor", "date", "status", "timex-value")
GATED_RECORDS = ("type", "full")
GATED_PARALLEL = ("agree", "overlap", "told")
#: More statements a sentence would buy recall with noise.
MOST_A_RECORD = 1.7


@dataclass(frozen=True)
class GoldSet:
    """An annotated file: whole documents, or sentences with one event each (`records`).

    `parallel`: sentences in two languages, unannotated, whose sides should tell the same.
    """

    name: str
    path: Path
    records: bool = False
    parallel: bool = False

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The documents or records."""
        return [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines() if line]

    @property
    def digest(self) -> str:
        """12 hex digits over texts and annotations, whatever the order of keys."""
        text = json.dumps(self.rows, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @property
    def gated(self) -> tuple[str, ...]:
        """The figures that have floors."""
        if self.parallel:
            return GATED_PARALLEL
        return GATED_RECORDS if self.records else GATED


def gold_sets(root: Path = ROOT) -> dict[str, GoldSet]:
    """Return the sets that are there, by name."""
    folder = Path(os.environ.get("LINIMASA_SHARED") or root.parent / "shared")
    shared, data = folder / "gold", folder / "data"
    every = (
        GoldSet("own-en", root / "data" / "gold" / "gold-en.jsonl"),
        GoldSet("own-id", root / "data" / "gold" / "gold-id.jsonl"),
        GoldSet("shared-en", shared / "dev-en.jsonl"),
        GoldSet("shared-id", shared / "dev-id.jsonl"),
        GoldSet("shared-plover", shared / "plover-dev.jsonl", records=True),
        GoldSet("shared-news-pairs", data / "parallel" / "ntrex.jsonl", parallel=True),
        GoldSet("shared-treebank-pairs", data / "ud_pud_diplomatic" / "parallel.jsonl", parallel=True),
    )
    return {gold.name: gold for gold in every if gold.path.is_file()}


def read(
    rows: Sequence[Mapping[str, Any]], extractor: Extractor
) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """Return the statements and the time expressions of each document's text."""
    statements, timexes = {}, {}
    for row in rows:
        day = row.get("published")
        basis = DateBasis.EXPLICIT if day else None
        document = Document(row["id"], row["text"], row["lang"], row.get("title") or "", day, basis)
        found = extractor.extract(document)
        statements[row["id"]] = [to_dict(s) for s in found.statements if s.field == "text"]
        timexes[row["id"]] = [{"start": t.start, "end": t.end, "value": t.timex3} for t in found.timexes]
    return statements, timexes


def measure(gold: GoldSet, extractor: Extractor) -> dict[str, float]:
    """Return the figures of a set."""
    rows = gold.rows
    if gold.parallel:
        return agreement(Reader(extractor).pairs(rows)).figures
    statements, timexes = read(rows, extractor)
    if gold.records:
        return score_records(rows, statements)
    return {figure: tally.f1 for figure, tally in score(rows, statements, timexes).items()}


def load_baseline(path: Path = BASELINE) -> dict[str, Any]:
    """Return digest and floors by set."""
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return loaded


def floor_of(figure: float) -> float:
    """Return the floor that a figure sets: the margin under it, rounded down to three digits."""
    return max(0.0, math.floor((figure - MARGIN) * 1000) / 1000)


def faults(gold: GoldSet, figures: Mapping[str, float], baseline: Mapping[str, Any]) -> list[str]:
    """Return what a set breaks of its baseline."""
    row = baseline.get(gold.name)
    if row is None:
        return [f"{gold.name} has no floors; run gate.py --update"]
    if row["digest"] != gold.digest:
        return [f"{gold.name}: texts or annotations have changed; run gate.py --update"]
    low = [
        f"{gold.name}: {figure} {figures[figure]:.3f} is under its floor {row['floors'][figure]:.3f}"
        for figure in gold.gated
        if figures[figure] < row["floors"][figure]
    ]
    if gold.records and figures["per-record"] > MOST_A_RECORD:
        low.append(f"{gold.name}: {figures['per-record']:.2f} statements a record, {MOST_A_RECORD} at most")
    return low


def updated(
    gold: GoldSet, figures: Mapping[str, float], baseline: Mapping[str, Any], *, regress: bool
) -> tuple[dict[str, Any], list[str]]:
    """Return a set's new row, and the floors that would have to fall and may not."""
    old = baseline.get(gold.name, {}).get("floors", {})
    floors, refused = {}, []
    for figure in gold.gated:
        reached, before = floor_of(figures[figure]), old.get(figure, 0.0)
        if reached < before and not regress:
            if figures[figure] < before:
                refused.append(f"{gold.name}: {figure} {figures[figure]:.3f} is under its floor {before:.3f}")
            reached = before
        floors[figure] = reached
    return {"digest": gold.digest, "floors": floors}, refused


def _show(gold: GoldSet, figures: Mapping[str, float], floors: Mapping[str, float]) -> None:
    sys.stdout.write(f"{gold.name}\n")
    for figure, value in figures.items():
        floor = f"  floor {floors[figure]:.3f}" if figure in floors else ""
        sys.stdout.write(f"  {figure:13}{value:.3f}{floor}\n")


def main(arguments: Sequence[str] | None = None, path: Path = BASELINE) -> int:
    """Run the command; 1 where a floor isn't reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached now")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    options = parser.parse_args(arguments)
    if options.allow_regression and not options.update:
        parser.error("--allow-regression goes with --update")
    extractor, baseline, wrong = Extractor(), load_baseline(path), []
    for gold in gold_sets().values():
        figures = measure(gold, extractor)
        if options.update:
            row, refused = updated(gold, figures, baseline, regress=options.allow_regression)
            wrong += refused
            if not refused:
                baseline[gold.name] = row
        else:
            wrong += faults(gold, figures, baseline)
        _show(gold, figures, baseline.get(gold.name, {}).get("floors", {}))
    if options.update:
        path.write_text(json.dumps(baseline, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
