"""Events as CSV: one dated row an event."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from rdflib import Dataset

from linimasa.export.happenings import EventRow, Party, event_rows
from linimasa.export.select import EVERYTHING, Selection

#: The columns, in order; lists inside a cell are joined by `; `.
COLUMNS = (
    "date",
    "begin",
    "end",
    "edtf",
    "precision",
    "status",
    "type",
    "mode",
    "label_id",
    "label_en",
    "actors",
    "actor_codes",
    "recipients",
    "recipient_codes",
    "place",
    "lat",
    "lon",
    "documents",
    "first_published",
    "quote",
    "event",
)
#: A cell that begins so is a formula to a spreadsheet; a quotation could carry one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return the events by day; `quote` is the first document's."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, event_rows(dataset, base, selection)))
    return out.getvalue()


def _row(event: EventRow) -> list[str]:
    first = event.sources[0] if event.sources else None
    cells = [
        *(event.date, event.begin, event.end, event.edtf, event.precision, event.status),
        *(event.type, event.mode, event.label_id, event.label_en),
        *(_names(event.actors), _codes(event.actors), _names(event.recipients), _codes(event.recipients)),
        *(event.place, event.lat, event.lon),
        "; ".join(dict.fromkeys(source.document for source in event.sources)),
        first.published if first else "",
        first.quote if first else "",
        event.iri,
    ]
    return [_safe(cell) for cell in cells]


def _safe(cell: str) -> str:
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return "'" + cell
    return cell


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(party.name_en for party in parties)


def _codes(parties: Iterable[Party]) -> str:
    return "; ".join(dict.fromkeys(party.code for party in parties if party.code))
