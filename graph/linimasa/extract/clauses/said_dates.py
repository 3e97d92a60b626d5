"""Dates of what is said: the day of the saying, else that of the outlet's telling (the guide's rule 14)."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.report import Report
from linimasa.model.terms import EventType, Modality

#: Acts of speech that are more than a statement.
_SPOKEN = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT, EventType.THREATEN}
)
#: Acts that are done by saying so.
_PERFORMED = _SPOKEN | {EventType.AGREE}
#: Acts that are done in words.
VERBAL = _SPOKEN | {EventType.STATEMENT}


def date_sayings(arguments: Arguments, candidates: Sequence[Candidate], reports: Sequence[Report]) -> None:
    """Date what is said by the day of the saying, else by that of the outlet's telling (rule 14)."""
    dated = [r for r in reports if r.time is not None and r.time.event_time() is not None]
    for candidate in candidates:
        if candidate.time is None and not candidate.noun:
            quoted = _performs(candidate, arguments)
            if quoted or _says(candidate, arguments):
                told = [r for r in dated if r.how == "outlet" or (quoted and candidate.element in r.scope)]
                told.sort(key=lambda r: r.how == "outlet")
                candidate.time = told[0].time if told else None


def _says(candidate: Candidate, arguments: Arguments) -> bool:
    """Whether the event is a saying whose words stand before it, or that an aside dates.

    The aside stands behind the subject: "X, sebagaimana diberitakan AFP, Rabu, mendesak …".
    """
    if candidate.rule == "modal:demand":
        return True
    if candidate.frame.type not in VERBAL or arguments.view.els[candidate.element].quote:
        return False
    how = candidate.rule.split(":")
    subject = arguments.subjects.of(candidate.element).np
    aside = subject is not None and Kind.REPORT in arguments.view.kinds[subject : candidate.element]
    return aside or (candidate.frame.speech and ("inverted" in how or "continued" in how))


def _performs(candidate: Candidate, arguments: Arguments) -> bool:
    """Whether the words of a speaker do what they say ("kami memperingatkan …", "bahwa ia menolak …")."""
    if candidate.frame.type not in _PERFORMED or candidate.modality is not Modality.OCCURRED:
        return False
    if not arguments.view.els[candidate.element].quote:
        return candidate.subject_how == "speaker"
    subject = arguments.subjects.of(candidate.element).names
    return bool(subject) and all(m.rule == "first-person" for m in subject)
