"""Makers of months, quarters, halves, seasons, years, decades, centuries and holidays."""

from __future__ import annotations

from dataclasses import replace

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.makers.common import full_year, modified, nearest_year, year_of
from linimasa.extract.time.makers.holidays import holiday_date
from linimasa.extract.time.recognise import Found
from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import Day, Grain, Point, Span

#: Years outside are numbers.
_YEARS = (1500, 2150)
#: A feast this near (days) is the one meant, whatever the tense says.
_NEAR = 45
#: A bare month is the last or next one, as the tense says: up to this many days away.
_MONTH_FAR = 290


def _base(context: Context) -> Day | None:
    if context.anchor is not None:
        return context.anchor
    return None if context.last is None else context.last.begin


def make_month(found: Found, context: Context) -> Outcome | None:
    """A month, with or without year, part of it, "lalu" or "mendatang"."""
    month, year, relation = found.get("month"), year_of(found), found.get("rel")
    if month is None:
        return None
    if year is not None:
        return Outcome(modified(Point(Grain.MONTH, year, month), found), DateBasis.EXPLICIT)
    base = _base(context)
    if base is None:
        return Outcome(modified(Point(Grain.MONTH, None, month), found), DateBasis.EXPLICIT, confidence=0.5)
    shift = found.get("yearshift")
    if shift is not None:
        year = base.year + shift
    elif relation == -1:
        begun = month == base.month and found.get("mod") in ("START", "MID") and base.day > 10
        year = base.year if month < base.month or begun else base.year - 1
    elif relation == 1:
        year = base.year if month > base.month else base.year + 1
    elif relation == 0:
        year = base.year
    else:
        year = nearest_year(base.replace(day=15), month, 15, context.direction or -1, _MONTH_FAR)
    if year is None:
        return None
    return Outcome(modified(Point(Grain.MONTH, year, month), found), DateBasis.YEAR_INFERRED)


def make_year(found: Found, _context: Context) -> Outcome | None:
    """A year, or a part of it ("awal 2024")."""
    year = year_of(found)
    if year is None or not _YEARS[0] <= year <= _YEARS[1]:
        return None
    point = Point(Grain.YEAR, year, fiscal=bool(found.get("fiscal")))
    return Outcome(modified(point, found), DateBasis.EXPLICIT)


def make_period(found: Found, context: Context) -> Outcome | None:
    """The quarter or half under discussion, or the same a year before ("the year-earlier quarter").

    Where none was named, a quarter is the last one that was over at the anchor.
    """
    period, base, times = context.period, _base(context), found.get("times") or 0
    unit = found.get("unit")
    if base is not None and unit == "Q" and (period is None or found.get("latest")):
        period = Point.holding(Grain.QUARTER, base).shift(-1)
    if period is None:
        if unit != "Y" or base is None:
            return None
        period = Point.holding(Grain.YEAR, base)
    if period.year is None:
        return None
    return Outcome(replace(period, year=period.year + times), DateBasis.RELATIVE)


def make_years(found: Found, context: Context) -> Outcome | None:
    """From a year to a year ("2014-2019", "2020/2021"), from a month to a month ("Januari-Maret 2022")."""
    month, month2 = found.get("month"), found.get("month2")
    first, last = found.get("pair") or (full_year(found.get("year")), found.get("year2"))
    if month is not None and month2 is not None:
        year = full_year(found.get("year2")) or first
        if year is None:
            base = _base(context)
            year = None if base is None else nearest_year(base.replace(day=15), month2, 15, context.direction)
        if year is None:
            return None
        year1 = first if first is not None and found.get("year2") else year - 1 if month > month2 else year
        return Outcome(
            Span(Point(Grain.MONTH, year1, month), Point(Grain.MONTH, year, month2)), DateBasis.EXPLICIT
        )
    if first is None or last is None:
        return None
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 150:
        return None
    return Outcome(Span(Point(Grain.YEAR, first), Point(Grain.YEAR, last)), DateBasis.EXPLICIT)


