"""At whom an event is aimed where its own frame doesn't say: what the clauses around it tell.

Each rule fills only events that name nobody they are aimed at, with parties of another state or body.
"""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses import roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.lexicon.forms.form import Voice
from linimasa.model.mention import Mention
from linimasa.model.terms import MUTUAL, EventType

#: Where a clause's words end.
_ENDS = frozenset({Kind.COLON, Kind.STOP})
#: What people do to those whom they protest against.
_PROTESTED = frozenset({EventType.ACCUSE, EventType.PROTEST, EventType.REJECT, EventType.REQUEST})
#: Acts aimed at those who rule, be it in the doers' own state.
_AT_RULERS = frozenset({EventType.PROTEST, EventType.REQUEST})
_RULERS = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY"})
#: Judgements of what somebody did or said: they are aimed at who did it.
_JUDGED = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT})
#: Acts of which an apposition sums up the words.
_SAID = _JUDGED | {EventType.REQUEST, EventType.STATEMENT, EventType.THREATEN}
#: Nouns of what is put to somebody: it is aimed at who answers it.
_PUT = frozenset({EventType.REQUEST, EventType.THREATEN})


class Targets:
    """Aims the events of one sentence."""

    def __init__(self, arguments: Arguments, candidates: Sequence[Candidate]) -> None:
        self.args = arguments
        self.view = arguments.view
        self.kinds = arguments.view.kinds
        self.candidates = candidates

    def aim(self) -> None:
        """Give recipients to candidates that have actors only."""
        for candidate in self.candidates:
            if candidate.actors and not candidate.recipients:
                self._add(candidate, self._of(candidate) or self._meant(candidate))

    def _of(self, candidate: Candidate) -> Sequence[Mention]:
        kind = candidate.frame.type
        if kind is EventType.PROTEST:
            return self._protested(candidate)
        if candidate.noun:
            return self._answering(candidate) if kind in _PUT else ()
        if kind is EventType.THREATEN:
            return self._warned(candidate)
        if kind is EventType.REQUEST:
            return self._between(candidate) or self._asked(candidate)
        if kind in _JUDGED:
            return self._doers_of(candidate) or self._authors_of(candidate)
        return ()

    @staticmethod
    def _add(candidate: Candidate, mentions: Sequence[Mention]) -> None:
        mine, who = {m.code for m in candidate.actors}, {m.actor or m.text for m in candidate.actors}
        verb = not candidate.noun or candidate.frame.type is EventType.PROTEST
        rulers = _RULERS if verb and candidate.frame.type in _AT_RULERS else frozenset()
        others = [m for m in mentions if m.code and (m.actor or m.text) not in who]
        roles.add("recipient", candidate, [m for m in others if m.code not in mine or m.sector in rulers])

    def _protested(self, protest: Candidate) -> Sequence[Mention]:
        """Whom a protest is against: the first party in what it demands ("to demand that X …")."""
        against = False
        for k in range(protest.element + 1, len(self.view.els)):
            if self.kinds[k] in _ENDS:
                break
            against = against or self._tells_against(k)
            named = [m for m in self.view.names(k) if m.code and roles.is_party(m)]
            if against and named:
                return named[:1]
        return ()

    def _tells_against(self, k: int) -> bool:
        """Whether the element is a verb of demanding or condemning, or "in protest"."""
        el = self.view.els[k]
        if self.kinds[k] is Kind.VG:
            return any(s.frame is not None and s.frame.type in _PROTESTED for s in el.senses)
        senses = (
            [s for trigger in el.triggers for s in trigger.senses] if self.kinds[k - 1] is Kind.PREP else []
        )
        return any(s.frame is not None and s.frame.type is EventType.PROTEST for s in senses)

    def _asked(self, request: Candidate) -> Sequence[Mention]:
        """Of whom something is asked: the subject of what he is to do ("demands that X leave")."""
        at, el = request.element, self.view.els[request.element]
        linked = self.view.chunks[el.head_last].lower in self.view.closed.complementizers
        if linked and self.kinds[at + 1] is Kind.NP and self.kinds[at + 2] is Kind.VG:
            return self.args.chains.right(at + 1).names
        return ()

    def _meant(self, verb: Candidate) -> Sequence[Mention]:
        """Whom the pronoun at the verb's end means ("setelah X meneleponnya"): who stands last before it."""
        el, closed = self.view.els[verb.element], self.view.closed
        ending = tuple(closed.possessive_endings)
        if verb.noun or el.voice is not Voice.ACTIVE or not ending:
            return ()
        if verb.frame.object not in ("recipient", "party"):
            return ()
        if not self.view.chunks[el.head_last].lower.endswith(ending):
            return ()
        mine = {m.code for m in verb.actors}
        for k in range(verb.element - 1, -1, -1):
            others = [m for m in self.view.names(k) if m.code and m.code not in mine and roles.is_party(m)]
            if self.kinds[k] is Kind.NP and others:
                return others[-1:]
        return ()

    def _answering(self, noun: Candidate) -> Sequence[Mention]:
        """Who refuses, meets or weighs a demand, or acts on it ("atas permintaan X")."""
        before = noun.element - 1
        if noun.light is not None:
            return ()
        if noun.governor is not None and self.kinds[before] is Kind.VG:
            return self.args.subjects.of(noun.governor).names
        at_request = self.view.els[before].word in self.view.closed.request_prepositions
        if self.kinds[before] is Kind.PREP and at_request:
            verb = self.view.previous_verb(before)
            doers = [c.actors for c in self.candidates if not c.noun and c.element == verb and c.actors]
            return doers[0] if doers else ()
        return ()

    def _warned(self, threat: Candidate) -> Sequence[Mention]:
        """Whose act is the condition of a threat ("… jika X menyerang")."""
        for k in range(threat.element + 1, len(self.view.els)):
            if self.kinds[k] in (Kind.STOP, Kind.COLON):
                break
            if self.kinds[k] is Kind.SUB and self.view.els[k].link == "condition":
                return self.args.chains.right(k + 1).names if self.kinds[k + 1] is Kind.NP else ()
        return ()

    def _between(self, request: Candidate) -> Sequence[Mention]:
        """Between whom a truce or talks are asked for ("menyerukan gencatan senjata antara X dan Y")."""
        phrase = self.args.objects.phrase(request.element)
        if phrase is None or self.kinds[phrase + 1] is not Kind.PREP or self.kinds[phrase + 2] is not Kind.NP:
            return ()
        between = self.view.els[phrase + 1].word in self.view.closed.between_prepositions
        return self.args.chains.right(phrase + 2).names if between else ()

    def _doers_of(self, judgement: Candidate) -> Sequence[Mention]:
        """Who did what is judged ("menyambut baik seruan X")."""
        phrases = {self.args.objects.phrase(judgement.element)}
        about = self.view.closed.about_prepositions
        phrases |= {o.at for o in self.args.obliques.after(judgement.element) if o.preposition in about}
        judged = [c for c in self.candidates if c.noun and c.element in phrases and not c.anaphoric]
        return judged[-1].actors if judged and judged[-1].frame.type not in MUTUAL else ()

    def _authors_of(self, judgement: Candidate) -> Sequence[Mention]:
        """Who said what an apposition sums up ("X menuntut …, tuntutan yang ditolak Y")."""
        relative = judgement.element - 1
        head = relative - 1
        apposed = (
            self.kinds[relative] is Kind.REL
            and self.kinds[head] is Kind.NP
            and not self.view.names(head)
            and self.kinds[head - 1] in (Kind.COMMA, Kind.DASH)
        )
        if not apposed:
            return ()
        said = [c for c in self.candidates if not c.noun and c.element < head and c.frame.type in _SAID]
        return said[-1].actors if said else ()
