"""Days of feasts against known days."""

from __future__ import annotations

import datetime as dt

import pytest

from linimasa.extract.time.makers.holidays import holiday_date


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("08-17", dt.date(2024, 8, 17)),
        ("easter:0", dt.date(2025, 4, 20)),
        ("easter:-2", dt.date(2024, 3, 29)),
        ("nth:11-3-4", dt.date(2022, 11, 24)),
        ("nth:5-0--1", dt.date(2023, 5, 29)),
        ("hijri:10-1", dt.date(2025, 3, 31)),
        ("hijri:12-10", dt.date(2025, 6, 6)),
    ],
)
def test_feasts(name: str, day: dt.date) -> None:
    assert holiday_date(name, day.year) == day


def test_the_tabular_calendar_stays_near_the_declared_days() -> None:
    # not in the table: 19 January 1999 as declared, 5 February 2030 as astronomers count
    for day in (dt.date(1999, 1, 19), dt.date(2030, 2, 5)):
        found = holiday_date("hijri:10-1", day.year)
        assert found is not None and abs((found - day).days) <= 2
