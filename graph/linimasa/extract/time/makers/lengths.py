"""Makers of durations, windows, distances and repetitions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.recognise import Found
from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import (
    Day,
    Grain,
    Length,
    Point,
    Recurring,
    Reference,
    Span,
    Unit,
    add_units,
)

_UNITS = {
    "TH": Unit.HOUR,
    "TM": Unit.MINUTE,
    "TS": Unit.SECOND,
    "D": Unit.DAY,
    "W": Unit.WEEK,
    "WE": Unit.WEEKEND,
    "M": Unit.MONTH,
    "Q": Unit.QUARTER,
    "Y": Unit.YEAR,
    "DE": Unit.DECADE,
    "CE": Unit.CENTURY,
    "X": Unit.UNKNOWN,
}
#: The expression dates the event after "setelah", "after", not the one it stands beside.
_OTHER_EVENT = "dates-other-event"
#: What a distance from the anchor is exact to: days give a day, weeks a week, months a month.
_EXACT = {
    Unit.DAY: Grain.DAY,
    Unit.WEEK: Grain.WEEK,
    Unit.MONTH: Grain.MONTH,
    Unit.QUARTER: Grain.QUARTER,
    Unit.YEAR: Grain.YEAR,
    Unit.DECADE: Grain.YEAR,
    Unit.CENTURY: Grain.YEAR,
    Unit.WEEKEND: Grain.WEEKEND,
}


def length_of(found: Found) -> Length | None:
    """Return the length that a match's roles `n`, `unit`, `n2`, `unit2` and `fraction` tell."""
    unit = _UNITS.get(found.get("unit") or "")
    if unit is None:
        return None
    number: float | None = found.get("n")
    if found.get("vague"):
        number = None
    elif number is None:
        number = 1 if found.get("one") else None
    if number is not None and found.get("fraction") in (True, (1, 2)):
        number += 0.5
    if number is not None and number > 1e5:
        return None
    approximate = found.get("approx") is not None
    parts = [_halved(unit, number)] if number is None else list(_split(unit, number))
    second = _UNITS.get(found.get("unit2") or "")
    if second is not None and found.get("n2") is not None:
        parts.append((second, found.get("n2")))
    return Length(tuple(parts), approximate)


def _halved(unit: Unit, number: float | None) -> tuple[Unit, float | None]:
    return unit, number


def _split(unit: Unit, number: float) -> tuple[tuple[Unit, float | None], ...]:
    """Return decades and centuries in years, half years and half weeks in smaller units."""
    if unit is Unit.DECADE:
        return ((Unit.YEAR, number * 10),)
    if unit is Unit.CENTURY:
        return ((Unit.YEAR, number * 100),)
    if number % 1 == 0.5:
        whole, smaller = int(number), {Unit.YEAR: (Unit.MONTH, 6), Unit.HOUR: (Unit.MINUTE, 30)}.get(unit)
        if smaller is not None:
            return (*(((unit, whole),) if whole else ()), smaller)
    return ((unit, number),)


def make_length(found: Found, _context: Context) -> Outcome | None:
    """How long: "selama 11 minggu", "hampir delapan tahun", "four-month"."""
    length = length_of(found)
    if length is None:
        return None
    return Outcome(length, DateBasis.DURATION, approximate=length.approximate)


def lean_of(found: Found) -> int:
    """Return the months by which "almost" (positive) or "more than" (negative) moves a moment."""
    approx = found.token("approx")
    lean = 0 if approx is None else approx.values.get("lean", 0)
    return lean if isinstance(lean, int) else 0


def make_elapsed(found: Found, context: Context) -> Outcome | None:
    """A length before "setelah", "after": how long after another event, which it dates where years are told.

    "hampir delapan tahun setelah X merebut Y", told at publication, puts the taking some eight years before;
    "almost" brings it half a year nearer, "more than" moves it half a year away. Nothing is placed where the
    sentence names a date of its own.
    """
    length = length_of(found)
    if length is None:
        return None
    unit, number = length.parts[0]
    placed: Point | None = None
    if (
        unit is Unit.YEAR
        and number is not None
        and context.anchor is not None
        and not (context.dated or context.followed)
    ):
        lean = lean_of(found)
        try:
            day = add_units(context.anchor, Unit.MONTH, lean - round(number * 12))
        except (OverflowError, ValueError):
            return None
        placed = Point(Grain.YEAR, day.year, approximate=True)
    flags = (_OTHER_EVENT,)
    basis = DateBasis.DURATION if placed is None else DateBasis.COMPUTED
    return Outcome(length, basis, placed, length.approximate, flags)


