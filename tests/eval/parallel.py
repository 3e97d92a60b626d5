"""How far the two sides of a translation tell the same: `python tests/eval/parallel.py [--differences N]`.

Read are the sentences of ../shared/data (or $LINIMASA_SHARED) that exist in English and Indonesian: news
(NTREX; within its articles and each sentence alone) and the treebanks' diplomatic sentences (PUD, alone).
A sentence's statements are compared as (actor codes, type, recipient codes); mutual types compare all parties
together. No annotation is needed, so no side is called right: agreement shows what both grammars know.

    agree      of the sentences in which either side tells an event, the share in which they tell the same one
    identical  of those, the share in which they tell exactly the same events
    overlap    of all events that either side tells, the share that both tell
    told       of the sentences that speak of a political act, the share in which either side tells an event

A sentence speaks of a political act where either side names a party with a code and has a word for one; words
of STATEMENT don't count.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from score import MUTUAL

from linimasa.extract.extractor import Extractor
from linimasa.lexicon.frame import Frame
from linimasa.lexicon.language import Language, load_language
from linimasa.model.document import Document
from linimasa.model.mention import Mention
from linimasa.model.statement import Statement
from linimasa.model.terms import ActorKind, EventType

ROOT = Path(__file__).resolve().parents[2]
SIDES = ("en", "id")
#: Actor codes, type and recipient codes of a statement.
Key = tuple[frozenset[str], str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Side:
    """One language's side of a sentence: its text, what it tells, and what its words could tell.

    `act`: it names a party with a code and has a word for a political act.
    """

    text: str
    keys: frozenset[Key]
    act: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides of a sentence."""

    id: str
    english: Side
    indonesian: Side

    @property
    def common(self) -> frozenset[Key]:
        """What both sides tell."""
        return self.english.keys & self.indonesian.keys

    @property
    def all(self) -> frozenset[Key]:
        """What either side tells."""
        return self.english.keys | self.indonesian.keys

    @property
    def act(self) -> bool:
        """Whether either side speaks of a political act."""
        return self.english.act or self.indonesian.act


def key(statement: Statement) -> Key:
    """Return what of a statement is compared."""
    actors = frozenset(p.code for p in statement.actors if p.code)
    recipients = frozenset(p.code for p in statement.recipients if p.code)
    name = statement.type.value
    return (actors | recipients, name, frozenset()) if name in MUTUAL else (actors, name, recipients)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of a set of pairs; the docstring of this module tells what they mean."""

    sentences: int
    told_by_either: int
    agreeing: int
    identical: int
    events: int
    common_events: int
    acts: int
    told_acts: int

    @property
    def figures(self) -> dict[str, float]:
        """The shares, 0 where there is nothing to share."""
        return {
            "agree": _share(self.agreeing, self.told_by_either),
            "identical": _share(self.identical, self.told_by_either),
            "overlap": _share(self.common_events, self.events),
            "told": _share(self.told_acts, self.acts),
        }


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """Return how far the sides of the pairs agree."""
    told = [pair for pair in pairs if pair.all]
    acts = [pair for pair in pairs if pair.act]
    return Agreement(
        sentences=len(pairs),
        told_by_either=len(told),
        agreeing=sum(bool(pair.common) for pair in told),
        identical=sum(pair.common == pair.all for pair in told),
        events=sum(len(pair.all) for pair in told),
        common_events=sum(len(pair.common) for pair in told),
        acts=len(acts),
        told_acts=sum(bool(pair.all) for pair in acts),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


class Acts:
    """One language's words for political acts; those that are acts only with certain others don't count."""

    def __init__(self, language: Language) -> None:
        self._forms: dict[str, list[tuple[str, ...]]] = {}
        for first, senses in language.senses.items():
            self._forms[first] = [sense.words for sense in senses if _act(sense.frame)]

    def in_text(self, text: str, mentions: Iterable[Mention]) -> bool:
        """Whether a text names a party with a code and has such a word."""
        if not any(mention.code and mention.kind is not ActorKind.PLACE for mention in mentions):
            return False
        words = tuple(re.findall(r"[\w-]+", text.lower()))
        return any(
            words[at : at + len(form)] == form
            for at, word in enumerate(words)
            for form in self._forms.get(word, ())
        )


def _act(frame: Frame | None) -> bool:
    if frame is None or frame.type is EventType.STATEMENT:
        return False
    return not frame.object_heads and not frame.governed


class Reader:
    """Reads both sides of parallel texts."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.acts = {lang: Acts(load_language(lang)) for lang in SIDES}

    def pairs(self, rows: Sequence[Mapping[str, str]], *, group: str = "") -> list[Pair]:
        """Return the pairs of the rows, each read alone, or as texts of the rows with the same `group`."""
        texts: dict[str, list[Mapping[str, str]]] = {}
        for row in rows:
            texts.setdefault(row[group] if group else row["sid"], []).append(row)
        found = []
        for name, text in texts.items():
            english, indonesian = (self._sides(name, lang, [row[lang] for row in text]) for lang in SIDES)
            found += [
                Pair(row["sid"], en, other) for row, en, other in zip(text, english, indonesian, strict=True)
            ]
        return found

    def _sides(self, name: str, lang: str, parts: Sequence[str]) -> list[Side]:
        """Return one side of the sentences of a text, whose lines they are."""
        read = self.extractor.extract(Document(name, "\n".join(parts), lang))
        sides, start = [], 0
        for part in parts:
            end = start + len(part)
            keys = frozenset(key(s) for s in read.statements if start <= s.trigger.start < end)
            inside = [m for m in read.mentions if start <= m.start < end]
            sides.append(Side(part, keys, self.acts[lang].in_text(part, inside)))
            start = end + 1
        return sides


