"""What makes a record unfit for a graph: told before events are made of it, since one bad date breaks others.

The extractor's records have none of these; records that were edited, imported or made elsewhere may.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator
from typing import Any

from linimasa.model.statement import EventTime, Quote, Statement

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_HASH = re.compile(r"[0-9a-f]{12,}\Z")
#: What can't stand in an IRI (RFC 3987, as RDF 1.1 takes it).
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def faults(statement: Statement) -> tuple[str, ...]:
    """Return what is wrong with a record, in words; empty where nothing is."""
    return tuple(_faults(statement))


def below(statement: Statement, least: float) -> bool:
    """Whether a record has less than a confidence; one that has none that can be compared hasn't."""
    return _number(statement.confidence) and statement.confidence < least


def _faults(one: Statement) -> Iterator[str]:
    if not isinstance(one.doc.hash, str) or not _HASH.match(one.doc.hash):
        yield f"the document's hash {one.doc.hash!r} isn't one"
    if not _number(one.confidence) or not 0 <= one.confidence <= 1:
        yield f"the confidence {one.confidence!r} isn't a number from 0 to 1"
    if not one.actors and not one.recipients:
        yield "nobody acts and nobody is acted on"
    for name, quote in (("sentence", one.sentence), ("quote", one.quote), ("trigger", one.trigger)):
        yield from (f"the {name} {why}" for why in _span(quote))
    days = {"published": one.doc.published, "said_on": one.said_on}
    for number, source in enumerate(one.attributed_to):
        days[f"said_on of source {number}"] = source.said_on
        days[f"made_public_on of source {number}"] = source.made_public_on
    for name, day in days.items():
        if day and not _is_day(day):
            yield f"{name} {day!r} isn't a day (YYYY-MM-DD)"
    for event in (one, one.content, one.condition):
        if event is not None:
            yield from _time(event.time)
            for iri in _iris(event):
                if not isinstance(iri, str) or _NOT_IN_IRI.search(iri):
                    yield f"{iri!r} can't stand in an IRI"
    for quantity in one.quantities:
        low, high = quantity.min, quantity.max
        if low is not None and high is not None and low > high:
            yield f"the number {quantity.text!r} has a least ({low}) above its most ({high})"


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _span(quote: Quote) -> Iterator[str]:
    """Yield what is wrong with a span; rows of imported tables have words and no place (0 to 0)."""
    if not isinstance(quote.start, int) or not isinstance(quote.end, int) or quote.start < 0:
        yield f"has no offsets ({quote.start!r} to {quote.end!r})"
    elif quote.start > quote.end:
        yield f"ends ({quote.end}) before it starts ({quote.start})"
    elif quote.start < quote.end and len(quote.text) != quote.end - quote.start:
        yield f"has {len(quote.text)} characters between {quote.start} and {quote.end}"


def _time(time: EventTime | None) -> Iterator[str]:
    if time is None:
        return
    days = [day for day in (time.begin, time.end_date) if day]
    wrong = [day for day in days if not _is_day(day)]
    yield from (f"the date {time.text!r} has {day!r}, which isn't a day (YYYY-MM-DD)" for day in wrong)
    if not wrong and len(days) == 2 and days[0] > days[1]:
        yield f"the date {time.text!r} ends ({days[1]}) before it begins ({days[0]})"


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or not _DAY.match(value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _iris(event: Any) -> Iterator[Any]:
    for who in (*event.actors, *event.recipients, *getattr(event, "attributed_to", ())):
        if who.actor is not None:
            yield who.actor
    if event.place is not None and event.place.place is not None:
        yield event.place.place
