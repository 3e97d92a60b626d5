"""Refusals that no verb of refusing tells: a speaker's "tidak akan …" of his own acts (guide, rule 12)."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses import modality, roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.doers import Doers
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import Found
from linimasa.extract.clauses.parties import codes, official
from linimasa.extract.clauses.report import Report
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.frame import Frame
from linimasa.model.mention import Mention
from linimasa.model.terms import Modality, Polarity

_MARKS = frozenset("\"“‘'")


class Refusals:
    """The refusals of one sentence: what a speaker says that his own side will not do.

    An act that has a type of its own is that type, negated; what nobody does at will is a comment.
    """

    def __init__(self, arguments: Arguments, reports: Sequence[Report], doers: Doers, frame: Frame) -> None:
        self.view = arguments.view
        self.reports = [r for r in reports if r.how != "outlet" and any(official(m) for m in r.sources)]
        self.doers = doers
        self.frame = frame

    def of(self, i: int) -> Candidate | None:
        """Return the refusal that the verb group `i` tells, None where it tells none."""
        view, el = self.view, self.view.els[i]
        said = [r for r in self.reports if i in r.scope]
        realis = modality.of_verb(el, None)
        refused = realis.modality is Modality.COMMITTED and realis.polarity is Polarity.NEGATIVE
        if not said or not refused or el.voice is Voice.PASSIVE or not self._willed(i):
            return None
        source = min(said, key=lambda r: len(r.scope))
        if not self._own(self.doers.of(i), source.sources):
            return None
        start, end = view.chunks[self._first(i)].start, view.chunks[el.head_last].end
        candidate = Candidate(i, start, end, self.frame, False, view.head_word(i))
        roles.add("actor", candidate, source.sources)
        roles.add("recipient", candidate, self._object(i, candidate))
        candidate.rule = "verb:refusal"
        return candidate

    def _willed(self, i: int) -> bool:
        """Whether the verb tells something done at will; an event noun after it is what is not done."""
        if self.view.kinds[i + 1] is Kind.NP and self.view.els[i + 1].triggers:
            return False
        word, closed = self.view.head_word(i), self.view.closed
        return word.startswith(tuple(closed.willed_beginnings)) and word not in closed.unwilled

    def _own(self, subject: Found, sources: Sequence[Mention]) -> bool:
        """Whether the speaker or his side is the subject."""
        who = {m.actor or m.text for m in sources}
        same = any((m.actor or m.text) in who for m in subject.names)
        return same or bool(codes(subject.names) & codes(sources))

    def _object(self, i: int, candidate: Candidate) -> list[Mention]:
        """Return the other parties that the refused act is done to."""
        view, k = self.view, i + 1
        if view.kinds[k] is not Kind.NP or not view.name_headed(k):
            return []
        return [m for m in view.names(k) if m.code and m.code not in codes(candidate.actors)]

    def _first(self, i: int) -> int:
        """Return the chunk that the refusal begins with, its negator before a quotation mark included."""
        chunks, first = self.view.chunks, self.view.els[i].first
        at = first - 1
        if at < 1 or chunks[at].text not in _MARKS:
            return first
        words = self.view.closed.negators | self.view.closed.auxiliaries.keys()
        while at > 0 and chunks[at - 1].lower in words:
            at -= 1
        return at if chunks[at].text not in _MARKS else first
