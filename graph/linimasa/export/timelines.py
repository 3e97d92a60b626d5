"""Events for the timelines of web pages: TimelineJS and vis-timeline.

TimelineJS: https://timeline.knightlab.com/docs/json-format.html. vis-timeline:
https://visjs.github.io/vis-timeline/docs/timeline/#Data_Format. Both put texts into the page as HTML, so all
words are escaped. What isn't held to have happened says so in its headline.
"""

from __future__ import annotations

import html
import json
from typing import Any

from rdflib import Dataset

from linimasa.export.happenings import EventRow, event_rows
from linimasa.export.select import EVERYTHING, Selection
from linimasa.model.iri import local_name

#: What a headline says of an event that isn't held to be a fact.
_DOUBT = {
    "planned": "planned",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "unrealized": "only spoken of",
    "ruledOut": "denied or ruled out",
    "disputed": "disputed",
}


def to_timelinejs(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return the dated events as TimelineJS reads them; vague dates show as they are told."""
    events = [_slide(row) for row in event_rows(dataset, base, selection) if row.date]
    data = {"title": {"text": {"headline": "linimasa"}}, "events": events}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def to_vis(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return the dated events as the items and groups of a vis-timeline, a group a type."""
    rows = [row for row in event_rows(dataset, base, selection) if row.date]
    groups = [{"id": type_, "content": type_} for type_ in sorted({row.type for row in rows})]
    data = {"groups": groups, "items": [_item(row) for row in rows]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def headline(row: EventRow) -> str:
    """Return an event's label with what stands against it, as HTML."""
    doubt = _DOUBT.get(row.status)
    label = html.escape(row.label_en)
    return label if doubt is None else f"{label} ({doubt})"


def _slide(row: EventRow) -> dict[str, Any]:
    quotes = dict.fromkeys((source.quote, source.title or source.document) for source in row.sources)
    told = "".join(
        f"<blockquote>{html.escape(quote)}</blockquote><p>{html.escape(title)}</p>" for quote, title in quotes
    )
    slide: dict[str, Any] = {
        "unique_id": local_name(row.iri),
        "start_date": _date(row.date, row.precision),
        "text": {"headline": headline(row), "text": told},
        "group": row.type,
    }
    if row.end > row.date and row.precision in ("day", "days"):
        slide["end_date"] = _date(row.end, row.precision)
    if row.precision not in ("day", "month", "year"):
        slide["display_date"] = row.edtf or f"{row.precision}: {row.date}"
    return slide


def _date(day: str, precision: str) -> dict[str, int]:
    year, month, number = map(int, day.split("-"))
    if precision == "year":
        return {"year": year}
    if precision == "month":
        return {"year": year, "month": month}
    return {"year": year, "month": month, "day": number}


def _item(row: EventRow) -> dict[str, str]:
    item = {
        "id": local_name(row.iri),
        "content": headline(row),
        "start": row.begin or row.date,
        "group": row.type,
        "className": f"status-{row.status} precision-{row.precision}",
        "title": html.escape(row.sources[0].quote if row.sources else row.label_en),
    }
    if row.last and row.last > item["start"]:
        return item | {"end": row.last, "type": "range"}
    return item | {"type": "point"}
