"""Candidates of a sentence: every verb group and event noun that a frame knows, with its arguments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from linimasa.extract.clauses import modality, roles
from linimasa.extract.clauses.arguments import Arguments, Found, Oblique
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Element, Kind, NounTrigger
from linimasa.extract.clauses.speech import Report
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.frame import Frame
from linimasa.lexicon.language import LightVerb, WordSense
from linimasa.model.mention import Mention
from linimasa.model.terms import MUTUAL, ActorKind, EventType, Modality

_HOSTILE = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.THREATEN,
        EventType.REJECT,
    }
)
_OWNERS = frozenset({ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION})
#: Prepositions between a verb and the event noun that it governs ("hadir dalam pertemuan").
_INSIDE = frozenset({"dalam", "pada", "in", "at"})
_PASSIVE = frozenset({Voice.PASSIVE})
#: Within so many words of an Indonesian noun phrase stands its head (a number may come first).
_HEAD = 3


class EventFinder:
    """Finds the candidates of one sentence."""

    def __init__(
        self,
        arguments: Arguments,
        reports: Sequence[Report],
        speaker: Sequence[Mention],
        demand: Frame | None = None,
    ) -> None:
        self.args = arguments
        self.els = arguments.els
        self.closed = arguments.closed
        self.chunks = arguments.sentence.chunks
        self.reports = reports
        self.speaker = tuple(speaker)
        self.demand = demand

    def find(self) -> list[Candidate]:
        """Return the candidates in the order of their triggers, arguments filled, nothing dropped yet."""
        found: list[Candidate] = []
        for i, el in enumerate(self.els):
            if el.kind is Kind.VG:
                candidate = self._verb(i, el)
                if candidate is not None:
                    found.append(candidate)
                found += self._demand(i, el)
            elif el.kind is Kind.NP:
                found += self._nouns(i, el)
        found.sort(key=lambda c: (c.start, c.end))
        return found

    # -- verbs ---------------------------------------------------------------------------------

    def _verb(self, i: int, el: Element) -> Candidate | None:
        subject = self._subject(i)
        passive = el.voice in _PASSIVE
        target = self._object(i) if not passive else subject
        words = self._object_words(i, subject, passive=passive)
        frame, lemma = self._frame(el.senses, words, target, passive=passive)
        if frame is None or (frame.subject_heads and not self._headed(frame, subject)):
            return None
        if frame.ahead:
            # The plan is the threat: the speech act itself has taken place.
            ahead = modality.of_verb(el, None)[0] in (Modality.PLANNED, Modality.COMMITTED)
            if not ahead or el.negated:
                return None
        chunk_first, chunk_last = self.chunks[el.head_first], self.chunks[el.head_last]
        candidate = Candidate(i, chunk_first.start, chunk_last.end, frame, False, lemma)
        if el.pronoun_suffix and frame.speech and chunk_first.lower.endswith("nya"):
            candidate.end = chunk_last.end
        candidate.modality, candidate.polarity, candidate.certainty = modality.of_verb(el, frame)
        if frame.ahead:
            candidate.modality = Modality.OCCURRED
        candidate.repeated = el.repeated
        candidate.subject_how = subject.how
        candidate.rule = f"verb:{frame.id}:{el.voice or 'none'}:{subject.how or 'no-subject'}"
        self._fill_verb(candidate, i, subject, target, passive=passive)
        if frame.warns:
            self._warning(candidate, i)
        return candidate

    def _warning(self, candidate: Candidate, i: int) -> None:
        """A warning of one's own act is a threat; one that blames accuses; else it is a comment (rule 13)."""
        verb = self.args.next_verb(i)
        subject = Found() if verb is None else self._subject(verb)
        whose = {m.code for m in subject.names if m.code}
        mine = {m.code for m in candidate.actors if m.code}
        ahead = verb is not None and self._ahead(verb)
        if whose & mine and ahead:
            candidate.frame = replace(
                candidate.frame, type=EventType.THREATEN, mode=None, complement="content"
            )
        elif candidate.recipients:
            candidate.frame = replace(candidate.frame, type=EventType.ACCUSE, mode=None, complement="content")
        elif whose and not whose & mine and verb is not None and self._hostile(verb):
            candidate.frame = replace(candidate.frame, type=EventType.ACCUSE, mode=None, complement="content")
            roles.add("recipient", candidate, subject.names)

    def _ahead(self, verb: int) -> bool:
        """Whether the verb speaks of what is to come or is itself a threat."""
        if any(s.frame is not None and s.frame.type is EventType.THREATEN for s in self.els[verb].senses):
            return True
        return modality.of_verb(self.els[verb], None)[0] is not Modality.OCCURRED

    def _hostile(self, verb: int) -> bool:
        return any(s.frame is not None and s.frame.type in _HOSTILE for s in self.els[verb].senses)

    def _demand(self, i: int, el: Element) -> list[Candidate]:
        """A speaker's "X harus …", "X must …" is a demand on X, the verb its content."""
        if self.demand is None or not any(m is Modality.DEMANDED for _, m in el.auxiliaries):
            return []
        said = [r for r in self.reports if i in r.scope and r.sources and r.how != "outlet"]
        subject = self.args.subject(i)
        if not said or any(m.rule == "first-person" for m in subject.names):
            return []
        candidate = Candidate(
            i, self.chunks[el.first].start, self.chunks[el.head_last].end, self.demand, False, "harus"
        )
        roles.add("actor", candidate, min(said, key=lambda r: len(r.scope)).sources)
        speakers = {m.actor or m.text for m in candidate.actors}
        roles.add("recipient", candidate, [m for m in subject.names if (m.actor or m.text) not in speakers])
        candidate.rule = "modal:demand"
        return [candidate]

    def _subject(self, i: int) -> Found:
        subject = self.args.subject(i)
        if not subject and self.els[i].pronoun_suffix and self.args.speechlike(i):
            return Found(self.speaker, None, "continued")
        if self._no_speaker(i, subject):
            return Found((), subject.np, "no-speaker")
        pronouns = [m.text.lower() for m in subject.names]
        if (
            not pronouns
            and subject.np is not None
            and self.els[subject.np].first == self.els[subject.np].last
        ):
            pronouns = [self.els[subject.np].word]
        if pronouns and all(word in self.closed.third_person for word in pronouns):
            said = [r for r in self.reports if r.verb is not None and i in r.scope and r.sources]
            said = [r for r in said if self.els[r.verb or 0].quote == self.els[i].quote]
            if said:
                speaker = min(said, key=lambda r: len(r.scope)).sources
                return Found(speaker, subject.np, "speaker")
        return subject

    def _no_speaker(self, i: int, subject: Found) -> bool:
        """Whether a comment's subject is a thing somebody's name describes ("Penolakan Trump …")."""
        if subject.how != "direct" or subject.np is None or self.args.name_headed(subject.np):
            return False
        frames = [s.frame for s in self.els[i].senses if s.frame is not None]
        comment = bool(frames) and all(f.type is EventType.STATEMENT for f in frames)
        return comment and bool(self.els[subject.np].triggers)

    def _object(self, i: int) -> Found:
        at = self.args.object_phrase(i)
        if at is None or (self.args.inverted(i) and self.args.inverted(i).np == at):
            return Found()
        return self.args.target(at)

    def _object_words(self, i: int, subject: Found, *, passive: bool) -> tuple[str, ...]:
        """Return the words of the logical object's phrase, for the frames' selectional restrictions."""
        at = subject.np if passive else self.args.object_phrase(i)
        if at is None:
            head = self.els[i].last + 1
            return tuple(c.lower for c in self.chunks[head : head + 2])
        el = self.els[at]
        words = [c.lower for c in self.chunks[el.first : el.last + 1]]
        if not self.english:
            words = words[:_HEAD]  # the head of an Indonesian phrase comes first
        if passive and self.args.kind(at + 1) is Kind.PREP and self.args.kind(at + 2) is Kind.NP:
            words += [self.chunks[self.els[at + 2].first].lower]
        return tuple(words)

    def _frame(
        self, senses: Iterable[WordSense], words: tuple[str, ...], target: Found, *, passive: bool
    ) -> tuple[Frame | None, str]:
        """Return the frame whose restrictions the object meets, restricted frames first."""
        text = " " + " ".join(words) + " "
        best: tuple[int, Frame | None, str] = (-1, None, "")
        for sense in senses:
            frame = sense.frame
            if frame is None or (
                passive and frame.object == "none" and frame.subject != "recipient" and not frame.speech
            ):
                continue
            rank = self._rank(frame, text, target)
            if rank > best[0]:
                best = (rank, frame, sense.lemma)
        return best[1], best[2]

    def _headed(self, frame: Frame, subject: Found) -> bool:
        """Whether the subject's phrase begins with one of the frame's nouns."""
        if subject.np is None:
            return False
        el = self.els[subject.np]
        text = " " + " ".join(c.lower for c in self.chunks[el.first : el.last + 1]) + " "
        return any(f" {head} " in text for head in frame.subject_heads)

    def _rank(self, frame: Frame, text: str, target: Found) -> int:
        """Return how well the object meets the restrictions: the longest head first, -1 for not at all."""
        if frame.object_heads:
            met = [
                len(head)
                for head in frame.object_heads
                if f" {head} " in text or f" {head}s " in text or f" {head}nya " in text
            ]
            return 2 + max(met) if met else -1
        if frame.object_actor:
            return 1 if any(roles.is_party(m) and m.sector != "JRN" for m in target.names) else -1
        return 0

    def _fill_verb(
        self, candidate: Candidate, i: int, subject: Found, target: Found, *, passive: bool
    ) -> None:
        frame = candidate.frame
        if passive:
            roles.add(self._object_role(frame), candidate, subject.names)
            agent = self._bare_agent(i)
            if agent:
                roles.add(frame.subject, candidate, agent.names)
        else:
            roles.add(frame.subject, candidate, subject.names)
            if target and not self._starts_clause(target, frame):
                roles.add(self._object_role(frame), candidate, target.names)
        after = self.args.obliques_after(i)
        inverted = self.args.inverted(i)
        phrase = self.args.object_phrase(i)
        nominal = phrase is not None and bool(self.els[phrase].triggers) and not passive
        roles.add_obliques(
            candidate, [o for o in after if o.at != (inverted.np or -1)], self.closed, named_only=nominal
        )
        roles.add_obliques(candidate, self.args.obliques_before(i), self.closed, places_only=True)
        if frame.type in MUTUAL:
            self._companions(candidate, i)
        self._clause_subject(candidate, i)

    def _starts_clause(self, target: Found, frame: Frame) -> bool:
        """Whether the phrase after the verb is the subject of a reported clause, not an object."""
        at = target.np
        if at is None or frame.complement != "report" or frame.type is not EventType.STATEMENT:
            return False
        return self.args.kind(at + 1) in (Kind.VG, Kind.COORD)

    def _object_role(self, frame: Frame) -> str:
        return "recipient" if frame.object == "party" else frame.object

    def _bare_agent(self, i: int) -> Found:
        """The agent directly after an Indonesian di- verb ("dipimpin AS")."""
        word = self.chunks[self.els[i].head_first].lower
        at = i + 1
        if self.args.kind(at + 1) is Kind.VG:
            return Found()
        if word.startswith("di") and self.args.kind(at) is Kind.NP and self.args.name_headed(at):
            return self.args.chain_right(at)
        return Found()

    def _companions(self, candidate: Candidate, i: int) -> None:
        """ "X bersama Y bertemu": parties that a with-phrase adds before a mutual verb."""
        for oblique in self.args.obliques_before(i):
            if oblique.preposition in self.closed.with_prepositions:
                roles.add("recipient", candidate, oblique.found.names)

    # -- nouns ---------------------------------------------------------------------------------

    def _nouns(self, i: int, el: Element) -> list[Candidate]:
        found = []
        for trigger in el.triggers:
            candidate = self._noun(i, el, trigger)
            if candidate is not None:
                found.append(candidate)
        return found

    def _noun(self, i: int, el: Element, trigger: NounTrigger) -> Candidate | None:
        following = tuple(c.lower for c in self.chunks[trigger.last + 1 : trigger.last + 3])
        frame, lemma = self._frame(trigger.senses, following, Found(), passive=False)
        if frame is None:
            return None
        first, last = self.chunks[trigger.first], self.chunks[trigger.last]
        candidate = Candidate(i, first.start, last.end, frame, True, lemma)
        candidate.modality, candidate.polarity, candidate.certainty = modality.of_noun(trigger, frame)
        candidate.demonstrative = el.demonstrative
        candidate.rule = f"noun:{frame.id}"
        self._noun_names(candidate, el, trigger)
        if el.triggers[-1] is trigger:
            self._clause_subject(candidate, i)
            self._relative(candidate, i)
            after = self._noun_obliques(i)
            roles.add_obliques(candidate, after, self.closed)
            for oblique in after:
                if oblique.preposition in ("of", "oleh"):
                    role = "actor" if oblique.preposition == "oleh" else candidate.frame.of
                    roles.add(role, candidate, oblique.found.names)
        self._governed(candidate, i)
        if last.lower.endswith("nya") and not candidate.actors and frame.of == "actor":
            roles.add("actor", candidate, self._possessor(i))
        return candidate

    def _possessor(self, i: int) -> tuple[Mention, ...]:
        """Whose "-nya" it is: the last person or body named before the phrase."""
        for k in range(i - 1, -1, -1):
            names = tuple(m for m in self.args.names(k) if m.kind in _OWNERS)
            if names:
                return names[-1:]
            if self.els[k].kind is Kind.STOP:
                return ()
        return ()

    def _clause_subject(self, candidate: Candidate, i: int) -> None:
        """Whom an accusation or demand aims at is the subject of its clause ("tuduhan bahwa X …")."""
        if candidate.frame.type not in (EventType.ACCUSE, EventType.REQUEST):
            return
        if not candidate.recipients:
            mine = {m.actor or m.text for m in candidate.actors}
            names = self.args.clause_subject(i).names
            roles.add("recipient", candidate, [m for m in names if (m.actor or m.text) not in mine])

    def _relative(self, candidate: Candidate, i: int) -> None:
        """A relative clause that only places the event ("pertemuan yang berlangsung di …")."""
        at = i + 1
        while self.args.kind(at) in (Kind.COORD, Kind.COMMA) and self.args.kind(at + 1) is Kind.NP:
            at += 2
        if self.args.kind(at) is not Kind.REL:
            return
        verb = at + 1
        while self.args.kind(verb) is Kind.NP and not self.els[verb].names:
            verb += 1
        if self.args.kind(verb) is not Kind.VG:
            return
        senses = self.els[verb].senses
        light = any(s.light is not None for s in senses)
        if not light and any(s.frame is not None for s in senses):
            return
        roles.add_obliques(candidate, self.args.obliques_after(verb), self.closed)
        own = modality.of_verb(self.els[verb], None)
        if own[0] is not Modality.OCCURRED and candidate.modality is Modality.OCCURRED:
            candidate.modality = own[0]
        if light:
            candidate.placed_by = verb
            roles.add("actor", candidate, self._bare_agent(verb).names)

    def _noun_obliques(self, i: int) -> list[Oblique]:
        return list(self.args.obliques_after(i))

    def _noun_names(self, candidate: Candidate, el: Element, trigger: NounTrigger) -> None:
        """Names in the noun's own phrase: after it (genitive) by the frame's `of`, before it as doers."""
        frame = candidate.frame
        later = [t.first for t in el.triggers if t.first > trigger.last]
        after = [m for at, m in el.names if trigger.last < at and (not later or at < later[0])]
        before = [m for at, m in el.names if at < trigger.first]
        if before and self._attributive(el, trigger):
            roles.add("actor", candidate, before)
            roles.add("recipient", candidate, after)
            return
        i = candidate.element
        chained = self.args.chain_right(i).names if after and el.triggers[-1] is trigger else tuple(after)
        chained = tuple(m for m in chained if m.start >= candidate.end)
        role = frame.of
        if (
            role == "actor"
            and len(chained) > 1
            and frame.type not in MUTUAL
            and frame.type is not EventType.ASSAULT
        ):
            chained = chained[: max(1, len(after))] if len(after) == 1 else chained
        roles.add(role, candidate, chained)

    def _attributive(self, el: Element, trigger: NounTrigger) -> bool:
        """English puts the doer before the noun ("Israel's attack", "US-Russia talks")."""
        if self.args.sentence.chunks[trigger.first].lower.endswith("nya"):
            return False
        last_name = max(at for at, _ in el.names if at < trigger.first)
        between = self.chunks[last_name + 1 : trigger.first]
        return len(between) <= 4 and self.english

    @property
    def english(self) -> bool:
        """Whether modifiers stand before their noun."""
        return "the" in self.closed.function_words

    def _governed(self, candidate: Candidate, i: int) -> None:
        """The verb that governs the noun: a light verb lends its subject, its phrases and its modality."""
        verb = self._governing_verb(i)
        if verb is None:
            return
        candidate.governor = verb
        el = self.els[verb]
        light = self._light(el, candidate.frame)
        if light is None:
            self._operated(candidate, el)
            return
        candidate.light = verb
        passive = el.voice in _PASSIVE
        own = modality.of_verb(el, None)
        words = [m for m in (own[0], light.aspect, candidate.modality) if m is not Modality.OCCURRED]
        candidate.modality = modality.strongest(words)
        candidate.polarity = own[1] if own[1].value == "negative" else candidate.polarity
        candidate.certainty = own[2]
        doer = self._bare_agent(verb) if passive else self._subject(verb)
        if light.role == "recipient":
            roles.add("recipient", candidate, doer.names)
            return
        if doer and not candidate.actors:
            roles.add("actor", candidate, doer.names)
            if candidate.frame.type is EventType.SUPPORT and candidate.modality is Modality.HOPED:
                candidate.modality = Modality.OCCURRED  # "ingin menyampaikan terima kasih" thanks
        elif doer and candidate.frame.type in MUTUAL:
            self._prepend(candidate, doer.names)
        roles.add_obliques(candidate, self.args.obliques_after(verb), self.closed)
        roles.add_obliques(candidate, self.args.obliques_before(verb), self.closed, places_only=True)
        candidate.rule += f":light:{light.lemma}"

    def _operated(self, candidate: Candidate, el: Element) -> None:
        """A verb that plans, considers or prevents its object makes no fact of it; nor does a negated one."""
        word = self.chunks[el.head_first].lower if el.head_first >= 0 else ""
        operator = self.closed.auxiliaries.get(word)
        if operator is not None and operator is not Modality.OCCURRED:
            candidate.modality = modality.strongest([operator, candidate.modality])
        elif el.senses and any(s.frame is not None for s in el.senses):
            return
        own = modality.of_verb(el, None)
        if own[1].value == "negative":
            candidate.polarity = own[1]
        if own[0] is Modality.ONGOING and candidate.modality is Modality.OCCURRED:
            candidate.modality = own[0]

    def _prepend(self, candidate: Candidate, names: tuple[Mention, ...]) -> None:
        known = {(m.start, m.end) for m in candidate.parties}
        codes = {m.code for m in candidate.parties if m.code}
        fresh = [m for m in names if (m.start, m.end) not in known and m.code not in codes]
        candidate.actors[:0] = [m for m in fresh if roles.is_party(m)]

    def _governing_verb(self, i: int) -> int | None:
        """Return the verb group that the noun phrase is the object or (passive) the subject of."""
        before = i - 1
        while self.args.kind(before) is Kind.TIME:
            before -= 1
        if self.args.kind(before) is Kind.VG:
            clause = self.args.kind(i + 1) is Kind.VG and self.args.complement(before) == "report"
            return None if clause else before
        if self.args.kind(before) is Kind.COORD and self.args.kind(before - 1) is Kind.NP:
            return self._governing_verb(before - 1)
        inside = self.args.kind(before) is Kind.PREP and self.els[before].word in _INSIDE
        if inside and self.args.kind(before - 1) is Kind.VG:
            return before - 1
        for k in range(i + 1, min(i + 8, len(self.els))):
            el = self.els[k]
            if el.kind is Kind.VG:
                return k if el.voice in _PASSIVE and self.args.subject(k).np == i else None
            if el.kind not in (Kind.PREP, Kind.NP, Kind.TIME, Kind.REL):
                return None
        return None

    def _light(self, el: Element, frame: Frame) -> LightVerb | None:
        for sense in el.senses:
            if sense.light is not None:
                return sense.light
            if sense.lemma in frame.light:
                return LightVerb(sense.lemma, Modality.OCCURRED, "actor")
        word = self.chunks[el.head_first].lower if el.head_first >= 0 else ""
        if word in frame.light:
            return LightVerb(word, Modality.OCCURRED, "actor")
        return None
