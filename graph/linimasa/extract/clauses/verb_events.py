"""Events that verb groups tell."""

from __future__ import annotations

from linimasa.extract.clauses import modality, roles
from linimasa.extract.clauses.advice import settle_advice
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.doers import Doers
from linimasa.extract.clauses.element import Element, Kind
from linimasa.extract.clauses.found import NOBODY, Found, Oblique
from linimasa.extract.clauses.frame_choice import FrameChooser
from linimasa.extract.clauses.warned import settle_warning
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.frame import Frame
from linimasa.lexicon.language import WordSense
from linimasa.model.mention import Mention
from linimasa.model.terms import MUTUAL, ActorKind, EventType, Modality

#: Within so many words of a phrase that begins with its head stands the head (a number may come first).
_HEAD = 3
#: Where no phrase follows the verb, so many words after it are looked at.
_NEXT = 2
#: Events whose means are the doer's own: what is sent, fired, withdrawn or recalled, unless it is people.
_OWN_MEANS = frozenset({EventType.AID, EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT})
_HARMS = frozenset({EventType.ASSAULT, EventType.COERCE})
_RECALL = "recall"
_MOVES = frozenset({EventType.MOBILIZE, EventType.RETREAT})
_CIVILIANS = frozenset({"BUS", "CVL", "EDU", "JRN", "LAB", "MED", "REF"})
#: Acts of speech that a speaker tells of as passives: "WNI diminta …", kata Kemlu.
_TOLD = frozenset({EventType.REQUEST})
_MARKS = frozenset("“”\"'‘’")
_AHEAD = frozenset({Modality.PLANNED, Modality.COMMITTED})


