"""Dates that clauses share: joined verbs, clauses of the same time, demands and their saying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.report import Report
from linimasa.extract.clauses.view import View
from linimasa.model.terms import EventType
from linimasa.model.timex import Timex

#: Ways of finding a subject that tie a verb to the one before it.
_LINKED = frozenset({"coordinated", "participial", "serial", "control"})
#: What a clause can't be looked for across.
_WALLS = frozenset({Kind.VG, Kind.STOP, Kind.COMP, Kind.COLON, Kind.REL})


def same_time(view: View, i: int) -> bool:
    """Whether the element opens a clause of the same time ("ketika", "saat")."""
    return view.kinds[i] is Kind.SUB and view.els[i].word in view.closed.while_words


class SharedDates:
    """Gives the undated candidates of one sentence the dates that they share.

    `clauses` are the dates that stand with a verb, event or not, by the verb's element.
    """

    def __init__(
        self,
        arguments: Arguments,
        candidates: Sequence[Candidate],
        reports: Sequence[Report],
        clauses: Mapping[int, Timex],
    ) -> None:
        self._args = arguments
        self._view = arguments.view
        self._candidates = candidates
        self._reports = reports
        self._clauses = clauses

    def share(self) -> None:
        """Let a verb share the date of the verb whose subject it shares; a demand, its saying's."""
        for candidate in self._candidates:
            if candidate.time is not None:
                continue
            if candidate.noun:
                self._share_light(candidate)
                continue
            if candidate.rule == "modal:demand":
                said = [r for r in self._reports if candidate.element in r.scope and r.how != "outlet"]
                candidate.time = next(
                    (r.time for r in said if r.time is not None and r.time.event_time() is not None), None
                )
            elif candidate.subject_how in _LINKED:
                candidate.time = self._of_matrix(candidate)
            elif candidate.time is None:
                candidate.time = self._of_frame_clause(candidate)

    def _share_light(self, noun: Candidate) -> None:
        """Let a noun share the date of the verb beside its light verb ("merebut X dan memicu perang")."""
        if noun.light is not None and self._args.subjects.of(noun.light).how == "coordinated":
            matrix = self._matrix(noun, noun.light)
            noun.time = None if matrix is None else matrix.time

    def _matrix(self, candidate: Candidate, element: int) -> Candidate | None:
        """Return the dated event of the verb before an element, where it stands as the candidate does."""
        return self._dated_at(self._view.previous_verb(element), candidate)

    def _dated_at(self, verb: int | None, candidate: Candidate) -> Candidate | None:
        dated = [c for c in self._candidates if not c.noun and c.element == verb and c.time is not None]
        if not dated:
            return None
        # A purpose has no modality of its own yet: it takes over that of its main verb.
        alike = dated[0].modality is candidate.modality or candidate.subject_how == "control"
        return dated[0] if alike else None

    def _joined(self, candidate: Candidate) -> Candidate | None:
        """Return the dated event of the verb, further back, whose subject a joined verb shares."""
        mine = {m.start for m in self._args.subjects.of(candidate.element).names}
        for k in range(candidate.element - 1, -1, -1):
            if self._view.kinds[k] is Kind.VG and mine & {m.start for m in self._args.subjects.of(k).names}:
                return self._dated_at(k, candidate)
        return None

    def _of_matrix(self, candidate: Candidate) -> Timex | None:
        matrix = self._matrix(candidate, candidate.element)
        meanwhile = same_time(self._view, candidate.element - 1)  # "X rejected …, while offering …"
        if matrix is None and (candidate.subject_how == "coordinated" or meanwhile):
            matrix = self._joined(candidate)
        if meanwhile and matrix is not None:
            return matrix.time
        if matrix is None:
            return self._of_clause(candidate)
        if candidate.subject_how == "control" and matrix.frame.type is not EventType.CONSULT:
            return None
        return matrix.time

    def _of_frame_clause(self, candidate: Candidate) -> Timex | None:
        """Return the date of the clause that a clause of the same time hangs on ("…, ketika X menyerang")."""
        view = self._view
        for k in range(candidate.element - 1, -1, -1):
            if same_time(view, k):
                matrix = view.previous_verb(k)
                return None if matrix is None else self._clauses.get(matrix)
            if view.kinds[k] in _WALLS:
                return None
        return None

    def _of_clause(self, candidate: Candidate) -> Timex | None:
        """Return the date of the verb before, where that is no event itself."""
        previous = self._view.previous_verb(candidate.element)
        if previous is None or any(c.element == previous for c in self._candidates):
            return None
        return self._clauses.get(previous)
