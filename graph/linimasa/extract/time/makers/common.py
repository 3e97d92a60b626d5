"""What the makers share: years that words leave out, weekdays, parts of the day, clock times."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace

from linimasa.extract.time.recognise import Found
from linimasa.model.timevalue import Day, Grain, Mod, Point

#: Two-digit years below this are of this century.
_PIVOT = 50
#: A date this near (days) to its anchor is taken whatever the tense says: cues are often another verb's.
_NEAR = 45
#: Without a cue a date is ahead by so many days at most, else it is past, if by fewer than this.
_UNSAID, _UNSAID_FAR = 75, 300
#: The tense never moves a date farther than this (days) from its anchor.
_FAR = 240


def full_year(year: int | None) -> int | None:
    """Return a year of four digits for one of two."""
    if year is None or year > 99:
        return year
    return year + (2000 if year < _PIVOT else 1900)


def year_of(found: Found) -> int | None:
    """Return a match's year, in figures or in words ("nineteen ninety-seven")."""
    hundreds = found.get("hundreds")
    if hundreds is None:
        return full_year(found.get("year"))
    spoken: int = found.get("spoken")
    return int(hundreds) * 100 + spoken


def valid_day(year: int, month: int, day: int) -> Day | None:
    """Return the day, None where the calendar has none."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return Day(year, month, day)


def nearest_year(anchor: Day, month: int, day: int, direction: int, far: int = _FAR) -> int | None:
    """Return the year that puts a day within half a year of the anchor, the side chosen by tense."""
    days = [found for y in (-1, 0, 1) if (found := valid_day(anchor.year + y, month, day)) is not None]
    if not days:  # 29 February
        days = [found for y in range(-4, 5) if (found := valid_day(anchor.year + y, month, day)) is not None]
    if not days:
        return None
    best = min(days, key=lambda d: (abs((d - anchor).days), d < anchor if direction > 0 else d > anchor))
    away = (best - anchor).days
    if direction == 0 and away > _UNSAID:  # what lies far ahead is said to
        direction = -1
        far = max(far, _UNSAID_FAR)
    if abs(away) > _NEAR and away * direction < 0:
        side = [d for d in days if 0 <= (d - anchor).days * direction <= far]
        if side:
            best = min(side, key=lambda d: abs((d - anchor).days))
    return best.year


def weekday_date(anchor: Day, weekday: int, direction: int) -> Day:
    """Return the nearest such weekday, the anchor included: next where direction is positive, else last."""
    if direction > 0:
        return anchor + dt.timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - dt.timedelta(days=(anchor.weekday() - weekday) % 7)


def related_weekday(anchor: Day, weekday: int, relation: int) -> Day:
    """Return the weekday of "lalu" (-1) or "depan" (1): strictly before or after the anchor."""
    step = dt.timedelta(days=relation)
    return weekday_date(anchor + step, weekday, relation)


def clock_of(found: Found) -> tuple[int, int | None] | None:
    """Return hour and minute from a match's clock roles, noon and midnight of AM and PM counted."""
    clock, half = found.get("clock"), found.get("half")
    if clock is None:
        hour = found.get("hour")
        if hour is None:
            return None
        clock = (hour, None)
    hour, minute = clock
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    elif _afternoon(hour, found.get("part")):
        hour += 12
    return (hour, minute) if hour <= 24 else None


def _afternoon(hour: int, part: str | None) -> bool:
    """Whether a part of the day puts an hour of the clock's face after noon ("pukul 1 siang")."""
    first = {"MI": 1, "AF": 1, "EV": 4, "NI": 6}.get(part or "")
    return first is not None and first <= hour < (5 if part == "MI" else 12)


def with_time(day: Day, found: Found) -> Point:
    """Return the point of a day with the match's part of the day or clock time."""
    part = found.get("part")
    clock = clock_of(found)
    if clock is not None:
        hour, minute = clock
        return Point(
            Grain.MINUTE, day.year, day.month, day.day, hour=hour, minute=0 if minute is None else minute
        )
    return Point.of_day(day, part)


def modified(point: Point, found: Found) -> Point:
    """Return the point with the match's `mod` (START, MID, END) laid on."""
    mod = found.get("mod")
    return point if mod is None else replace(point, mod=Mod(mod))
