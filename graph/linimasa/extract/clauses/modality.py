"""Modality, polarity and certainty of a verb group or an event noun."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from linimasa.extract.clauses.element import Element, NounTrigger
from linimasa.lexicon.frame import Frame
from linimasa.model.terms import Certainty, Modality, Polarity

#: From weakest to strongest: a later one overrides an earlier one in the same verb group.
_WEAKEST_FIRST = (
    Modality.OCCURRED,
    Modality.ONGOING,
    Modality.PLANNED,
    Modality.COMMITTED,
    Modality.HYPOTHETICAL,
    Modality.HOPED,
    Modality.FEARED,
    Modality.OFFERED,
    Modality.CONSIDERED,
    Modality.DEMANDED,
    Modality.THREATENED,
    Modality.POSTPONED,
    Modality.CANCELLED,
)
_STRENGTH = {modality: rank for rank, modality in enumerate(_WEAKEST_FIRST)}
_DOUBTFUL = frozenset({Modality.HYPOTHETICAL, Modality.CONSIDERED, Modality.FEARED})
_BY_STATUS = {"planned": Modality.PLANNED, "hypothetical": Modality.HYPOTHETICAL}


class Realis(NamedTuple):
    """How real an event is told to be."""

    modality: Modality
    polarity: Polarity
    certainty: Certainty


def strongest(modalities: Iterable[Modality]) -> Modality:
    """Return the modality that wins where several words speak (occurred where none does)."""
    return max(modalities, key=_STRENGTH.__getitem__, default=Modality.OCCURRED)


def of_verb(el: Element, frame: Frame | None) -> Realis:
    """Return what the words of the verb group say."""
    status = None if frame is None else frame.status
    words = [m for _, m in el.auxiliaries]
    if status is not None and status in _BY_STATUS:
        words.append(_BY_STATUS[status])
    modality = strongest(words) if words else Modality.OCCURRED
    negative = el.negated != (status == "negated")
    if negative and modality is Modality.PLANNED:
        modality = Modality.COMMITTED
    certainty = el.certainty or (Certainty.POSSIBLE if modality in _DOUBTFUL else Certainty.CERTAIN)
    return Realis(modality, Polarity.NEGATIVE if negative else Polarity.POSITIVE, certainty)


def of_noun(trigger: NounTrigger, frame: Frame) -> Realis:
    """Return what an operator noun before the event noun says ("rencana kunjungan")."""
    modality = trigger.operator or _BY_STATUS.get(frame.status or "", Modality.OCCURRED)
    negative = trigger.negated != (frame.status == "negated")
    certainty = Certainty.CERTAIN if trigger.operator in (None, Modality.PLANNED) else Certainty.POSSIBLE
    return Realis(modality, Polarity.NEGATIVE if negative else Polarity.POSITIVE, certainty)
