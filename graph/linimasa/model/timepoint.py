"""Calendar points of any grain, from a century to a minute, and the arithmetic of days.

A partial date stays partial: nothing is padded. `begin` and `end` are the first and the last day that a point
can cover, None where the year isn't known.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from linimasa.model.terms import Precision

Day = dt.date


class Grain(StrEnum):
    """How large a calendar point is."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    PART = "part"
    MINUTE = "minute"


class Mod(StrEnum):
    """Which part of a point is meant (TIMEX3 `mod`)."""

    START = "START"
    MID = "MID"
    END = "END"


class Unit(StrEnum):
    """A unit of length with its TIMEX3 letter; clock units stand behind a `T`."""

    CENTURY = "CE"
    DECADE = "DE"
    YEAR = "Y"
    QUARTER = "Q"
    MONTH = "M"
    WEEK = "W"
    WEEKEND = "WE"
    DAY = "D"
    HOUR = "TH"
    MINUTE = "TM"
    SECOND = "TS"
    UNKNOWN = "X"


#: TIMEX3 letters of the seasons, in the order of EDTF's numbers 21 to 24.
SEASONS = ("SP", "SU", "FA", "WI")
#: First month of each season (northern hemisphere; winter begins in December).
_SEASON_START = (3, 6, 9, 12)
_COARSE = {
    Grain.CENTURY: Precision.DECADE,
    Grain.DECADE: Precision.DECADE,
    Grain.YEAR: Precision.YEAR,
    Grain.HALF: Precision.MONTH,
    Grain.SEASON: Precision.MONTH,
    Grain.QUARTER: Precision.MONTH,
    Grain.MONTH: Precision.MONTH,
    Grain.WEEK: Precision.DAYS,
    Grain.WEEKEND: Precision.DAYS,
}
_MONTHS_OF = {Grain.HALF: 6, Grain.QUARTER: 3, Grain.MONTH: 1}
_YEARS_OF = {Grain.CENTURY: 100, Grain.DECADE: 10, Grain.YEAR: 1}


