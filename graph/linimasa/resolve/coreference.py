"""Which mentions of one document are one event.

Read in the order of the text, each mention joins the nearest earlier event that it agrees with, or opens a
new one. It must agree in root type, parties, date, place, number and in how it stands in the world; and there
must be a reason to take them for one: the same date, a marked back-reference ("pertemuan itu"), or a trigger
of the same root.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from linimasa.model.terms import ActorKind, EventType
from linimasa.resolve.occurrence import Occurrence, Part
from linimasa.resolve.sameness import (
    days_apart,
    may_deny,
    near,
    same_parties,
    same_places,
    same_reality,
    share_root,
    units,
)


@dataclass(slots=True)
class Cluster:
    """The mentions of one event, in the order of the text."""

    members: list[Occurrence] = field(default_factory=list)

    def weight(self, one: Occurrence) -> int:
        """Return how strongly a mention belongs here: 0 for not at all."""
        weights = [reason(other, one) for other in self.members]
        return 0 if min(weights, default=0) < 0 else max(weights, default=0)


def clusters(document: Sequence[Occurrence]) -> list[list[Occurrence]]:
    """Group the occurrences of one document by event; the result doesn't depend on their order."""
    groups: list[Cluster] = []
    for one in sorted(document, key=lambda o: o.order):
        best, place = 0, -1
        for index, group in enumerate(groups):
            weight = group.weight(one)
            if weight and weight >= best:
                best, place = weight, index
        if place >= 0:
            groups[place].members.append(one)
        else:
            groups.append(Cluster([one]))
    return [group.members for group in groups]


def reason(a: Occurrence, b: Occurrence) -> int:
    """Return -1 where the two can't be one event, 0 where nothing says that they are, else a weight."""
    if a.type is not b.type or not same_parties(a.type, a, b) or not same_places(a, b):
        return -1
    if a.ordinal is not None and b.ordinal is not None and a.ordinal != b.ordinal:
        return -1
    if a.mode and b.mode and a.mode != b.mode:
        return -1
    reality = same_reality(a, b)
    if reality == "other" or not may_deny(a, b):
        return -1
    if a.told is not None and b.told is not None:
        return _dated(a, b, reality)
    if a.told is None and b.told is None and a.type is EventType.STATEMENT and not b.definite:
        return -1
    return _undated(a, b, reality)


def _dated(a: Occurrence, b: Occurrence, reality: str) -> int:
    if a.told is None or b.told is None:
        return 0
    apart = days_apart(a.told, b.told)
    if apart == "apart":
        return -1
    root = share_root(a, b)
    if apart == "equal":
        return 5 if root or _refers(a, b) or _all_units(a) == _all_units(b) else 0
    return 4 if root and _refers(a, b) and reality == "same" else -1


def _undated(a: Occurrence, b: Occurrence, reality: str) -> int:
    root = share_root(a, b)
    pair = len(_all_units(a)) > 1 and _all_units(a) == _all_units(b)
    if not _refers(a, b) and _people(a) != _people(b):
        return 0  # "diplomat AS dan Rusia" aren't the two presidents, though their states are the same
    nested = a.part is not Part.MAIN or b.part is not Part.MAIN
    alike = pair or (nested and bool(_all_units(a)) and _all_units(a) == _all_units(b))
    if _refers(a, b):
        return 3 if root else 2 if alike and near(a, b) else 0
    if reality == "same" and pair and a.mode == b.mode and (nested or root):
        return 1
    return 0


def _people(one: Occurrence) -> frozenset[str]:
    """Return the named persons among the parties."""
    return frozenset(w.iri for w in (*one.actors, *one.recipients) if w.kind is ActorKind.PERSON)


def _all_units(one: Occurrence) -> frozenset[str]:
    return units(one.actors) | units(one.recipients)


def _refers(a: Occurrence, b: Occurrence) -> bool:
    """Whether the later mention points back to the earlier one, or one of them is the title."""
    if a.title or b.title:
        return True
    later = b if b.trigger.start >= a.trigger.start else a
    return later.definite
