"""Events that nouns tell ("serangan Israel ke Gaza", "Israel's attack on Gaza")."""

from __future__ import annotations

from linimasa.extract.clauses import modality, roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.doers import Doers
from linimasa.extract.clauses.element import Element, Kind, NounTrigger
from linimasa.extract.clauses.found import NOBODY
from linimasa.extract.clauses.frame_choice import FrameChooser
from linimasa.extract.clauses.governors import Governors
from linimasa.lexicon.forms.form import Voice
from linimasa.model.mention import Mention
from linimasa.model.terms import MUTUAL, ActorKind, EventType, Modality

_OWNERS = frozenset({ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION})
#: So many words after the noun may restrict its frame.
_NEXT = 2
#: A name before the noun is its doer across at most so many words.
_NEAR = 4


class NounEvents:
    """The noun events of one sentence."""

    def __init__(self, arguments: Arguments, doers: Doers, chooser: FrameChooser) -> None:
        self.args = arguments
        self.view = arguments.view
        self.chunks = arguments.view.chunks
        self.closed = arguments.view.closed
        self.doers = doers
        self.chooser = chooser
        self.governors = Governors(arguments, doers)

    def of(self, i: int) -> list[Candidate]:
        """Return the events of the noun phrase `i`, arguments filled."""
        el = self.view.els[i]
        found = [self._event(i, el, trigger) for trigger in el.triggers]
        return [candidate for candidate in found if candidate is not None]

    def _event(self, i: int, el: Element, trigger: NounTrigger) -> Candidate | None:
        following = [c.lower for c in self.chunks[trigger.last + 1 : trigger.last + 1 + _NEXT]]
        frame, lemma = self.chooser.choose(trigger.senses, following, NOBODY, passive=False)
        if frame is None:
            return None
        start, end = self.chunks[trigger.first].start, self.chunks[trigger.last].end
        candidate = Candidate(i, start, end, frame, True, lemma)
        candidate.modality, candidate.polarity, candidate.certainty = modality.of_noun(trigger, frame)
        candidate.demonstrative = el.demonstrative
        candidate.rule = f"noun:{frame.id}"
        self._add_names(candidate, el, trigger)
        if el.triggers[-1] is trigger:
            roles.add_clause_subject(candidate, self.args.subjects)
            self._add_relative(candidate)
            self._add_phrases(candidate)
            self._add_arrival(candidate)
        self.governors.lend(candidate)
        if frame.of == "actor" and not candidate.actors and self._possessed(trigger):
            roles.add("actor", candidate, self._possessor(i))
        return candidate

    # -- names in the noun's own phrase --------------------------------------------------------

    def _add_names(self, candidate: Candidate, el: Element, trigger: NounTrigger) -> None:
        """Put names after the noun (genitive) into the frame's `of`, names before it into the doers."""
        if not el.names:
            return
        next_noun = min((t.first for t in el.triggers if t.first > trigger.last), default=el.last + 1)
        after = [m for at, m in el.names if trigger.last < at < next_noun]
        before = [(at, m) for at, m in el.names if at < trigger.first]
        if before and self._attributive(before[-1][0], trigger):
            roles.add("actor", candidate, [*self._hyphened(candidate.element), *(m for _, m in before)])
            roles.add("recipient", candidate, after)
            return
        roles.add(candidate.frame.of, candidate, self._genitive(candidate, el, trigger, after))

    def _hyphened(self, i: int) -> tuple[Mention, ...]:
        """Return the names that a hyphen ties to the phrase `i` ("Japan-Philippines talks")."""
        if self.view.kinds[i - 1] is not Kind.COORD or self.view.els[i - 1].word != "-":
            return ()
        return self.view.names(i - 2) if self.view.kinds[i - 2] is Kind.NP else ()

    def _attributive(self, name: int, trigger: NounTrigger) -> bool:
        """Whether a doer may stand before its noun ("Israel's attack", "US-Russia talks") and does."""
        return not self.closed.head_first and trigger.first - name - 1 <= _NEAR

    def _genitive(
        self, candidate: Candidate, el: Element, trigger: NounTrigger, after: list[Mention]
    ) -> tuple[Mention, ...]:
        """Return the names after the noun and those joined to them."""
        names = tuple(after)
        if after and el.triggers[-1] is trigger:
            names = self.args.chains.right(candidate.element).names
        names = tuple([m for m in names if m.start >= candidate.end])
        frame = candidate.frame
        alone = frame.of == "actor" and frame.type not in MUTUAL and frame.type is not EventType.ASSAULT
        return names[:1] if alone and len(after) == 1 else names

    # -- what follows and precedes the phrase --------------------------------------------------

    def _add_phrases(self, candidate: Candidate) -> None:
        """Put the prepositional phrases after the noun into their roles."""
        after = self.args.obliques.after(candidate.element)
        roles.add_obliques(candidate, after, self.closed)
        for oblique in after:
            if oblique.preposition in self.closed.genitive_prepositions:
                roles.add(candidate.frame.of, candidate, oblique.found.names)

    def _add_relative(self, candidate: Candidate) -> None:
        """Use a relative clause that only places the event ("pertemuan yang berlangsung di …")."""
        verb = self._relative_verb(candidate.element)
        if verb is None:
            return
        el = self.view.els[verb]
        light = any(s.light is not None for s in el.senses)
        if not light and any(s.frame is not None for s in el.senses):
            return
        roles.add_obliques(candidate, self.args.obliques.after(verb), self.closed)
        if candidate.modality is Modality.OCCURRED:
            candidate.modality = modality.of_verb(el, None).modality
        if light:
            candidate.placed_by = verb
            roles.add("actor", candidate, self.args.agent(verb).names)

    def _add_arrival(self, candidate: Candidate) -> None:
        """Use a verb that only says from whom the event comes ("Kecaman datang dari Turki")."""
        verb = self.view.next_verb(candidate.element)
        if verb is None or self.args.subjects.of(verb).np != candidate.element:
            return
        el = self.view.els[verb]
        words = {c.lower for c in self.chunks[el.first : el.last + 1]}
        if words & self.closed.arrivals:
            roles.add_obliques(candidate, self.args.obliques.after(verb), self.closed)

    def _relative_verb(self, i: int) -> int | None:
        """Return the verb group of the relative clause after the phrase `i` and those joined to it."""
        kinds = self.view.kinds
        at = i + 1
        while kinds[at] in (Kind.COORD, Kind.COMMA) and kinds[at + 1] is Kind.NP:
            at += 2
        if kinds[at] is Kind.VG and self._reduced(at):
            return at
        if kinds[at] is not Kind.REL:
            return None
        verb = at + 1
        while kinds[verb] is Kind.NP and not self.view.els[verb].names:
            verb += 1
        return verb if kinds[verb] is Kind.VG else None

    def _reduced(self, verb: int) -> bool:
        """Whether a passive without auxiliary goes with the noun before it ("an agreement reached by X")."""
        el = self.view.els[verb]
        return self.closed.reduced_relatives and el.voice is Voice.PASSIVE and not el.auxiliaries

    def _possessed(self, trigger: NounTrigger) -> bool:
        """Whether the noun itself says "his" or "its" ("kunjungannya")."""
        return self.chunks[trigger.last].lower.endswith(tuple(self.closed.possessive_endings))

    def _possessor(self, i: int) -> tuple[Mention, ...]:
        """Return whose the event is: the last person or body named before the phrase."""
        for k in range(i - 1, -1, -1):
            names = tuple([m for m in self.view.names(k) if m.kind in _OWNERS])
            if names:
                return names[-1:]
            if self.view.kinds[k] is Kind.STOP:
                return ()
        return ()
