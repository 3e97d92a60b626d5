"""What the graph says, read once into plain records: actors, events, claims and documents.

Networks, measures and pages stand on a `Scene`, so that they walk records instead of asking the store for
each property. Events that the store holds to be one (`sameEventAs`) are one here, with all their claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A label in both languages of the graph; where one is missing it holds the other."""

    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post that an actor held at `body` from `begin` to `end` (ISO days, None where open or unknown)."""

    body: str
    begin: str | None
    end: str | None

    def held_on(self, day: str | None) -> bool:
        """Whether the post was held on a day; with no day, whether it has no known end."""
        if day is None:
            return self.end is None
        return (self.begin is None or self.begin <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor: `kind` is the local name of its class (`State`, `Person`, …), `country` its state's IRI."""

    iri: str
    label: Words
    kind: str
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One place where a document, maybe through a speaker, says something about an event.

    `sources` is empty where the document speaks in its own voice; offsets are code points, None where the
    document is an imported record. With `in_title` they count in the title instead of the text.
    """

    iri: str
    event: str
    document: str
    quote: str
    lang: str
    sources: tuple[str, ...]
    speaks_for: tuple[str, ...]
    told_to: tuple[str, ...]
    channel: str
    said_on: str | None
    public_on: str | None
    modality: str
    polarity: str
    certainty: str
    condition: str
    date_words: str
    start: int | None
    end: int | None
    contradicts: tuple[str, ...]
    confirms: tuple[str, ...]
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A happening, real, planned or only spoken of: dates are ISO days, `status` and `precision` names."""

    iri: str
    label: Words
    type: str
    root: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None
    begin: str | None
    end: str | None
    edtf: str | None
    precision: str | None
    content: tuple[str, ...]
    condition: tuple[str, ...]
    after: tuple[str, ...]
    part_of: tuple[str, ...]
    claims: tuple[str, ...]
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document that claims come from; `issued` is an ISO day or None, `url` its address as text.

    `text` is the whole text where the graph was given out with it, else ""; `text_hash` and `length` (code
    points, None where unknown) say which text it is without it.
    """

    iri: str
    label: str
    lang: str
    issued: str | None
    publisher: str
    url: str
    text: str = ""
    text_hash: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where events happen: `country` the IRI of its state, `lat` and `lon` degrees, None where not known."""

    iri: str
    label: Words
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class EventKind:
    """An event type: `quad` is 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""

    local: str
    root: str
    label: Words
    quad: int | None
    symmetric: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """All records of one graph, each mapping by IRI (types by local name) and sorted by it."""

    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Source]
    places: Mapping[str, Place]
    types: Mapping[str, EventKind]

    def kind_of(self, event: Event) -> EventKind:
        """Return the type of an event: the mode's own where it is known, else its root."""
        return self.types.get(event.type) or self.types[event.root]
