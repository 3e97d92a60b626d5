"""Values of time expressions: calendar points, spans, lengths, repetitions and references.

One value type inside, two writers: `timex3` gives the TIMEX3 value of TimeML 1.2 and `edtf` the Extended
Date/Time Format (level 1, of level 2 quarters and seasons). `begin` and `end` are the first and the last
day that a value can cover, None where it is open or unknown.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from linimasa.model.terms import Precision
from linimasa.model.timepoint import (
    SEASONS,
    Day,
    Grain,
    Mod,
    Point,
    Unit,
    add_months,
    add_units,
)

__all__ = [
    "SEASONS",
    "Day",
    "Grain",
    "Length",
    "Mod",
    "Point",
    "Recurring",
    "Reference",
    "Span",
    "TimeValue",
    "Unit",
    "add_months",
    "add_units",
    "precedes",
    "sort_key",
]


@dataclass(frozen=True, slots=True)
class Span:
    """From one point to another, both included; None is an open side."""

    first: Point | None
    last: Point | None

    @property
    def begin(self) -> Day | None:
        """The first day that the span can cover."""
        return None if self.first is None else self.first.begin

    @property
    def end(self) -> Day | None:
        """The last day that the span can cover."""
        return None if self.last is None else self.last.end

    @property
    def precision(self) -> Precision:
        """The coarser of both sides; a span of days is `days`."""
        ranks = list(Precision)
        found = max((p.precision for p in (self.first, self.last) if p is not None), key=ranks.index)
        return Precision.DAYS if found is Precision.DAY else found

    def timex3(self) -> str:
        """Return both sides' TIMEX3 values with a slash, `..` for an open side."""
        return "/".join(".." if side is None else side.timex3() for side in (self.first, self.last))

    def edtf(self) -> str | None:
        """Return the EDTF interval, None where a side can't be said."""
        sides = [".." if side is None else side.edtf() for side in (self.first, self.last)]
        if None in sides or sides == ["..", ".."] or any("/" in (side or "") for side in sides):
            return self._of_days()
        return "/".join(side or "" for side in sides)

    def _of_days(self) -> str | None:
        if self.begin is None and self.end is None:
            return None
        return f"{self.begin or '..'}/{self.end or '..'}"


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts: numbers of units, None for "some"."""

    parts: tuple[tuple[Unit, float | None], ...]
    approximate: bool = False

    @property
    def begin(self) -> None:
        """A length covers no days by itself."""

    @property
    def end(self) -> None:
        """A length covers no days by itself."""

    def timex3(self) -> str:
        """Return the TIMEX3 value: P8Y, PXW, PT2H30M, PXX where the unit is unknown too."""
        days = "".join(self._one(u, n) for u, n in self.parts if not u.startswith("T"))
        clock = "".join(self._one(u, n) for u, n in self.parts if u.startswith("T"))
        return "P" + days + (f"T{clock}" if clock else "")

    @staticmethod
    def _one(unit: Unit, number: float | None) -> str:
        text = "X" if number is None else f"{number:g}" if number < 1e6 else str(int(number))
        return text + unit.removeprefix("T")

    def edtf(self) -> None:
        """EDTF has no lengths."""

    def after(self, day: Day) -> Day | None:
        """Return the day that lies this length after `day`; None where a number isn't known."""
        return self._from(day, 1)

    def before(self, day: Day) -> Day | None:
        """Return the day that lies this length before `day`; None where a number isn't known."""
        return self._from(day, -1)

    def _from(self, day: Day, sign: int) -> Day | None:
        for unit, number in self.parts:
            if number is None or unit is Unit.UNKNOWN:
                return None
            if unit is Unit.HOUR:
                day += dt.timedelta(days=sign * round(number / 24))
                continue
            try:
                day = add_units(day, unit, sign * int(number))
            except (OverflowError, ValueError):
                return None
        return day


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes again: each length (`P1D`) or each point of a pattern (`XXXX-WXX-1`)."""

    every: Point | Length

    @property
    def begin(self) -> None:
        """A repetition covers no one stretch of days."""

    @property
    def end(self) -> None:
        """A repetition covers no one stretch of days."""

    def timex3(self) -> str:
        """Return the TIMEX3 value of what is repeated."""
        return self.every.timex3()

    def edtf(self) -> None:
        """EDTF has no repetitions."""


class Reference(StrEnum):
    """A vague now, once or some day."""

    PRESENT = "PRESENT_REF"
    PAST = "PAST_REF"
    FUTURE = "FUTURE_REF"

    @property
    def begin(self) -> None:
        """A reference covers no known days."""

    @property
    def end(self) -> None:
        """A reference covers no known days."""

    def timex3(self) -> str:
        """Return the TIMEX3 value."""
        return self.value

    def edtf(self) -> None:
        """EDTF has no references."""


TimeValue = Point | Span | Length | Recurring | Reference


def sort_key(value: TimeValue) -> tuple[Day, Day, str]:
    """Return a key that orders values by first day, last day, then text; open sides are farthest out."""
    return value.begin or Day.min, value.end or Day.max, value.timex3()


def precedes(one: TimeValue, other: TimeValue) -> bool:
    """Whether `one` surely lies wholly before `other`."""
    return one.end is not None and other.begin is not None and one.end < other.begin
