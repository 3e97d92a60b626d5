"""Days of feasts: fixed by date, counted from Easter, by weekday of a month, or by the Islamic calendar.

The Islamic dates follow the tabular calendar (epoch 16 July 622; leap years 2, 5, 7, 10, 13, 16, 18, 21, 24,
26 and 29 of each 30): within a day or two of what authorities declare, so that the declared days of
Indonesia's government stand in a table where they are known.
"""

from __future__ import annotations

import datetime as dt

from linimasa.model.timevalue import Day

#: Idul Fitri (1 Syawal) and Idul Adha (10 Zulhijah) as Indonesia's government declared them.
_DECLARED = {
    "hijri:10-1": {
        2010: (9, 10),
        2011: (8, 31),
        2012: (8, 19),
        2013: (8, 8),
        2014: (7, 28),
        2015: (7, 17),
        2016: (7, 6),
        2017: (6, 25),
        2018: (6, 15),
        2019: (6, 5),
        2020: (5, 24),
        2021: (5, 13),
        2022: (5, 2),
        2023: (4, 22),
        2024: (4, 10),
        2025: (3, 31),
        2026: (3, 21),
    },
    "hijri:12-10": {
        2014: (10, 5),
        2015: (9, 24),
        2016: (9, 12),
        2017: (9, 1),
        2018: (8, 22),
        2019: (8, 11),
        2020: (7, 31),
        2021: (7, 20),
        2022: (7, 10),
        2023: (6, 29),
        2024: (6, 17),
        2025: (6, 6),
    },
}


def holiday_date(name: str, year: int) -> Day | None:
    """Return the day of a feast in a year.

    `name` is `MM-DD`, `easter:N` (days after Easter), `hijri:M-D`, or `nth:M-W-N` (the N-th weekday W,
    Monday 0, of month M; N = -1 the last). None where the feast doesn't fall in the year.
    """
    kind, _, rest = name.rpartition(":")
    if kind == "easter":
        return _easter(year) + dt.timedelta(days=int(rest))
    if kind == "nth":
        month, weekday, number = rest.split("-", 2)
        return _nth(year, int(month), int(weekday), int(number))
    in_month, day = (int(part) for part in rest.split("-"))
    if kind == "hijri":
        declared = _DECLARED.get(name, {}).get(year)
        return Day(year, *declared) if declared else _hijri(year, in_month, day)
    return Day(year, in_month, day)


def _easter(year: int) -> Day:
    """Gregorian Easter Sunday (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return Day(year, f // 31, f % 31 + 1)


def _nth(year: int, month: int, weekday: int, number: int) -> Day:
    if number < 0:
        following = Day(year + month // 12, month % 12 + 1, 1)
        return following - dt.timedelta(days=(following.weekday() - weekday - 1) % 7 + 1)
    first = Day(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _hijri(year: int, month: int, day: int) -> Day | None:
    for hijri in (int((year - 622) * 33 / 32) + k for k in range(-2, 3)):
        days = day - 1 + (59 * (month - 1) + 1) // 2 + (hijri - 1) * 354 + (3 + 11 * hijri) // 30
        date = Day(622, 7, 19) + dt.timedelta(days=days)
        if date.year == year:
            return date
    return None
