"""A time expression of a text with its value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from linimasa.model.statement import EventTime
from linimasa.model.terms import DateBasis, Precision
from linimasa.model.timevalue import Grain, Length, Point, Recurring, Reference, Span, TimeValue


class TimexType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Relation(StrEnum):
    """How a preposition ties an event to the expression."""

    NONE = "none"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    DURING = "during"


_OPEN_END = frozenset({Relation.SINCE, Relation.AFTER})
_OPEN_BEGIN = frozenset({Relation.UNTIL, Relation.BEFORE, Relation.BY})
#: Grains that an event's value keeps in their TIMEX3 form (the annotation guide, rule 15).
_AS_TIMEX = frozenset({Grain.WEEK, Grain.SEASON})


@dataclass(frozen=True, slots=True)
class Timex:
    """A recognised expression: `text == document[start:end]`.

    `value` is what the words mean by themselves and at their anchor; `placed` where a length or a range is
    put on the calendar by words around it ("dalam dua minggu ke depan"). `basis` says how it was found,
    `relation` what a preposition adds, `flags` what is doubtful ("weekday-conflict"), `confidence` 0 to 1,
    `rule` the rule that found it.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: TimeValue
    basis: DateBasis
    relation: Relation = Relation.NONE
    approximate: bool = False
    placed: Span | Point | None = None
    flags: tuple[str, ...] = ()
    confidence: float = 1.0
    rule: str = ""

    @property
    def timex3(self) -> str:
        """The TIMEX3 value."""
        return self.value.timex3()

    def event_time(self) -> EventTime | None:
        """Return the time that the expression gives an event, None where it places none.

        References, repetitions, bare lengths and dates without a year but for `XXXX-01-10` place nothing.
        """
        value = self.placed if self.placed is not None else self.value
        if isinstance(value, (Reference, Recurring, Length)):
            return None
        if value.begin is None and value.end is None and not _partial_day(value):
            return None
        if isinstance(value, Point) and self.approximate:
            value = replace(value, approximate=True)
        text = event_value(value)
        if text is None:
            return None
        return self._related(value, text)

    def _related(self, value: Point | Span, text: str) -> EventTime:
        begin, end, precision = value.begin, value.end, value.precision
        if isinstance(value, Point) and self.relation in _OPEN_END:
            text, end = f"{text.split('/')[0]}/..", None
            precision = Precision.NOT_BEFORE if self.relation is Relation.AFTER else precision
        elif isinstance(value, Point) and self.relation in _OPEN_BEGIN:
            text, begin = f"../{text.split('/')[-1]}", None
            precision = precision if self.relation is Relation.UNTIL else Precision.NOT_AFTER
        return EventTime(
            start=self.start,
            end=self.end,
            text=self.text,
            value=text,
            begin=None if begin is None else begin.isoformat(),
            end_date=None if end is None else end.isoformat(),
            precision=precision,
            basis=self.basis,
        )


def _partial_day(value: Point | Span) -> bool:
    return isinstance(value, Point) and value.unit is not None and value.day is not None


def event_value(value: Point | Span) -> str | None:
    """Return the value in an event's form: EDTF, but weeks and seasons as in TIMEX3, days without a clock."""
    if isinstance(value, Span):
        return value.edtf()
    if value.mod is not None and value.grain in (Grain.WEEK, Grain.WEEKEND):
        return f"{value.begin}/{value.end}"
    if value.grain in _AS_TIMEX and value.year is not None:
        return value.timex3()
    if value.grain is Grain.MINUTE:
        value = replace(value, grain=Grain.DAY)
    return value.edtf()