def shared_data(root: Path = ROOT) -> Path:
    """Return the folder of the shared data, which may be absent."""
    return Path(os.environ.get("LINIMASA_SHARED") or root.parent / "shared") / "data"


def rows_of(path: Path) -> list[Mapping[str, str]]:
    """Return the rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def parallel_sets(data: Path, reader: Reader) -> dict[str, list[Pair]]:
    """Return the pairs of each set; SystemExit where the shared data are absent."""
    news, treebank = data / "parallel" / "ntrex.jsonl", data / "ud_pud_diplomatic" / "parallel.jsonl"
    if not news.is_file() or not treebank.is_file():
        raise SystemExit(
            f"no parallel texts in {data}: set LINIMASA_SHARED to the folder that has data/parallel"
        )
    articles, diplomatic = rows_of(news), rows_of(treebank)
    return {
        "news, articles": reader.pairs(articles, group="doc"),
        "news, alone": reader.pairs(articles),
        "treebanks": reader.pairs(diplomatic),
    }


def _written(keys: Iterable[Key]) -> str:
    rows = sorted((sorted(actors), kind, sorted(recipients)) for actors, kind, recipients in keys)
    return "; ".join(f"{'+'.join(a) or '-'} {kind} {'+'.join(r) or '-'}" for a, kind, r in rows) or "nothing"


def _show(name: str, pairs: Sequence[Pair], differences: int) -> None:
    found = agreement(pairs)
    told = f"{found.told_by_either} with events, {found.acts} with a word of an act"
    sys.stdout.write(f"{name}: {found.sentences} sentences, {told}\n")
    sys.stdout.writelines(f"  {figure:10}{value:.3f}\n" for figure, value in found.figures.items())
    differing = [pair for pair in pairs if pair.common != pair.all][:differences]
    for pair in differing:
        only = [(side, side.keys - pair.common) for side in (pair.english, pair.indonesian)]
        sys.stdout.write(f"  {pair.id}  both: {_written(pair.common)}\n")
        sys.stdout.writelines(f"    {_written(keys)} | {side.text}\n" for side, keys in only)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each set and of the sentences read alone together."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--differences", type=int, default=0, help="show so many sentences that differ")
    options = parser.parse_args(arguments)
    sets = parallel_sets(shared_data(), Reader(Extractor()))
    for name, pairs in sets.items():
        _show(name, pairs, options.differences)
    _show("all, alone", [*sets["news, alone"], *sets["treebanks"]], 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
