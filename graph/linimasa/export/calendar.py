"""Planned events of one day as an iCalendar file (RFC 5545), for a diary."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from rdflib import Dataset

from linimasa.export.happenings import EventRow, event_rows
from linimasa.export.select import EVERYTHING, Selection
from linimasa.model.iri import local_name

_PLANNED = {"planned": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
#: How an entry's parties take part: the ones who act, and those towards whom.
_ROLES = {"actors": "CHAIR", "recipients": "NON-PARTICIPANT"}
_FOLD = 75
#: What can't stand in a quoted parameter (RFC 5545, 3.1).
_QUOTED = re.compile(r'[\x00-\x1f"\x7f]')


def to_ics(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return a calendar of the planned events whose day is known, called-off ones among them.

    It has the same bytes tomorrow: an entry's time stamp is the day of the last document that tells of it,
    else the day itself.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//linimasa//linimasa//EN", "CALSCALE:GREGORIAN"]
    for row in event_rows(dataset, base, selection):
        if row.status in _PLANNED and row.precision == "day" and row.date:
            lines += _entry(row)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) + "\r\n" for line in lines)


def _entry(row: EventRow) -> Iterator[str]:
    day = datetime.date.fromisoformat(row.date)
    told = max((source.published for source in row.sources if source.published), default=row.date)
    yield "BEGIN:VEVENT"
    yield f"UID:{local_name(row.iri)}@linimasa"
    yield f"DTSTAMP:{_compact(told)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_compact(row.date)}"
    if day < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{_compact((day + datetime.timedelta(days=1)).isoformat())}"
    yield f"SUMMARY;LANGUAGE=id:{_escaped(row.label_id)}"
    yield f"COMMENT;LANGUAGE=en:{_escaped(row.label_en)}"
    if row.place:
        yield f"LOCATION:{_escaped(row.place)}"
    quotes = [f"“{source.quote}” ({source.title or source.document})" for source in row.sources]
    if quotes:
        yield f"DESCRIPTION:{_escaped(chr(10).join(dict.fromkeys(quotes)))}"
    yield f"CATEGORIES:{row.type}{'-' if row.mode else ''}{row.mode}"
    for side, role in _ROLES.items():
        for party in getattr(row, side):
            name = _QUOTED.sub(" ", party.name_en)
            yield f'ATTENDEE;CN="{name}";ROLE={role}:{party.iri}'
    yield f"STATUS:{_PLANNED[row.status]}"
    yield f"X-LINIMASA-STATUS:{row.status}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _compact(day: str) -> str:
    return day[:10].replace("-", "")


def _escaped(text: str) -> str:
    plain = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c >= " " or c == "\n")
    for mark in "\\;,":
        plain = plain.replace(mark, "\\" + mark)
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a content line in pieces of at most 75 octets, no character cut in two."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > _FOLD:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + char, size + width
    return "\r\n".join([*pieces, piece])
