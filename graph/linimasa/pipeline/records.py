"""Statement records as JSON lines: written in a fixed form, read back line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from linimasa.errors import RecordError, SourceError
from linimasa.model.statement import Statement, statement_from_dict, to_dict
from linimasa.read import Problem
from linimasa.read.sources import load

#: Fields that only a statement record has.
_MARKS = frozenset({"trigger", "sentence", "doc", "modality"})


def json_line(value: Any) -> str:
    """Return a value as one line of JSON, as it stands where UTF-8 can write it, else escaped."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, which JSON input may hold
        line = json.dumps(value, ensure_ascii=True)
    return line + "\n"


def statement_line(statement: Statement) -> str:
    """Return a statement as its line."""
    return json_line(to_dict(statement))


def holds_records(path: str | Path) -> bool:
    """Whether a file is one of statement records, by its first line."""
    file = Path(path)
    if file.suffix.lower() not in (".jsonl", ".ndjson") or not file.is_file():
        return False
    with file.open("rb") as stream:
        first = stream.readline()
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and value.keys() >= _MARKS


def read_records(path: str | Path) -> Iterator[Statement | Problem]:
    """Yield the statements of a file of records, a Problem for each line that is none.

    Lines with mentions or time expressions, which `extract` prints on request, are passed over.
    """
    try:
        lines = load(str(path)).data.split(b"\n")
    except SourceError as error:
        yield Problem(str(path), None, error.message)
        return
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise RecordError("not a statement record; write it again with `linimasa extract`")
            if not record.keys() & {"mention", "timex"}:
                yield statement_from_dict(record)
        except (ValueError, RecursionError) as error:
            yield Problem(str(path), number, f"not JSON ({error}); write it again with `linimasa extract`")
        except RecordError as error:
            yield Problem(str(path), number, error.message)
