"""Comments that only "menurut X", "according to X" tells: a statement where its words hold no event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import official
from linimasa.extract.clauses.report import Report
from linimasa.lexicon.frame import Frame
from linimasa.model.terms import EventType

#: How `SpeechFinder` names such a report.
HOW = "according-to"
#: What is kept, or is a comment that gives way to the event in its words.
_TOLD = frozenset({"", "statement"})


def according_frame(frames: Sequence[Frame]) -> Frame | None:
    """Return the frame of such a comment: that of a plain verb of saying."""
    saying = next((f for f in frames if f.type is EventType.STATEMENT and f.speech and not f.noun), None)
    return None if saying is None else replace(saying, id="statement-according-to", weight=0.7)


def comments(
    candidates: Sequence[Candidate], reports: Sequence[Report], arguments: Arguments, frame: Frame | None
) -> list[Candidate]:
    """Return a statement for each official whose words, given so, hold no event that is kept.

    The guide: one event a reported sentence, a STATEMENT where its content holds no event of its own.
    """
    view = arguments.view
    made: list[Candidate] = []
    for report in reports:
        if frame is None or report.how != HOW or not all(official(m) for m in report.sources):
            continue
        if any(c.dropped in _TOLD and c.element in report.scope for c in candidates):
            continue
        at = _preposition(report, arguments)
        if at is None or view.els[at].quote or view.els[at].word not in view.closed.comment_prepositions:
            continue
        chunk = view.chunks[view.els[at].first]
        candidate = Candidate(at, chunk.start, view.chunks[view.els[at].last].end, frame, False, frame.id)
        candidate.actors = list(report.sources)
        candidate.subject_how = HOW
        candidate.rule = f"preposition:{frame.id}"
        made.append(candidate)
    return made


def _preposition(report: Report, arguments: Arguments) -> int | None:
    """Return the preposition right before the first source, None within a relative clause."""
    view = arguments.view
    for k, kind in enumerate(view.kinds):
        if kind is Kind.NP and report.sources[0] in view.names(k) and view.kinds[k - 1] is Kind.PREP:
            return None if view.kinds[k - 2] is Kind.REL else k - 1
    return None
