"""How tense it is between two parties over time: one number at the end of each month.

The index weighs what is known to have happened between the two, newer acts more than older ones:

    tension(day) = (conflict - cooperation) / (conflict + cooperation + 1)

where conflict and cooperation are sums over events of weight * 2 ** (-age in days / half-life). It lies
between -1 (co-operation alone) and 1 (conflict alone) and goes back to 0 where nothing happens. The four
classes are those of PLOVER, and of CAMEO before it; that deeds weigh more than words follows Goldstein's
scale of conflict and co-operation (Journal of Conflict Resolution 36, 1992), the weights themselves are our
own. Plans, what is only threatened, denials and what one side alone claims don't count.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from linimasa.analyse.network import event_pairs
from linimasa.analyse.scene import Scene
from linimasa.analyse.standing import Standing, standing

#: Weight of an event by quad class: words 1, deeds 2; co-operation (1, 2) and conflict (3, 4).
WEIGHTS = {1: 1.0, 2: 2.0, 3: 1.0, 4: 2.0}

#: Days after which an event counts half.
HALF_LIFE = 90


@dataclass(frozen=True, slots=True)
class Tension:
    """The index (-1 to 1) at the end of a month, and how many events fell into that month."""

    day: str
    index: float
    events: int


def tension(scene: Scene, a: str, b: str, half_life: float = HALF_LIFE) -> list[Tension]:
    """Return the tension between two parties (IRIs) for each month from their first event to their last.

    People and bodies count as the states that they stood for. Empty where nothing dated happened.
    """
    acts = sorted(_acts(scene, frozenset((a, b))))
    if not acts:
        return []
    found = []
    for day in month_ends(acts[0][0], acts[-1][0]):
        past = [(2 ** (-_days(date, day) / half_life), quad) for date, quad in acts if date <= day]
        conflict = sum(part * WEIGHTS[quad] for part, quad in past if quad in (3, 4))
        accord = sum(part * WEIGHTS[quad] for part, quad in past if quad in (1, 2))
        index = (conflict - accord) / (conflict + accord + 1)
        found.append(Tension(day, round(index, 6), sum(date[:7] == day[:7] for date, _ in acts)))
    return found


def _acts(scene: Scene, pair: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Yield the day and class of each event that happened between two parties."""
    for event in scene.events.values():
        quad = scene.kind_of(event).quad
        if event.date is None or quad is None or standing(scene, event) is not Standing.HELD:
            continue
        if any(frozenset(sides) == pair for sides in event_pairs(scene, event, rolled=True)):
            yield event.date, quad


def month_ends(first: str, last: str) -> Iterator[str]:
    """Yield the last day of every month from that of one day to that of another."""
    year, month = int(first[:4]), int(first[5:7])
    while f"{year:04}-{month:02}" <= last[:7]:
        yield f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _days(earlier: str, later: str) -> int:
    return (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days
