"""The statement record: the contract between extractor, resolver, store and scorers.

Field names and meanings are fixed by the design ("Statement records"); fields may be added, none renamed.
`to_dict` writes them in a fixed order and `statement_from_dict` reads them back: each is the other's inverse.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from linimasa.errors import RecordError
from linimasa.model.terms import (
    ActorKind,
    Certainty,
    DateBasis,
    EventType,
    Modality,
    Polarity,
    Precision,
    Status,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of the document with its words: `text == document.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event; `actor` is the actor's IRI, None where unknown."""

    start: int
    end: int
    text: str
    actor: str | None
    name: str | None
    kind: ActorKind
    code: str | None
    sector: str | None
    literally: str | None = None
    country: str | None = None
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event was or will be: `value` in EDTF, `begin`/`end_date` ISO days or None where open."""

    start: int
    end: int
    text: str
    value: str
    begin: str | None
    end_date: str | None
    precision: Precision
    basis: DateBasis


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event was; `country` is the alpha-3 code of the state it lies in, None where contested."""

    start: int
    end: int
    text: str
    place: str | None
    name: str | None
    country: str | None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source that the text names; `within` is the index of the source that reports this one."""

    start: int
    end: int
    text: str
    actor: str | None
    name: str | None
    kind: ActorKind
    code: str | None
    sector: str | None = None
    country: str | None = None
    speaks_for: str | None = None
    told_to: str | None = None
    channel: str | None = None
    said_on: str | None = None
    made_public_on: str | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the claim gives, with bounds (whole numbers), unit and what it measures."""

    start: int
    end: int
    text: str
    value: int | None
    min: int | None
    max: int | None
    approximate: bool
    unit: str
    measures: str


@dataclass(frozen=True, slots=True)
class NestedEvent:
    """What is demanded, threatened, offered, rejected or made a condition: never a line of its own."""

    type: EventType
    mode: str | None
    trigger: Quote
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    time: EventTime | None
    place: EventPlace | None
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """What a record says of its document, so that the graph follows from the records alone."""

    hash: str
    length: int
    lang: str
    title: str
    published: str | None
    published_basis: DateBasis | None
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Witness:
    """What a parser, asked as a second witness, says of the parties; `parser` is its name and version."""

    parser: str
    actors: Verdict
    recipients: Verdict


@dataclass(frozen=True, slots=True)
class Statement:
    """One event as one place of one document tells it."""

    document: str
    id: str
    event: str | None
    sentence: Quote
    quote: Quote
    type: EventType
    mode: str | None
    trigger: Quote
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    time: EventTime | None
    place: EventPlace | None
    status: Status
    modality: Modality
    polarity: Polarity
    certainty: Certainty
    content: NestedEvent | None
    condition: NestedEvent | None
    condition_text: str | None
    said_on: str | None
    repeated: bool
    context: tuple[str, ...]
    attributed_to: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    rule: str
    confidence: float
    field: str
    doc: DocumentRef
    run: str
    flags: tuple[str, ...] = ()
    witness: Witness | None = None


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def to_dict(statement: Statement) -> dict[str, Any]:
    """Return the record as plain JSON values, keys in the order of the fields."""
    result: dict[str, Any] = _plain(statement)
    return result


def _quote(data: dict[str, Any]) -> Quote:
    return Quote(data["start"], data["end"], data["text"])


def _participant(data: dict[str, Any]) -> Participant:
    return Participant(**{**data, "kind": ActorKind(data["kind"])})


def _time(data: dict[str, Any] | None) -> EventTime | None:
    if data is None:
        return None
    return EventTime(**{**data, "precision": Precision(data["precision"]), "basis": DateBasis(data["basis"])})


def _place(data: dict[str, Any] | None) -> EventPlace | None:
    return None if data is None else EventPlace(**data)


def _nested(data: dict[str, Any] | None) -> NestedEvent | None:
    if data is None:
        return None
    return NestedEvent(
        type=EventType(data["type"]),
        mode=data["mode"],
        trigger=_quote(data["trigger"]),
        actors=tuple(map(_participant, data["actors"])),
        recipients=tuple(map(_participant, data["recipients"])),
        time=_time(data["time"]),
        place=_place(data["place"]),
        polarity=Polarity(data["polarity"]),
    )


def _witness(data: dict[str, Any] | None) -> Witness | None:
    if data is None:
        return None
    return Witness(data["parser"], Verdict(data["actors"]), Verdict(data["recipients"]))


def _document_ref(data: dict[str, Any]) -> DocumentRef:
    basis = data["published_basis"]
    return DocumentRef(**{**data, "published_basis": None if basis is None else DateBasis(basis)})


_CONVERTERS: dict[str, Any] = {
    "sentence": _quote,
    "quote": _quote,
    "trigger": _quote,
    "type": EventType,
    "actors": lambda rows: tuple(map(_participant, rows)),
    "recipients": lambda rows: tuple(map(_participant, rows)),
    "time": _time,
    "place": _place,
    "status": Status,
    "modality": Modality,
    "polarity": Polarity,
    "certainty": Certainty,
    "content": _nested,
    "condition": _nested,
    "context": tuple,
    "attributed_to": lambda rows: tuple(
        Attribution(**{**row, "kind": ActorKind(row["kind"])}) for row in rows
    ),
    "quantities": lambda rows: tuple(Quantity(**row) for row in rows),
    "doc": _document_ref,
    "flags": tuple,
    "witness": _witness,
}


def statement_from_dict(data: dict[str, Any], *, path: str = "", line: int | None = None) -> Statement:
    """Return the statement that `to_dict` wrote; RecordError where a field is missing or unknown."""
    try:
        return Statement(**{key: _CONVERTERS.get(key, lambda v: v)(value) for key, value in data.items()})
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise RecordError(
            f"not a statement record ({error}); write it again with `linimasa extract`", path=path, line=line
        ) from error
