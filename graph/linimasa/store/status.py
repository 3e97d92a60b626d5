"""The consolidated status of an event: one rule over all its claims, the first that matches holds.

1. It happened or goes on, by a claim that is certain or probable: `disputed` if every such claim is
   contradicted, else what the latest of them says.
2. It was put on the calendar: what the latest such claim says; a plan that is denied is `cancelled` where an
   earlier claim had it planned, else `ruledOut`.
3. It is denied or refused: `ruledOut`.   4. It is only spoken of: `unrealized`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linimasa.model.terms import Certainty, EventStatus, Modality, Polarity

_ACTUAL = (Modality.OCCURRED, Modality.ONGOING)
#: Of two claims of one day the stronger word wins: a call-off over a delay over a plan.
_CALENDAR = (Modality.PLANNED, Modality.POSTPONED, Modality.CANCELLED)
_FIRM = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the rule needs of a claim. `clock` is the ISO day of saying, else of publication, "" if unknown.

    `contradicted` is true where another claim contradicts this one or it contradicts another.
    """

    modality: Modality
    polarity: Polarity
    certainty: Certainty
    clock: str
    contradicted: bool = False


def consolidated(claims: Iterable[Assertion]) -> EventStatus:
    """Return the status of an event with these claims, in whatever order they come."""
    every = list(claims)
    actual = [c for c in every if c.modality in _ACTUAL and _positive(c) and c.certainty in _FIRM]
    if actual:
        denied = any(c.modality in _ACTUAL and not _positive(c) for c in every)
        if denied or all(c.contradicted for c in actual):
            return EventStatus.DISPUTED
        return EventStatus(_latest(actual, _ACTUAL).modality.value)
    calendar = [c for c in every if c.modality in _CALENDAR]
    if calendar:
        return _on_calendar(calendar)
    if any(not _positive(c) for c in every):
        return EventStatus.RULED_OUT
    return EventStatus.UNREALIZED


def _on_calendar(claims: list[Assertion]) -> EventStatus:
    last = _latest(claims, _CALENDAR)
    if _positive(last):
        return EventStatus(last.modality.value)
    if last.modality is not Modality.PLANNED:  # "isn't put off", "isn't called off": the plan stands
        return EventStatus.PLANNED
    earlier = any(_positive(c) and c.clock <= last.clock for c in claims)
    return EventStatus.CANCELLED if earlier else EventStatus.RULED_OUT


def _latest(claims: list[Assertion], strength: Sequence[Modality]) -> Assertion:
    return max(claims, key=lambda c: (c.clock, strength.index(c.modality), not _positive(c), c.certainty))


def _positive(claim: Assertion) -> bool:
    return claim.polarity is Polarity.POSITIVE
