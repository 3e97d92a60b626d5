"""Events as the graph has them: every mention of a happening gathered under one IRI."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from linimasa.model.iri import actor_iri, slug
from linimasa.model.statement import EventPlace, Statement
from linimasa.model.terms import ActorKind, EventType
from linimasa.resolve.coreference import clusters
from linimasa.resolve.dates import Moment, best_moment
from linimasa.resolve.identity import owner, short_hash
from linimasa.resolve.key import EventKey, mint, slugs
from linimasa.resolve.occurrence import Occurrence, Part, Who, occurrences

Ref = tuple[str, str, Part]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with all its occurrences, in the order of documents and text.

    `contents` and `conditions` are IRIs of the events nested in its statements; `actors` and `recipients`
    stand in the order of their first mention.
    """

    iri: str
    type: EventType
    mode: str | None
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    when: Moment | None
    place: EventPlace | None
    context: tuple[str, ...]
    contents: tuple[str, ...]
    conditions: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]


def resolve(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements, each with the IRI of its event; mentions of one event share it.

    The result keeps the given order and doesn't depend on it.
    """
    iris = event_iris(statements)
    again = [s for s in statements if (s.doc.hash, s.id, Part.MAIN) not in iris]
    if again:  # a text that was read twice and understood differently the second time
        iris = event_iris(again) | iris
    return tuple(replace(s, event=iris[s.doc.hash, s.id, Part.MAIN]) for s in statements)


def event_iris(statements: Iterable[Statement]) -> dict[Ref, str]:
    """Return the event of each statement and of what is nested in it.

    An IRI that a statement already has stays, and so does that of every mention which is the same event.
    """
    given: dict[Ref, str] = {}
    documents: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for statement in one_each(statements):
        for one in occurrences(statement):
            documents[one.document].append(one)
            if one.part is Part.MAIN and statement.event is not None:
                given[one.ref] = statement.event
    keyed: list[tuple[EventKey, list[Occurrence]]] = []
    for document in sorted(documents):
        keyed.extend(_keys(clusters(documents[document])))
    minted = mint({key for key, _ in keyed})
    iris: dict[Ref, str] = {}
    for key, members in keyed:
        known = min((given[one.ref] for one in members if one.ref in given), default=None)
        for one in members:
            iris[one.ref] = given.get(one.ref, known or minted[key])
    return iris


def one_each(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements sorted, the same text read twice taken once (its earliest publication)."""
    chosen: dict[tuple[str, str], Statement] = {}
    ordered = sorted(statements, key=lambda s: (s.doc.published or "9999", s.document, s.doc.hash, s.id))
    first: dict[str, tuple[str, str | None]] = {}
    for statement in ordered:
        origin = (statement.document, statement.doc.published)
        if first.setdefault(statement.doc.hash, origin) == origin:
            chosen.setdefault((statement.doc.hash, statement.id), statement)
    return list(chosen.values())


def _keys(groups: list[list[Occurrence]]) -> list[tuple[EventKey, list[Occurrence]]]:
    """Return a key for each event of one document; events that are alike in all are numbered."""
    count: Counter[EventKey] = Counter()
    keyed = []
    for members in groups:
        key = event_key(members)
        count[key] += 1
        keyed.append((replace(key, number=count[key]), members))
    return keyed


def event_key(members: Sequence[Occurrence]) -> EventKey:
    """Return what makes the event of these mentions itself."""
    actors, recipients = _parties(members)
    when = best_moment(moment for one in members for moment in (one.told, one.derived) if moment)
    place = _place(members)
    told = when is not None and when.told
    own = not (told and any(one.realis for one in members))
    return EventKey(
        type=members[0].type.value.lower(),
        actors=_slugs(actors),
        recipients=_slugs(recipients),
        edtf=(when.edtf or "") if when is not None and told else "",
        place=slugs({place})[0] if place else "",
        document=short_hash(members[0].document) if own else "",
        day="undated" if when is None else when.head,
    )


def _place(members: Iterable[Occurrence]) -> str | None:
    return next((one.place_iri for one in members if one.place_iri), None)


def _parties(members: Sequence[Occurrence]) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Return all parties; of those that act for one state on one side, the ones who say best who acts."""
    return _side(one.actors for one in members), _side(one.recipients for one in members)


def _side(sides: Iterable[tuple[Who, ...]]) -> tuple[Who, ...]:
    every = tuple(dict.fromkeys(who for side in sides for who in side))
    closest: dict[str, tuple[int, str | None]] = {}
    for who in every:
        if who.code:
            closest[who.code] = min(
                closest.get(who.code, _closeness(who)), _closeness(who), key=lambda c: c[0]
            )
    seen: dict[str, Who] = {}
    for who in every:
        if not who.code or _closeness(who) == closest[who.code]:
            seen.setdefault(who.iri, who)
    return tuple(seen.values())


def _closeness(who: Who) -> tuple[int, str | None]:
    """Return how well a party says who acts for its state: a name, the state, a document's "diplomats"."""
    bound = owner(who.iri)
    if bound is not None:
        return 2, bound
    return (1 if who.kind is ActorKind.STATE else 0), None


def _slugs(side: Iterable[Who]) -> tuple[str, ...]:
    """Return the names of parties for a key; whom only one document knows goes by the state's code."""
    return slugs({actor_iri(slug(who.code)) if who.code and owner(who.iri) else who.iri for who in side})


def happenings(statements: Iterable[Statement]) -> tuple[Happening, ...]:
    """Return the events of these statements, nested ones with them, sorted by IRI."""
    chosen = one_each(statements)
    iris = event_iris(chosen)
    gathered: defaultdict[str, list[Occurrence]] = defaultdict(list)
    context: defaultdict[str, set[str]] = defaultdict(set)
    nested: defaultdict[tuple[str, Part], set[str]] = defaultdict(set)
    for statement in sorted(chosen, key=lambda s: (s.doc.published or "9999", s.doc.hash)):
        main = iris[statement.doc.hash, statement.id, Part.MAIN]
        context[main].update(statement.context)
        for one in occurrences(statement):
            gathered[iris[one.ref]].append(one)
            if one.part is not Part.MAIN and iris[one.ref] != main:
                nested[main, one.part].add(iris[one.ref])
    return tuple(
        happening_of(iri, members, context[iri], nested) for iri, members in sorted(gathered.items())
    )


def happening_of(
    iri: str,
    members: list[Occurrence],
    context: set[str],
    nested: Mapping[tuple[str, Part], set[str]],
) -> Happening:
    """Return the event of all these mentions; `members` is put in the order of documents and text."""
    documents = list(dict.fromkeys(one.document for one in members))
    members.sort(key=lambda one: (documents.index(one.document), one.order))
    actors, recipients = _parties(members)
    modes = Counter(one.mode for one in members if one.mode)
    return Happening(
        iri=iri,
        type=members[0].type,
        mode=min(modes, key=lambda mode: (-modes[mode], mode), default=None),
        actors=actors,
        recipients=recipients,
        when=best_moment(moment for one in members for moment in (one.told, one.derived) if moment),
        place=next((one.place for one in members if one.place is not None), None),
        context=tuple(sorted(context)),
        contents=tuple(sorted(nested.get((iri, Part.CONTENT), ()))),
        conditions=tuple(sorted(nested.get((iri, Part.CONDITION), ()))),
        occurrences=tuple(members),
    )
