#!/usr/bin/env python3
"""Compile the hand-made annotations into gold files with character offsets.

usage: compile.py [--check]

Reads annotations/<id>.json beside this file, one document each, and the dispatches in
../sample/dispatches.jsonl that they annotate. Writes gold-id.jsonl and gold-en.jsonl beside this
file: one document a line in the order of their ids, offsets in Unicode code points, end exclusive.
With --check nothing is written, and the files on disk are compared with what would be.

How the words of an annotation are found in the text:
  "in"      occurs exactly once in the text;
  trigger   occurs exactly once inside "in", as whole words;
  others    (participants, place, time, attributed_to) inside "in", the occurrence nearest to the
            trigger; else the last occurrence before "in". One with an "in" of its own is looked for
            in that snippet only, where it occurs exactly once.
An event's time must be one of the document's "times".

Exit status: 0 done; 1 --check found a difference; 2 an annotation cannot be compiled (the message
names the file and the event).
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ANNOTATIONS = HERE / "annotations"
DISPATCHES = HERE.parent / "sample" / "dispatches.jsonl"
LANGUAGES = ("id", "en")

TYPES = frozenset(
    "CONSULT AGREE COOPERATE SUPPORT AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT STATEMENT".split()
)
STATUSES = frozenset(("actual", "planned", "hypothetical", "negated"))
TIMEX_TYPES = frozenset(("DATE", "TIME", "DURATION", "SET"))
SHARED_FIELDS = ("id", "lang", "published", "title", "source", "text")
EVENT_KEYS = frozenset(
    ("in", "trigger", "type", "actors", "recipients", "time", "place", "status", "attributed_to", "event")
)
DATE = r"\d{4}(-W\d\d|-Q[1-4]|-(SP|SU|FA|WI)|-\d\d(-\d\d)?)?~?"
EVENT_TIME = re.compile(rf"(?:{DATE})(?:/(?:{DATE}|\.\.))?|\.\./{DATE}")
CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")

Span = tuple[int, int]
Record = dict[str, Any]


class AnnotationError(Exception):
    """An annotation that cannot be compiled; its text names the file, the event and what to change."""


def words(needle: str, text: str, start: int, end: int) -> list[Span]:
    """Spans of every occurrence of `needle` as whole words in `text[start:end]`."""
    head = r"(?<!\w)" if needle[:1].isalnum() else ""
    tail = r"(?!\w)" if needle[-1:].isalnum() else ""
    pattern = re.compile(head + re.escape(needle) + tail)
    return [match.span() for match in pattern.finditer(text, start, end)]


class Finder:
    """Finds the words of one annotation in its document."""

    def __init__(self, text: str, where: str) -> None:
        self.text = text
        self.where = where

    def fail(self, message: str) -> AnnotationError:
        return AnnotationError(f"{self.where}: {message}")

    def snippet(self, snippet: str) -> Span:
        """The one place of an `in` snippet."""
        count = self.text.count(snippet) if snippet else 0
        if count != 1:
            raise self.fail(f"snippet occurs {count} times, make it unique: {snippet!r}")
        start = self.text.index(snippet)
        return start, start + len(snippet)

    def only(self, needle: str, within: Span, what: str) -> Span:
        """The one occurrence of `needle` inside a snippet."""
        found = words(needle, self.text, *within)
        if len(found) != 1:
            raise self.fail(f"{what} {needle!r} occurs {len(found)} times in its snippet, not once")
        return found[0]

    def nearest(self, item: Record, within: Span, trigger: Span, what: str) -> Span:
        """The occurrence of an item's words that belongs to the event."""
        needle = item.get("text")
        if not isinstance(needle, str) or not needle:
            raise self.fail(f"{what} has no text")
        if "in" in item:
            return self.only(needle, self.snippet(item["in"]), what)
        inside = words(needle, self.text, *within)
        if inside:
            return min(inside, key=lambda span: max(span[0] - trigger[1], trigger[0] - span[1]))
        before = words(needle, self.text, 0, within[0])
        if not before:
            raise self.fail(f"{what} {needle!r} stands neither in the snippet nor before it")
        return before[-1]

    def cut(self, span: Span) -> Record:
        return {"start": span[0], "end": span[1], "text": self.text[span[0] : span[1]]}


def participant(finder: Finder, item: Record, within: Span, trigger: Span, what: str) -> Record:
    """One actor or recipient with its span, code and name."""
    if unknown := set(item) - {"text", "code", "name", "in"}:
        raise finder.fail(f"{what} has unknown keys {sorted(unknown)}")
    code, name = item.get("code"), item.get("name")
    if not isinstance(code, str) or (code and not CODE.fullmatch(code)) or not name:
        raise finder.fail(f'{what} {item.get("text")!r} needs a code (or "") and a name')
    return {**finder.cut(finder.nearest(item, within, trigger, what)), "code": code, "name": name}


