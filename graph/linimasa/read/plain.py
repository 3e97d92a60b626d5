"""Plain text: one file, one document; the text is the file."""

from __future__ import annotations

from linimasa.read.day import named_day
from linimasa.read.decode import decode
from linimasa.read.fields import document_of
from linimasa.read.origin import Found, Given, Raw


def read_plain(raw: Raw, given: Given) -> Found:
    """Yield the document; its day is the one in the file's name."""
    record = {"id": raw.stem, "text": decode(raw.data), "published": named_day(raw.stem)}
    yield document_of(record, given, path=raw.path, line=None, fallback=raw.stem)
