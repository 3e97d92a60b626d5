"""Dates that hang on another event: "dua hari setelah pertemuan itu, …", "sejak X menyerang Y pada 2022"."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.clause_ends import clause_end
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.view import View
from linimasa.model.terms import DateBasis, Modality
from linimasa.model.timepoint import Point
from linimasa.model.timevalue import Length, Unit
from linimasa.model.timex import Relation, Timex, TimexType

#: Units that lead from a day to a day; months and years would pretend to more than the words say.
_EXACT = frozenset({Unit.DAY, Unit.WEEK})
#: What can have gone on since a day.
_GOING = frozenset({Modality.OCCURRED, Modality.ONGOING})


def date_from_other_events(
    candidates: Sequence[Candidate], arguments: Arguments, discourse: Discourse
) -> None:
    """Date a sentence's main event by the event it follows or precedes, where that one's day is known."""
    view = arguments.view
    _date_since(candidates, view)
    for k, el in enumerate(view.els):
        if el.timex is None or view.kinds[k + 1] not in (Kind.SUB, Kind.PREP):
            continue
        sign = _direction(view.els[k + 1].word, view.closed.later_words, view.closed.earlier_words)
        length = el.timex.value
        if not sign or not isinstance(length, Length) or length.approximate:
            continue
        end = clause_end(view, k + 1)
        other = next((c for c in candidates if k + 1 < c.element < end), None)
        day = None if other is None else _day_of(other, discourse)
        if day is None or not all(unit in _EXACT and number is not None for unit, number in length.parts):
            continue
        then = length.after(day) if sign > 0 else length.before(day)
        main = _main(candidates, k, end)
        if then is not None and main is not None and main.time is None:
            main.time = _timex(el.timex, then)


def _date_since(candidates: Sequence[Candidate], view: View) -> None:
    """Let what has gone on since another event begin on that one's date."""
    for k, el in enumerate(view.els):
        if el.kind not in (Kind.SUB, Kind.PREP) or el.word not in view.closed.since_words:
            continue
        end = clause_end(view, k)
        told = next((e.timex for e in view.els[k + 1 : end] if e.timex is not None), None)
        if told is None or told.relation is not Relation.NONE or told.event_time() is None:
            continue
        main = _main(candidates, k, end)
        if main is not None and main.time is None and main.modality in _GOING:
            main.time = replace(told, relation=Relation.SINCE, basis=DateBasis.RELATIVE)


def _direction(word: str, later: frozenset[str], earlier: frozenset[str]) -> int:
    return (word in later) - (word in earlier)


def _day_of(candidate: Candidate, discourse: Discourse) -> datetime.date | None:
    """Return the day of an event: its own, or that of the earlier event it speaks of again."""
    timex = candidate.time
    if timex is None and candidate.anaphoric:
        timex = discourse.date_of(candidate)
    time = None if timex is None else timex.event_time()
    if time is None or time.begin is None or time.begin != time.end_date:
        return None
    return datetime.date.fromisoformat(time.begin)


def _main(candidates: Sequence[Candidate], first: int, end: int) -> Candidate | None:
    """Return the event that the date belongs to: the verb before it, else the first one after its clause."""
    before = [c for c in candidates if not c.noun and c.element < first]
    after = [c for c in candidates if c.element >= end]
    return before[-1] if before else next(iter(after), None)


def _timex(expression: Timex, day: datetime.date) -> Timex:
    return replace(
        expression, type=TimexType.DATE, value=Point.of_day(day), basis=DateBasis.RELATIVE, flags=()
    )
