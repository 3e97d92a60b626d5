"""Set phrases: what a speaker asks, praises, threatens, offers or declines without a verb that says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from linimasa.extract.clauses import roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import codes, known_group, official
from linimasa.extract.clauses.phrases import Phrases, phrase
from linimasa.extract.clauses.report import Report, places
from linimasa.lexicon.frame import Frame, plain_frame
from linimasa.model.mention import Mention
from linimasa.model.terms import EventType

#: How certain it is that such a phrase is the act.
_WEIGHT = 0.65
#: Begins the rule of such a candidate.
RULE = "phrase:"
#: Types whose phrase says of somebody what he is or will meet ("Israel akan membayar mahal").
_OF_SOMEBODY = frozenset({EventType.SUPPORT, EventType.THREATEN})


def phrase_frames() -> dict[EventType, Frame]:
    """Return the frame of each type's set phrases: what follows is their content."""
    return {kind: _frame(kind) for kind in EventType}


def _frame(kind: EventType) -> Frame:
    plain = plain_frame(kind, None, noun=False)
    return replace(plain, id=f"phrase-{kind.lower()}", complement="content", weight=_WEIGHT)


class SetPhrases:
    """The set phrases of one sentence's reported words."""

    def __init__(
        self,
        arguments: Arguments,
        reports: Sequence[Report],
        phrases: Phrases,
        frames: Mapping[EventType, Frame],
    ) -> None:
        self.args = arguments
        self.view = arguments.view
        self.phrases = phrases
        self.frames = frames
        self.reports = [r for r in reports if self._speaks(r)]

    def all(self) -> Iterator[Candidate]:
        """Yield what the set phrases do, in the order of the words."""
        if not self.reports:
            return
        said = frozenset(k for r in self.reports for k in r.scope)
        end, done = -1, set[tuple[EventType, frozenset[str]]]()
        for k, at in places(self.view, said):
            size = 0 if at <= end else self.phrases.sizes(self.view.chunks, at).set_phrases
            if size and not self._denied(at):
                end = at + size - 1
                inner = min((r for r in self.reports if k in r.scope), key=lambda r: len(r.scope))
                act = self._act(k, at, end, inner)
                judged = act.frame.type is not EventType.SUPPORT or self._predicated(k, at)
                key = act.frame.type, frozenset(m.actor or m.text for m in act.actors)
                if judged and key not in done:  # one act a reported sentence
                    done.add(key)
                    yield act

    def _speaks(self, report: Report) -> bool:
        """Whether an official says it; what goes on from before must open the sentence."""
        goes_on = report.how != "continued" or self.view.kinds[0] is Kind.QOPEN or self.view.els[0].quote > 0
        return goes_on and report.how != "outlet" and any(official(m) for m in report.sources)

    def _predicated(self, k: int, at: int) -> bool:
        """Whether a noun of praise isn't just what some verb does ("mengambil langkah strategis")."""
        el, before = self.view.els[k], self.view.els[k - 1] if k else None
        if el.kind is not Kind.NP or before is None or before.kind is not Kind.VG or at > el.first + 1:
            return True
        return self.view.copula(k - 1)

    def _denied(self, at: int) -> bool:
        return at > 0 and self.view.chunks[at - 1].lower in self.view.closed.negators

    def _act(self, k: int, first: int, last: int, report: Report) -> Candidate:
        chunks = self.view.chunks
        words = phrase(chunks, first, last - first + 1)
        frame = self.frames[self.view.closed.set_phrases[words]]
        candidate = Candidate(k, chunks[first].start, chunks[last].end, frame, False, words)
        roles.add("actor", candidate, report.sources)
        candidate.rule = f"{RULE}{words}"
        roles.add("recipient", candidate, self._aimed_at(k, candidate))
        return candidate

    def _aimed_at(self, k: int, candidate: Candidate) -> list[Mention]:
        """Return the other parties that the phrase says something of, or asks something of."""
        mine = codes(candidate.actors)
        around = (k, self._subject(k)) if candidate.frame.type in _OF_SOMEBODY else (k, k + 1)
        for at in around:
            names = self.view.names(at) if at is not None and self.view.kinds[at] is Kind.NP else ()
            others = [m for m in names if (m.code or known_group(m)) and m.code not in mine]
            if others:
                return others
        return []

    def _subject(self, k: int) -> int | None:
        """Return the phrase of what the phrase `k` is said of, the subject or what "sebagai" follows."""
        kinds = self.view.kinds
        if kinds[k] is Kind.VG:
            return self.args.subjects.of(k).np
        if k and kinds[k - 1] is Kind.VG:
            return self.args.subjects.of(k - 1).np
        if k > 1 and kinds[k - 1] is Kind.PREP:
            return k - 2
        return k - 1 if k else None
