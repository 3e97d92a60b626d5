"""iCalendar files (RFC 5545): planned meetings, read by the library icalendar.

An entry is a plan of the calendar: CONFIRMED or without a status planned, TENTATIVE planned but only
possible, CANCELLED cancelled; a passed day makes no plan a fact. Our own export says more in
`X-LINIMASA-STATUS`, names the type in CATEGORIES and the parties as ATTENDEE. Elsewhere the parties are the
names known from the gazetteer in ORGANIZER, ATTENDEE and SUMMARY; an entry without any is passed over.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from linimasa.errors import SourceError
from linimasa.exchange.desk import Desk
from linimasa.exchange.row import Found, Row, What, from_to
from linimasa.model.iri import BASE, local_name
from linimasa.model.statement import Participant
from linimasa.model.terms import Certainty, EventType, Modality
from linimasa.read import Problem

_SAID = {
    "CONFIRMED": (Modality.PLANNED, Certainty.CERTAIN),
    "TENTATIVE": (Modality.PLANNED, Certainty.POSSIBLE),
    "CANCELLED": (Modality.CANCELLED, Certainty.CERTAIN),
}
_OURS = {mode.value: mode for mode in (Modality.PLANNED, Modality.POSTPONED, Modality.CANCELLED)}
#: What stands between the parties in the name of a meeting.
_BETWEEN = re.compile(
    r"[-–—:,;/&()]|\b(?:and|with|between|meets?|meeting|talks?|summit|dan|dengan|antara|bertemu|pertemuan|KTT)\b",
    re.IGNORECASE,
)


def read_calendars(desk: Desk, files: Sequence[Path], stage: Path) -> Found:  # noqa: ARG001 - as all readers
    """Yield the entries of calendars."""
    for path in sorted(files):
        for number, entry in enumerate(_entries(path), 1):
            if isinstance(entry, Problem):
                yield entry
                continue
            try:
                row = _row(desk, entry)
            except (ValueError, TypeError, AttributeError) as error:
                yield Problem(str(path), None, f"entry {number} ({entry.get('UID', 'no UID')}): {error}")
                continue
            if row.actors or row.recipients:
                yield row
            else:
                desk.tally.passed["no known party"] += 1


def _entries(path: Path) -> Iterator[Any]:
    from icalendar import Calendar

    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"can't be read ({error.strerror}); check the name and its permissions"
        raise SourceError(message, path=path) from error
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        yield Problem(str(path), None, f"isn't an iCalendar file ({error})")
        return
    for calendar in calendars:
        yield from calendar.walk("VEVENT")


def _row(desk: Desk, entry: Any) -> Row:
    begin, end = _days(entry)
    what, certainty = _what(entry)
    summary = str(entry.get("SUMMARY", "")).strip()
    if entry.get("RRULE"):
        desk.tally.strange("repeated entry, read once", summary)
    actors, recipients = _parties(desk, entry, summary, begin)
    return Row(
        key=entry.to_ical().decode("utf-8", "replace"),
        what=what,
        name=summary or what.type,
        words=" · ".join(filter(None, (summary, str(entry.get("DESCRIPTION", "")).strip()))),
        actors=actors,
        recipients=recipients,
        time=from_to(begin, end),
        place=desk.parties.place(str(entry.get("LOCATION", "")), None),
        rule=f"ics {entry.get('STATUS', 'CONFIRMED')}",
        certainty=certainty,
        url=str(entry.get("URL", "")),
    )


def _days(entry: Any) -> tuple[str, str]:
    """Return first and last day; the end of an entry of whole days is the day after."""
    start = entry.get("DTSTART")
    if start is None:
        raise ValueError("has no DTSTART")
    begin, last = start.dt, entry.get("DTEND").dt if entry.get("DTEND") else start.dt
    if not isinstance(last, datetime.datetime) and last > begin:
        last -= datetime.timedelta(days=1)
    return _day(begin), _day(last)


def _day(value: datetime.date) -> str:
    return (value.date() if isinstance(value, datetime.datetime) else value).isoformat()


def _what(entry: Any) -> tuple[What, Certainty]:
    told = str(entry.get("STATUS", "CONFIRMED")).upper()
    modality, certainty = _SAID.get(told, _SAID["CONFIRMED"])
    ours = _OURS.get(str(entry.get("X-LINIMASA-STATUS", "")))
    if ours is not None:
        modality, certainty = ours, Certainty.CERTAIN
    found = entry.get("CATEGORIES")
    kinds = [] if found is None else found if isinstance(found, list) else [found]
    for name in (str(category) for kind in kinds for category in kind.cats):
        type_, _, mode = name.partition("-")
        if type_ in EventType.__members__:
            return What(type_, mode or None, modality), certainty
    return What("CONSULT", None, modality), certainty


def _parties(
    desk: Desk, entry: Any, summary: str, day: str
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    sides: dict[bool, list[Participant]] = {True: [], False: []}
    for name in ("ORGANIZER", "ATTENDEE"):
        found = entry.get(name)
        for person in found if isinstance(found, list) else filter(None, [found]):
            words = str(person.params.get("CN", "")).strip('"')
            ours = str(person).startswith(BASE + "actor/")
            party = (
                desk.parties.local(local_name(str(person)), words) if ours else desk.parties.known(words, day)
            )
            if party is None and ours:
                party = desk.parties.named(words, day)
            if party is not None:
                sides[str(person.params.get("ROLE", "CHAIR")).upper() != "NON-PARTICIPANT"].append(party)
    if not sides[True] and not sides[False]:
        pieces = (" ".join(piece.split()) for piece in _BETWEEN.split(summary))
        sides[True] = [one for piece in pieces if piece for one in [desk.parties.known(piece, day)] if one]
    return tuple(dict.fromkeys(sides[True])), tuple(dict.fromkeys(sides[False]))
