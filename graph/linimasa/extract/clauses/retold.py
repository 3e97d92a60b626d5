"""Sayings that point back: "Hal itu disampaikan X" is the act of speech that the sentence before told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.discourse import Discourse
from linimasa.model.terms import EventType

_ACTS = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)


def mark_retold(candidates: Sequence[Candidate], arguments: Arguments, discourse: Discourse) -> None:
    """Give a saying whose subject is "that matter" type and addressees of the same side's last act."""
    for candidate in candidates:
        if candidate.noun or candidate.frame.type is not EventType.STATEMENT or not candidate.frame.speech:
            continue
        if not _points_back(candidate, arguments):
            continue
        told = discourse.last_act(candidate.actors, _ACTS)
        if told is not None:
            candidate.frame = replace(candidate.frame, type=told.frame.type, mode=None)
            candidate.recipients = candidate.recipients or list(told.recipients)
            candidate.rule += ":retold"


def _points_back(candidate: Candidate, arguments: Arguments) -> bool:
    """Whether the subject is a word for what was said, with "this" or "that"."""
    phrase = arguments.subjects.of(candidate.element).np
    if phrase is None or not arguments.view.els[phrase].demonstrative:
        return False
    return bool(arguments.view.closed.matters & set(arguments.view.words(phrase).split()))
