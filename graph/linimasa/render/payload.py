"""What a page carries as data: the records of a scene as plain JSON values, keys short and in fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linimasa.analyse import Actor, Claim, Event, Scene, Standing, party, standing
from linimasa.model.iri import BASE, local_name
from linimasa.model.shown import shown_words
from linimasa.render.dates import when, window
from linimasa.render.words import LANGUAGES, load_words


def key(iri: str, base: str = BASE) -> str:
    """Return the name of a thing within a page: its IRI without the base (`actor/rus`)."""
    return iri.removeprefix(base)


def records(scene: Scene, base: str = BASE, only: Iterable[str] | None = None) -> dict[str, Any]:
    """Return actors, events, claims, documents and types of a page; `only` these events where given."""
    chosen = scene.events if only is None else {iri: scene.events[iri] for iri in sorted(set(only))}
    claims = [scene.claims[iri] for event in chosen.values() for iri in event.claims]
    named = {iri for event in chosen.values() for iri in (*event.actors, *event.recipients)}
    for claim in claims:
        named.update(claim.sources, claim.speaks_for, claim.told_to)
    named.update(
        party(scene, iri, event.date)
        for event in chosen.values()
        for iri in (*event.actors, *event.recipients)
    )
    documents = sorted({claim.document for claim in claims} & scene.documents.keys())
    types = sorted(
        {name for event in chosen.values() for name in (event.type, event.root)} & scene.types.keys()
    )
    return {
        "actors": {key(iri, base): _actor(scene.actors[iri]) for iri in sorted(named & scene.actors.keys())},
        "events": {key(iri, base): _event(scene, event, base) for iri, event in chosen.items()},
        "claims": {key(claim.iri, base): _claim(claim, base) for claim in claims},
        "places": _places(scene, chosen.values(), base),
        "documents": {key(iri, base): _document(scene, iri) for iri in documents},
        "types": {
            name: {
                "label": [scene.types[name].label.id, scene.types[name].label.en],
                "root": scene.types[name].root,
                "quad": scene.types[name].quad or 0,
                "mutual": scene.types[name].symmetric,
            }
            for name in types
        },
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {"label": [actor.label.id, actor.label.en], "kind": actor.kind, "alias": list(actor.aliases)}


def _event(scene: Scene, event: Event, base: str) -> dict[str, Any]:
    words = load_words()
    span = window(event)

    def keys(iris: Iterable[str]) -> list[str]:
        return [key(iri, base) for iri in iris]

    value: dict[str, Any] = {
        "label": [event.label.id, event.label.en],
        "when": [when(event, lang, words[lang]) for lang in LANGUAGES],
        "type": event.type if event.type in scene.types else event.root,
        "root": event.root,
        "quad": scene.kind_of(event).quad or 0,
        "status": event.status,
        "standing": standing(scene, event).value,
        "date": event.date,
        "window": None if span is None else list(span),
        "exact": event.precision == "day",
        "precision": event.precision,
        "actors": keys(event.actors),
        "recipients": keys(event.recipients),
        "parties": keys(sorted({party(scene, i, event.date) for i in (*event.actors, *event.recipients)})),
        "doers": keys(sorted({party(scene, iri, event.date) for iri in event.actors})),
        "targets": keys(sorted({party(scene, iri, event.date) for iri in event.recipients})),
        "place": key(event.place, base) if event.place and event.place in scene.places else None,
        "claims": keys(event.claims),
    }
    for name, iris in _related(scene, event).items():
        if iris:
            value[name] = keys(iris)
    return value


def _places(scene: Scene, events: Iterable[Event], base: str) -> dict[str, Any]:
    """Return the places of events; `at` is longitude and latitude, `state` the code of its state."""
    found = sorted({event.place for event in events if event.place} & scene.places.keys())
    return {
        key(iri, base): {
            "label": [place.label.id, place.label.en],
            "at": None if place.lon is None or place.lat is None else [place.lon, place.lat],
            "state": local_name(place.country).upper() if place.country else None,
        }
        for iri, place in ((iri, scene.places[iri]) for iri in found)
    }


def _related(scene: Scene, event: Event) -> Mapping[str, list[str]]:
    related = {
        "content": event.content,
        "condition": event.condition,
        "after": event.after,
        "partOf": event.part_of,
    }
    return {name: [iri for iri in iris if iri in scene.events] for name, iris in related.items()}


def _claim(claim: Claim, base: str) -> dict[str, Any]:
    value: dict[str, Any] = {
        "event": key(claim.event, base),
        "quote": shown_words(claim.quote, claim.start, claim.end),
        "lang": claim.lang,
        "document": key(claim.document, base),
        "modality": claim.modality,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
    }
    optional: dict[str, Any] = {
        "source": [key(iri, base) for iri in claim.sources],
        "for": [key(iri, base) for iri in claim.speaks_for],
        "to": [key(iri, base) for iri in claim.told_to],
        "channel": claim.channel,
        "said": claim.said_on or claim.public_on,
        "condition": claim.condition,
        "words": claim.date_words,
        "against": [key(iri, base) for iri in claim.contradicts],
        "span": None if claim.start is None else [claim.start, claim.end],
    }
    value.update({name: item for name, item in optional.items() if item})
    return value


def _document(scene: Scene, iri: str) -> dict[str, Any]:
    document = scene.documents[iri]
    return {
        "label": document.label,
        "lang": document.lang,
        "issued": document.issued,
        "publisher": document.publisher,
        "url": document.url,
    }


def most_told(scene: Scene, limit: int) -> list[Event]:
    """Return all events, or those with most claims where they are more than `limit`; sorted by IRI.

    Of those with as many claims the latest come first, so that the period that is left has no holes.
    """
    if len(scene.events) <= limit:
        return [scene.events[iri] for iri in sorted(scene.events)]
    latest = sorted(
        sorted(scene.events.values(), key=lambda e: e.iri), key=lambda e: e.date or "", reverse=True
    )
    ranked = sorted(latest, key=lambda e: -len(e.claims))
    return sorted(ranked[:limit], key=lambda e: e.iri)


def drawn(event: Event, scene: Scene) -> bool:
    """Whether an event may stand in the actor network: it happened, is planned or is claimed."""
    return event.root != "statement" and standing(scene, event) is not Standing.SPOKEN
