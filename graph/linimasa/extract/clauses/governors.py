"""Verbs that govern an event noun: a light verb lends its subject, its phrases and its modality."""

from __future__ import annotations

from linimasa.extract.clauses import modality, roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.doers import Doers
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import Found
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.frame import Frame
from linimasa.lexicon.language import LightVerb
from linimasa.model.mention import Mention
from linimasa.model.terms import MUTUAL, EventType, Modality, Polarity

#: A passive whose subject the noun is stands within so many elements.
_FAR = 8
_BETWEEN = frozenset({Kind.COORD, Kind.NP, Kind.PREP, Kind.REL, Kind.TIME})

#: Who plans, considers, offers or calls off something is the one who would do it.
_OWN_ACTS = frozenset(
    {Modality.PLANNED, Modality.CONSIDERED, Modality.OFFERED, Modality.POSTPONED, Modality.CANCELLED}
)


class Governors:
    """The governing verbs of one sentence's event nouns."""

    def __init__(self, arguments: Arguments, doers: Doers) -> None:
        self.args = arguments
        self.view = arguments.view
        self.doers = doers

    def lend(self, candidate: Candidate) -> None:
        """Give the noun's event what the verb that governs it lends."""
        verb = self._governor(candidate.element)
        if verb is None:
            return
        candidate.governor = verb
        light = self._light(verb, candidate.frame)
        if light is None:
            self._operate(candidate, verb)
            return
        candidate.light = verb
        self._lend_realis(candidate, verb, light)
        passive = self.view.els[verb].voice is Voice.PASSIVE
        doer = self.args.agent(verb) if passive else self.doers.of(verb)
        if light.role == "recipient":
            roles.add("recipient", candidate, doer.names)
            return
        _lend_doer(candidate, doer)
        obliques, closed = self.args.obliques, self.view.closed
        roles.add_obliques(candidate, obliques.after(verb), closed)
        roles.add_obliques(candidate, obliques.before(verb), closed, places_only=True)
        candidate.rule += f":light:{light.lemma}"

    def _lend_realis(self, candidate: Candidate, verb: int, light: LightVerb) -> None:
        own = modality.of_verb(self.view.els[verb], None)
        candidate.modality = modality.strongest((own.modality, light.aspect, candidate.modality))
        if own.polarity is Polarity.NEGATIVE:
            candidate.polarity = own.polarity
        candidate.certainty = own.certainty

    def _operate(self, candidate: Candidate, verb: int) -> None:
        """A verb that plans, considers or prevents its object makes no fact of it; nor does a negated one."""
        el = self.view.els[verb]
        operator = self.view.closed.auxiliaries.get(self.view.head_word(verb))
        if operator is not None and operator is not Modality.OCCURRED:
            candidate.modality = modality.strongest((operator, candidate.modality))
            if operator in _OWN_ACTS and not candidate.parties and el.voice is not Voice.PASSIVE:
                roles.add("actor", candidate, self.doers.of(verb).names)
        elif any(s.frame is not None for s in el.senses):
            return
        own = modality.of_verb(el, None)
        if own.polarity is Polarity.NEGATIVE:
            candidate.polarity = own.polarity
        if own.modality is Modality.ONGOING and candidate.modality is Modality.OCCURRED:
            candidate.modality = own.modality

    def _governor(self, i: int) -> int | None:
        """Return the verb group that the noun phrase is the object or (passive) the subject of."""
        kinds = self.view.kinds
        before = i - 1
        while kinds[before] is Kind.TIME:
            before -= 1
        if kinds[before] is Kind.VG:
            clause = kinds[i + 1] is Kind.VG and self.view.complement(before) == "report"
            return None if clause else before
        if kinds[before] is Kind.COORD and kinds[before - 1] is Kind.NP:
            return self._governor(before - 1)
        if kinds[before] is Kind.PREP and self._inside(self.view.els[before].word, before - 1):
            return before - 1
        return self._passive_after(i)

    def _inside(self, preposition: str, verb: int) -> bool:
        """Whether the preposition ties the noun after it to the verb before it ("hadir dalam …")."""
        return self.view.kinds[verb] is Kind.VG and preposition in self.view.closed.inside_prepositions

    def _passive_after(self, i: int) -> int | None:
        for k in range(i + 1, min(i + _FAR, len(self.view.els))):
            kind = self.view.kinds[k]
            if kind is Kind.VG:
                passive = self.view.els[k].voice is Voice.PASSIVE
                headed = passive and self._heads(i, self.args.subjects.of(k).np)
                return self._believed(k) if headed else None
            if kind not in _BETWEEN:
                return None
        return None

    def _believed(self, verb: int) -> int:
        """Return the passive that a passive of belief is about ("diduga dilakukan oleh X"), else the verb."""
        view = self.view
        if view.chunks[view.els[verb].last].lower not in view.closed.belief_passives:
            return verb
        after = view.els[verb + 1 : verb + 2]  # a headline may end here
        return verb + 1 if after and after[0].kind is Kind.VG and after[0].voice is Voice.PASSIVE else verb

    def _heads(self, i: int, subject: int | None) -> bool:
        """Whether the subject is the noun phrase `i`, or a name inside its phrase ("pertemuan X dan Y")."""
        if subject is None or subject == i:
            return subject == i
        parts = self.view.kinds[i + 1 : subject]
        joined = bool(parts) and parts[-1] in (Kind.PREP, Kind.COORD)
        return subject > i and joined and not self.view.governed(i)

    def _light(self, verb: int, frame: Frame) -> LightVerb | None:
        """Return the verb group as a light verb of the frame's noun, None where it isn't one."""
        for sense in self.view.els[verb].senses:
            if sense.light is not None and (not sense.light.types or frame.type in sense.light.types):
                return sense.light
            if sense.lemma in frame.light:
                return LightVerb(sense.lemma, Modality.OCCURRED, "actor")
        word = self.view.head_word(verb)
        return LightVerb(word, Modality.OCCURRED, "actor") if word in frame.light else None


def _lend_doer(candidate: Candidate, doer: Found) -> None:
    if doer and not candidate.actors:
        roles.add("actor", candidate, doer.names)
        if candidate.frame.type is EventType.SUPPORT and candidate.modality is Modality.HOPED:
            candidate.modality = Modality.OCCURRED  # "ingin menyampaikan terima kasih" thanks
    elif doer and candidate.frame.type in MUTUAL:
        _put_first(candidate, doer.names)


def _put_first(candidate: Candidate, names: tuple[Mention, ...]) -> None:
    """Put parties that the event doesn't have yet before its actors."""
    known = {(m.start, m.end) for m in candidate.parties}
    codes = {m.code for m in candidate.parties if m.code}
    fresh = [m for m in names if (m.start, m.end) not in known and m.code not in codes]
    candidate.actors[:0] = [m for m in fresh if roles.is_party(m)]
