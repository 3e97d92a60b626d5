"""The time expressions of a source as rows."""

from __future__ import annotations

from typing import Any

from linimasa.errors import SourceError
from linimasa.extract.extractor import Extractor, ExtractorSettings, checked_language
from linimasa.read import Problem, read_sources

COLUMNS = ("document", "start", "end", "text", "type", "value", "edtf", "begin", "end_date", "basis", "flags")


def time_rows(
    source: str, published: str | None, lang: str | None, *, infer_dates: bool
) -> list[dict[str, Any]]:
    """Return a row for each time expression; SourceError where a document can't be read."""
    extractor = Extractor(ExtractorSettings(infer_dates=infer_dates))
    rows: list[dict[str, Any]] = []
    for document in read_sources([source], published, checked_language(lang)):
        if isinstance(document, Problem):
            raise SourceError(document.message, path=document.path, line=document.line)
        for timex in extractor.extract(document).timexes:
            when = timex.event_time()
            values = {
                "document": document.id,
                "start": timex.start,
                "end": timex.end,
                "text": timex.text,
                "type": timex.type.value,
                "value": timex.timex3,
                "edtf": when.value if when else None,
                "begin": when.begin if when else None,
                "end_date": when.end_date if when else None,
                "basis": timex.basis.value,
                "flags": " ".join(timex.flags) or None,
            }
            rows.append(values)
    return rows
