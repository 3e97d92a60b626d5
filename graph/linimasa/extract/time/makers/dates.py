"""Makers of days: written dates, numeric dates, ranges of days, weekdays."""

from __future__ import annotations

import datetime as dt

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.makers.common import (
    clock_of,
    full_year,
    nearest_year,
    related_weekday,
    valid_day,
    weekday_date,
    with_time,
)
from linimasa.extract.time.recognise import Found
from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import Day, Grain, Point, Span

#: Figures are read the other way round only so near (days) to the anchor.
_NEAR_SWAP = 31
#: Days from the anchor within which a day is read by itself, and within which a month keeps its year.
_AT_ANCHOR, _THIRTEEN_MONTHS = 14, 400
_CONFLICT = "weekday-conflict"


def make_date(found: Found, context: Context) -> Outcome | None:
    """Day and month, with or without weekday and year ("Kamis, 5 Desember 2013 pukul 15.30")."""
    return _dated(found, context, found.get("day"), found.get("month"), full_year(found.get("year")))


def make_named(found: Found, context: Context) -> Outcome | None:
    """A day that is a name ("the October 7 attacks"): the rule gives years by `month-day`.

    Before that day, and where the document wrote the day with a year, it is a date like others.
    """
    day, month = found.get("day"), found.get("month")
    year = found.rule.params.get(f"{month}-{day}")
    date = None if year is None else valid_day(year, month, day)
    if (
        date is None
        or (month, day) in context.dates
        or (context.anchor is not None and context.anchor < date)
    ):
        return make_date(found, context)
    return Outcome(with_time(date, found), DateBasis.YEAR_INFERRED)


def make_week(found: Found, context: Context) -> Outcome | None:
    """The week of a written date ("the week of March 6")."""
    outcome = make_date(found, context)
    if outcome is None or not isinstance(outcome.value, Point) or outcome.value.year is None:
        return None
    day = outcome.value.date
    if day is None:
        return None
    return Outcome(Point.holding(Grain.WEEK, day), outcome.basis)


def make_absolute(found: Found, context: Context) -> Outcome | None:
    """A written date of a language without a lexicon: dateparser reads it where it names its year."""
    month, year = found.token("month"), found.get("year")
    if month is None or year is None:
        return make_date(found, context)
    from linimasa.extract.time.locale import absolute_date

    date = absolute_date(f"{found.get('day')} {month.text} {year}", context.lang)
    return make_date(found, context) if date is None else Outcome(with_time(date, found), DateBasis.EXPLICIT)


def make_numeric(found: Found, context: Context) -> Outcome | None:
    """A date in figures: 18/6/2025, 30/12, 2025-06-18, with or without a weekday."""
    iso, dmy, dm = found.get("iso"), found.get("dmy"), found.get("dm")
    if iso is not None:
        year, month, day = iso
        return _dated(found, context, day, month, year)
    year = full_year(dmy[2]) if dmy is not None else full_year(found.get("year"))
    first, second = (dmy or dm)[:2]
    day, month = (second, first) if context.order == "mdy" else (first, second)
    if month > 12 >= day:
        day, month = month, day
    weekday = found.get("weekday")
    if weekday is not None and _fits_swapped(weekday, day, month, year, context):
        day, month = month, day
    if dm is not None and (month > 12 or day > 31 or day < 1 or month < 1):
        return None
    return _dated(found, context, day, month, year)


def _known_year(context: Context, base: Day, month: int, day: int) -> int | None:
    """Return the year that the document gave this day, or this month within some thirteen months, before.

    A day close to the anchor is the one at the anchor: 17 August 1945 and this 17 August are two days.
    """
    nearest = nearest_year(base, month, day, 0)
    near = None if nearest is None else valid_day(nearest, month, day)
    if near is not None and abs((near - base).days) <= _AT_ANCHOR:
        return None
    year = context.dates.get((month, day))
    if year is not None or context.direction > 0:
        return year
    year = context.months.get(month)
    date = None if year is None else valid_day(year, month, day)
    return year if date is not None and abs((date - base).days) <= _THIRTEEN_MONTHS else None


def _fits_swapped(weekday: int, day: int, month: int, year: int | None, context: Context) -> bool:
    """Whether a weekday tells that the month stands first ("Selasa (6/10/2025)" for 10 June)."""
    if year is None:
        if context.anchor is None:
            return False
        year = context.anchor.year
    as_read, swapped = valid_day(year, month, day), valid_day(year, day, month)
    if swapped is None or swapped.weekday() != weekday:
        return False
    if as_read is not None and as_read.weekday() == weekday:
        return False
    return context.anchor is None or abs((swapped - context.anchor).days) <= _NEAR_SWAP


def _dated(
    found: Found, context: Context, day: int | None, month: int | None, year: int | None
) -> Outcome | None:
    relation = found.get("rel")
    if day is None:
        return None
    if month is None:
        return _day_of_month(found, context, day)
    basis, weekday = DateBasis.EXPLICIT, found.get("weekday")
    if year is None:
        base = context.anchor or _day_of(context.last)
        if base is None:
            return _partial(found, day, month)
        basis = DateBasis.YEAR_INFERRED
        known = _known_year(context, base, month, day)
        year = nearest_year(base, month, day, context.direction) if known is None else known
        if relation:
            year = _year_beside(base, month, day, relation)
    if year is None:
        return None
    date = valid_day(year, month, day)
    if date is None:
        return None
    if weekday is not None and date.weekday() != weekday:
        return _conflict(
            found,
            context,
            date,
            weekday,
            basis,
            found.get("year") is None and basis is not DateBasis.EXPLICIT,
        )
    return Outcome(with_time(date, found), basis)