def compile_time(finder: Finder, item: Record, within: Span, trigger: Span, times: list[Record]) -> Record:
    """An event's time, which must be one of the document's expressions."""
    span = finder.nearest(item, within, trigger, "time")
    if not any((time["start"], time["end"]) == span for time in times):
        raise finder.fail(f"time {item['text']!r} at {span[0]} is not among the document's times")
    if not EVENT_TIME.fullmatch(str(item.get("value"))):
        raise finder.fail(f"time value {item.get('value')!r} is not a date or interval in EDTF")
    return {**finder.cut(span), "value": item["value"]}


def compile_event(event: Record, text: str, times: list[Record], where: str) -> Record:
    """One event with offsets."""
    finder = Finder(text, where)
    if unknown := set(event) - EVENT_KEYS:
        raise finder.fail(f"unknown keys {sorted(unknown)}")
    if event.get("type") not in TYPES:
        raise finder.fail(f"unknown type {event.get('type')!r}")
    if event.get("status") not in STATUSES:
        raise finder.fail(f"unknown status {event.get('status')!r}")
    within = finder.snippet(event["in"])
    trigger = finder.only(event["trigger"], within, "trigger")
    sides = {
        side: [participant(finder, item, within, trigger, side) for item in event[side]]
        for side in ("actors", "recipients")
    }
    if not sides["actors"] and not any(item["code"] for item in sides["recipients"]):
        raise finder.fail("neither an actor nor a recipient with a code")
    time, place = event["time"], event["place"]
    return {
        "event": event.get("event"),
        "type": event["type"],
        "status": event["status"],
        "trigger": finder.cut(trigger),
        **sides,
        "time": compile_time(finder, time, within, trigger, times) if time else None,
        "place": {**finder.cut(finder.nearest(place, within, trigger, "place")), "name": place["name"]}
        if place
        else None,
        "attributed_to": [
            finder.cut(finder.nearest(source, within, trigger, "source"))
            for source in (
                {"text": item} if isinstance(item, str) else item for item in event["attributed_to"]
            )
        ],
    }


def compile_times(source: Record, where: str) -> list[Record]:
    """The document's time expressions with offsets, in the order of the text."""
    compiled = []
    for number, item in enumerate(source["times"], 1):
        finder = Finder(source["text"], f"{where}, time {number}")
        if item["type"] not in TIMEX_TYPES or not item["value"]:
            raise finder.fail(f"type {item['type']!r} or value {item['value']!r} is not allowed")
        span = finder.only(item["text"], finder.snippet(item["in"]), "expression")
        compiled.append({**finder.cut(span), "type": item["type"], "value": item["value"]})
    compiled.sort(key=lambda time: (time["start"], time["end"]))
    for left, right in itertools.pairwise(compiled):
        if right["start"] < left["end"]:
            raise AnnotationError(f"{where}: times {left['text']!r} and {right['text']!r} overlap")
    return compiled


def compile_document(path: Path, dispatches: dict[str, Record]) -> Record:
    """One annotation file as a gold document."""
    try:
        source = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise AnnotationError(f"{path.name}: not JSON: {error}") from error
    dispatch = dispatches.get(path.stem)
    if dispatch is None:
        raise AnnotationError(f"{path.name}: no dispatch has the id {path.stem!r}")
    for field in SHARED_FIELDS:
        if source.get(field) != dispatch.get(field):
            raise AnnotationError(f"{path.name}: {field!r} differs from the dispatch in {DISPATCHES.name}")
    times = compile_times(source, path.name)
    events = []
    for number, event in enumerate(source["events"], 1):
        where = f"{path.name}, event {number} ({event.get('trigger')!r})"
        try:
            events.append(compile_event(event, source["text"], times, where))
        except KeyError as error:
            raise AnnotationError(f"{where}: the key {error} is missing") from error
    events.sort(key=lambda event: (event["trigger"]["start"], event["trigger"]["end"]))
    return {**{field: source[field] for field in SHARED_FIELDS}, "times": times, "events": events}


def read_dispatches() -> dict[str, Record]:
    """The sample dispatches by id."""
    with DISPATCHES.open(encoding="utf-8") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def outputs() -> Iterator[tuple[Path, str]]:
    """The gold files and what belongs in them."""
    dispatches = read_dispatches()
    documents = [compile_document(path, dispatches) for path in sorted(ANNOTATIONS.glob("*.json"))]
    for language in LANGUAGES:
        lines = [json.dumps(d, ensure_ascii=False) + "\n" for d in documents if d["lang"] == language]
        yield HERE / f"gold-{language}.jsonl", "".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Write the gold files, or with --check compare them."""
    parser = argparse.ArgumentParser(description="Compile the annotations into gold files.")
    parser.add_argument(
        "--check", action="store_true", help="compare only; exit 1 where a file is out of date"
    )
    options = parser.parse_args(arguments)
    stale = 0
    try:
        results = list(outputs())
    except AnnotationError as error:
        print(error, file=sys.stderr)
        return 2
    for path, content in results:
        if not options.check:
            path.write_text(content, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != content:
            print(f"{path.name} is out of date: run compile.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