def add_months(day: Day, count: int) -> Day:
    """Return the day `count` months away, the day of the month cut to the month's length."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_units(day: Day, unit: Unit, count: int) -> Day:
    """Return the day `count` units away (clock units count as nothing).

    OverflowError or ValueError where that lies outside the calendar.
    """
    days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}.get(unit)
    if days is not None:
        return day + dt.timedelta(days=days * count)
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}.get(unit)
    return day if months is None else add_months(day, months * count)


def _last(year: int, month: int) -> Day:
    return Day(year, month, calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar date or part of one.

    `year` is the first year of a decade or century and the ISO year of a week; `unit` numbers the half,
    season (1 spring to 4 winter), quarter, month or ISO week in it. For DAY, PART and MINUTE `unit` is the
    month. `weekday` (0 Monday) is kept only where no date is known. `fiscal` marks a fiscal year.
    """

    grain: Grain
    year: int | None = None
    unit: int | None = None
    day: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    weekday: int | None = None
    mod: Mod | None = None
    approximate: bool = False
    fiscal: bool = False

    @classmethod
    def of_day(cls, day: Day, part: str | None = None) -> Point:
        """Return the point of a day, or of a part of it (MO, MI, AF, EV, NI, DT)."""
        return cls(Grain.PART if part else Grain.DAY, day.year, day.month, day.day, part)

    @classmethod
    def holding(cls, grain: Grain, day: Day) -> Point:
        """Return the point of this grain that holds the day."""
        if grain in _YEARS_OF:
            size = _YEARS_OF[grain]
            return cls(grain, day.year // size * size)
        if grain in _MONTHS_OF:
            return cls(grain, day.year, (day.month - 1) // _MONTHS_OF[grain] + 1)
        if grain in (Grain.WEEK, Grain.WEEKEND):
            year, week, _ = day.isocalendar()
            return cls(grain, year, week)
        if grain is Grain.SEASON:
            year = day.year - 1 if day.month < _SEASON_START[0] else day.year
            return cls(grain, year, (day.month // 3 - 1) % 4 + 1)
        return cls.of_day(day)

    @property
    def date(self) -> Day | None:
        """The day, where the point is one or lies within one."""
        if self.year is None or self.unit is None or self.day is None:
            return None
        return Day(self.year, self.unit, self.day)

    @property
    def begin(self) -> Day | None:
        """The first day that the point can cover."""
        return self._bounds()[0]

    @property
    def end(self) -> Day | None:
        """The last day that the point can cover."""
        return self._bounds()[1]

    @property
    def precision(self) -> Precision:
        """How exact the point is: a part of a month is some days, of a year some months."""
        if self.grain in _COARSE:
            if self.mod is not None and self.grain is Grain.MONTH:
                return Precision.DAYS
            return _COARSE[self.grain]
        return Precision.DAY

    def _bounds(self) -> tuple[Day | None, Day | None]:
        whole = self._whole()
        if whole is None:
            return None, None
        first, last = whole
        if self.mod is None or self.grain in (Grain.DAY, Grain.PART, Grain.MINUTE):
            return first, last
        if self.grain is Grain.MONTH:
            cuts = {Mod.START: (first, first.replace(day=10)), Mod.END: (first.replace(day=21), last)}
            return cuts.get(self.mod, (first.replace(day=11), first.replace(day=20)))
        third = ((last - first).days + 1) // 3
        step = dt.timedelta(days=third)
        cuts = {Mod.START: (first, first + step), Mod.END: (last - step, last)}
        return cuts.get(self.mod, (first + step, last - step))

    def _whole(self) -> tuple[Day, Day] | None:
        if self.year is None:
            return None
        if self.grain in _YEARS_OF:
            return Day(max(self.year, 1), 1, 1), Day(self.year + _YEARS_OF[self.grain] - 1, 12, 31)
        if self.unit is None:
            return None
        if self.grain in _MONTHS_OF:
            size = _MONTHS_OF[self.grain]
            return Day(self.year, (self.unit - 1) * size + 1, 1), _last(self.year, self.unit * size)
        if self.grain is Grain.WEEK or self.grain is Grain.WEEKEND:
            first = Day.fromisocalendar(self.year, self.unit, 1 if self.grain is Grain.WEEK else 6)
            return first, first + dt.timedelta(days=6 if self.grain is Grain.WEEK else 1)
        if self.grain is Grain.SEASON:
            first = Day(self.year, _SEASON_START[self.unit - 1], 1)
            return first, add_months(first, 3) - dt.timedelta(days=1)
        day = self.date
        return None if day is None else (day, day)

    def shift(self, count: int) -> Point:
        """Return the point `count` of its own grain later (earlier where negative)."""
        first = self.begin if self.mod is None else replace(self, mod=None).begin
        if first is None:
            return self
        if self.grain in _YEARS_OF:
            moved = add_months(first, 12 * _YEARS_OF[self.grain] * count)
        elif self.grain in _MONTHS_OF or self.grain is Grain.SEASON:
            moved = add_months(first, _MONTHS_OF.get(self.grain, 3) * count)
        else:
            size = 7 if self.grain in (Grain.WEEK, Grain.WEEKEND) else 1
            moved = first + dt.timedelta(days=size * count)
        there = Point.holding(self.grain, moved)
        return replace(self, year=there.year, unit=there.unit, day=there.day)

    def timex3(self) -> str:
        """Return the TIMEX3 value, X for what is unknown."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        number = "XX" if self.unit is None else f"{self.unit:02d}"
        match self.grain:
            case Grain.CENTURY:
                return year[:2]
            case Grain.DECADE:
                return year[:3]
            case Grain.YEAR:
                return ("FY" if self.fiscal else "") + year
            case Grain.HALF:
                return f"{year}-H{self.unit or 'X'}"
            case Grain.QUARTER:
                return f"{year}-Q{self.unit or 'X'}"
            case Grain.SEASON:
                return f"{year}-{SEASONS[(self.unit or 1) - 1]}"
            case Grain.MONTH:
                return f"{year}-{number}"
            case Grain.WEEK:
                return f"{year}-W{number}"
            case Grain.WEEKEND:
                return f"{year}-W{number}-WE"
            case _:
                return self._day_text(year, number) + self._clock()

    def _day_text(self, year: str, month: str) -> str:
        if self.weekday is not None and self.day is None:
            return f"{year}-WXX-{self.weekday + 1}"
        return f"{year}-{month}-" + ("XX" if self.day is None else f"{self.day:02d}")

    def _clock(self) -> str:
        if self.hour is not None:
            return f"T{self.hour:02d}" + (f":{self.minute:02d}" if self.minute is not None else "")
        return f"T{self.part}" if self.part else ""

    def edtf(self) -> str | None:
        """Return the EDTF form, None where EDTF can't say it (a weekday without a date)."""
        text = self._edtf()
        if text is None or not self.approximate:
            return text
        return "/".join(side + "~" for side in text.split("/"))

    def _edtf(self) -> str | None:
        if self.grain is Grain.WEEK or self.grain is Grain.WEEKEND:
            first, last = self.begin, self.end
            return None if first is None or last is None else f"{first}/{last}"
        if self.grain in (Grain.CENTURY, Grain.DECADE) and self.year is not None:
            return self.timex3().ljust(4, "X")
        if self.year is None and (self.unit is None or self.weekday is not None):
            return None
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        base = {Grain.SEASON: 20, Grain.QUARTER: 32, Grain.HALF: 39}.get(self.grain)
        if base is not None:
            return f"{year}-{base + (self.unit or 0)}" if self.unit else None
        if self.grain is Grain.YEAR:
            return year
        if self.grain is Grain.MONTH or self.day is None:
            return f"{year}-{self.unit:02d}"
        day = f"{year}-{self.unit:02d}-{self.day:02d}"
        if self.grain is Grain.MINUTE and self.hour is not None and self.year is not None and self.hour < 24:
            return f"{day}T{self.hour:02d}:{self.minute or 0:02d}:00"
        return day
