"""Claims that confirm or contradict each other.

A denial contradicts what is said of the same event to have happened. A force that one source says was
withdrawn, and that another says is still in place, gives a contradiction too where the text itself sets the
two against each other ("namun", "meski", "but"). One source confirms another where both assert one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from linimasa.model.statement import Statement
from linimasa.model.terms import EventType, Modality, Polarity
from linimasa.resolve.happening import Ref, event_iris, one_each
from linimasa.resolve.identity import actor_of, place_of
from linimasa.resolve.linking import Link
from linimasa.resolve.markers import markers
from linimasa.resolve.occurrence import Occurrence, Part, occurrences

_ACTUAL = frozenset({Modality.OCCURRED, Modality.ONGOING})
#: Characters between two sentences that count as neighbours.
_GAP = 3


class RelationKind(StrEnum):
    """What one claim does to another."""

    CONFIRMS = "confirms"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """`claim` confirms or contradicts `other`; both are (document hash, record id, part of the record)."""

    kind: RelationKind
    claim: Ref
    other: Ref
    reason: str


def relations(statements: Sequence[Statement], linked: Iterable[Link] = ()) -> tuple[Relation, ...]:
    """Return how the claims of these statements stand to each other, sorted.

    `linked` are links between events: claims about linked events are claims about one event.
    """
    chosen = one_each(statements)
    iris = event_iris(chosen)
    head = _heads(linked)
    groups: defaultdict[str, list[Statement]] = defaultdict(list)
    denials: defaultdict[str, list[Ref]] = defaultdict(list)
    documents: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(chosen, key=_clock):
        iri = iris[statement.doc.hash, statement.id, Part.MAIN]
        groups[head.get(iri, iri)].append(statement)
        for one in occurrences(statement):
            if denies(one):
                denials[head.get(iris[one.ref], iris[one.ref])].append(one.ref)
        documents[statement.doc.hash].append(statement)
    found: list[Relation] = []
    for iri, group in groups.items():
        found.extend(_denials(group, denials[iri]))
        found.extend(_confirmations(group))
    for group in documents.values():
        found.extend(_still_there(group))
    return tuple(sorted(set(found)))


def _heads(linked: Iterable[Link]) -> dict[str, str]:
    """Return for each linked event the first of its set."""
    sets: dict[str, set[str]] = {}
    for link in linked:
        merged = sets.get(link.a, {link.a}) | sets.get(link.b, {link.b})
        for iri in merged:
            sets[iri] = merged
    return {iri: min(members) for iri, members in sets.items()}


def _clock(statement: Statement) -> tuple[str, str, int, str]:
    day = statement.said_on or statement.doc.published or ""
    return day, statement.doc.hash, statement.trigger.start, statement.id


def _ref(statement: Statement) -> Ref:
    return statement.doc.hash, statement.id, Part.MAIN


def _sources(statement: Statement) -> frozenset[str]:
    return frozenset(actor_of(source, statement.doc.hash) for source in statement.attributed_to)


def denies(one: Occurrence) -> bool:
    """Whether an occurrence says that its event did not happen or doesn't go on."""
    return one.modality in _ACTUAL and one.polarity is Polarity.NEGATIVE


def _denials(group: list[Statement], denials: list[Ref]) -> list[Relation]:
    positive = [s for s in group if s.modality in _ACTUAL and s.polarity is Polarity.POSITIVE]
    return [
        Relation(RelationKind.CONTRADICTS, denial, _ref(claim), "denies that it happened")
        for denial in denials
        for claim in positive
    ]


def _confirmations(group: list[Statement]) -> list[Relation]:
    """Each further source that asserts the event confirms the first that did."""
    sourced = [s for s in group if s.attributed_to and s.polarity is Polarity.POSITIVE]
    found = []
    for index, later in enumerate(sourced):
        first = next(
            (s for s in sourced[:index] if (s.modality in _ACTUAL) is (later.modality in _ACTUAL)), None
        )
        if first is not None and not _sources(first) & _sources(later):
            found.append(
                Relation(RelationKind.CONFIRMS, _ref(later), _ref(first), "another source for the same event")
            )
    return found


def _still_there(document: list[Statement]) -> list[Relation]:
    positive = [s for s in document if s.polarity is Polarity.POSITIVE]
    gone = [s for s in positive if s.type is EventType.RETREAT and s.modality is Modality.OCCURRED]
    here = [s for s in positive if s.type is EventType.MOBILIZE and s.modality is Modality.ONGOING]
    return [
        Relation(RelationKind.CONTRADICTS, _ref(stays), _ref(left), "says that the force is still there")
        for left in gone
        for stays in here
        if _set_against(left, stays) and _same_force(left, stays)
    ]


def _same_force(left: Statement, stays: Statement) -> bool:
    places = {place_of(s.place) for s in (left, stays) if s.place is not None}
    if len(places) > 1:
        return False
    forces = [{who.code or actor_of(who, s.doc.hash) for who in s.actors} for s in (left, stays)]
    return not forces[0] or not forces[1] or bool(forces[0] & forces[1])


def _set_against(a: Statement, b: Statement) -> bool:
    """Whether two statements stand in one sentence or in neighbouring ones with a contrast between them."""
    first, second = sorted((a, b), key=lambda s: s.trigger.start)
    same = first.sentence.start == second.sentence.start
    if not same and second.sentence.start - first.sentence.end > _GAP:
        return False
    if "contrast" in first.flags or "contrast" in second.flags:
        return True
    words = markers(second.doc.lang)
    if same:
        before = first.sentence.text[: max(0, second.trigger.start - first.sentence.start)]
        return words.contrasts(before)
    opening = second.sentence.text[: max(0, second.trigger.start - second.sentence.start)]
    return words.contrasts(opening)
