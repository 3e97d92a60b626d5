"""The laws of time values: bounds hold the value, writers are read back, order is total."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.model.terms import Precision
from linimasa.model.timevalue import (
    Grain,
    Length,
    Mod,
    Point,
    Recurring,
    Reference,
    Span,
    Unit,
    add_months,
    add_units,
    precedes,
    sort_key,
)

DAYS = st.dates(min_value=dt.date(1500, 1, 1), max_value=dt.date(2150, 12, 31))
DATED = st.sampled_from([g for g in Grain if g not in (Grain.PART, Grain.MINUTE)])
#: TIMEX3 values of TimeML 1.2, as far as news needs them.
TIMEX3 = re.compile(
    r"\d{2}|\d{3}|(FY)?\d{4}|\d{4}-(\d{2}|Q[1-4]|H[12]|SP|SU|FA|WI|W\d{2}(-WE)?)"
    r"|(\d{4}|XXXX)-(\d{2}|XX)-(\d{2}|XX)(T(MO|MI|AF|EV|NI|\d{2}(:\d{2})?))?|XXXX-WXX-[1-7]"
)


@st.composite
def points(draw: st.DrawFn) -> Point:
    point = Point.holding(draw(DATED), draw(DAYS))
    mod = draw(st.sampled_from([None, None, Mod.START, Mod.MID, Mod.END]))
    if mod is None or point.grain is Grain.DAY:
        return point
    return Point(point.grain, point.year, point.unit, point.day, mod=mod)


@given(DATED, DAYS)
def test_the_point_of_a_day_holds_it(grain: Grain, day: dt.date) -> None:
    point = Point.holding(grain, day)
    assert point.begin is not None and point.end is not None
    if grain is Grain.WEEKEND:  # the weekend of the week that the day lies in
        assert abs((point.begin - day).days) < 7
    else:
        assert point.begin <= day <= point.end


@given(points())
def test_bounds_are_ordered_and_parts_lie_within_the_whole(point: Point) -> None:
    whole = Point(point.grain, point.year, point.unit, point.day)
    assert point.begin is not None and point.end is not None
    assert whole.begin is not None and whole.end is not None
    assert whole.begin <= point.begin <= point.end <= whole.end


@given(DATED, DAYS, st.integers(-12, 12))
def test_shifting_there_and_back_is_nothing(grain: Grain, day: dt.date, count: int) -> None:
    point = Point.holding(grain, day)
    assert point.shift(count).shift(-count) == point


@given(DATED, DAYS)
def test_the_next_point_begins_behind_this_one(grain: Grain, day: dt.date) -> None:
    point = Point.holding(grain, day)
    assert precedes(point, point.shift(1))
    assert not precedes(point.shift(1), point)


@given(points())
def test_every_point_is_written_as_timex3(point: Point) -> None:
    assert TIMEX3.fullmatch(point.timex3()), point.timex3()


@given(points())
@settings(deadline=None)  # the library is slow, the machine may be busy
def test_the_edtf_library_reads_what_we_write(point: Point) -> None:
    text = point.edtf()
    assert text is not None
    read = parse_edtf(text)
    # the library doesn't know where quarters and halves lie, and puts winter and its neighbours elsewhere
    if point.mod is None and point.grain not in (Grain.SEASON, Grain.QUARTER, Grain.HALF):
        assert tuple(read.lower_strict()[:3]) == point.begin.timetuple()[:3]
        assert tuple(read.upper_strict()[:3]) == point.end.timetuple()[:3]


@given(DAYS, DAYS)
@settings(deadline=None)
def test_spans_cover_both_ends(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    span = Span(Point.of_day(first), Point.of_day(last))
    assert (span.begin, span.end) == (first, last)
    assert span.edtf() == f"{first}/{last}" == span.timex3()
    assert parse_edtf(span.edtf()).upper_strict()[:3] == last.timetuple()[:3]


@given(st.lists(points(), min_size=2, max_size=8))
def test_order_is_total_and_agrees_with_precedence(many: list[Point]) -> None:
    ordered = sorted(many, key=sort_key)
    for one, other in pairwise(ordered):
        assert sort_key(one) <= sort_key(other)
        assert not precedes(other, one)


@given(DAYS, st.integers(-600, 600))
def test_months_are_added_to_the_same_day_or_the_last(day: dt.date, count: int) -> None:
    moved = add_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == day.day or (moved + dt.timedelta(days=1)).month != moved.month


@given(DAYS, st.sampled_from([Unit.DAY, Unit.WEEK]), st.integers(-500, 500))
def test_lengths_of_days_go_there_and_back(day: dt.date, unit: Unit, count: int) -> None:
    assert add_units(add_units(day, unit, count), unit, -count) == day
    length = Length(((unit, abs(count)),))
    there = length.after(day)
    assert there is not None and length.before(there) == day


@pytest.mark.parametrize(
    ("value", "timex3", "edtf"),
    [
        (Point(Grain.DAY, 2014, 12, 28), "2014-12-28", "2014-12-28"),
        (Point(Grain.PART, 2014, 12, 28, "MO"), "2014-12-28TMO", "2014-12-28"),
        (Point(Grain.MINUTE, 2014, 12, 28, hour=7, minute=55), "2014-12-28T07:55", "2014-12-28T07:55:00"),
        (Point(Grain.DAY, None, 1, 10), "XXXX-01-10", "XXXX-01-10"),
        (Point(Grain.DAY, weekday=3), "XXXX-WXX-4", None),
        (Point(Grain.MONTH, 2022, 1), "2022-01", "2022-01"),
        (Point(Grain.WEEK, 2013, 12), "2013-W12", "2013-03-18/2013-03-24"),
        (Point(Grain.WEEKEND, 2017, 45), "2017-W45-WE", "2017-11-11/2017-11-12"),
        (Point(Grain.SEASON, 2014, 2), "2014-SU", "2014-22"),
        (Point(Grain.QUARTER, 2022, 1), "2022-Q1", "2022-33"),
        (Point(Grain.HALF, 2022, 2), "2022-H2", "2022-41"),
        (Point(Grain.YEAR, 2014, approximate=True), "2014", "2014~"),
        (Point(Grain.YEAR, 1990, fiscal=True), "FY1990", "1990"),
        (Point(Grain.DECADE, 1940), "194", "194X"),
        (Point(Grain.CENTURY, 1900), "19", "19XX"),
        (Span(Point(Grain.YEAR, 2014), None), "2014/..", "2014/.."),
        (Span(None, Point(Grain.DAY, 2021, 12, 28)), "../2021-12-28", "../2021-12-28"),
        (Span(Point(Grain.YEAR, 2014, approximate=True), None), "2014/..", "2014~/.."),
        (Length(((Unit.YEAR, 8),)), "P8Y", None),
        (Length(((Unit.MONTH, None),)), "PXM", None),
        (Length(((Unit.HOUR, 2), (Unit.MINUTE, 30))), "PT2H30M", None),
        (Length(((Unit.UNKNOWN, None),)), "PXX", None),
        (Recurring(Length(((Unit.DAY, 1),))), "P1D", None),
        (Recurring(Point(Grain.DAY, weekday=0)), "XXXX-WXX-1", None),
        (Reference.PRESENT, "PRESENT_REF", None),
    ],
)
def test_both_writers(
    value: Point | Span | Length | Recurring | Reference, timex3: str, edtf: str | None
) -> None:
    assert value.timex3() == timex3
    assert value.edtf() == edtf


@pytest.mark.parametrize(
    ("mod", "first", "last"),
    [(Mod.START, 1, 10), (Mod.MID, 11, 20), (Mod.END, 21, 31), (None, 1, 31)],
)
def test_the_parts_of_a_month(mod: Mod | None, first: int, last: int) -> None:
    point = Point(Grain.MONTH, 2021, 12, mod=mod)
    assert (point.begin, point.end) == (dt.date(2021, 12, first), dt.date(2021, 12, last))
    assert point.precision is (Precision.MONTH if mod is None else Precision.DAYS)


def test_winter_begins_in_december_and_runs_into_the_next_year() -> None:
    winter = Point(Grain.SEASON, 2021, 4)
    assert (winter.begin, winter.end) == (dt.date(2021, 12, 1), dt.date(2022, 2, 28))
    assert Point.holding(Grain.SEASON, dt.date(2022, 1, 15)) == winter


def test_a_length_of_unknown_count_leads_nowhere() -> None:
    assert Length(((Unit.WEEK, None),)).after(dt.date(2021, 12, 29)) is None
    assert Length(((Unit.YEAR, 9000),)).after(dt.date(2021, 12, 29)) is None
