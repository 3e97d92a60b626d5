"""What a parser as a second witness adds, on annotated texts.

    python tests/eval/witness.py PARSER GOLD.jsonl [GOLD.jsonl ...]

For each file: how often statements, their actors and their recipients are right, by what the parser says of
them (a statement is right as in calibrate.py; parties are right where all and only the annotated ones are
there, of statements that are right). Then what filling empty parties with those that the parser names would
give. Last, with two files or more, the mean square error of the confidence (Brier) on each file: as it is,
with one factor on all odds, and with a factor for each word of the parser, both fitted on the other files.
Only what the third is better than the second by is the parser's: the second says how hard the files are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calibrate import PRIOR
from score import MUTUAL, pair_up, spans

from linimasa.extract.extractor import Extractor
from linimasa.extract.parser.loading import load_parser
from linimasa.extract.parser.testimony import Said
from linimasa.extract.parser.witness import SecondWitness
from linimasa.extract.participants import expand
from linimasa.model.document import Document
from linimasa.model.statement import to_dict
from linimasa.model.terms import DateBasis, Verdict

SIDES = ("actors", "recipients")


@dataclass(frozen=True)
class Heard:
    """A statement, what the parser says of it, and the annotated event that it is (None: it is wrong)."""

    row: dict[str, Any]
    said: Said | None
    gold: dict[str, Any] | None

    def word(self) -> str:
        """The parser's word on the actors, and whether the trigger is a noun, of which it knows nothing."""
        if self.said is None:
            return "not asked"
        kind = "noun" if self.row["rule"].startswith("noun") else "verb"
        return f"{kind} {self.said.actors}"


def hear(path: Path, extractor: Extractor, witness: SecondWitness) -> list[Heard]:
    """Return what the parser says of all statements of a file's texts."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = row.get("published")
        basis = DateBasis.EXPLICIT if day else None
        found = extractor.extract(Document(row["id"], row["text"], row["lang"], "", day, basis))
        told = witness.testimonies(found)
        rows = [to_dict(one) for one in found.statements]
        matched = {id(one): gold for gold, one in pair_up(row["events"], rows, typed=True)}
        out += [Heard(one, told.get(one["id"]), dict(matched.get(id(one), {})) or None) for one in rows]
    return out


def parties(row: dict[str, Any], side: str) -> list[dict[str, Any]]:
    """Return the parties that are compared: of equal ones all together."""
    both = row["actors"] + row["recipients"]
    return list(both if row["type"] in MUTUAL else row[side])


def shown(heard: Sequence[Heard]) -> str:
    """Return a file's figures as lines."""
    events: Counter[tuple[str, bool]] = Counter((one.word(), one.gold is not None) for one in heard)
    lines = ["  statements right by the word on their actors"]
    lines += _shares(events)
    for side in SIDES:
        sure = [one for one in heard if one.gold is not None and one.said is not None]
        counts: Counter[tuple[str, bool]] = Counter()
        for one in sure:
            tally = spans(parties(one.gold or {}, side), parties(one.row, side))
            counts[getattr(one.said, side).value, not tally.wrong + tally.missed] += 1
        lines += [f"  {side} right by the word on them", *_shares(counts)]
        lines.append(f"  {side} filled: " + ", ".join(f"{n} {k}" for k, n in _filled(heard, side).items()))
    return "\n".join(lines) + "\n"


def _shares(counts: Counter[tuple[str, bool]]) -> list[str]:
    names = sorted({name for name, _ in counts})
    rows = [(name, counts[name, True], counts[name, True] + counts[name, False]) for name in names]
    return [f"    {name:14}{right:4} of {count:4}  {right / count:.3f}" for name, right, count in rows]


def _filled(heard: Iterable[Heard], side: str) -> dict[str, int]:
    """Return how many parties would be filled rightly, wrongly, and into statements that are wrong."""
    right = wrong = lost = 0
    for one in heard:
        if one.said is None or getattr(one.said, side) is not Verdict.ADDS:
            continue
        named = expand(one.said.doers if side == "actors" else one.said.targets)
        if one.gold is None:
            lost += len(named)
            continue
        own = parties(one.row, side)
        before, given = parties(one.gold, side), [*own, *({"start": m.start, "end": m.end} for m in named)]
        gained = spans(before, given).right - spans(before, own).right
        right, wrong = right + gained, wrong + len(named) - gained
    return {"right": right, "wrong": wrong, "in wrong statements": lost}


Key = Callable[[Heard], str]


def factors(heard: Iterable[Heard], key: Key) -> dict[str, float]:
    """Return the factor on the odds for each word of the parser, smoothed as in calibrate.py."""
    rows: dict[str, list[tuple[float, bool]]] = {}
    for one in heard:
        rows.setdefault(key(one), []).append((one.row["confidence"], one.gold is not None))
    found = {}
    for word, cases in rows.items():
        expected = sum(c for c, _ in cases) / len(cases)
        seen = (sum(r for _, r in cases) + PRIOR * expected) / (len(cases) + PRIOR)
        found[word] = seen / (1 - seen) * (1 - expected) / expected
    return found


def brier(heard: Sequence[Heard], key: Key, by_word: dict[str, float]) -> float:
    """Return the mean square error of the confidence with these factors on its odds."""
    total = 0.0
    for one in heard:
        odds = one.row["confidence"] / (1 - one.row["confidence"]) * by_word.get(key(one), 1.0)
        total += (odds / (1 + odds) - (one.gold is not None)) ** 2
    return total / len(heard)


def _same(_: Heard) -> str:
    return "all"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("parser", help="as in `linimasa build --parser`")
    parser.add_argument("gold", nargs="+", type=Path, help="annotated texts")
    options = parser.parse_args(arguments)
    extractor, witness = Extractor(), SecondWitness(load_parser(options.parser))
    heard = {path: hear(path, extractor, witness) for path in options.gold}
    for path, rows in heard.items():
        sys.stdout.write(f"{path.name}\n{shown(rows)}")
        rest = [one for other, more in heard.items() if other != path for one in more]
        if rest and rows:
            same, word = ((k, factors(rest, k)) for k in (_same, Heard.word))
            sys.stdout.write(
                f"  Brier {brier(rows, _same, {}):.4f}, with one factor {brier(rows, *same):.4f}, "
            )
            sys.stdout.write(f"with one for each word of the parser {brier(rows, *word):.4f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
