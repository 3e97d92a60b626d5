"""The controlled terms of the statement record and of the ontology.

The values are the names that stand in the records and, for all but `Status` and `EventType`, the local
names of the terms in the ontology (`lini:occurred`, `lini:deictic`, …).
"""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """PLOVER's sixteen root types and STATEMENT."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    COOPERATE = "COOPERATE"
    SUPPORT = "SUPPORT"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"


#: Types whose parties are equal: the store keeps all of them as actors.
MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})


class Modality(StrEnum):
    """How a claim presents its event."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    COMMITTED = "committed"
    OFFERED = "offered"
    DEMANDED = "demanded"
    THREATENED = "threatened"
    CONSIDERED = "considered"
    HYPOTHETICAL = "hypothetical"
    HOPED = "hoped"
    FEARED = "feared"


class Polarity(StrEnum):
    """Whether the claim asserts or denies."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How sure the source is (FactBank's CT, PR, PS, U)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """The record's short form of modality and polarity."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class EventStatus(StrEnum):
    """The consolidated status of an event over all its claims."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    UNREALIZED = "unrealized"
    RULED_OUT = "ruledOut"
    DISPUTED = "disputed"


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    DAYS = "days"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    AS_OF = "asOf"
    NOT_AFTER = "notAfter"
    NOT_BEFORE = "notBefore"


class DateBasis(StrEnum):
    """How a date was found."""

    EXPLICIT = "explicit"
    YEAR_INFERRED = "yearInferred"
    DEICTIC = "deictic"
    RELATIVE = "relative"
    COMPUTED = "computed"
    DURATION = "duration"
    INFERRED = "inferred"


class ActorKind(StrEnum):
    """What a participant is; `PLACE` occurs in mentions only."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed"
    PLACE = "place"


class Verdict(StrEnum):
    """What a second witness says of a statement's parties; `ADDS`: it names some where there are none."""

    AGREES = "agrees"
    DIFFERS = "differs"
    ADDS = "adds"
    SILENT = "silent"


_PLANNED = frozenset({Modality.PLANNED, Modality.POSTPONED, Modality.COMMITTED})
_ACTUAL = frozenset({Modality.OCCURRED, Modality.ONGOING})


def status_of(modality: Modality, polarity: Polarity) -> Status:
    """Return the record's status: DESIGN's table, negation and cancellation first."""
    if polarity is Polarity.NEGATIVE or modality is Modality.CANCELLED:
        return Status.NEGATED
    if modality in _PLANNED:
        return Status.PLANNED
    if modality in _ACTUAL:
        return Status.ACTUAL
    return Status.HYPOTHETICAL
