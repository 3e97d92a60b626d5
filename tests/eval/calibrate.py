"""Confidence from annotated texts: writes `data/lexicon/confidence.toml` and shows how well it holds.

    python tests/eval/calibrate.py            show the ten bins of the shipped table, and with a set left out
    python tests/eval/calibrate.py --write    fit the table anew and write it first

A statement is right where an annotated event of its type has a trigger that overlaps its own (each used
once, as in score.py). The odds of all statements are the base. Then feature by feature, in the order of
FEATURES, each value's factor is what moves the odds from the share expected so far to the share seen, both
smoothed by `PRIOR` statements of the expected kind, so that rare values stay near 1. One pass, no search: the
same texts give the same table. `--write` needs all sets, those of the shared folder too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gate import GoldSet, gold_sets
from score import pair_up

from linimasa.extract.confidence import FEATURES, ConfidenceTable, load_table, table_path
from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document
from linimasa.model.statement import to_dict
from linimasa.model.terms import DateBasis

#: What the table is fitted on: whole annotated articles; sentences with one event would flatter it.
SETS = ("own-en", "own-id", "shared-en", "shared-id")
#: How many statements a smoothed share counts before the texts speak.
PRIOR = 4.0
BINS = 10
#: The law: in a bin of so many statements at least, the shares differ by so much at most.
ENOUGH, TOLERANCE = 15, 0.1


@dataclass(frozen=True)
class Case:
    """A statement that was made: its set, its features and whether it is right."""

    gold: str
    features: Mapping[str, str]
    right: bool


@dataclass(frozen=True)
class Bin:
    """The statements of a tenth of the scale: how many, their mean confidence and the share right."""

    least: float
    count: int
    mean: float
    right: float

    @property
    def holds(self) -> bool:
        """Whether the law holds here; small bins say nothing."""
        return self.count < ENOUGH or abs(self.mean - self.right) <= TOLERANCE


def cases(sets: Sequence[GoldSet]) -> list[Case]:
    """Return the statements that the extractor makes of the texts of these sets."""
    asked: list[Mapping[str, str]] = []

    def note(found: Mapping[str, str]) -> float:
        asked.append(found)
        return 1.0

    extractor, made = Extractor(judge=note), []
    for gold in sets:
        for row in gold.rows:
            asked.clear()
            right = _right(row, extractor)
            made += [Case(gold.name, f, r) for f, r in zip(asked, right, strict=True)]
    return made


def _right(row: Mapping[str, Any], extractor: Extractor) -> list[bool]:
    """Return of each statement of a text whether it is right."""
    day = row.get("published")
    basis = DateBasis.EXPLICIT if day else None
    # Without the title: its statements aren't annotated.
    document = Document(row["id"], row["text"], row["lang"], "", day, basis)
    found = [to_dict(s) for s in extractor.extract(document).statements]
    matched = {id(one) for _, one in pair_up(row["events"], found, typed=True)}
    return [id(one) in matched for one in found]


def fit(known: Sequence[Case]) -> ConfidenceTable:
    """Return the table that these cases give."""
    share = sum(case.right for case in known) / len(known)
    base = share / (1 - share)
    factors: dict[str, dict[str, float]] = {}
    for feature in FEATURES:
        so_far = [_share(base, factors, case.features) for case in known]
        factors[feature] = {
            value: _factor(
                [(e, c.right) for e, c in zip(so_far, known, strict=True) if c.features[feature] == value]
            )
            for value in sorted({case.features[feature] for case in known})
        }
    return ConfidenceTable(round(base, 3), factors)


def _share(base: float, factors: Mapping[str, Mapping[str, float]], found: Mapping[str, str]) -> float:
    odds = base
    for feature, values in factors.items():
        odds *= values[found[feature]]
    return odds / (1 + odds)


def _factor(rows: Sequence[tuple[float, bool]]) -> float:
    """Return the factor on the odds for rows of (share expected, right or not)."""
    expected = sum(e for e, _ in rows) / len(rows)
    seen = (sum(right for _, right in rows) + PRIOR * expected) / (len(rows) + PRIOR)
    return round(seen / (1 - seen) * (1 - expected) / expected, 3)


def bins(table: ConfidenceTable, known: Iterable[Case]) -> list[Bin]:
    """Return the bins that hold any case, lowest first."""
    rows: dict[int, list[tuple[float, bool]]] = {}
    for case in known:
        value = table.confidence(case.features)
        rows.setdefault(min(BINS - 1, int(value * BINS)), []).append((value, case.right))
    return [
        Bin(number / BINS, len(row), sum(v for v, _ in row) / len(row), sum(r for _, r in row) / len(row))
        for number, row in sorted(rows.items())
    ]


def text_of(table: ConfidenceTable) -> str:
    """Return the table as its file holds it."""
    lines = [
        "# How the odds that a statement is right depend on how it was found; linimasa.extract.confidence.",
        "# Written by tests/eval/calibrate.py --write from the annotated texts; don't edit by hand.",
        "",
        f"base = {table.base}",
    ]
    for feature in FEATURES:
        lines += ["", f"[{feature}]"]
        lines += [f"{value} = {factor}" for value, factor in sorted(table.factors[feature].items())]
    return "\n".join(lines) + "\n"


def shown(title: str, found: Iterable[Bin]) -> str:
    """Return bins as lines for people."""
    lines = [f"{title}\n"]
    for one in found:
        mark = "" if one.holds else "  off by more than 0.1"
        lines.append(
            f"  from {one.least:.1f}: {one.count:4}  mean {one.mean:.3f}  right {one.right:.3f}{mark}\n"
        )
    return "".join(lines)


def main(arguments: Sequence[str] | None = None, path: Path | None = None) -> int:
    """Run the command; 1 where the table breaks the law, 2 where sets for writing are missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="fit the table anew and write it")
    options = parser.parse_args(arguments)
    sets = [gold for gold in gold_sets().values() if not gold.records and not gold.parallel]
    known = cases(sets)
    if options.write:
        if len(sets) < len(SETS):
            sys.stdout.write("the table is fitted on all sets; set LINIMASA_SHARED to the shared folder\n")
            return 2
        (path or table_path()).write_text(text_of(fit(known)), encoding="utf-8")
    found = bins(load_table(path), known)
    sys.stdout.write(shown(f"all {len(known)} statements", found))
    for gold in sets:
        rest = [case for case in known if case.gold != gold.name]
        own = [case for case in known if case.gold == gold.name]
        if not rest or not own:
            continue
        sys.stdout.write(shown(f"{gold.name}, fitted on the others", bins(fit(rest), own)))
    return 0 if all(one.holds for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
