"""The date of an event in the graph: the words' own, or what the saying and the publication allow.

The rules are those of the ontology's page ("Time"): `date` is the day to sort by, `begin` the earliest day it
can have begun and `end` the latest it can have ended. A state that is only said to go on is dated `asOf`, a
past act without a date `notAfter`; the present day never comes in.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass

from linimasa.model.statement import EventTime, Statement
from linimasa.model.terms import DateBasis, EventType, Modality, Polarity, Precision

#: Acts that consist in saying something: where the speaker is the actor, the day of saying is their day.
SPOKEN = frozenset(
    {
        EventType.STATEMENT,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.AGREE,
    }
)

_EDTF_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[~?%]?\Z")
_EDTF_UNANCHORED = re.compile(r"XXXX-(\d\d|XX)(-(\d\d|XX))?[~?%]?\Z")
_FINENESS = (Precision.DAY, Precision.DAYS, Precision.MONTH, Precision.YEAR, Precision.DECADE)


@dataclass(frozen=True, slots=True)
class Moment:
    """When an event was: ISO days or None where open, an EDTF value or None, and how exact it is.

    `told` is true where the text dates the event itself, false where only the saying or the publication
    bounds it.
    """

    date: str | None
    begin: str | None
    end: str | None
    edtf: str | None
    precision: Precision
    basis: DateBasis
    told: bool

    @property
    def head(self) -> str:
        """The date as it stands at the head of an IRI: day, month, year or "undated"."""
        if self.date is None:
            return "undated"
        if self.told and self.precision is Precision.DAY:
            return self.date
        return self.date[:4] if self.precision in (Precision.YEAR, Precision.DECADE) else self.date[:7]


def told_moment(time: EventTime | None) -> Moment | None:
    """Return the date that the text gives the event, None where it gives none."""
    if time is None:
        return None
    precision, begin, end = time.precision, time.begin, time.end_date
    if time.value.startswith(("../", "/")):
        precision = Precision.NOT_AFTER if precision is not Precision.AS_OF else precision
        begin = None
    date = end if precision is Precision.NOT_AFTER else begin
    if precision is Precision.DAY and begin and end is None and "/" not in time.value:
        end = begin
    return Moment(date, begin, end, _edtf(time), precision, time.basis, told=True)


def _edtf(time: EventTime) -> str | None:
    """Return the record's value as EDTF: weeks, seasons and narrowed months become "one day of these"."""
    value = time.value
    if value.startswith("../"):
        return value[2:]
    if "/" in value or _EDTF_UNANCHORED.match(value):
        return value
    begin, end = time.begin, time.end_date
    if _EDTF_DAY.match(value):
        month = len(value) == 7
        if month and begin and end and (begin, end) != _month(value):
            return f"[{begin}..{end}]"
        return value
    if begin and end:
        return begin if begin == end else f"[{begin}..{end}]"
    return None


def _month(value: str) -> tuple[str, str]:
    year, month = int(value[:4]), int(value[5:7])
    if not 1 <= month <= 12 or year < 1:
        return value, value
    return f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02}"


def derived_moment(statement: Statement) -> Moment | None:
    """Return the date that the saying or the publication allows for an undated event.

    Only positive claims of what happened or goes on get one: a plan, a wish or a denial has no day.
    """
    if statement.polarity is Polarity.NEGATIVE:
        return None
    said, own = _saying(statement)
    day = said or statement.doc.published
    if day is None:
        return None
    if statement.modality is Modality.ONGOING:
        return Moment(day, None, None, None, Precision.AS_OF, DateBasis.INFERRED, told=False)
    if statement.modality is not Modality.OCCURRED:
        return None
    if said is not None and own:
        return Moment(said, said, said, said, Precision.DAY, DateBasis.INFERRED, told=False)
    return Moment(day, None, day, f"/{day}", Precision.NOT_AFTER, DateBasis.INFERRED, told=False)


def _saying(statement: Statement) -> tuple[str | None, bool]:
    """Return the day of the saying and whether that saying is the act itself."""
    days = [source.said_on or source.made_public_on for source in statement.attributed_to]
    said = statement.said_on or min((day for day in days if day), default=None)
    actors = {who.actor or who.text for who in statement.actors}
    sources = {source.actor or source.text for source in statement.attributed_to}
    return said, statement.type in SPOKEN and (not sources or bool(sources & actors))


def best_moment(moments: Iterable[Moment]) -> Moment | None:
    """Return the most telling of several dates of one event: told before derived, fine before coarse."""
    return min(moments, key=_rank, default=None)


def _rank(moment: Moment) -> tuple[bool, int, str, str]:
    fine = _FINENESS.index(moment.precision) if moment.precision in _FINENESS else len(_FINENESS)
    return not moment.told, fine, moment.date or "9999", moment.edtf or ""


def window(moment: Moment) -> tuple[str, str]:
    """Return the first and last day on which the event can have been, as sortable ISO days."""
    day = moment.date if moment.precision is Precision.DAY else None
    return moment.begin or day or "0000-01-01", moment.end or day or "9999-12-31"
