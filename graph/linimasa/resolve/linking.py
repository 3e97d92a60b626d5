"""Which events of different documents are one event.

Two events are linked where root type and parties agree, their told dates are equal, a day apart or one within
the other, and nothing speaks against it. Attacks, arrests and the like come daily: unless their dates are
equal they are linked only at one named place. Undated events are never linked. A link carries a score and a
reason and can be undone; the IRIs stay. Links are made best first, and an event joins a set only if it agrees
with every member, so that a chain of neighbouring days doesn't become one event.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from linimasa.model.statement import Statement
from linimasa.model.terms import MUTUAL, EventType, Precision
from linimasa.resolve.dates import SPOKEN, window
from linimasa.resolve.happening import Happening, happenings
from linimasa.resolve.occurrence import Occurrence
from linimasa.resolve.sameness import days_apart, same_parties, same_places, units

#: The least share of words that two statements of one speaker must have in common to be one.
_SHARED_WORDS = 0.4
#: Windows longer than this many days only link with an equal one.
_WIDE = 10

_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two event IRIs, the smaller first, held to be one event; `score` is in 0..1."""

    a: str
    b: str
    score: float
    reason: str


def links(statements: Sequence[Statement]) -> tuple[Link, ...]:
    """Return the links between events of different documents, sorted; the input's order doesn't matter."""
    return link_happenings(happenings(statements))


def link_happenings(events: Iterable[Happening]) -> tuple[Link, ...]:
    """Return the links between these events."""
    known = {event.iri: event for event in events}
    verdicts: dict[tuple[str, str], Link] = {}
    for pair in _candidates(known.values()):
        link = compare(known[pair[0]], known[pair[1]])
        if link is not None:
            verdicts[pair] = link
    sets: dict[str, set[str]] = {iri: {iri} for iri in known}
    accepted = []
    for link in sorted(verdicts.values(), key=lambda one: (-one.score, one.a, one.b)):
        first, second = sets[link.a], sets[link.b]
        if first is second:
            continue
        if all((min(x, y), max(x, y)) in verdicts for x in first for y in second):
            accepted.append(link)
            first |= second
            for iri in second:
                sets[iri] = first
    return tuple(sorted(accepted))


def _candidates(events: Iterable[Happening]) -> set[tuple[str, str]]:
    """Return pairs that share type, a party and a neighbouring day: the only ones worth comparing."""
    blocks: defaultdict[tuple[EventType, str, str], set[str]] = defaultdict(set)
    for event in events:
        for block in filed(event):
            blocks[block].add(event.iri)
    return {(a, b) for block in blocks.values() for a in block for b in block if a < b}


def filed(event: Happening) -> set[tuple[EventType, str, str]]:
    """Return where an event is filed, by type, party and day: only events filed together can be linked."""
    days = _days(event)
    return {(event.type, unit, day) for unit in units((*event.actors, *event.recipients)) for day in days}


def _days(event: Happening) -> list[str]:
    """Return the days under which an event is filed: each day of its window and the ones beside it."""
    when = event.when
    if when is None or when.date is None or not when.edtf:
        return []
    if not when.told and when.precision is not Precision.DAY:
        return []
    begin, end = window(when)
    if begin == "0000-01-01" or end == "9999-12-31":
        return [f"{begin}/{end}"]
    try:
        first, last = datetime.date.fromisoformat(begin), datetime.date.fromisoformat(end)
    except ValueError:
        return []
    if (last - first).days > _WIDE:
        return [f"{begin}/{end}"]
    return [
        (first + datetime.timedelta(days=shift)).isoformat() for shift in range(-1, (last - first).days + 2)
    ]


def compare(a: Happening, b: Happening) -> Link | None:
    """Return a link between two events, None where they aren't one."""
    if a.iri > b.iri:
        a, b = b, a
    if a.type is not b.type or _documents(a) & _documents(b) or a.when is None or b.when is None:
        return None
    first, second = _summary(a), _summary(b)
    if not same_parties(a.type, first, second) or not same_places(first, second):
        return None
    if not _enough(a, b) or _differ(a, b):
        return None
    if a.type is EventType.STATEMENT and _shared_words(a, b) < _SHARED_WORDS:
        return None
    score, why = _date_score(a, b)
    if not score:
        return None
    equal = units((*a.actors, *a.recipients)) == units((*b.actors, *b.recipients))
    reason = f"{a.type.value.lower()}: {'same parties' if equal else 'part of the parties'}, {why}"
    return Link(a.iri, b.iri, round(score - (0.0 if equal else 0.1), 2), reason)


def _documents(event: Happening) -> frozenset[str]:
    return frozenset(one.document for one in event.occurrences)


def _summary(event: Happening) -> Occurrence:
    """Return the event as one occurrence: its first, with all parties and its place."""
    return replace(event.occurrences[0], actors=event.actors, recipients=event.recipients, place=event.place)


def _enough(a: Happening, b: Happening) -> bool:
    """Whether the parties that both name are enough to tell the event by."""
    shared = units((*a.actors, *a.recipients)) & units((*b.actors, *b.recipients))
    if len(shared) > 1:
        return True
    alone = units((*a.actors, *a.recipients)) == units((*b.actors, *b.recipients))
    return alone and a.type not in MUTUAL


def _differ(a: Happening, b: Happening) -> bool:
    """Whether modes or numbers ("pertama", "kedua") tell the events apart, or one is only thought of."""
    if a.mode and b.mode and a.mode != b.mode:
        return True
    numbers = [{one.ordinal for one in event.occurrences if one.ordinal} for event in (a, b)]
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        return True
    return any(not any(one.realis for one in event.occurrences) for event in (a, b))


def _date_score(a: Happening, b: Happening) -> tuple[float, str]:
    if a.when is None or b.when is None:
        return 0.0, ""
    apart = days_apart(a.when, b.when)
    clock = a.type in SPOKEN or a.type in MUTUAL
    sited = a.place is not None and b.place is not None
    if apart == "equal":
        return 0.95, "same date"
    if apart == "inside":
        narrow = all(_length(days) <= _WIDE for days in (window(a.when), window(b.when)))
        return (0.7, "one date within the other") if narrow and (clock or sited) else (0.0, "")
    if (clock or sited) and _day_off(a, b):
        return 0.75, "a day apart, as clocks differ"
    return 0.0, ""


def _length(days: tuple[str, str]) -> int:
    if days[0] == "0000-01-01" or days[1] == "9999-12-31":
        return _WIDE + 1
    return (datetime.date.fromisoformat(days[1]) - datetime.date.fromisoformat(days[0])).days


def _day_off(a: Happening, b: Happening) -> bool:
    if a.when is None or b.when is None or a.when.date is None or b.when.date is None:
        return False
    if a.when.precision is not Precision.DAY or b.when.precision is not Precision.DAY:
        return False
    gap = datetime.date.fromisoformat(a.when.date) - datetime.date.fromisoformat(b.when.date)
    return abs(gap.days) == 1


def _shared_words(a: Happening, b: Happening) -> float:
    words = [
        {word.lower() for one in event.occurrences for word in _WORD.findall(one.sentence.text)}
        for event in (a, b)
    ]
    return len(words[0] & words[1]) / max(1, min(len(words[0]), len(words[1])))