def _partial(found: Found, day: int, month: int) -> Outcome | None:
    if valid_day(2000, month, day) is None:
        return None
    clock = clock_of(found)
    grain = Grain.MINUTE if clock else Grain.PART if found.get("part") else Grain.DAY
    hour, minute = clock or (None, None)
    point = Point(grain, None, month, day, found.get("part"), hour, minute)
    return Outcome(point, DateBasis.EXPLICIT)


def _day_of(point: Point | None) -> Day | None:
    return None if point is None else point.begin


def _year_beside(base: Day, month: int, day: int, relation: int) -> int | None:
    for step in range(9):
        date = valid_day(base.year + step * relation, month, day)
        if date is not None and (date - base).days * relation > 0:
            return date.year
    return None


def _day_of_month(found: Found, context: Context, day: int) -> Outcome | None:
    """A day without a month ("tanggal 24 kemarin"): of the month that puts it nearest on the tense's side."""
    base = context.anchor or _day_of(context.last)
    if base is None:
        return None
    direction = found.get("rel") or context.direction
    months = [base.replace(day=1) + dt.timedelta(days=d) for d in (-20, 0, 40)]
    days = [d for m in months if (d := valid_day(m.year, m.month, day)) is not None]
    side = [d for d in days if (d - base).days * direction >= 0] or days
    date = min(side, key=lambda d: abs((d - base).days))
    return Outcome(with_time(date, found), DateBasis.DEICTIC)


def _conflict(
    found: Found, context: Context, date: Day, weekday: int, basis: DateBasis, yearless: bool
) -> Outcome:
    """Weekday and date contradict each other: prefer the day that fits near the anchor, else the date.

    Where only the year was inferred, a neighbouring year that fits both is preferred. Near publication
    writers know the weekday and slip in the figures; far from it the figures were looked up.
    """
    anchor = context.anchor
    if yearless and anchor is not None:
        for year in (date.year - 1, date.year + 1):
            other = valid_day(year, date.month, date.day)
            if other is not None and other.weekday() == weekday and abs((other - anchor).days) < 200:
                return Outcome(with_time(other, found), basis)
    chosen = date
    if anchor is not None and abs((date - anchor).days) <= 10:
        near = weekday_date(anchor, weekday, context.direction)
        if (date > anchor and context.direction <= 0) or abs((near - anchor).days) < abs(
            (date - anchor).days
        ):
            chosen = near
    elif anchor is not None:
        near = weekday_date(anchor, weekday, context.direction)
        if near.day == date.day:  # right day, wrong month or year
            chosen = near
    return Outcome(with_time(chosen, found), basis, flags=(_CONFLICT,), confidence=0.6)


def make_range(found: Found, context: Context) -> Outcome | None:
    """From a day to a day with one month named: "18-20 Juni 2025", "antara 10 dan 13 Januari"."""
    year, first, last = full_year(found.get("year")), found.get("day"), found.get("day2")
    month2 = found.get("month2") or found.get("month")
    month1 = found.get("month") or month2
    if None in (first, last, month1):
        return None
    basis = DateBasis.EXPLICIT
    if year is None:
        base = context.anchor or _day_of(context.last)
        if base is None:
            return None
        basis = DateBasis.YEAR_INFERRED
        year = nearest_year(base, month2, last, context.direction)
        if year is None:
            return None
    year1 = year - 1 if month1 > month2 else year
    begin, end = valid_day(year1, month1, first), valid_day(year, month2, last)
    if begin is None or end is None or begin >= end:
        return None
    return Outcome(Span(Point.of_day(begin), Point.of_day(end)), basis)


def make_weekday(found: Found, context: Context) -> Outcome | None:
    """A bare weekday, with or without "lalu", "depan", "ini", "besok"; None anchored gives no date."""
    weekday, relation = found.get("weekday"), found.get("rel")
    anchor = context.anchor
    if anchor is None:
        return Outcome(Point(Grain.DAY, weekday=weekday), DateBasis.DEICTIC, confidence=0.5)
    shift = found.get("shift")
    if shift is not None:
        day = weekday_date(
            anchor + dt.timedelta(days=1 if shift > 0 else -1), weekday, 1 if shift > 0 else -1
        )
    elif relation in (-1, 1):
        day = related_weekday(anchor, weekday, relation)
        if found.get("week") and abs((day - anchor).days) < 7:  # "Senin pekan depan": of that week
            monday = anchor - dt.timedelta(days=anchor.weekday()) + dt.timedelta(days=7 * relation)
            day = monday + dt.timedelta(days=weekday)
    elif found.get("week"):
        day = anchor - dt.timedelta(days=anchor.weekday() - weekday)
    elif relation == 0:  # "Sabtu ini": the nearest
        day = min(
            (weekday_date(anchor, weekday, side) for side in (1, -1)), key=lambda d: abs((d - anchor).days)
        )
    elif context.beside is not None and context.beside.weekday() == weekday:
        day = context.beside  # "besok, Selasa"
    elif context.direction == 0 and context.weekdays.get(weekday, anchor) > anchor:
        day = context.weekdays[weekday]  # the coming "hari Kamis" again, with nothing that tells the tense
    else:
        day = weekday_date(anchor, weekday, context.direction)
    return Outcome(with_time(day, found), DateBasis.DEICTIC)


def make_sunday(found: Found, context: Context) -> Outcome | None:
    """ "Minggu lalu": the week where it opens a sentence (its capital tells nothing), else the Sunday."""
    if context.opens and context.anchor is not None:
        point = Point.holding(Grain.WEEK, context.anchor).shift(found.get("rel") or 0)
        return Outcome(point, DateBasis.DEICTIC, confidence=0.8)
    return make_weekday(found, context)
