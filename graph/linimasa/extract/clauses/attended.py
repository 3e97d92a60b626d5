"""Meetings that only frame what somebody does or says there: its doer took part.

"Kata X setelah rapat kabinet", "X, dalam pertemuan di Dewan Keamanan, mengatakan …": the guide's texts have
the meeting as an event of its own, of whoever acts in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses import modality
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import official, resolved
from linimasa.lexicon.forms.form import Voice
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind, EventType, Modality, Polarity

#: Ends the rule of a meeting that has its actor so.
RULE = ":attended"
_VISIT = "visit"
_ACTING = frozenset(
    {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.UNNAMED}
)
#: What may stand between a verb, its arguments and the phrase of the meeting.
_PASSED = frozenset({Kind.NP, Kind.PREP, Kind.TIME, Kind.COMMA, Kind.COORD})


class Attended:
    """Gives the meetings of one sentence that nobody is said to hold to who acts there."""

    def __init__(self, arguments: Arguments, candidates: Sequence[Candidate], discourse: Discourse) -> None:
        self.args = arguments
        self.view = arguments.view
        self.candidates = candidates
        self.discourse = discourse

    def fill(self) -> None:
        """Fill the actors of such meetings."""
        for meeting in self.candidates:
            if not self._frames(meeting):
                continue
            if any(resolved(m) and not m.pronoun for m in meeting.parties):
                if meeting.frame.governed and self._done(meeting.element):
                    meeting.rule += RULE
                continue
            there = self._there(meeting.element)
            if there and not self._told_already(there):
                meeting.actors = there
                meeting.presupposed = True
                meeting.rule += RULE

    def _frames(self, noun: Candidate) -> bool:
        """Whether the noun is a meeting behind a preposition of place or time."""
        closed, frame = self.view.closed, noun.frame
        if not noun.noun or frame.type is not EventType.CONSULT or frame.mode == _VISIT:
            return False
        if noun.element == 0 or noun.light is not None or noun.demonstrative:
            return False
        before = self.view.els[noun.element - 1]
        if before.kind is not Kind.PREP or before.word not in closed.framing_prepositions:
            return False
        return noun.lemma.split()[0] in closed.meetings

    def _there(self, at: int) -> list[Mention]:
        """Return who acts in the clause around the phrase `at`, or is named right before it."""
        verb = self._verb(at)
        found = self._acting(self._doers(verb)) if verb is not None and self._tells(verb, at) else []
        if not found and at > 1 and self.view.kinds[at - 2] is Kind.NP:
            found = [
                m for m in self._acting(self.args.chains.left(at - 2).names) if m.kind is ActorKind.PERSON
            ]
        return found

    def _acting(self, names: Sequence[Mention]) -> list[Mention]:
        return [m for m in names if resolved(m) and official(m) and m.kind in _ACTING]

    def _done(self, at: int) -> bool:
        verb = self._verb(at)
        return verb is not None and self._tells(verb, at)

    def _verb(self, at: int) -> int | None:
        """Return the verb of the clause around the phrase `at`."""
        verb = self._verb_before(at)
        return self._verb_after(at) if verb is None else verb

    def _tells(self, verb: int, at: int) -> bool:
        """Whether the verb tells what was done, or not said, at the meeting `at`."""
        el = self.view.els[verb]
        stance = modality.of_verb(el, None)
        told = stance.polarity is Polarity.POSITIVE or self.view.speechlike(verb)
        return told and stance.modality is Modality.OCCURRED and el.quote == self.view.els[at].quote

    def _doers(self, verb: int) -> Sequence[Mention]:
        passive = self.view.els[verb].voice is Voice.PASSIVE
        return self.args.agent(verb).names if passive else self.args.subjects.of(verb).names

    def _verb_before(self, at: int) -> int | None:
        kinds = self.view.kinds
        for k in range(at - 2, -1, -1):
            if kinds[k] is Kind.VG:
                return k
            if kinds[k] not in _PASSED:
                return None
        return None

    def _verb_after(self, at: int) -> int | None:
        """Return the verb of a clause that the phrase opens, or that it parts from its subject."""
        kinds = self.view.kinds
        for k in range(at + 1, len(kinds)):
            if kinds[k] is Kind.VG:
                return k
            if kinds[k] not in _PASSED:
                return None
        return None

    def _told_already(self, there: Sequence[Mention]) -> bool:
        """Whether another word of the sentence tells that these talk to somebody: it is the same meeting."""
        codes = {m.code for m in there}
        return any(
            c.frame.type is EventType.CONSULT and codes & {m.code for m in c.parties if m.code}
            for c in self.candidates
        )
