"""JSON lines: one object a line, one document an object."""

from __future__ import annotations

import json

from linimasa.errors import SourceError
from linimasa.read.decode import decode
from linimasa.read.fields import document_of
from linimasa.read.origin import Found, Given, Problem, Raw

_BOM = b"\xef\xbb\xbf"


def read_jsonl(raw: Raw, given: Given) -> Found:
    """Yield a document or a problem for each line; empty lines are passed over."""
    empty = True
    # Split at line feeds only: a JSON string may hold U+2028, which str.splitlines would cut.
    for number, line in enumerate(raw.data.removeprefix(_BOM).split(b"\n"), 1):
        if not line.strip():
            continue
        empty = False
        try:
            record = parse_object(decode(line), "the line")
        except SourceError as error:
            yield Problem(raw.path, number, error.message)
            continue
        yield document_of(record, given, path=raw.path, line=number, fallback=f"{raw.stem}-{number}")
    if empty:
        yield Problem(raw.path, None, "the file is empty; give it one JSON object a line or leave it out")


def parse_object(text: str, what: str) -> dict[str, object]:
    """Return the JSON object that `text` is; SourceError where it is none."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise SourceError(f"{what} isn't JSON ({error}); mend it or take it out") from error
    except RecursionError:
        raise SourceError(f"{what} is nested too deep; give one object with text fields") from None
    if not isinstance(value, dict):
        raise SourceError(f'{what} is a JSON {_kind(value)}, not an object; write {{"text": "…"}}')
    return value


def _kind(value: object) -> str:
    names = {list: "list", str: "string", int: "number", float: "number", bool: "true or false"}
    return names.get(type(value), "null")
