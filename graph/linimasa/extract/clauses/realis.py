"""Modality that a candidate takes over: from its main clause, from an earlier mention, from its date."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from linimasa.extract.clauses import modality
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.model.terms import EventType, Modality

#: What a main verb lends to the verbs and nouns that hang on it.
_LENT = frozenset(
    {
        Modality.PLANNED,
        Modality.COMMITTED,
        Modality.HYPOTHETICAL,
        Modality.HOPED,
        Modality.CONSIDERED,
        Modality.DEMANDED,
    }
)
_DEPENDENT = frozenset({"control", "coordinated", "serial", "participial", "fronted"})


class RealisMarker:
    """Sets the modality of candidates whose own words say nothing."""

    def __init__(
        self, arguments: Arguments, candidates: Sequence[Candidate], published: datetime.date | None
    ) -> None:
        self.args = arguments
        self.view = arguments.view
        self.els = arguments.view.els
        self.kinds = arguments.view.kinds
        self.candidates = candidates
        self.published = published

    def mark(self) -> None:
        """Let main clauses and dates speak for candidates without modal words of their own."""
        for candidate in self.candidates:
            if candidate.modality is Modality.OCCURRED and not candidate.presupposed:
                lent = self._lent(candidate)
                if lent is not None:
                    candidate.modality = lent
            if candidate.modality in (Modality.OCCURRED, Modality.ONGOING) and self._lies_ahead(candidate):
                candidate.modality = Modality.PLANNED

    def _lent(self, candidate: Candidate) -> Modality | None:
        if candidate.noun:
            verb = self._clause_verb(candidate.element)
        elif candidate.subject_how in _DEPENDENT:
            verb = self._matrix(candidate)
        else:
            verb = None
        if verb is None or self.view.speechlike(verb):
            return None
        own = modality.of_verb(self.els[verb], None)[0]
        if own in (Modality.PLANNED, Modality.COMMITTED):
            return Modality.PLANNED
        if own in _LENT and not candidate.noun:
            return own
        return None

    def _clause_verb(self, element: int) -> int | None:
        """Return the nearest verb group to the left in the clause, else the first to the right."""
        quote = self.els[element].quote
        for k in range(element - 1, -1, -1):
            el = self.els[k]
            if el.kind is Kind.VG and el.quote == quote:
                return k
            if el.kind in (Kind.STOP, Kind.QOPEN, Kind.QCLOSE, Kind.COLON):
                break
        for k in range(element + 1, len(self.els)):
            el = self.els[k]
            if el.kind is Kind.VG and el.quote == quote:
                return k if self.kinds[k - 1] is not Kind.REL else None
            if el.kind in (Kind.STOP, Kind.QOPEN, Kind.QCLOSE, Kind.COLON):
                return None
        return None

    def _matrix(self, candidate: Candidate) -> int | None:
        if candidate.subject_how == "fronted":
            return self.view.next_verb(candidate.element)
        return self.view.previous_verb(candidate.element)

    def _lies_ahead(self, candidate: Candidate) -> bool:
        """Whether the event's date lies after the day of publication."""
        if self.published is None or candidate.time is None or candidate.frame.type is EventType.STATEMENT:
            return False
        time = candidate.time.event_time()
        if time is None or time.begin is None:
            return False
        today = self.published.isoformat()
        return time.begin > today or (time.begin == today and (time.end_date or today) > today)
