"""One row of an event table: an event with the words that the row holds for it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from linimasa.model.statement import Attribution, EventPlace, EventTime, Participant
from linimasa.model.terms import Certainty, DateBasis, Modality, Polarity, Precision
from linimasa.read import Problem


@dataclass(frozen=True, slots=True)
class What:
    """What kind of event a code means: root type, mode and how it is told."""

    type: str
    mode: str | None
    modality: Modality = Modality.OCCURRED


@dataclass(frozen=True, slots=True)
class Row:
    """An event of a table.

    `key` is what tells the row from the others of its table; `words` are the cells that people would quote,
    `name` those for the kind of event. `url` and `published` (ISO day) name the article that the row was made
    from: without both, the table itself is the document. `rule` is the code that gave the type. Reading a
    table adds no doubt, so that `confidence` is 1 unless the table has one; how good a table is it doesn't
    say.
    """

    key: str
    what: What
    name: str
    words: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    time: EventTime | None
    place: EventPlace | None = None
    rule: str = ""
    url: str = ""
    title: str = ""
    source: str = ""
    published: str | None = None
    context: tuple[str, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    attributed_to: tuple[Attribution, ...] = ()
    confidence: float = 1.0
    flags: tuple[str, ...] = ()


#: What a reader yields: a row, or what is wrong with the line.
Found = Iterator[Row | Problem]


def on_day(day: str) -> EventTime:
    """Return the time of an event on one ISO day."""
    return EventTime(0, 0, day, day, day, day, Precision.DAY, DateBasis.EXPLICIT)


def from_to(begin: str, end: str) -> EventTime:
    """Return the time of an event from one ISO day to another; ValueError where it would end before."""
    if begin == end:
        return on_day(begin)
    if end < begin:
        raise ValueError(f"ends on {end}, before it begins on {begin}")
    value = f"{begin}/{end}"
    return EventTime(0, 0, value, value, begin, end, Precision.DAYS, DateBasis.EXPLICIT)


def iso_day(text: str) -> str:
    """Return a day written `YYYY-MM-DD` or `YYYYMMDD` in ISO form; ValueError where it is none."""
    plain = text.strip()[:10]
    if len(plain) == 8 and plain.isdigit():
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    if len(plain) != 10:
        raise ValueError(f"{text!r} isn't a day (YYYY-MM-DD)")
    try:
        return datetime.date.fromisoformat(plain).isoformat()
    except ValueError:
        raise ValueError(f"{text!r} isn't a day (YYYY-MM-DD)") from None
