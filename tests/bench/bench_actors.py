"""Scores of the actor tagger on the shared material; run as `python tests/bench/bench_actors.py [part …]`.

Parts: gold (participants of annotated documents), phrases (`who` on annotated phrases), events (links of
Current Events), parallel (the same sentences in two languages), places (place spans; their countries are
`place_countries.csv`, written by hand), visits (visitors by title and name on a day), records (titled names
in diplomatic records), speed. `--errors N` lists what is wrong.

None of this was held out: tables and rules were made with these texts and records at hand. "Other sources" in
visits leaves out the persons and offices that rest on these very records alone.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from linimasa.extract import sentences
from linimasa.extract.actors import ActorTagger, WhoIs
from linimasa.extract.time import TimeTagger
from linimasa.lexicon import gazetteer
from linimasa.lexicon.gazetteer import Gazetteer, by_person, by_post
from linimasa.lexicon.names import key_of
from linimasa.model.mention import Mention

SHARED = Path(os.environ.get("LINIMASA_SHARED") or Path(__file__).resolve().parents[3] / "shared")
_TITLES = (
    "President|Prime Minister|Foreign Minister|Defense Minister|Chancellor|King|Queen|Sultan|Emperor|Emir"
    "|Pope|Secretary[- ]General|Foreign Secretary|Crown Prince|Premier|General Secretary"
)
_TITLED = re.compile(
    rf"\b(?:{_TITLES}) (?:(?:al|bin|de|von|van|der|el|da|Al)[- ])?(?:[A-ZÀ-Þ][\w'’-]+ ?){{1,4}}"
)
_SECTORS = ("***", "CIV", "AGR")
Row = dict[str, Any]


def jsonl(*path: str) -> list[Row]:
    """Return the rows of a JSON-lines file of the shared folder."""
    return list(map(json.loads, SHARED.joinpath(*path).read_text(encoding="utf-8").splitlines()))


@cache
def tables() -> Gazetteer:
    """Return the shipped gazetteer."""
    return gazetteer.load()


@cache
def tagger(lang: str) -> ActorTagger:
    """Return the tagger of a language."""
    return ActorTagger(lang, tables())


@cache
def times(lang: str) -> TimeTagger:
    """Return the time tagger of a language."""
    return TimeTagger(lang)


def tag(lang: str, text: str, day: str | None) -> tuple[Mention, ...]:
    """Return the mentions of a document."""
    published, spans = dt.date.fromisoformat(day) if day else None, sentences.split(text)
    found = times(lang).tag(text, spans, published)
    return tagger(lang).tag(text, spans, published, [(t.start, t.end) for t in found])


class Score:
    """Shares with what was wrong."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}
        self.wrong: list[str] = []

    def add(self, name: str, right: bool, what: object = None) -> None:
        """Count one case."""
        count = self.counts.setdefault(name, [0, 0])
        count[0] += right
        count[1] += 1
        if not right and what is not None:
            self.wrong.append(f"{name}: {what}")

    def __str__(self) -> str:
        return "  ".join(f"{name} {r / n:.3f} ({r}/{n})" for name, (r, n) in self.counts.items())


def _on(mentions: tuple[Mention, ...], start: int, end: int) -> list[Mention]:
    return [m for m in mentions if min(m.outer_end, end) > max(m.outer_start, start)]


def _codes(mentions: list[Mention]) -> set[str]:
    return {x.code or "" for m in mentions for x in (m, *m.antecedent)}


def gold() -> Iterator[tuple[str, Score]]:
    """Participants whose words are found, and those with the right code."""
    own = Path(__file__).resolve().parents[2] / "data/gold"
    for lang in ("id", "en"):
        for path in (SHARED / f"gold/dev-{lang}.jsonl", own / f"gold-{lang}.jsonl"):
            score = Score()
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                mentions, seen = tag(lang, row["text"], row["published"]), set()
                for who in (w for e in row["events"] for w in (*e["actors"], *e["recipients"])):
                    key = who["start"], who["end"], who["code"]
                    if key not in seen:
                        seen.add(key)
                        found = _on(mentions, who["start"], who["end"])
                        score.add("found", bool(found))
                        score.add("code", who["code"] in _codes(found), (row["id"], who["text"], who["code"]))
            yield path.name, score


