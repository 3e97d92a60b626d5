"""When two mentions of one document, or two events of two documents, can be one and the same."""

from __future__ import annotations

from collections.abc import Iterable

from linimasa.model.terms import MUTUAL, ActorKind, EventType, Modality, Polarity
from linimasa.resolve.dates import Moment, window
from linimasa.resolve.occurrence import Occurrence, Who

_ACTUAL = frozenset({Modality.OCCURRED, Modality.ONGOING})
_SCHEDULED = frozenset({Modality.PLANNED, Modality.POSTPONED, Modality.CANCELLED, Modality.COMMITTED})

#: Letters that two triggers must share to be of one root ("bertemu", "pertemuan": temu).
_ROOT = 4
#: How far apart, in characters, what belongs together without a sign of it may stand: some three sentences.
_NEAR = 600


def same_parties(type_: EventType, a: Occurrence, b: Occurrence) -> bool:
    """Whether the parties of two occurrences are the same, or one's a part of the other's."""
    if type_ in MUTUAL:
        return _sides_meet(a.actors, b.actors) and bool(a.actors) and bool(b.actors)
    if not (_sides_meet(a.actors, b.actors) and _sides_meet(a.recipients, b.recipients)):
        return False
    shared = units(a.actors) & units(b.actors) or units(a.recipients) & units(b.recipients)
    return bool(shared)


def units(side: Iterable[Who]) -> frozenset[str]:
    """Return the states, organisations and other parties of a side."""
    return frozenset(who.unit for who in side)


def _sides_meet(a: tuple[Who, ...], b: tuple[Who, ...]) -> bool:
    """Whether one side's parties are among the other's, and no two different persons speak for one state."""
    first, second = units(a), units(b)
    if not (first <= second or second <= first):
        return False
    return all(
        not (left and right) or bool(left & right)
        for unit in first & second
        for left, right in [(_named(a, unit), _named(b, unit))]
    )


def _named(side: tuple[Who, ...], unit: str) -> frozenset[str]:
    return frozenset(who.iri for who in side if who.unit == unit and who.kind is ActorKind.PERSON)


def same_places(a: Occurrence, b: Occurrence) -> bool:
    """Whether two places may be one: one isn't named, they are equal, or one is the state of the other."""
    if a.place is None or b.place is None or a.place_iri == b.place_iri:
        return True
    names = {(a.place.place or "").rsplit("/", 1)[-1], (b.place.place or "").rsplit("/", 1)[-1]}
    code = a.place.country
    return code is not None and code == b.place.country and code.lower() in names


def days_apart(a: Moment, b: Moment) -> str:
    """Compare two told dates: "equal", "inside" (one window in the other's), or "apart"."""
    first, second = window(a), window(b)
    if (a.edtf or first) == (b.edtf or second):
        return "equal"
    if (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1]):
        return "inside"
    return "apart"


def same_reality(a: Occurrence, b: Occurrence) -> str:
    """Compare how two occurrences stand in the world: "same", "near" (a plan and its outcome), "other"."""
    kinds = [0 if m in _ACTUAL else 1 if m in _SCHEDULED else 2 for m in (a.modality, b.modality)]
    if kinds[0] == kinds[1]:
        return "same"
    return "other" if {0, 2} == set(kinds) else "near"


def may_deny(a: Occurrence, b: Occurrence) -> bool:
    """Whether claims of unlike polarity can be about one event.

    A denial must be of what is said to have happened, and be dated alike or stand near; "will not help" and
    "has helped" are two things.
    """
    if a.polarity is b.polarity:
        return True
    positive, negative = (a, b) if a.polarity is Polarity.POSITIVE else (b, a)
    if positive.modality in _SCHEDULED and negative.modality in _SCHEDULED:
        return True
    if positive.modality not in _ACTUAL or negative.modality not in _ACTUAL:
        return False
    dated = a.told is not None and b.told is not None
    return dated or near(a, b)


def share_root(a: Occurrence, b: Occurrence) -> bool:
    """Whether two triggers have a root in common, by their longest common run of letters."""
    first, second = sorted((a.root, b.root), key=len)
    need = max(_ROOT, (len(first) + 1) // 2)
    return first == second or any(first[i : i + need] in second for i in range(len(first) - need + 1))


def near(a: Occurrence, b: Occurrence) -> bool:
    """Whether two occurrences stand in the same or in neighbouring sentences."""
    return abs(a.trigger.start - b.trigger.start) <= _NEAR
