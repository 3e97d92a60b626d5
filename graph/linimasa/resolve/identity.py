"""Who a participant is: one IRI for each, also where the extractor knew nothing but the words."""

from __future__ import annotations

import re

from linimasa.model.iri import actor_iri, local_name, place_iri, slug
from linimasa.model.statement import Attribution, EventPlace, Participant
from linimasa.model.terms import ActorKind

#: Hex digits of a document's hash that stand in IRIs.
SHORT = 12

_OWN = re.compile(r"src-[0-9]+\Z")
_BOUND = re.compile(r"([0-9a-f]{12})-(?:src-[0-9]+|x-.+)\Z")


def short_hash(document: str) -> str:
    """Return the part of a document's SHA-256 that its IRIs carry."""
    return document[:SHORT]


def actor_of(who: Participant | Attribution, document: str) -> str:
    """Return the IRI of a participant or source.

    Names outside the gazetteer get a provisional `x-` IRI. Unnamed sources and vague groups are the
    document's own (`document` is its hash), so that they are never merged across documents.
    """
    if who.actor:
        return own_source(who.actor, document)
    if who.kind is ActorKind.UNNAMED:
        return actor_iri(f"{short_hash(document)}-src-{who.start}")
    words = slug(who.name or who.text)
    if who.kind is ActorKind.GROUP:
        return actor_iri(f"{short_hash(document)}-x-{words}")
    return actor_iri(f"x-{words}")


def own_source(actor: str, document: str) -> str:
    """Return the IRI for an actor given as IRI or local name; `src-<n>` is bound to its document."""
    local = local_name(actor)
    if _OWN.match(local):
        return actor_iri(f"{short_hash(document)}-{local}")
    return actor if "/" in actor else actor_iri(local)


def owner(actor: str) -> str | None:
    """Return the short hash of the document that alone knows an actor, None for an actor of the world."""
    match = _BOUND.match(local_name(actor))
    return match[1] if match else None


def told_to_of(words: str, document: str) -> str:
    """Return the IRI of the one who was told something, given as IRI or in the words of the text."""
    if "://" in words:
        return own_source(words, document)
    return actor_iri(f"{short_hash(document)}-x-{slug(words)}")


def place_of(place: EventPlace) -> str:
    """Return the IRI of an event's place."""
    if place.place:
        return place.place if "/" in place.place else place_iri(place.place)
    return place_iri(f"x-{slug(place.name or place.text)}")