def phrases() -> Iterator[tuple[str, Score]]:
    """Phrases of annotated sentences, without a day."""
    score, known = Score(), WhoIs(tables())
    for row in jsonl("gold", "plover-dev.jsonl"):
        for who in (*row["actors"], *row["recipients"]):
            found, sector = known.who(who["text"], None), (who["sector"] or "")[:3]
            if who["code"]:
                score.add("code", found.code == who["code"], (who["text"], who["code"], found.code))
            if sector and sector not in _SECTORS:
                score.add("sector", found.sector == sector, (who["text"], sector, found.sector))
    yield "plover-dev phrases", score


def _known(tables: Gazetteer) -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    for body in tables.organisations.values():
        if body.code:
            names[body.name_en] = "organisation", body.code
    for person in tables.persons.values():
        names[person.name] = "leader", person.country
    for row in tables.state_names:
        if row.lang in ("en", "*") and row.kind in ("name", "alias"):
            names[row.name] = "state", row.code
    return names


def events() -> Iterator[tuple[str, Score]]:
    """Linked states, organisations and leaders of Current Events."""
    score, names = Score(), _known(tables())
    for row in jsonl("data", "statements", "current-events-2025.jsonl"):
        mentions, at = tag("en", row["text"], row["date"]), 0
        for words, target in row["wikilinks"]:
            start = row["text"].find(words, at)
            if start >= 0 and target in names:
                at, (kind, code) = start, names[target]
                codes = _codes(_on(mentions, start, start + len(words)))
                led = kind == "leader" and bool(codes - {""})  # a leader may stand for an organisation
                score.add(
                    kind, code in codes or (led and not codes & tables().states.keys()), (words, target)
                )
                score.add("all", code in codes)
    yield "current events", score


def parallel() -> Iterator[tuple[str, Score]]:
    """Sentences of translated news: the same codes in both languages, read as articles and one by one."""
    rows = jsonl("data", "parallel", "ntrex.jsonl")
    for name, key in (("in their articles", "doc"), ("one by one", "id")):
        score = Score()
        units: dict[str, list[Row]] = {}
        for number, row in enumerate(rows):
            units.setdefault(str(row["doc"] if key == "doc" else number), []).append(row)
        for unit in units.values():
            both = [list(_by_sentence(lang, unit)) for lang in ("en", "id")]
            for english, indonesian, row in zip(*both, unit, strict=True):
                score.add("with a code", bool(english | indonesian))
                if english | indonesian:
                    score.add("same codes", english == indonesian, (english, indonesian, row["en"][:90]))
        yield f"ntrex {name}", score


def _by_sentence(lang: str, unit: list[Row]) -> Iterator[set[str]]:
    text, spans = "", []
    for row in unit:
        spans.append((len(text), len(text) + len(row[lang])))
        text += row[lang] + "\n"
    mentions = tagger(lang).tag(text, spans, dt.date(2018, 9, 30))
    for start, end in spans:
        yield {m.code for m in mentions if start <= m.start < end and m.code}


def places() -> Iterator[tuple[str, Score]]:
    """Place spans of the annotated documents with the right country, "" where states contest it."""
    with Path(__file__).with_name("place_countries.csv").open(encoding="utf-8", newline="") as stream:
        countries = {row["name"]: set(row["country"].split("|")) for row in csv.DictReader(stream)}
    score = Score()
    for lang in ("id", "en"):
        for row in jsonl("gold", f"dev-{lang}.jsonl"):
            mentions, seen = tag(lang, row["text"], row["published"]), set()
            for place in filter(None, (event["place"] for event in row["events"])):
                if (place["start"], place["end"]) not in seen and place["name"] in countries:
                    seen.add((place["start"], place["end"]))
                    found = {m.country or "" for m in _on(mentions, place["start"], place["end"])}
                    score.add("country", bool(found & countries[place["name"]]), (place["text"], found))
    yield "places", score


