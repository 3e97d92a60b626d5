"""Makers of what is near the anchor: yesterday, this week, now, that day, clock times."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.makers.common import clock_of, modified, with_time
from linimasa.extract.time.recognise import Found
from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import Grain, Point, Reference

#: The grain of a unit that can be counted from the anchor.
GRAINS = {
    "D": Grain.DAY,
    "W": Grain.WEEK,
    "WE": Grain.WEEKEND,
    "M": Grain.MONTH,
    "Q": Grain.QUARTER,
    "H": Grain.HALF,
    "Y": Grain.YEAR,
    "DE": Grain.DECADE,
    "CE": Grain.CENTURY,
}


def make_near(found: Found, context: Context) -> Outcome | None:
    """A day counted from the anchor ("kemarin", "lusa", "malam ini"): `shift` days from it."""
    shift = found.get("shift")
    if shift is None or context.anchor is None:
        return None if shift is None else Outcome(_unanchored(shift), DateBasis.DEICTIC, confidence=0.5)
    day = context.anchor + dt.timedelta(days=shift)
    return Outcome(with_time(day, found), DateBasis.DEICTIC)


def _unanchored(shift: int) -> Reference:
    return Reference.PRESENT if shift == 0 else Reference.PAST if shift < 0 else Reference.FUTURE


def make_unit(found: Found, context: Context) -> Outcome | None:
    """A unit beside or around the anchor: "pekan lalu", "awal bulan ini", "next year"."""
    relation, unit = found.get("rel"), found.get("unit")
    if relation is None or unit not in GRAINS:
        return None
    if context.anchor is None:
        return Outcome(_unanchored(relation), DateBasis.DEICTIC, confidence=0.5)
    try:
        point = Point.holding(GRAINS[unit], context.anchor).shift(relation * (found.get("times") or 1))
    except (OverflowError, ValueError):
        return None
    part = found.get("part")
    if part and point.grain is Grain.DAY:
        point = replace(point, grain=Grain.PART, part=part)
    return Outcome(modified(point, found), DateBasis.DEICTIC)


def make_weekend(_found: Found, context: Context) -> Outcome | None:
    """The weekend just past, or the coming one where the words speak of the future."""
    if context.anchor is None:
        return None
    here = Point.holding(Grain.WEEKEND, context.anchor)
    begun = here.begin is not None and here.begin <= context.anchor
    return Outcome(here if begun or context.direction > 0 else here.shift(-1), DateBasis.DEICTIC)


def make_nothing(_found: Found, _context: Context) -> Outcome | None:
    """What looks like a time and is none (an age): it is taken out of the way."""
    return None


def make_reference(found: Found, _context: Context) -> Outcome | None:
    """A vague now, once, or some day: `ref` is present, past or future."""
    return Outcome(Reference[found.get("ref").upper()], DateBasis.DEICTIC)


def make_same(found: Found, context: Context) -> Outcome | None:
    """What points back to the date under discussion: "hari itu", "sore harinya", "keesokan harinya".

    `shift` days from it; without such a date a past reference where the rule allows one (`ref`).
    """
    last, unit = context.last, found.get("unit")
    if last is None or last.begin is None:
        reference = found.get("ref")
        return None if reference is None else Outcome(Reference[reference.upper()], DateBasis.RELATIVE)
    if unit in GRAINS and unit != "D":
        point = Point.holding(GRAINS[unit], last.begin)
        return Outcome(modified(point.shift(found.get("times") or 0), found), DateBasis.RELATIVE)
    shift = found.get("shift") or 0
    if last.date is None:
        if shift == 0 and not found.get("part"):
            return Outcome(replace(last, mod=None), DateBasis.RELATIVE)
        return None
    return Outcome(with_time(last.date + dt.timedelta(days=shift), found), DateBasis.RELATIVE)


def make_clock(found: Found, context: Context) -> Outcome | None:
    """A time of the day: of the date under discussion in the sentence, else of the anchor."""
    clock = clock_of(found)
    base = context.anchor if context.last_day is None else context.last_day.date
    if clock is None:
        return None
    hour, minute = clock
    if found.get("pm") and hour < 12:
        hour += 12
    if base is None:
        point = Point(Grain.MINUTE, None, None, None, hour=hour, minute=minute or 0)
    else:
        point = Point(Grain.MINUTE, base.year, base.month, base.day, hour=hour, minute=minute or 0)
    return Outcome(point, DateBasis.RELATIVE)
