"""A user's decisions about who is the same: statements with other actors, before events are told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from linimasa.lexicon.additions import Row, merges, splits
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.iri import actor_iri, local_name
from linimasa.model.statement import Attribution, NestedEvent, Participant, Statement
from linimasa.model.terms import ActorKind
from linimasa.resolve.identity import actor_of, short_hash

_Who = TypeVar("_Who", Participant, Attribution)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a merged participant takes from the actor it is."""

    name: str
    kind: ActorKind
    code: str | None
    country: str | None


def decided(
    statements: Sequence[Statement],
    decisions: Sequence[Row],
    gazetteer: Gazetteer,
    others: Iterable[Statement] = (),
) -> list[Statement]:
    """Return the statements with merged actors under one IRI and split ones bound to their documents.

    `others` are further records that know actors. LexiconError where merges go in a circle or something is
    merged into an actor that nobody knows.
    """
    if not decisions:
        return list(statements)
    change = decider(chain(statements, others), decisions, gazetteer)
    return [change(statement) for statement in statements]


def decider(
    statements: Iterable[Statement], decisions: Sequence[Row], gazetteer: Gazetteer
) -> Callable[[Statement], Statement]:
    """Return what makes of a record what was decided; `statements`, gone through once, know the actors.

    LexiconError as `decided` says.
    """
    into, apart = merges(decisions), splits(decisions)

    def parted(statement: Statement) -> Statement:
        return _changed(statement, {}, apart, {}) if apart else statement

    facts = _facts(map(parted, statements), into, gazetteer)
    for row in decisions:
        if row.into and into[row.id] not in facts:
            raise row.error(f"nobody has the id {into[row.id]!r}; `linimasa actors DIR` lists them")
    return lambda statement: _changed(parted(statement), into, frozenset(), facts)


def _changed(
    statement: Statement, into: Mapping[str, str], apart: frozenset[str], facts: Mapping[str, _Facts]
) -> Statement:
    document = statement.doc.hash

    def local(iri: str) -> str:
        name = local_name(iri)
        name = f"{short_hash(document)}-{name}" if name in apart else name
        return into.get(name, name)

    def who(one: _Who) -> _Who:
        old = actor_of(one, document)
        new = local(old)
        speaks = one.speaks_for and actor_iri(local(one.speaks_for))
        if new == local_name(old):
            return one if speaks == one.speaks_for else replace(one, speaks_for=speaks)
        known = facts.get(new)
        if known is None:
            return replace(one, actor=actor_iri(new), speaks_for=speaks)
        return replace(
            one,
            actor=actor_iri(new),
            name=known.name,
            kind=known.kind,
            code=one.code or known.code,
            country=one.country or known.country,
            speaks_for=speaks,
        )

    def nested(event: NestedEvent | None) -> NestedEvent | None:
        if event is None:
            return None
        return replace(
            event, actors=_once(map(who, event.actors)), recipients=_once(map(who, event.recipients))
        )

    return replace(
        statement,
        actors=_once(map(who, statement.actors)),
        recipients=_once(map(who, statement.recipients)),
        attributed_to=tuple(map(who, statement.attributed_to)),
        content=nested(statement.content),
        condition=nested(statement.condition),
    )


def _once(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the participants, each place of the text once."""
    return tuple({(who.start, who.end, who.actor): who for who in participants}.values())


def _everyone(statement: Statement) -> Iterable[Participant | Attribution]:
    for event in (statement, statement.content, statement.condition):
        if event is not None:
            yield from (*event.actors, *event.recipients)
    yield from statement.attributed_to


def _facts(
    statements: Iterable[Statement], into: Mapping[str, str], gazetteer: Gazetteer
) -> dict[str, _Facts]:
    """Return what is known of those that others are merged into: by the gazetteer, else by the records."""
    targets = set(into.values())
    told: dict[str, Counter[tuple[str, ActorKind, str, str]]] = {target: Counter() for target in targets}
    for statement in statements:
        for who in _everyone(statement):
            local = local_name(actor_of(who, statement.doc.hash))
            if local in told:
                told[local][who.name or who.text, who.kind, who.code or "", who.country or ""] += 1
    found = {}
    for target, rows in told.items():
        known = _known(target, gazetteer)
        if known is None and rows:
            name, kind, code, country = min(rows, key=lambda row: (-rows[row], row))
            known = _Facts(name, kind, code or None, country or None)
        if known is not None:
            found[target] = known
    return found


def _known(local: str, gazetteer: Gazetteer) -> _Facts | None:
    if (person := gazetteer.persons.get(local)) is not None:
        country = person.country or None
        return _Facts(person.name, ActorKind.PERSON, country, country)
    if (body := gazetteer.organisations.get(local)) is not None:
        country = body.country if body.country in gazetteer.states else None
        return _Facts(body.name_en, ActorKind.ORGANISATION, body.code or None, country)
    if (group := gazetteer.groups.get(local)) is not None:
        return _Facts(group.name_en, ActorKind.GROUP, None, group.country or None)
    state = gazetteer.states.get(local.upper())
    return None if state is None else _Facts(state.name_en, ActorKind.STATE, state.code, state.code)