def _country_codes() -> dict[str, str]:
    codes = {row.name: row.code for row in tables().state_names if row.lang in ("en", "*")}
    return codes | {state.name_en: state.code for state in tables().states.values()}


def other_sources() -> Gazetteer:
    """Return the gazetteer without what it has from the records of visits alone."""
    full = tables()
    offices = [row for rows in full.careers.values() for row in rows if row.source != "records/visits"]
    persons = {k: p for k, p in full.persons.items() if p.source != "records/visits"}
    offices = [row for row in offices if row.person in persons]
    return replace(full, persons=persons, careers=by_person(offices), offices=by_post(offices))


def visits() -> Iterator[tuple[str, Score]]:
    """Visitors since 1990 by title, name and day: the state right, and wrong."""
    codes = _country_codes()
    for name, known in (("all", tables()), ("other sources", other_sources())):
        score, asked = Score(), WhoIs(known)
        for row in jsonl("data", "records", "visits-to-us.jsonl"):
            code = codes.get(row["country"])
            if code is not None and row["start"] >= "1990":
                found = asked.who(row["visitor"], dt.date.fromisoformat(row["start"])).code
                score.add("right", found == code, (row["visitor"], code, row["start"], found))
                score.add("wrong", found not in (None, code))
        yield f"visits since 1990, {name}", score


def records() -> Iterator[tuple[str, Score]]:
    """Titled names of records that resolve to a person of the gazetteer."""
    known = WhoIs(tables())
    score = Score()
    for name, texts in (
        (
            "visitors",
            [(row["visitor"], row["start"]) for row in jsonl("data", "records", "visits-to-us.jsonl")],
        ),
        (
            "names in travels",
            [
                (m, row["start"])
                for row in jsonl("data", "records", "us-travels.jsonl")
                for m in _titled(row["text"])
            ],
        ),
    ):
        for text, day in texts:
            found = known.who(text, dt.date.fromisoformat(day)).actor
            years = "since 1990" if day >= "1990" else "before"
            score.add(f"{name} {years}", found in tables().persons, (text, day))
    yield "titled names in records", score


def _titled(text: str) -> list[str]:
    return [m.group().strip() for m in _TITLED.finditer(text) if len(key_of(m.group()).split()) > 1]


def speed() -> Iterator[tuple[str, Score]]:
    """Print times in seconds of this process, the best of three."""

    def best(work: Any) -> float:
        spent = []
        for _ in range(3):
            begin = time.process_time()
            work()
            spent.append(time.process_time() - begin)
        return min(spent)

    known = WhoIs(tables())
    texts = [
        w["text"] for row in jsonl("gold", "plover-dev.jsonl") for w in (*row["actors"], *row["recipients"])
    ]
    many = [texts[i % len(texts)] for i in range(5000)]
    print(f"load the gazetteer: {best(gazetteer.load):.3f} s (bound 0.15)")
    print(f"5,000 phrases: {best(lambda: [known.who(text, None) for text in many]):.2f} s (bound 2)")
    return iter(())


PARTS = {f.__name__: f for f in (gold, phrases, events, parallel, places, visits, records, speed)}


def main() -> None:
    """Print the chosen parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", default=list(PARTS))
    parser.add_argument("--errors", type=int, default=0)
    chosen = parser.parse_args()
    for part in chosen.parts:
        for name, score in PARTS[part]():
            print(f"{name}: {score}")
            for line in score.wrong[: chosen.errors]:
                print("   ", line)


if __name__ == "__main__":
    main()
