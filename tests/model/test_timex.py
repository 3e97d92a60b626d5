"""What a time expression gives an event."""

from __future__ import annotations

import pytest

from linimasa.model.terms import DateBasis, Precision
from linimasa.model.timevalue import Grain, Length, Mod, Point, Recurring, Reference, Span, TimeValue, Unit
from linimasa.model.timex import Relation, Timex, TimexType


def timex(
    value: TimeValue,
    relation: Relation = Relation.NONE,
    placed: Span | Point | None = None,
    approximate: bool = False,
) -> Timex:
    return Timex(0, 4, "kata", TimexType.DATE, value, DateBasis.EXPLICIT, relation, approximate, placed)


DAY = Point(Grain.DAY, 2021, 12, 28)
YEAR = Point(Grain.YEAR, 2014)


@pytest.mark.parametrize(
    ("value", "relation", "edtf", "begin", "end", "precision"),
    [
        (DAY, Relation.NONE, "2021-12-28", "2021-12-28", "2021-12-28", Precision.DAY),
        (YEAR, Relation.SINCE, "2014/..", "2014-01-01", None, Precision.YEAR),
        (YEAR, Relation.AFTER, "2014/..", "2014-01-01", None, Precision.NOT_BEFORE),
        (DAY, Relation.BY, "../2021-12-28", None, "2021-12-28", Precision.NOT_AFTER),
        (DAY, Relation.BEFORE, "../2021-12-28", None, "2021-12-28", Precision.NOT_AFTER),
        (DAY, Relation.UNTIL, "../2021-12-28", None, "2021-12-28", Precision.DAY),
        (DAY, Relation.DURING, "2021-12-28", "2021-12-28", "2021-12-28", Precision.DAY),
        (Point(Grain.WEEK, 2025, 25), Relation.NONE, "2025-W25", "2025-06-16", "2025-06-22", Precision.DAYS),
        (
            Point(Grain.WEEK, 2025, 25, mod=Mod.START),
            Relation.NONE,
            "2025-06-16/2025-06-18",
            "2025-06-16",
            "2025-06-18",
            Precision.DAYS,
        ),
        (
            Point(Grain.MONTH, 2021, 12, mod=Mod.START),
            Relation.NONE,
            "2021-12",
            "2021-12-01",
            "2021-12-10",
            Precision.DAYS,
        ),
        (Point(Grain.SEASON, 2014, 2), Relation.NONE, "2014-SU", "2014-06-01", "2014-08-31", Precision.MONTH),
        (Point(Grain.DAY, None, 1, 10), Relation.NONE, "XXXX-01-10", None, None, Precision.DAY),
        (
            Point(Grain.MINUTE, 2018, 1, 29, hour=9, minute=20),
            Relation.NONE,
            "2018-01-29",
            "2018-01-29",
            "2018-01-29",
            Precision.DAY,
        ),
    ],
)
def test_event_times(
    value: TimeValue, relation: Relation, edtf: str, begin: str | None, end: str | None, precision: Precision
) -> None:
    event = timex(value, relation).event_time()
    assert event is not None
    assert (event.value, event.begin, event.end_date, event.precision) == (edtf, begin, end, precision)


@pytest.mark.parametrize(
    "value",
    [
        Reference.PRESENT,
        Reference.PAST,
        Recurring(Length(((Unit.YEAR, 1),))),
        Length(((Unit.YEAR, 8),)),
        Point(Grain.DAY, weekday=3),
        Point(Grain.MONTH, None, 3),
    ],
)
def test_what_places_no_event(value: TimeValue) -> None:
    assert timex(value).event_time() is None


def test_a_placed_length_gives_its_stretch() -> None:
    stretch = Span(Point(Grain.DAY, 2025, 6, 19), Point(Grain.DAY, 2025, 7, 3))
    event = timex(Length(((Unit.WEEK, 2),)), placed=stretch).event_time()
    assert event is not None and event.value == "2025-06-19/2025-07-03"
    assert timex(Length(((Unit.WEEK, 2),)), placed=stretch).timex3 == "P2W"


def test_approximation_is_marked() -> None:
    event = timex(YEAR, approximate=True).event_time()
    assert event is not None and event.value == "2014~"