def make_numbered(found: Found, context: Context) -> Outcome | None:
    """A quarter or half: "kuartal pertama 2022", "semester II", "the third quarter"."""
    grain, number = Grain(found.get("grain")), found.get("number")
    year, relation = year_of(found), found.get("rel")
    size = 4 if grain is Grain.QUARTER else 2
    base = _base(context)
    if number is None and relation is not None and base is not None:
        return Outcome(modified(Point.holding(grain, base).shift(relation), found), DateBasis.DEICTIC)
    if number is None or not 1 <= number <= size:
        return None
    if year is not None:
        return Outcome(modified(Point(grain, year, number), found), DateBasis.EXPLICIT)
    if base is None:
        return Outcome(Point(grain, None, number), DateBasis.EXPLICIT, confidence=0.5)
    shift = found.get("yearshift")
    if shift is not None:
        return Outcome(Point(grain, base.year + shift, number), DateBasis.DEICTIC)
    now = Point.holding(grain, base)
    ahead = (number - (now.unit or 1)) % size
    later = ahead * 2 < size or (ahead * 2 == size and context.direction > 0)
    point = now.shift(ahead if later else ahead - size)
    return Outcome(modified(point, found), DateBasis.YEAR_INFERRED)


def make_season(found: Found, context: Context) -> Outcome | None:
    """A season: "musim panas 2023", "last fall"."""
    season, year, relation = found.get("season"), year_of(found), found.get("rel")
    if season is None:
        return None
    if year is not None:
        return Outcome(modified(Point(Grain.SEASON, year, season), found), DateBasis.EXPLICIT)
    base = _base(context)
    if base is None:
        return None
    here = Point(Grain.SEASON, base.year, season)
    if season == 4 and base.month < 3 and relation != -1:
        here = here.shift(-4)
    begin, end = here.begin, here.end
    if relation == -1 and end is not None and end >= base:
        here = Point(Grain.SEASON, base.year - 1, season)
    elif (relation == 1 and begin is not None and begin <= base) or (
        relation is None and context.direction > 0 and end is not None and end < base
    ):
        here = Point(Grain.SEASON, (here.year or base.year) + 1, season)
    elif relation is None and context.direction <= 0 and begin is not None and begin > base:
        here = Point(Grain.SEASON, base.year - 1, season)
    return Outcome(modified(here, found), DateBasis.DEICTIC)


def make_decade(found: Found, _context: Context) -> Outcome | None:
    """A decade: "tahun 1990-an", "the '80s"."""
    year = found.get("decade")
    if year is None:
        return None
    year = year + 1900 if year < 100 else year
    return Outcome(modified(Point(Grain.DECADE, year // 10 * 10), found), DateBasis.EXPLICIT)


def make_century(found: Found, _context: Context) -> Outcome | None:
    """A century: "abad ke-21", "the 19th century"."""
    number = found.get("number")
    if number is None or not 1 <= number <= 30:
        return None
    return Outcome(modified(Point(Grain.CENTURY, (number - 1) * 100), found), DateBasis.EXPLICIT)


def make_holiday(found: Found, context: Context) -> Outcome | None:
    """A feast with a date: fixed ones by day and month, Hijri and movable ones by table."""
    name, year, relation = found.get("holiday"), year_of(found), found.get("rel")
    if not isinstance(name, str):
        return None
    basis = DateBasis.EXPLICIT
    if year is None:
        base = _base(context)
        if base is None:
            return None
        basis = DateBasis.YEAR_INFERRED
        days = [d for y in (-1, 0, 1) if (d := holiday_date(name, base.year + y)) is not None]
        if relation:
            days = [d for d in days if (d - base).days * relation > 0]
        elif context.direction and all(abs((d - base).days) > _NEAR for d in days):
            days = [d for d in days if (d - base).days * context.direction >= 0] or days
        date = min(days, key=lambda d: abs((d - base).days), default=None)
    else:
        date = holiday_date(name, year)
    return None if date is None else Outcome(Point.of_day(date), basis)
