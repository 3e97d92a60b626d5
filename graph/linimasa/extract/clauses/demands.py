"""Demands made by a modal verb: a speaker's "X harus …", "X must …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses import roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.report import Report
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.frame import Frame
from linimasa.model.terms import EventType, Modality

#: Sectors of people of whom no state or body demands anything.
_POWERLESS = frozenset({"CVL", "REF", "JRN"})


def demand_frame(frames: Sequence[Frame]) -> Frame | None:
    """Return the frame of a demand made by a modal verb: any request's roles, its verb as content."""
    request = next((f for f in frames if f.type is EventType.REQUEST and not f.noun), None)
    if request is None:
        return None
    return replace(
        request,
        id="request-modal",
        mode=None,
        complement="content",
        speech=False,
        needs=("actor",),
        weight=0.7,
        object_heads=frozenset(),
        object_actor=False,
        status=None,
    )


class Demands:
    """The demands of one sentence; without a frame there are none."""

    def __init__(self, arguments: Arguments, reports: Sequence[Report], frame: Frame | None) -> None:
        self.view = arguments.view
        self.subjects = arguments.subjects
        self.reports = [r for r in reports if r.sources and r.how != "outlet"]
        self.frame = frame

    def of(self, i: int) -> Candidate | None:
        """Return the demand on the subject of the verb group `i`, the verb its content."""
        el = self.view.els[i]
        if self.frame is None or all(m is not Modality.DEMANDED for _, m in el.auxiliaries):
            return None
        said = [r for r in self.reports if i in r.scope]
        subject = self.subjects.of(i)
        if subject.np is None or not self.view.name_headed(subject.np) or self.view.els[subject.np].triggers:
            return None  # "the enforcement of X's sanctions must …" asks nothing of X
        if not said or any(m.rule == "first-person" for m in subject.names):
            return None
        if not any(m.code and m.sector not in _POWERLESS for m in subject.names):
            return None  # what must be done by nobody named is a view, not a demand
        start, end = self.view.chunks[el.first].start, self.view.chunks[el.head_last].end
        candidate = Candidate(i, start, end, self.frame, False, self.frame.id)
        roles.add("actor", candidate, min(said, key=lambda r: len(r.scope)).sources)
        speakers = {m.actor or m.text for m in candidate.actors}
        if el.voice is not Voice.PASSIVE:  # of "X harus dilibatkan" somebody else is to do it
            others = [m for m in subject.names if (m.actor or m.text) not in speakers]
            roles.add("recipient", candidate, others)
        candidate.rule = "modal:demand"
        return candidate
