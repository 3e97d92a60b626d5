"""The time expressions of a source as rows or as marks in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linimasa.errors import SourceError
from linimasa.extract.time.show import render_times
from linimasa.extract.timing import Timed, TimeReader, checked_time_language
from linimasa.read import Problem, read_sources

COLUMNS = ("document", "start", "end", "text", "type", "value", "edtf", "begin", "end_date", "basis", "flags")


def timed(source: str, published: str | None, lang: str | None, *, infer_dates: bool) -> Iterator[Timed]:
    """Yield what each document gives; SourceError at the first that can't be read."""
    reader = TimeReader(infer_dates)
    for document in read_sources([source], published, checked_time_language(lang)):
        if isinstance(document, Problem):
            raise SourceError(document.message, path=document.path, line=document.line)
        yield reader.read(document)


def marked_text(found: Timed) -> str:
    """Return the text with each expression and its value in brackets, ending in a line feed."""
    text = render_times(found.document.text, found.timexes)
    return text if text.endswith("\n") else text + "\n"


def time_rows(found: Timed) -> Iterator[dict[str, Any]]:
    """Yield a row for each time expression."""
    for timex in found.timexes:
        when = timex.event_time()
        yield {
            "document": found.document.id,
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
