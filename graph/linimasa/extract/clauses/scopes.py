"""Scopes: which candidates are the content, the condition or the purpose of another one."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.clause_ends import clause_end, matrix_end
from linimasa.extract.clauses.content_targets import ContentTargets
from linimasa.extract.clauses.decisions import ENACTED, decided
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.set_phrases import RULE
from linimasa.lexicon.forms.form import Voice
from linimasa.model.terms import Certainty, EventType, Modality, Polarity

#: Nouns of these types are acts that took place though they stand inside another act's content
#: ("menolak permintaan Rusia": the request was made).
_FACTS_IN_CONTENT = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN})

#: Nouns whose clause says what is demanded, alleged or threatened ("tuduhan bahwa …", "seruan agar …").
_CONTENT_NOUNS = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.REJECT})

#: "pergi ke X untuk bertemu Y": the meeting is told with the journey.
_DONE_BY_GOING = frozenset({EventType.CONSULT, EventType.AID})


class ScopeMarker:
    """Marks the candidates of one sentence."""

    def __init__(self, arguments: Arguments, candidates: Sequence[Candidate]) -> None:
        self.args = arguments
        self.view = arguments.view
        self.els = arguments.view.els
        self.kinds = arguments.view.kinds
        self.candidates = candidates

    def mark(self) -> None:
        """Set content, condition, purpose and relative marks, and the modality that follows from them."""
        for index, candidate in enumerate(self.candidates):
            complement = candidate.frame.complement
            if complement == "content":
                self._contents(index, candidate)
            elif complement == "plan":
                self._plans(candidate)
            elif not candidate.noun and candidate.frame.type in (EventType.CONSULT, EventType.AGREE):
                self._topics(index, candidate)
            elif candidate.noun and candidate.frame.type in _CONTENT_NOUNS and self._clause_next(candidate):
                self._contents(index, candidate)
        for i, kind in enumerate(self.kinds):
            if kind is Kind.SUB and self.els[i].link in ("condition", "purpose"):
                self._clause(i, self.els[i].link)
            elif kind is Kind.COMP and self.els[i].word in self.view.closed.question_complementizers:
                self._open_question(i)
        ContentTargets(self.args, self.candidates).aim()

    def _topics(self, index: int, matrix: Candidate) -> None:
        """What is talked about or agreed on is no event of its own ("membahas gencatan senjata")."""
        if matrix.frame.object not in ("content", "topic"):
            return
        phrase = self.args.objects.phrase(matrix.element)
        for other in self.candidates:
            kin = other.frame.type is matrix.frame.type
            if (
                other.noun
                and other.element == phrase
                and not (kin or other.light is not None or other.presupposed)
            ):
                other.content_of = index

    def _clause_next(self, candidate: Candidate) -> bool:
        return self.view.clause_opens(candidate.element)

    # -- content and plans ---------------------------------------------------------------------

    def _contents(self, index: int, matrix: Candidate) -> None:
        for other in self._inside(matrix):
            if other is matrix or other.content_of is not None or other.presupposed:
                continue
            if other.element == matrix.element and other.frame.type is matrix.frame.type:
                continue
            if other.noun and other.frame.type in _FACTS_IN_CONTENT and matrix.frame.type is EventType.REJECT:
                if other.light in (None, matrix.element):
                    continue
                other.polarity = Polarity.NEGATIVE  # "membantah telah mengajukan permintaan": nobody asked
            if matrix.frame.type is EventType.ACCUSE and not matrix.noun:
                continue  # what somebody is accused of is told beside the accusation (rule 2)
            other.content_of = index
            self._lend_recipient(matrix, other)

    def _lend_recipient(self, matrix: Candidate, content: Candidate) -> None:
        """Whom a demand or threat is aimed at is often named only in its content."""
        if matrix.recipients:
            return
        if matrix.frame.type is EventType.REQUEST and content.actors and content.subject_how == "direct":
            mine = {m.actor or m.text for m in matrix.actors}
            matrix.recipients = [m for m in content.actors if (m.actor or m.text) not in mine]
        elif matrix.frame.type is EventType.THREATEN:
            matrix.recipients = list(content.recipients)

    def _plans(self, matrix: Candidate) -> None:
        for other in self._inside(matrix):
            if other is matrix or other.presupposed or other.modality is not Modality.OCCURRED:
                continue
            other.modality = Modality.PLANNED
            other.in_purpose = False
            if not other.actors:
                other.actors = list(matrix.actors)

    def _inside(self, matrix: Candidate) -> list[Candidate]:
        first = matrix.element
        end = matrix_end(self.view, self.args.inversions, matrix)
        inside = [c for c in self.candidates if first < c.element < end and not self._relative(c, first)]
        if matrix.rule == "modal:demand" or matrix.rule.startswith(RULE):
            inside += [c for c in self.candidates if c.element == first and c is not matrix]
        if matrix.noun:
            inside += [c for c in self.candidates if c.element == first and c.noun and c.start > matrix.end]
        return inside

    def _relative(self, candidate: Candidate, first: int) -> bool:
        """Whether a relative clause inside the scope holds the candidate: it is told, not demanded."""
        el = self.els[candidate.element]
        if (
            not candidate.noun
            and el.voice is Voice.PASSIVE
            and not el.auxiliaries
            and self.view.closed.reduced_relatives
        ):
            return self.kinds[candidate.element - 1] is Kind.NP
        for k in range(candidate.element - 1, first, -1):
            kind = self.kinds[k]
            if kind is Kind.REL:
                return True
            if kind in (Kind.COMMA, Kind.SUB, Kind.COMP) or (kind is Kind.VG and not candidate.noun):
                return False
        return False

    def _open_question(self, comp: int) -> None:
        """What follows "apakah" or "whether" is asked, not told."""
        end = clause_end(self.view, comp)
        for candidate in self.candidates:
            if candidate.presupposed:
                continue
            if comp < candidate.element < end and candidate.content_of is None:
                candidate.modality = Modality.HYPOTHETICAL
                candidate.certainty = Certainty.UNKNOWN

    # -- conditions and purposes ---------------------------------------------------------------

    def _clause(self, sub: int, link: str) -> None:
        end = clause_end(self.view, sub)
        inside = [c for c in self.candidates if sub < c.element < end]
        if link == "condition":
            inside = [
                c for c in inside if not c.presupposed
            ]  # "jika X tak mengakhiri serangannya": it goes on
            main = self._main(sub, end)
            for candidate in inside:
                candidate.in_condition = True
                candidate.modality = Modality.HYPOTHETICAL
                candidate.certainty = Certainty.POSSIBLE
                candidate.polarity = (
                    candidate.polarity if candidate.polarity is Polarity.NEGATIVE else Polarity.POSITIVE
                )
            if main is not None and inside:
                inside[0].condition_of = main
        else:
            self._purpose(sub, inside)

    def _purpose(self, sub: int, inside: Sequence[Candidate]) -> None:
        """A purpose is no event, but a journey's talks and aid share the journey's status."""
        verb = next((k for k in range(sub + 1, len(self.els)) if self.kinds[k] is Kind.VG), None)
        operator = self._operator_before(sub)
        told = decided(self.view, sub)
        for candidate in inside:
            able = (
                candidate.modality is Modality.HYPOTHETICAL
                and not candidate.noun
                and candidate.element == verb
            )
            meant = able and self.els[sub].word in self.view.closed.appeal_links  # "agar dapat bergabung"
            if candidate.content_of is not None or not (candidate.modality is Modality.OCCURRED or meant):
                continue
            if candidate.presupposed or candidate.rule.startswith(RULE) or self._told(candidate, sub):
                continue
            if candidate.noun and candidate.governor != verb:
                continue
            if candidate.noun and candidate.light is None and candidate.frame.type in _FACTS_IN_CONTENT:
                continue  # "guna memenuhi permintaan X": X has asked
            if operator is not None:
                candidate.modality = operator
                continue
            if told and candidate.frame.type in ENACTED:
                continue
            if candidate.frame.type in _DONE_BY_GOING and candidate.recipients and self._asserted(sub):
                continue
            candidate.in_purpose = True

    def _told(self, candidate: Candidate, sub: int) -> bool:
        """Whether a relative clause in the purpose tells a deed ("ditukar dengan warga yang disandera X")."""
        if candidate.noun or candidate.frame.type is EventType.STATEMENT:
            return False
        if self.kinds[candidate.element + 1] is not Kind.NP:
            return False
        agent = {m.start for m in self.view.names(candidate.element + 1) if m.code}
        return bool(agent & {m.start for m in candidate.actors}) and self._relative(candidate, sub)

    def _operator_before(self, sub: int) -> Modality | None:
        """What a noun before the purpose makes of it ("rencana untuk mengevakuasi …", "plan to …")."""
        if self.kinds[sub - 1] is not Kind.NP:
            return None
        last = self.view.chunks[self.els[sub - 1].last].lower
        operator = self.view.closed.operators.get(last)
        return operator if operator in (Modality.PLANNED, Modality.CONSIDERED) else None

    def _asserted(self, sub: int) -> bool:
        """Whether the clause before the purpose is a plain statement with a verb of its own."""
        verb = self.view.previous_verb(sub)
        if verb is None or self.view.complement(verb) != "none" or self.els[verb].negated:
            return False
        own = [c for c in self.candidates if not c.noun and c.element == verb]
        if own:
            return all(c.frame.type is EventType.CONSULT for c in own)
        return self.view.head_word(verb) in self.view.closed.journeys

    def _main(self, sub: int, end: int) -> int | None:
        """Return the candidate whose condition the clause is: the nearest before it, else the first after."""
        before = [n for n, c in enumerate(self.candidates) if c.element < sub and not c.in_condition]
        if before:
            # A condition is the threat's or demand's, not its content's.
            nearest = self._carrier(before)
            outer = self.candidates[nearest].content_of
            return nearest if outer is None else outer
        after = [n for n, c in enumerate(self.candidates) if c.element >= end]
        return after[0] if after else None

    def _carrier(self, before: Sequence[int]) -> int:
        """Return the last of the candidates, or the verb that will carry its noun ("menjatuhkan sanksi")."""
        last = self.candidates[before[-1]]
        if last.noun and last.light is None:
            verbs = [n for n in before if not self.candidates[n].noun]
            carrying = [n for n in verbs if self.candidates[n].element == last.governor]
            if carrying and self.candidates[carrying[-1]].frame.type is last.frame.type:
                return carrying[-1]
        return before[-1]
