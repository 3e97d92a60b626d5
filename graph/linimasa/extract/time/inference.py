"""What a text without any full date lets conclude of the day it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from linimasa.extract.sentences import split
from linimasa.extract.time.makers.common import valid_day
from linimasa.extract.time.makers.lengths import lean_of
from linimasa.extract.time.offices import office_window
from linimasa.extract.time.tagger import Reading, TimeTagger
from linimasa.extract.time.window import Window
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.timevalue import Day, Grain, Length, Point, Unit, add_units

#: A known event named this many characters after "eight years after" is the one meant.
_REACH = 120
#: Months and weekdays are tried out in at most so many years.
_YEARS = 12
#: A date without its year lies within half a year of the day it was written.
_HALF = dt.timedelta(days=183)


def inferred_window(text: str, tagger: TimeTagger, gazetteer: Gazetteer) -> Window:
    """Return the days on which the text can have been written, with the reasons.

    Offices of people in the lead; known turning points so many years before; days told as past with their
    year; "next month" beside the one month named; a weekday that must fit its date.
    """
    readings = tagger.readings(text, split(text), None)
    window = office_window(text, tagger.lexicon, gazetteer)
    if any(_later(reading, window) for reading in readings):
        window = Window()  # titles of people long out of office: the text tells of older times
    for begin, end, reason in _elapsed(text, readings, tagger):
        window = window.narrowed(begin, end, reason)
    for reading in readings:
        day = reading.timex.value.begin if isinstance(reading.timex.value, Point) else None
        if day is not None and reading.direction < 0 and _written_out(reading):
            window = window.narrowed(day, None, f"told as past: {reading.timex.text!r}")
    return _weekday_fit(readings, _next_month(readings, window))


def _later(reading: Reading, window: Window) -> bool:
    """Whether an expression names a year after the window that isn't said to be to come."""
    end = reading.timex.value.end
    return (
        window.end is not None and end is not None and end.year > window.end.year and reading.direction <= 0
    )


def _written_out(reading: Reading) -> bool:
    return (
        any(reading.match.get(role) is not None for role in ("year", "dmy", "iso"))
        and not reading.timex.flags
    )


def _elapsed(text: str, readings: Sequence[Reading], tagger: TimeTagger) -> Iterator[tuple[Day, Day, str]]:
    for reading in readings:
        timex, value = reading.timex, reading.timex.value
        if reading.match.rule.make != "elapsed" or not isinstance(value, Length):
            continue
        unit, number = value.parts[0]
        after = text[timex.end : timex.end + _REACH].lower()
        for known in tagger.lexicon.known:
            if number is None or unit is not Unit.YEAR or not all(word in after for word in known.words):
                continue
            low, high = _months(reading, round(number * 12))
            begin = add_units(Day.fromisoformat(known.begin), Unit.MONTH, low)
            end = add_units(Day.fromisoformat(known.end), Unit.MONTH, high)
            yield begin, end, f"{timex.text!r} after {' '.join(known.words)} ({known.begin})"


def _months(reading: Reading, months: int) -> tuple[int, int]:
    """Return how many months ago at least and at most; a bare count may be rounded either way."""
    lean = lean_of(reading.match)
    if lean > 0:
        return months - 12, months
    return (months if lean < 0 else months - 12, months + 12)


def _next_month(readings: Sequence[Reading], window: Window) -> Window:
    """Narrow by "bulan depan" beside dates to come that all lie in one month: that month is the next."""
    ahead = [r.timex for r in readings if r.match.get("unit") == "M" and r.match.get("rel") == 1]
    named = {
        value.unit
        for reading in readings
        if isinstance(value := reading.timex.value, Point) and value.year is None and value.unit is not None
        if reading.direction > 0
    }
    if not ahead or len(named) != 1 or window.begin is None or window.end is None:
        return window
    month = (named.pop() + 10) % 12 + 1
    points = [Point(Grain.MONTH, year, month) for year in range(window.begin.year, window.end.year + 1)]
    fits = [point for point in points if window.allows(point.begin, point.end)]
    if len(fits) != 1:
        return window
    return window.narrowed(fits[0].begin, fits[0].end, f"the dates to come lie in what is {ahead[0].text!r}")


def _weekday_fit(readings: Sequence[Reading], window: Window) -> Window:
    """Narrow by a date without its year whose weekday is told: the one year in which both fit."""
    for reading in readings:
        value, weekday = reading.timex.value, reading.match.get("weekday")
        if window.begin is None or window.end is None or window.end.year - window.begin.year > _YEARS:
            return window
        if weekday is None or not isinstance(value, Point) or value.year is not None or value.day is None:
            continue
        fits = _fits(value.unit or 0, value.day, weekday, window)
        if reading.match.get("dm") is not None:  # in figures the month may stand first
            fits += _fits(value.day, value.unit or 0, weekday, window)
        if len(fits) == 1:
            reason = f"{reading.timex.text!r} fits {fits[0].year} alone"
            window = window.narrowed(fits[0] - _HALF, fits[0] + _HALF, reason)
    return window


def _fits(month: int, day: int, weekday: int, window: Window) -> list[Day]:
    if window.begin is None or window.end is None:
        return []
    days = [valid_day(year, month, day) for year in range(window.begin.year - 1, window.end.year + 2)]
    return [
        d for d in days if d is not None and d.weekday() == weekday and window.allows(d - _HALF, d + _HALF)
    ]
