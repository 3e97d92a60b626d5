"""Small builders of records, so that a test says only what it is about."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from linimasa.model.iri import actor_iri, place_iri, slug
from linimasa.model.statement import (
    Attribution,
    DocumentRef,
    EventPlace,
    EventTime,
    NestedEvent,
    Participant,
    Quantity,
    Quote,
    Statement,
)
from linimasa.model.terms import (
    ActorKind,
    Certainty,
    DateBasis,
    EventType,
    Modality,
    Polarity,
    Precision,
    status_of,
)

STATES = {
    "USA": "United States",
    "RUS": "Russia",
    "UKR": "Ukraine",
    "IDN": "Indonesia",
    "CHN": "China",
    "ISR": "Israel",
    "IRN": "Iran",
}


def document(name: str = "a", published: str | None = "2021-12-29", **changes: Any) -> DocumentRef:
    """A document known by its name alone."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    ref = DocumentRef(digest, 5000, "id", f"Judul {name}", published, None, f"Koran {name}", "")
    return replace(ref, **changes)


def state(code: str, start: int = 0) -> Participant:
    """A state as actor."""
    name = STATES[code]
    iri = actor_iri(code.lower())
    return Participant(start, start + len(name), name, iri, name, ActorKind.STATE, code, "GOV")


def person(name: str, code: str | None, start: int = 0) -> Participant:
    """A named person of a state."""
    iri = actor_iri(slug(name))
    return Participant(start, start + len(name), name, iri, name, ActorKind.PERSON, code, "GOV")


def force(name: str, code: str, start: int = 0) -> Participant:
    """A state's army."""
    iri = actor_iri(f"{code.lower()}-armed-forces")
    return Participant(start, start + len(name), name, iri, name, ActorKind.ORGANISATION, code, "MIL")


def day(value: str, **changes: Any) -> EventTime:
    """An exact day."""
    time = EventTime(0, len(value), value, value, value, value, Precision.DAY, DateBasis.EXPLICIT)
    return replace(time, **changes)


def span(value: str, begin: str | None, end: str | None, precision: Precision) -> EventTime:
    """A date that isn't a day."""
    return EventTime(0, len(value), value, value, begin, end, precision, DateBasis.EXPLICIT)


def place(local: str, country: str | None = None) -> EventPlace:
    """A place of the gazetteer."""
    return EventPlace(0, len(local), local, place_iri(local), local.title(), country)


def source(name: str, code: str | None = None, **changes: Any) -> Attribution:
    """A named source."""
    iri = actor_iri(slug(name))
    return replace(Attribution(0, len(name), name, iri, name, ActorKind.PERSON, code), **changes)


def unnamed(words: str, number: int = 1, code: str | None = None, **changes: Any) -> Attribution:
    """A source without a name, as the extractor gives it."""
    iri = actor_iri(f"src-{number}")
    return replace(Attribution(0, len(words), words, iri, None, ActorKind.UNNAMED, code), **changes)


def quantity(text: str, measures: str = "withdrawn", **changes: Any) -> Quantity:
    """A number of persons."""
    return replace(Quantity(0, len(text), text, None, None, None, False, "persons", measures), **changes)


def nested(type_: str, actors: Any = (), recipients: Any = (), **changes: Any) -> NestedEvent:
    """What is demanded, threatened, or made a condition."""
    trigger = changes.pop("trigger", Quote(20, 26, "pemicu"))
    event = NestedEvent(
        EventType(type_), None, trigger, tuple(actors), tuple(recipients), None, None, Polarity.POSITIVE
    )
    return replace(event, **changes)


def statement(
    type_: str = "CONSULT",
    actors: Any = (),
    recipients: Any = (),
    *,
    start: int = 10,
    sentence: str | None = None,
    trigger: str = "bertemu",
    doc: DocumentRef | None = None,
    **changes: Any,
) -> Statement:
    """A record; the sentence is made to hold the trigger at `start` unless one is given."""
    ref = doc or document()
    text = sentence or f"kalimat {trigger} di sini"
    before = text.index(trigger)
    words = Quote(start - before, start - before + len(text), text)
    modality = Modality(changes.pop("modality", "occurred"))
    polarity = Polarity(changes.pop("polarity", "positive"))
    record = Statement(
        document=f"doc-{ref.hash[:4]}",
        id=f"{ref.hash[:12]}-{start:04}-1",
        event=None,
        sentence=words,
        quote=words,
        type=EventType(type_),
        mode=None,
        trigger=Quote(start, start + len(trigger), trigger),
        actors=tuple(actors),
        recipients=tuple(recipients),
        time=None,
        place=None,
        status=status_of(modality, polarity),
        modality=modality,
        polarity=polarity,
        certainty=Certainty.CERTAIN,
        content=None,
        condition=None,
        condition_text=None,
        said_on=None,
        repeated=False,
        context=(),
        attributed_to=(),
        quantities=(),
        rule="test",
        confidence=0.9,
        field="text",
        doc=ref,
        run="linimasa 0.1.0 test",
    )
    return replace(record, **changes)
