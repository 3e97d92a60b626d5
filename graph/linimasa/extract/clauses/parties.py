"""What parties are worth: officials, loose sets of people, pronouns of nobody, the names of things."""

from __future__ import annotations

from collections.abc import Iterable

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.roles import BETWEEN
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind, EventType

#: Bodies that may stand for no state, and the sectors of those that only report or comment.
_MOVEMENTS = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION})
_PACTS = frozenset({EventType.AGREE, EventType.COOPERATE})
_CITIZENS = frozenset({"CVL", "REF"})
_COMMENTATORS = frozenset({"BUS", "EDU", "JRN"})


def identified(mention: Mention) -> bool:
    """Whether the mention is somebody of the gazetteers, not of this text alone."""
    return mention.actor is not None and not mention.actor.startswith(("x-", "src-"))


def codes(mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the codes of parties, of a pronoun those of whom it stands for."""
    return frozenset(m.code for one in mentions for m in (one, *one.antecedent) if m.code)


def known_group(mention: Mention) -> bool:
    """Whether the mention is a group of the gazetteers ("Hamas")."""
    return mention.kind is ActorKind.GROUP and identified(mention)


def resolved(mention: Mention) -> bool:
    """Whether a party is known by a code, its own or that of whom it stands for."""
    return mention.code is not None or any(m.code is not None for m in mention.antecedent)


def official(mention: Mention) -> bool:
    """Whether a speaker stands for a state, organisation or known movement (the guide: named or official)."""
    if identified(mention) and mention.kind in _MOVEMENTS and mention.sector not in _COMMENTATORS:
        return True
    several = mention.rule == "vague" and mention.kind is ActorKind.UNNAMED  # "pejabat Barat"
    return several or resolved(mention)


def citizens(mention: Mention) -> bool:
    """Whether the words name people who speak for nobody ("warga Gaza", "para pengungsi")."""
    return mention.sector in _CITIZENS and mention.kind in (ActorKind.GROUP, ActorKind.UNNAMED)


def mutual(candidate: Candidate) -> bool:
    """Whether an act of several names two of them ("perjanjian antara X dan Y")."""
    two = len({m.code for m in candidate.actors} - {None}) > 1
    return two and candidate.frame.type in _PACTS and candidate.rule.endswith(BETWEEN)


def named(mention: Mention) -> bool:
    """Whether a state, an organisation or a known group is meant."""
    return mention.code is not None or (identified(mention) and mention.kind in _MOVEMENTS)


def nobody(mention: Mention) -> bool:
    """Whether a party is a pronoun of which the text doesn't say whom it means."""
    bare = mention.pronoun and mention.sector is None and not mention.antecedent
    return bare and mention.code is None and mention.actor is None


def by_name(candidate: Candidate) -> bool:
    """Whether the noun is a treaty called after its place ("Paris Agreement"), or a politician's rally."""
    if candidate.frame.type is EventType.PROTEST and candidate.light is None:
        return bool(candidate.actors) and all(m.kind is ActorKind.PERSON for m in candidate.actors)
    if candidate.frame.type not in (EventType.AGREE, EventType.COOPERATE) or len(candidate.parties) != 1:
        return False
    party = candidate.parties[0]
    beside = party.end + 1 == candidate.start or candidate.end + 1 == party.start
    return party.rule == "metonym" and beside


def vague(mention: Mention) -> bool:
    """Whether a party is a loose set of people of no one state or body."""
    return (
        mention.code is None
        and mention.kind in (ActorKind.GROUP, ActorKind.UNNAMED)
        and not identified(mention)
    )
