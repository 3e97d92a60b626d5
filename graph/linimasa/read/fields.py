"""A record of named fields to a document: the same names in JSON lines, JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping

from linimasa.errors import SourceError
from linimasa.model.document import Document
from linimasa.model.terms import DateBasis
from linimasa.read.day import field_day
from linimasa.read.decode import checked
from linimasa.read.origin import Given, Problem

#: The fields that a record may have; others are passed over.
NAMES = ("id", "lang", "published", "date", "title", "text", "source", "url")


def document_of(
    record: Mapping[str, object], given: Given, *, path: str, line: int | None, fallback: str
) -> Document | Problem:
    """Return a record as a document (its id is `fallback` where it has none), or what is wrong with it."""
    name = record.get("id")
    identity = str(name) if isinstance(name, (str, int)) and str(name).strip() else fallback
    try:
        return _document(record, given, path, line, identity)
    except SourceError as error:
        return Problem(path, line, error.message, identity)


def _document(
    record: Mapping[str, object], given: Given, path: str, line: int | None, identity: str
) -> Document:
    text, title = _words(record, "text"), _words(record, "title")
    if not text.strip() and not title.strip():
        if "text" not in record and "title" not in record:
            has = ", ".join(map(repr, list(record)[:8])) or "no fields"
            raise SourceError(f"a record needs a field 'text' (or 'title'); it has {has}")
        raise SourceError("the document is empty; give it a text or leave it out")
    day = field_day(record.get("published"), "published") or field_day(record.get("date"), "date")
    day = given.published or day
    return Document(
        id=identity,
        text=checked(text),
        lang=given.lang or _words(record, "lang").strip().lower() or None,
        title=checked(title),
        published=day,
        published_basis=DateBasis.EXPLICIT if day else None,
        source=_words(record, "source"),
        url=_words(record, "url"),
        path=path,
        line=line,
    )


def _words(record: Mapping[str, object], name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise SourceError(f"{name} must be text, not {type(value).__name__}; put it in quotes")
    return value
