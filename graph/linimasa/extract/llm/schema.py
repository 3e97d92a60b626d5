"""The JSON schema of a model's answer, derived from the statement record.

A model gives words, never offsets and never identities: of a span only its words are asked, and what follows
from them (actors, codes, dates, status) is found by the program.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from linimasa.model.statement import (
    Attribution,
    EventPlace,
    EventTime,
    NestedEvent,
    Participant,
    Quote,
    Statement,
)

#: What a model is asked of each record, in the order of the fields; of other fields it knows nothing.
ASKED: Mapping[type, tuple[str, ...]] = {
    Statement: (
        "sentence", "type", "mode", "trigger", "actors", "recipients", "time", "place", "modality",
        "polarity", "certainty", "content", "condition", "condition_text", "repeated", "attributed_to",
    ),
    NestedEvent: ("type", "mode", "trigger", "actors", "recipients", "time", "place", "polarity"),
    Attribution: ("text", "channel"),
    Participant: ("text",),
    EventTime: ("text",),
    EventPlace: ("text",),
    Quote: ("text",),
}  # fmt: skip
#: Asked in another form than the record has: sentences are numbered.
_OTHERWISE: Mapping[tuple[type, str], dict[str, Any]] = {(Statement, "sentence"): {"type": "integer"}}
_PLAIN: Mapping[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def answer_schema() -> dict[str, Any]:
    """Return the schema of a whole answer: an object with the list `statements`."""
    rows = {"type": "array", "items": _record(Statement)}
    return _object({"statements": rows})


def _record(kind: type) -> dict[str, Any]:
    """Return the schema of a record; one of which only the words are asked is the words."""
    asked = ASKED[kind]
    if asked == ("text",):
        return {"type": "string"}
    hints = get_type_hints(kind)
    return _object({name: _OTHERWISE.get((kind, name)) or _of(hints[name]) for name in asked})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of(hint: Any) -> dict[str, Any]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is tuple:
        return {"type": "array", "items": _of(parts[0])}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_of(part) for part in parts]}
    if hint is type(None):
        return {"type": "null"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [term.value for term in hint]}
    if hint in ASKED:
        return _record(hint)
    return {"type": _PLAIN[hint]}


__all__ = ["ASKED", "answer_schema"]