def make_window(found: Found, context: Context) -> Outcome | None:
    """A length that the words put beside the anchor: "dua minggu ke depan", "tiga bulan terakhir"."""
    length, relation = length_of(found), found.get("rel")
    if length is None:
        return None
    placed: Span | None = None
    anchor = context.told or context.anchor
    if anchor is not None and relation:
        other = length.after(anchor) if relation > 0 else length.before(anchor)
        if other is not None:
            placed = _span(anchor, other, length)
    return Outcome(length, DateBasis.DURATION, placed, approximate=length.approximate)


def _span(anchor: Day, other: Day, length: Length) -> Span:
    unit, number = length.parts[0]
    if other < anchor:
        if unit is Unit.DAY and number is not None and number > 1:  # "dua hari terakhir" counts today
            other += dt.timedelta(days=1)
        first = Point.of_day(other)
        if unit in (Unit.YEAR, Unit.MONTH):
            first = replace(Point.holding(_EXACT[unit], other), approximate=True)
        return Span(first, Point.of_day(anchor))
    return Span(Point.of_day(anchor), Point.of_day(other))


def make_away(found: Found, context: Context) -> Outcome | None:
    """A point so far from the anchor: "dua hari lalu", "tiga bulan lagi", "a year ago", "sehari kemudian".

    The parameter `from` = last counts from the date under discussion; without one nothing is known but the
    distance, which then stands as a length.
    """
    length, relation = length_of(found), found.get("rel")
    if length is None or relation is None:
        return None
    from_last = found.get("from") == "last"
    base = context.anchor
    if from_last:
        base = None if context.last is None else context.last.begin
        if base is None:
            return Outcome(length, DateBasis.DURATION, approximate=length.approximate)
    if context.period is not None and not from_last and length.parts == ((Unit.YEAR, 1),) and relation < 0:
        year = context.period.year  # "a year earlier" beside a quarter is that quarter of the year before
        if year is not None:
            return Outcome(replace(context.period, year=year - 1), DateBasis.RELATIVE)
    vague = any(number is None for _, number in length.parts)
    if vague and from_last:
        return Outcome(length, DateBasis.DURATION, approximate=length.approximate)
    if vague or base is None:
        reference = Reference.PAST if relation < 0 else Reference.FUTURE
        return Outcome(reference, DateBasis.DEICTIC)
    return _counted(length, relation, base, from_last)


def _counted(length: Length, relation: int, base: Day, from_last: bool) -> Outcome | None:
    unit, number = length.parts[0]
    if unit not in _EXACT:
        clock = Point.of_day(base)
        hours = {Unit.HOUR: 1.0, Unit.MINUTE: 1 / 60, Unit.SECOND: 1 / 3600}.get(unit, 1.0) * (number or 0)
        if hours >= 24:
            clock = Point.of_day(base + dt.timedelta(days=relation * int(hours // 24)))
        return Outcome(clock, DateBasis.RELATIVE)
    try:
        day = base
        for part, count in length.parts:
            day = add_units(day, part, relation * int(count or 0))
    except (OverflowError, ValueError):
        return None
    grain = _EXACT[length.parts[-1][0]]
    point = Point.holding(grain, day)
    if grain in (Grain.YEAR, Grain.MONTH) and length.approximate:
        point = replace(point, approximate=True)
    basis = DateBasis.RELATIVE if from_last else DateBasis.DEICTIC
    return Outcome(point, basis, approximate=length.approximate)


def make_set(found: Found, _context: Context) -> Outcome | None:
    """What comes again: "setiap tahun", "every Monday", "daily"."""
    if found.get("weekday") is not None:
        return Outcome(Recurring(Point(Grain.DAY, weekday=found.get("weekday"))), DateBasis.EXPLICIT)
    if found.get("month") is not None:
        point = Point(Grain.MONTH, None, found.get("month"))
        if found.get("day") is not None:
            point = Point(Grain.DAY, None, found.get("month"), found.get("day"))
        return Outcome(Recurring(point), DateBasis.EXPLICIT)
    unit = _UNITS.get(found.get("unit") or "")
    if unit is None:
        return None
    number = found.get("n")
    length = Length(((unit, 1 if number is None else number),))
    return Outcome(Recurring(length), DateBasis.EXPLICIT)
