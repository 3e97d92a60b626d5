"""Events spoken of again without "itu" or "tersebut": an evacuation, a weapon test, an attack, a seizure.

"Proses evakuasi …" after a plan to evacuate, "Kapal itu dihentikan …" after a seizure: whose act it is was
said before. Each rule needs a source that the text has named, and leaves alone what names its own doer.
"""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import resolved
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind, EventType, Modality

_TEST = "test"
_MOVES = frozenset({"evacuation", "withdrawal"})
#: What befalls somebody: a passive leaves its doer unsaid where it is known.
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
#: A passive's doer is looked for so many sentences back.
_NEAR = 3
#: Acts that answer a weapon test or are about it.
_ANSWERS = frozenset(
    {EventType.ACCUSE, EventType.AGREE, EventType.CONSULT, EventType.REQUEST, EventType.SANCTION}
)


class Retelling:
    """Lends the parties of what was told before to the candidates of one sentence."""

    def __init__(self, arguments: Arguments, candidates: Sequence[Candidate], discourse: Discourse) -> None:
        self.view = arguments.view
        self.candidates = candidates
        self.discourse = discourse

    def fill(self) -> None:
        """Fill the doers that the sentence leaves out."""
        for candidate in self.candidates:
            if candidate.actors:
                continue
            source: Sequence[Mention] = ()
            if candidate.noun and not candidate.demonstrative:
                source = self._moved(candidate) or self._tested(candidate)
            elif not candidate.noun:
                source = self._seized(candidate)
            if source:
                candidate.actors = list(source)
                candidate.anaphoric = True
                candidate.rule += ":retelling"

    def aim(self) -> None:
        """Aim an attack without victims at whom the same side attacked before, where it was one only.

        One that is only planned isn't the one told before.
        """
        for attack in self.candidates:
            if not attack.noun or attack.frame.type is not EventType.ASSAULT or attack.recipients:
                continue
            if attack.modality is Modality.PLANNED:
                continue
            mine = {m.code for m in attack.actors if m.code}
            told = [c for c in self._before(attack) if c.frame.type is EventType.ASSAULT]
            same = [c for c in told if len(mine) == 1 and mine == {m.code for m in c.actors if m.code}]
            victims = [m for c in same for m in c.recipients if m.code and m.code not in mine]
            if victims and len({m.code for m in victims}) == 1:
                attack.recipients = victims[-1:]

    def _before(self, candidate: Candidate) -> list[Candidate]:
        """Return what earlier sentences told and, of this one, what stands before the candidate."""
        here = [c for c in self.candidates if c.end <= candidate.start]
        return [*(c for _, c in self.discourse.earlier), *here]

    def _moved(self, noun: Candidate) -> Sequence[Mention]:
        """Who evacuates or withdraws: the doer of the last such move of the same kind."""
        if noun.frame.type is not EventType.RETREAT or noun.frame.mode not in _MOVES or self._wanted(noun):
            return ()
        mine = {m.code for m in noun.recipients if m.code}
        for other in reversed(self._before(noun)):
            if other.frame.mode == noun.frame.mode and other.actors and other.frame.type is noun.frame.type:
                if noun.modality is Modality.OCCURRED:
                    noun.modality = other.modality
                return other.actors if not mine or mine & {m.code for m in other.parties} else ()
        return ()

    def _wanted(self, noun: Candidate) -> bool:
        """Whether the move is only what something else is for ("sumber daya untuk evakuasi")."""
        before = self.view.els[noun.element - 1]
        return before.kind is Kind.PREP and before.word in self.view.closed.about_prepositions

    def _tested(self, noun: Candidate) -> Sequence[Mention]:
        """Who tested weapons: who did before, else the one state that the sentence's acts are aimed at."""
        if noun.frame.type is not EventType.MOBILIZE or noun.frame.mode != _TEST or self._compounded(noun):
            return ()
        tests = [c for c in self._before(noun) if c.frame.mode == _TEST and c.actors]
        if tests:
            return tests[-1].actors
        aimed = [m for c in self.candidates if c.frame.type in _ANSWERS for m in c.recipients]
        states = [m for m in aimed if m.code and m.kind in (ActorKind.STATE, ActorKind.PERSON)]
        return states[:1] if len({m.code for m in states}) == 1 else ()

    def _compounded(self, noun: Candidate) -> bool:
        """Whether a word before the noun makes something else of it ("lokasi uji coba")."""
        closed, el = self.view.closed, self.view.els[noun.element]
        counts = closed.plural_markers | closed.quantifiers
        before = [c.lower for c in self.view.chunks[el.first : el.last + 1] if c.end <= noun.start]
        return any(word not in counts and not word.isdigit() for word in before)

    def _seized(self, verb: Candidate) -> Sequence[Mention]:
        """Who did what a passive leaves without doer: who did the last such act near by."""
        if verb.frame.type not in _FORCE or ":passive:" not in verb.rule or verb.frame.speech:
            return ()
        if verb.lemma in self.view.closed.result_verbs or any(resolved(m) for m in verb.recipients):
            return ()
        discourse = self.discourse
        near = [c for n, c in discourse.earlier if discourse.number - n <= _NEAR]
        near += [c for c in self.candidates if c.end <= verb.start]
        acts = [c for c in near if c.frame.type in _FORCE and any(m.code for m in c.actors)]
        acts = [c for c in acts if c.frame.type is verb.frame.type or not c.noun]
        acts = [c for c in acts if not c.noun and c.modality is not Modality.HYPOTHETICAL] or acts
        return acts[-1].actors if acts else ()
