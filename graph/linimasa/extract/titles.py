"""The actors of a title, settled by the text: a headline's bare surname is the person the text introduces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind


def settled(title: Sequence[Mention], text: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the title's mentions, each that names nobody surely taking the identity that the text gives.

    A mention is taken over where its words are the whole or the last words of exactly one person of the text.
    """
    known = [m for m in text if m.kind is ActorKind.PERSON and m.actor is not None and not m.pronoun]
    return tuple(_settle(mention, known) for mention in title)


def _settle(mention: Mention, known: Sequence[Mention]) -> Mention:
    if mention.kind is not ActorKind.PERSON or not _unsure(mention):
        return mention
    words = mention.text.lower().split()
    same = {m.actor: m for m in known if words and m.text.lower().split()[-len(words) :] == words}
    if len(same) != 1:
        return mention
    (found,) = same.values()
    return replace(
        mention,
        actor=found.actor,
        name=found.name,
        code=found.code,
        sector=found.sector,
        country=found.country,
        speaks_for=found.speaks_for,
    )


def _unsure(mention: Mention) -> bool:
    return mention.actor is None or mention.code is None or mention.actor.startswith("x-")
