"""Statements as flat rows: one line a statement, a column a thing people sort and filter by."""

from __future__ import annotations

from collections.abc import Iterable

from linimasa.model.statement import Attribution, Participant, Statement

#: The columns of a flat row, in order.
COLUMNS = (
    "date",
    "begin",
    "end",
    "status",
    "type",
    "mode",
    "actors",
    "actor_codes",
    "recipients",
    "recipient_codes",
    "place",
    "attributed_to",
    "said_on",
    "polarity",
    "confidence",
    "published",
    "document",
    "start",
    "end_offset",
    "quote",
    "event",
    "id",
)


def flat_row(statement: Statement) -> dict[str, str | int | float]:
    """Return a statement as a row of COLUMNS: "" for what is unknown, lists joined by `; `."""
    time, place = statement.time, statement.place
    return {
        "date": time.value if time else "",
        "begin": (time.begin or "") if time else "",
        "end": (time.end_date or "") if time else "",
        "status": statement.status.value,
        "type": statement.type.value,
        "mode": statement.mode or "",
        "actors": _names(statement.actors),
        "actor_codes": _codes(statement.actors),
        "recipients": _names(statement.recipients),
        "recipient_codes": _codes(statement.recipients),
        "place": (place.name or place.text) if place else "",
        "attributed_to": _names(statement.attributed_to),
        "said_on": statement.said_on or "",
        "polarity": statement.polarity.value,
        "confidence": statement.confidence,
        "published": statement.doc.published or "",
        "document": statement.document,
        "start": statement.quote.start,
        "end_offset": statement.quote.end,
        "quote": statement.quote.text,
        "event": statement.event or "",
        "id": statement.id,
    }


def _names(parties: Iterable[Participant | Attribution]) -> str:
    return "; ".join(dict.fromkeys(one.name or one.text for one in parties))


def _codes(parties: Iterable[Participant | Attribution]) -> str:
    return "; ".join(dict.fromkeys(one.code for one in parties if one.code))