class VerbEvents:
    """The verb events of one sentence."""

    def __init__(self, arguments: Arguments, doers: Doers, chooser: FrameChooser) -> None:
        self.args = arguments
        self.view = arguments.view
        self.closed = arguments.view.closed
        self.doers = doers
        self.chooser = chooser

    def of(self, i: int) -> Candidate | None:
        """Return the event that the verb group `i` tells, arguments filled; None where no frame fits."""
        el = self.view.els[i]
        if all(s.frame is None for s in el.senses):
            return None
        subject = self.doers.of(i)
        own = self._own_passive(i, subject)
        passive = el.voice is Voice.PASSIVE and not own
        target = subject if passive else self._object(i)
        words = self._object_words(i, subject, passive=passive)
        frame, lemma = self.chooser.choose(
            own or el.senses, words, target, passive=passive, subject=self._subject_words(subject)
        )
        if frame is None or not self._allowed(frame, el, subject):
            return None
        start, end = self.view.chunks[el.head_first].start, self.view.chunks[el.head_last].end
        candidate = Candidate(i, start, end, frame, False, lemma)
        candidate.modality, candidate.polarity, candidate.certainty = modality.of_verb(el, frame)
        if frame.ahead:
            candidate.modality = Modality.OCCURRED
        candidate.repeated = el.repeated
        candidate.subject_how = subject.how
        candidate.rule = f"verb:{frame.id}:{el.voice or 'none'}:{subject.how or 'no-subject'}"
        if passive:
            self._fill_passive(candidate, subject)
        else:
            self._fill_active(candidate, subject, target)
        self._fill_phrases(candidate, passive=passive)
        if passive and frame.type in _TOLD and candidate.recipients and not candidate.actors:
            roles.add("actor", candidate, self.doers.reporter(i))
        roles.add_clause_subject(candidate, self.args.subjects)
        if frame.warns:
            settle_warning(candidate, self.view, self.doers)
        settle_advice(candidate, self.args)
        return candidate

    def _own_passive(self, i: int, subject: Found) -> list[WordSense]:
        """Return the senses of a passive that is a word of its own with what follows ("dijatuhi sanksi")."""
        el = self.view.els[i]
        own = [s for s in el.senses if s.voice is Voice.ACTIVE]
        if len(own) in (0, len(el.senses)) or el.voice is not Voice.PASSIVE:
            return []
        words = self._object_words(i, subject, passive=False)
        frame, _ = self.chooser.choose(
            own, words, self._object(i), passive=False, subject=self._subject_words(subject)
        )
        return own if frame is not None and self._allowed(frame, el, subject) else []

    def _subject_words(self, subject: Found) -> str:
        return "" if subject.np is None else f" {self.view.words(subject.np)} "

    def _allowed(self, frame: Frame, el: Element, subject: Found) -> bool:
        """Whether the frame's restrictions beside those on its phrases hold."""
        if frame.type in _HARMS and self._natural(subject):
            return False
        # The plan is the threat: the speech act itself has taken place.
        return not frame.ahead or (not el.negated and modality.of_verb(el, None).modality in _AHEAD)

    def _natural(self, subject: Found) -> bool:
        """Whether nobody does it but a force of nature ("the earthquake hit Indonesia")."""
        if subject.np is None or subject:
            return False
        return not self.closed.natural_causes.isdisjoint(self.view.words(subject.np).split())

    def _object(self, i: int) -> Found:
        at = self.args.objects.phrase(i)
        if at is None and not self.closed.head_first:
            return self.args.subjects.object_head(i)
        inverted = self.args.inversions.of(i)
        if at is None or (inverted and inverted.np == at):
            return NOBODY
        return self.args.objects.participants(at)

    def _object_words(self, i: int, subject: Found, *, passive: bool) -> list[str]:
        """Return the words of the logical object's phrase, for the frames' selectional restrictions."""
        view = self.view
        at = subject.np if passive else self.args.objects.phrase(i)
        if at is None:
            after = view.els[i].last + 1
            if after < len(view.chunks) and view.chunks[after].lower in _MARKS:
                after += 1  # akan "terlibat langsung" dalam konflik
            return [c.lower for c in view.chunks[after : after + _NEXT]]
        el = view.els[at]
        first = self._past_number(el)
        last = min(el.last, first + _HEAD - 1) if self.closed.head_first else el.last
        words = [c.lower for c in view.chunks[el.first : last + 1]]
        if passive and view.kinds[at + 1] is Kind.PREP and view.kinds[at + 2] is Kind.NP:
            words.append(view.chunks[view.els[at + 2].first].lower)
        return words

    def _past_number(self, el: Element) -> int:
        """Return where a phrase goes on after a number and measure ("lebih dari 1.200 truk bantuan")."""
        chunks = self.view.chunks
        near = range(el.first, min(el.first + _HEAD, el.last))
        return max((k for k in near if chunks[k].lower[:1].isdigit()), default=el.first)

    def _fill_passive(self, candidate: Candidate, subject: Found) -> None:
        frame = candidate.frame
        roles.add(_object_role(frame), candidate, subject.names)
        roles.add(frame.subject, candidate, self.args.agent(candidate.element).names)
        if frame.object == "content" and not candidate.actors and _own_means(frame):
            self._fill_owners(candidate, subject)

    def _fill_owners(self, candidate: Candidate, subject: Found) -> None:
        """Let whose the means are do it ("Rudal Iran ditembakkan"), else who tells of moving them."""
        for mention in subject.names:
            if mention.kind is not ActorKind.PLACE:
                people = mention.sector in _CIVILIANS  # "Ratusan warga Iran dievakuasi"
                roles.add("recipient" if people else "actor", candidate, [mention])
        known = any(m.code for m in candidate.parties)
        if not known and candidate.frame.type in _MOVES:
            teller = self.doers.reporter(candidate.element)
            if teller:
                candidate.actors = []
                roles.add("actor", candidate, teller)

    def _fill_active(self, candidate: Candidate, subject: Found, target: Found) -> None:
        frame = candidate.frame
        roles.add(frame.subject, candidate, subject.names)
        if target and not self._starts_clause(target, frame):
            roles.add(_object_role(frame), candidate, target.names)
            if frame.object == "content":
                roles.add("recipient", candidate, self._given(target))
                roles.add("recipient", candidate, self._left(target, frame))

    def _left(self, target: Found, frame: Frame) -> tuple[Mention, ...]:
        """Return whom troops are taken from: "menarik pasukan dari Mali" (elsewhere they are Mali's)."""
        origins = [
            f" {word} " for word in self.closed.origin_prepositions if frame.pp.get(word) == "recipient"
        ]
        return tuple(m for m in target.names if any(origin in m.text.lower() for origin in origins))

    def _given(self, target: Found) -> tuple[Mention, ...]:
        """Return to whom something is given: the name before the gift ("gave Chad a loan")."""
        if target.np is None:
            return ()
        el, determiners = self.view.els[target.np], self.closed.grammar.determiners
        if not self.view.name_headed(target.np) or el.names[0][0] != el.first:
            return ()
        at = el.first + 1
        gift = at < el.last and self.view.chunks[at].lower in determiners
        return (el.names[0][1],) if gift else ()

    def _starts_clause(self, target: Found, frame: Frame) -> bool:
        """Whether the phrase after the verb is the subject of a reported clause, not an object."""
        if target.np is None or frame.complement != "report" or frame.type is not EventType.STATEMENT:
            return False
        return self.view.kinds[target.np + 1] in (Kind.VG, Kind.COORD)

    def _fill_phrases(self, candidate: Candidate, *, passive: bool) -> None:
        """Put the prepositional phrases around the verb into their roles."""
        i, args = candidate.element, self.args
        speaker = args.inversions.of(i).np
        after = [o for o in args.obliques.after(i) if speaker is None or o.at != speaker]
        phrase = None if passive else args.objects.phrase(i)
        nominal = phrase is not None and bool(self.view.els[phrase].triggers)
        joined = [o for o in after if self._joins(candidate, o)]
        for oblique in joined:
            roles.add_obliques(candidate, args.obliques.after(oblique.at), self.closed)
        after = [o for o in after if o not in joined]
        roles.add_obliques(candidate, after, self.closed, named_only=nominal)
        before = args.obliques.before(i)
        roles.add_obliques(candidate, before, self.closed, places_only=True)
        if candidate.frame.type in MUTUAL:  # "X bersama Y bertemu"
            for oblique in before:
                if oblique.preposition in self.closed.with_prepositions:
                    roles.add("recipient", candidate, oblique.found.names)

    def _joins(self, candidate: Candidate, oblique: Oblique) -> bool:
        """Whether the phrase names another's attack that the doer takes part in ("dengan serangan X")."""
        with_it = oblique.preposition in self.closed.with_prepositions | self.closed.inside_prepositions
        return candidate.frame.type is EventType.ASSAULT and with_it and oblique.event


def _own_means(frame: Frame) -> bool:
    return frame.type in _OWN_MEANS or frame.mode == _RECALL


def _object_role(frame: Frame) -> str:
    return "recipient" if frame.object == "party" else frame.object
