"""CSV with a header row: comma, semicolon or tab; one document a row."""

from __future__ import annotations

import csv
import io

from linimasa.errors import SourceError
from linimasa.model.document import Document
from linimasa.read.decode import MAX_CHARACTERS, decode
from linimasa.read.fields import NAMES, document_of
from linimasa.read.origin import Found, Given, Problem, Raw


def read_csv(raw: Raw, given: Given) -> Found:
    """Yield a document or a problem for each row; a problem names the line on which its row begins."""
    text = decode(raw.data).removeprefix("\ufeff")
    if not text.strip():
        raise SourceError("the file is empty; give it a header row and documents or leave it out")
    # The module's limit of 131,072 characters a field is shorter than a long report.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CHARACTERS * 2))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    header = [name.strip().lower() for name in next(rows)]
    if not {"text", "title"} & set(header):
        raise SourceError(f"the header must name a column 'text'; known are {', '.join(NAMES)}")
    first = rows.line_num + 1
    try:
        for number, row in enumerate(rows, 1):
            if row:
                yield _row(raw, given, header, row, first, number)
            first = rows.line_num + 1
    except csv.Error as error:
        yield Problem(raw.path, first, f"not CSV ({error}); mend the quotes of this row; the rest isn't read")


def _row(
    raw: Raw, given: Given, header: list[str], row: list[str], line: int, number: int
) -> Document | Problem:
    if len(row) != len(header):
        message = f"{len(row)} fields where the header has {len(header)}; quote fields that hold a delimiter"
        return Problem(raw.path, line, message)
    record = dict(zip(header, row, strict=True))
    return document_of(record, given, path=raw.path, line=line, fallback=f"{raw.stem}-{number}")


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(",;\t", key=lambda mark: (header.count(mark), mark == ","))
