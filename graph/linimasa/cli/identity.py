"""Phrases to identities, one or a line each of standard input."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from linimasa.errors import SettingError, SourceError
from linimasa.extract.actors.who import WhoIs
from linimasa.lexicon import additions, gazetteer
from linimasa.lexicon.extending import extended
from linimasa.model.iri import actor_iri, place_iri
from linimasa.read.jsonl import parse_object

COLUMNS = ("text", "on", "code", "sector", "kind", "actor", "name", "why")


def answers(phrase: str, on: str | None, actors: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Return a row for the phrase, or for each line of standard input where it is `-`."""
    known = WhoIs(extended(gazetteer.load(), additions.read(actors)))
    rows = []
    for text, day in _asked(phrase, on):
        found = known.who(text, day)
        answer = {name: getattr(found, name) for name in COLUMNS[2:]}
        if found.actor is not None:
            answer["actor"] = (place_iri if found.kind == "place" else actor_iri)(found.actor)
        rows.append({"text": text, "on": day.isoformat() if day else None, **answer})
    return rows


def _asked(phrase: str, on: str | None) -> Iterator[tuple[str, datetime.date | None]]:
    if phrase != "-":
        yield phrase, _day(on, "--on", None)
        return
    for number, line in enumerate(sys.stdin.buffer.read().decode("utf-8", "replace").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = parse_object(line, "the line")
        except SourceError as error:
            raise SourceError(error.message, path="-", line=number) from error
        text, day = row.get("text"), row.get("on", on)
        if not isinstance(text, str) or not (day is None or isinstance(day, str)):
            raise SourceError(
                'a line must be {"text": "…", "on": "YYYY-MM-DD" or null}', path="-", line=number
            )
        yield text, _day(day, "on", number)


def _day(value: str | None, name: str, line: int | None) -> datetime.date | None:
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        message = f"{name} {value!r} isn't a day; write it as YYYY-MM-DD"
        raise SettingError(message, path=None if line is None else "-", line=line) from None
