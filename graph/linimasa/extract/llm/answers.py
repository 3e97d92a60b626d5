"""A model's answer to proposals: what has another form than the schema is counted, never guessed at."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from linimasa.extract.llm.client import AnswerError
from linimasa.model.terms import Certainty, EventType, Modality, Polarity

_T = TypeVar("_T")


class WrongFormError(ValueError):
    """A proposal breaks the contract; the message is the reason that the report counts."""


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """An event in the model's words; nothing of it has been looked up in the text."""

    type: EventType
    mode: str | None
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: str | None
    place: str | None
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class ProposedSource:
    """A source that vouches for the event, and the channel (an interview, an e-mail) where told."""

    text: str
    channel: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement in the model's words; `sentence` is the number of the sentence that it was sent."""

    sentence: int
    event: ProposedEvent
    modality: Modality
    certainty: Certainty
    content: ProposedEvent | None
    condition: ProposedEvent | None
    condition_text: str | None
    repeated: bool
    attributed_to: tuple[ProposedSource, ...]


def rows_of(answer: str) -> list[Any]:
    """Return the rows of an answer; AnswerError where it isn't JSON of the form that was asked for."""
    try:
        data = json.loads(answer)
    except ValueError as error:
        raise AnswerError(f"the model's answer isn't JSON ({error}); {_ADVICE}") from error
    rows = data.get("statements") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        raise AnswerError(f"the model's answer is JSON without a list `statements`; {_ADVICE}")
    return rows


_ADVICE = "use a model and service that keep to a JSON schema (structured output)"


def proposal(row: Any) -> Proposal:
    """Return a row as a proposal; WrongFormError names what breaks the contract."""
    if not isinstance(row, dict):
        raise WrongFormError("not an object")
    return Proposal(
        sentence=_is(row, "sentence", int),
        event=_event(row),
        modality=_term(row, "modality", Modality),
        certainty=_term(row, "certainty", Certainty),
        content=_nested(row, "content"),
        condition=_nested(row, "condition"),
        condition_text=_maybe(row, "condition_text"),
        repeated=_is(row, "repeated", bool),
        attributed_to=tuple(map(_source, _list(row, "attributed_to"))),
    )


def _event(row: Mapping[str, Any]) -> ProposedEvent:
    return ProposedEvent(
        type=_term(row, "type", EventType),
        mode=_maybe(row, "mode"),
        trigger=_is(row, "trigger", str),
        actors=_texts(row, "actors"),
        recipients=_texts(row, "recipients"),
        time=_maybe(row, "time"),
        place=_maybe(row, "place"),
        polarity=_term(row, "polarity", Polarity),
    )


def _nested(row: Mapping[str, Any], key: str) -> ProposedEvent | None:
    found = row.get(key)
    if found is None:
        return None
    if not isinstance(found, dict):
        raise WrongFormError(f"{key} isn't an object")
    return _event(found)


def _source(row: Any) -> ProposedSource:
    if not isinstance(row, dict):
        raise WrongFormError("attributed_to isn't a list of objects")
    return ProposedSource(_is(row, "text", str), _maybe(row, "channel"))


def _term(row: Mapping[str, Any], key: str, terms: Callable[[Any], _T]) -> _T:
    try:
        return terms(row.get(key))
    except ValueError:
        raise WrongFormError(f"{key} unknown") from None


def _is(row: Mapping[str, Any], key: str, kind: type[_T]) -> _T:
    value = row.get(key)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise WrongFormError(f"{key} missing")
    return value


def _maybe(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise WrongFormError(f"{key} isn't text")
    return value or None


def _list(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row.get(key, [])
    if not isinstance(value, list):
        raise WrongFormError(f"{key} isn't a list")
    return value


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = _list(row, key)
    if not all(isinstance(text, str) for text in found):
        raise WrongFormError(f"{key} isn't a list of texts")
    return tuple(found)


__all__ = ["Proposal", "ProposedEvent", "ProposedSource", "WrongFormError", "proposal", "rows_of"]
