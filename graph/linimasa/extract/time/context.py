"""What an expression is resolved against, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import Day, Point, Span, TimeValue


@dataclass(frozen=True, slots=True)
class Context:
    """The anchor of one expression.

    anchor: the day the words count from (publication; in a quotation the day of saying), None where unknown
    direction: +1 where the words around speak of the future, -1 of the past, 0 unknown
    last: the date under discussion; last_day: the same, if it is a day and stands near
    period: the quarter or half under discussion
    told: the day that the report tells of
    weekdays: what weekdays meant before
    dates: the years that days were written with, by month and day; months: those of months
    beside: the day named just before ("besok, Selasa")
    opens: whether the expression opens its sentence; dated: whether its sentence named a date before it
    followed: whether another expression stands right behind ("dua tahun sejak 1 Januari")
    order: `dmy` or `mdy`; lang: the language's code
    """

    anchor: Day | None
    direction: int
    last: Point | None
    last_day: Point | None = None
    period: Point | None = None
    told: Day | None = None
    weekdays: Mapping[int, Day] = field(default_factory=dict)
    beside: Day | None = None
    dates: Mapping[tuple[int, int], int] = field(default_factory=dict)
    months: Mapping[int, int] = field(default_factory=dict)
    opens: bool = False
    dated: bool = False
    followed: bool = False
    order: str = "dmy"
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A maker's result; `flags` say what is doubtful or what else it dates."""

    value: TimeValue
    basis: DateBasis
    placed: Span | Point | None = None
    approximate: bool = False
    flags: tuple[str, ...] = ()
    confidence: float = 1.0
