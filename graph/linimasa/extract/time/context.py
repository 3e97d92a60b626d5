"""What an expression is resolved against, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import Day, Point, Span, TimeValue


@dataclass(frozen=True, slots=True)
class Context:
    """The anchor of one expression.

    `anchor` is the day the words count from (publication, or the day of saying inside a quotation), None where
    unknown; `direction` +1 where the words around speak of the future, -1 of the past, 0 unknown; `last` the
    date under discussion; `period` the quarter or half under discussion; `opens` whether the expression opens its sentence; `order` day or month first.
    """

    anchor: Day | None
    direction: int
    last: Point | None
    period: Point | None = None
    opens: bool = False
    order: str = "dmy"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A maker's result."""

    value: TimeValue
    basis: DateBasis
    placed: Span | Point | None = None
    approximate: bool = False
    flags: tuple[str, ...] = ()
    confidence: float = 1.0
