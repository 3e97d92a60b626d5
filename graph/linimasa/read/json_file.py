"""JSON: one object, a list of objects, or an object with the list under `documents`."""

from __future__ import annotations

import json

from linimasa.errors import SourceError
from linimasa.read.decode import decode
from linimasa.read.fields import document_of
from linimasa.read.origin import Found, Given, Problem, Raw


def read_json(raw: Raw, given: Given) -> Found:
    """Yield a document or a problem for each object."""
    try:
        value = json.loads(decode(raw.data.removeprefix(b"\xef\xbb\xbf")))
    except json.JSONDecodeError as error:
        raise SourceError(f"not JSON ({error.msg}, line {error.lineno}); mend it") from error
    except ValueError as error:
        raise SourceError(f"not JSON ({error}); mend it") from error
    except RecursionError:
        raise SourceError("nested too deep; give a list of objects with text fields") from None
    if isinstance(value, dict) and isinstance(value.get("documents"), list):
        value = value["documents"]
    items = value if isinstance(value, list) else [value]
    if not items:
        yield Problem(raw.path, None, "the list is empty; give it documents or leave it out")
    for number, item in enumerate(items, 1):
        name = raw.stem if len(items) == 1 else f"{raw.stem}-{number}"
        if not isinstance(item, dict):
            yield Problem(raw.path, None, f"item {number} isn't an object with a text; mend it")
            continue
        found = document_of(item, given, path=raw.path, line=None, fallback=name)
        if isinstance(found, Problem) and len(items) > 1:
            found = Problem(found.path, None, f"item {number}: {found.message}", found.document)
        yield found
