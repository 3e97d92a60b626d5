"""Mentions to the participants and places of records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from linimasa.model.iri import actor_iri, place_iri
from linimasa.model.mention import Mention
from linimasa.model.statement import EventPlace, Participant
from linimasa.model.terms import ActorKind


def expand(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with anaphora replaced by what they stand for, each span once.

    For a pronoun the antecedent's words stand, for a phrase ("kedua negara", "petugas itu") its own (guide,
    participants and rule 18) unless persons of a name are meant ("kedua pemimpin"), save for those whom the
    mentions name beside it.
    """
    out: list[Mention] = []
    seen: set[tuple[int, int, str | None]] = set()
    mentions = tuple(mentions)
    named = {m.actor for m in mentions if m.actor is not None and not m.antecedent}
    for mention in mentions:
        for real in _meant(mention, named):
            key = (real.start, real.end, real.actor)
            if key not in seen:
                seen.add(key)
                out.append(real)
    return tuple(out)


def _meant(mention: Mention, named: Set[str]) -> tuple[Mention, ...]:
    """Return whom a mention stands for, with its own words where it is a phrase."""
    phrase = " " in mention.text or mention.end < mention.outer_end
    named_one = any(real.kind is ActorKind.PERSON for real in mention.antecedent)
    if not mention.antecedent or not phrase or named_one or mention.rule != "anaphor":
        return mention.antecedent or (mention,)
    here = {"start": mention.start, "end": mention.end, "text": mention.text}
    return tuple([real if real.actor in named else real.moved(**here) for real in mention.antecedent])


def participant(mention: Mention) -> Participant:
    """Return the participant that a mention stands for."""
    return Participant(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        actor=None if mention.actor is None else actor_iri(mention.actor),
        name=mention.name,
        kind=mention.kind,
        code=mention.code,
        sector=mention.sector,
        literally=None if mention.literally is None else place_iri(mention.literally),
        country=mention.country,
        speaks_for=None if mention.speaks_for is None else actor_iri(mention.speaks_for),
    )


def event_place(mentions: Sequence[Mention]) -> EventPlace | None:
    """Return the most specific place named: a place proper before a state."""
    ordered = sorted(mentions, key=lambda m: (m.kind is not ActorKind.PLACE, m.start))
    if not ordered:
        return None
    m = ordered[0]
    local = m.literally or m.actor
    country = m.country or (m.code if m.kind is ActorKind.STATE else None) or m.code
    return EventPlace(
        m.start, m.end, m.text, None if local is None else place_iri(local), m.name, country, m.lat, m.lon
    )
