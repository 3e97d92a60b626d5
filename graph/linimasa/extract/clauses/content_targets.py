"""At whom a threat, refusal, offer or protest is aimed that names them in its content only."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses import roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.clause_ends import matrix_end
from linimasa.extract.clauses.element import Kind
from linimasa.model.mention import Mention
from linimasa.model.terms import EventType

#: Verbal acts whose target is often named in their content only.
_AIMED = frozenset({EventType.THREATEN, EventType.REJECT, EventType.AGREE, EventType.PROTEST})
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE})
#: The target stands within so many elements.
_FAR = 9


class ContentTargets:
    """Finds the targets of one sentence's candidates."""

    def __init__(self, arguments: Arguments, candidates: Sequence[Candidate]) -> None:
        self.args = arguments
        self.view = arguments.view
        self.els = arguments.view.els
        self.candidates = candidates

    def aim(self) -> None:
        """Give recipients to the verbal acts that have none."""
        for candidate in self.candidates:
            if candidate.frame.type in _AIMED and not candidate.recipients and not candidate.noun:
                self._aim(candidate)

    def _aim(self, candidate: Candidate) -> None:
        """Whom a threat, refusal, offer or protest is aimed at, where only its content names them."""
        protest = candidate.frame.type is EventType.PROTEST
        if (
            not protest
            and candidate.frame.complement not in ("content", "plan")
            and candidate.frame.object != "content"
        ):
            return
        if candidate.frame.type is EventType.AGREE and self._against_others(candidate):
            return
        mine = {m.code for m in candidate.actors}
        end = len(self.els) if protest else matrix_end(self.view, self.args.inversions, candidate)
        for k in range(candidate.element + 1, min(end, candidate.element + _FAR)):
            el = self.els[k]
            if el.kind in (Kind.REL, Kind.STOP, Kind.REPORT) or (
                el.kind is Kind.VG and self.args.inversions.of(k)
            ):
                return
            names = self._others(k, mine) if el.kind is Kind.NP else []
            if names and not (protest and k == candidate.element + 2):
                roles.add("recipient", candidate, names)
                return

    def _others(self, k: int, mine: set[str | None]) -> list[Mention]:
        """Return the parties of other codes that the phrase `k` names, and those joined to them by a word."""
        joined = self.view.kinds[k + 1] is Kind.COORD and bool(self.view.names(k))
        names = self.args.chains.right(k).names if joined else self.view.names(k)
        return [m for m in names if m.code and m.code not in mine and roles.is_party(m)]

    def _against_others(self, candidate: Candidate) -> bool:
        """Whether what is agreed to is done against somebody ("setuju menyita kapal X")."""
        end, when = matrix_end(self.view, self.args.inversions, candidate), self.view.closed.later_words
        hostile = [c for c in self.candidates if c.frame.type in _HOSTILE]
        # "agreed to talk following the invasion": only when, not what
        return any(
            candidate.element < c.element < end and self.els[c.element - 1].word not in when for c in hostile
        )
