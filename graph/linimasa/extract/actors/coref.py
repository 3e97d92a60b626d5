"""Pronouns and phrases that refer back: who they stand for, or nobody where the text leaves it open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from linimasa.extract.actors.draft import Draft
from linimasa.extract.actors.lexicon import ActorLexicon
from linimasa.extract.actors.tokens import Gap, Tokens
from linimasa.lexicon.gazetteer import State
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind

#: How many sentences back an antecedent may stand.
_REACH = 2
#: Sectors of the organs of a state.
_OF_STATES = frozenset({"COP", "GOV", "JUD", "LEG", "MIL"})
#: Words for the members of a body that was named before.
_MEMBERS = ("anggotanya", "anggota-anggotanya", "its members")
_MANY = (ActorKind.GROUP, ActorKind.UNNAMED)
_BODIES = (ActorKind.STATE, ActorKind.ORGANISATION)
_PAIR = {
    "two-states": (ActorKind.STATE,),
    "two-persons": (ActorKind.PERSON,),
    "two-parties": (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP),
}


class Coreference:
    """Resolves the anaphors of one document in order of the text."""

    __slots__ = ("_done", "_lexicon", "_states", "_tokens")

    def __init__(self, tokens: Tokens, lexicon: ActorLexicon, states: Mapping[str, State]) -> None:
        self._states = states
        self._tokens = tokens
        self._lexicon = lexicon
        self._done: list[Draft] = []

    def resolve(self, drafts: Sequence[Draft]) -> tuple[Mention, ...]:
        """Return the mentions of all drafts, anaphors with their antecedents."""
        out = []
        for made in drafts:
            if made.rule == "anaphor":
                out.append(self._anaphor(made))
            else:
                if made.rule == "vague" and made.code is None:
                    self._members(made)
                elif made.find.possessed and made.code is None:
                    self._own(made)
                elif made.code is None and made.kind in _BODIES and not made.find.owner:
                    self._local(made)
                out.append(made.frozen())
            self._done.append(made)
        return tuple(out)

    def _own(self, made: Draft) -> None:
        """Give "menteri luar negerinya" the one state spoken of before it in the sentence.

        Where the phrase opens the sentence, it is that of the one whom the sentence before is about.
        """
        before = [d for d in self._done if d.sentence == made.sentence and d.kind is ActorKind.STATE]
        codes = {d.code for d in before if d.code is not None}
        if len(codes) == 1:
            made.code = made.country = codes.pop()
        elif made.kind not in _MANY and not any(d.sentence == made.sentence for d in self._done):
            made.code = made.country = self._leader(made.sentence - 1)

    def _members(self, made: Draft) -> None:
        """Give "anggotanya" the code of the body spoken of last before it, be it by who speaks for it."""
        if not self._key(made).endswith(_MEMBERS):
            return
        near = [d for d in self._done if made.sentence - d.sentence <= 1 and d.kind is not ActorKind.PLACE]
        codes = [d.code for d in near if d.code is not None and d.code not in self._states]
        made.code = codes[-1] if codes else None

    def _leader(self, sentence: int) -> str | None:
        """Return the state of the first party of a sentence that acts there for one."""
        here = [d for d in self._done if d.sentence == sentence and d.kind is not ActorKind.PLACE]
        acting = next((d for d in here if not self._oblique(d)), None)
        return acting.country if acting is not None and acting.country == acting.code else None

    def _local(self, made: Draft) -> None:
        """Give "pemerintah", "the army" the state of those who act in the sentence so far."""
        before = [d for d in self._done if d.sentence == made.sentence and d.kind is not ActorKind.PLACE]
        codes = {d.country for d in before if d.country is not None and not self._oblique(d)}
        if len(codes) == 1 and made.sector in _OF_STATES and not made.find.sponsored:
            made.code = made.country = codes.pop()

    def _anaphor(self, made: Draft) -> Mention:
        refers = made.refers
        if refers == "two-states" and (codes := self._lexicon.usual.get(self._key(made))):
            return self._both(made, codes)
        if refers in _PAIR:
            return self._pair(made, self._two(made, _PAIR[refers]))
        if refers == "head":
            return self._same(made, self._headed(made))
        if refers == "state":
            there = self._there(made)
            if there is not None:
                return self._standing(made, there)
            named, party = self._last(made, (ActorKind.STATE,)), self._state_of(made)
            return self._same(made, named) if named or party is None else self._standing(made, party)
        if refers == "own-state":
            return self._of_speaker(made)
        if refers == "organisation":
            bodies = (ActorKind.ORGANISATION, ActorKind.GROUP)
            return self._same(made, self._usual(made) or self._last(made, bodies))
        if refers == "persons":
            made.plural = True
            return self._they(made)
        return self._same(made, self._person(made, {"he": "m", "she": "f"}.get(refers, "")))

    def _same(self, made: Draft, antecedent: Draft | None) -> Mention:
        """Freeze an anaphor with the identity of its antecedent."""
        if antecedent is None or antecedent.mention is None:
            made.kind = ActorKind.UNNAMED
            return made.frozen(pronoun=True)
        root = antecedent.mention.antecedent or (antecedent.mention,)
        made.kind, made.actor, made.name = antecedent.kind, antecedent.actor, antecedent.name
        made.code, made.country = antecedent.code, antecedent.country
        made.sector = antecedent.sector
        made.gender = antecedent.gender
        return made.frozen(root, pronoun=True)

    def _pair(self, made: Draft, pair: tuple[Draft, ...]) -> Mention:
        made.plural = True
        made.kind = ActorKind.GROUP
        mentions = tuple(self._as_state(made, d.mention) for d in pair if d.mention is not None)
        return made.frozen(mentions, pronoun=True)

    def _key(self, made: Draft) -> str:
        return " ".join(self._tokens.low[made.find.start : made.find.end])

    def _both(self, made: Draft, codes: Sequence[str]) -> Mention:
        """Freeze words that always mean the same two states ("kedua Korea")."""
        made.plural, made.kind = True, ActorKind.GROUP
        words, states = made.frozen(), [self._states[code] for code in codes]
        pair = [
            words.moved(kind=ActorKind.STATE, actor=s.id, name=s.name_en, code=c, country=c, sector="GOV")
            for c, s in zip(codes, states, strict=True)
        ]
        return made.frozen(tuple(pair), pronoun=True)

    def _as_state(self, made: Draft, mention: Mention) -> Mention:
        """Return for "kedua negara" the state of a person who stands for it."""
        state = self._states.get(mention.code or "")
        if made.refers != "two-states" or mention.kind is not ActorKind.PERSON or state is None:
            return mention
        return mention.moved(kind=ActorKind.STATE, actor=state.id, name=state.name_en, sector="GOV")

    def _before(self, made: Draft) -> list[Draft]:
        """Return what was mentioned within reach, the nearest first."""
        return [d for d in reversed(self._done) if made.sentence - d.sentence <= _REACH]

    def _two(self, made: Draft, kinds: tuple[ActorKind, ...]) -> tuple[Draft, ...]:
        """Return the two different parties last mentioned in one sentence, in order of the text.

        Where the sentences before name more, those two are meant that the text is about, if it is plain.
        """
        before = self._before(made)
        other = self._object(made)
        if other and (pair := self._principal(kinds)):
            return pair
        start = made.sentence - int(other)
        for sentence in range(start, made.sentence - _REACH - 1, -1):
            here = [d for d in before if d.sentence == sentence]
            found = self._parties(here, kinds)
            if len(found) == 2:
                return tuple(sorted(found.values(), key=lambda d: d.start))
            if len(found) > 2:
                return self._joined(here, kinds) or self._principal(kinds)
        pair = self._codes_of(made, before) if kinds != _PAIR["two-persons"] else ()
        return pair or self._principal(kinds)

    @staticmethod
    def _parties(drafts: Sequence[Draft], kinds: tuple[ActorKind, ...]) -> dict[str, Draft]:
        """Return a mention a party; a person and its state are one unless persons count."""
        found: dict[str, Draft] = {}
        for d in drafts:
            own = d.actor is None or d.actor.startswith("src-") or d.refers
            if d.kind in kinds and not own and d.actor is not None:
                found.setdefault(d.actor if kinds == _PAIR["two-persons"] else d.code or d.actor, d)
        return found

    def _object(self, made: Draft) -> bool:
        """Whether a transitive verb stands right before: "mendesak kedua pihak" leaves out its subject."""
        i = made.find.first
        if i == 0 or self._tokens.gap[i] is not Gap.JOIN:
            return False
        low = self._tokens.low[i - 1]
        return low in self._lexicon.words["speech"] or low.startswith("me") or low.endswith("ed")

    def _principal(self, kinds: tuple[ActorKind, ...]) -> tuple[Draft, ...]:
        """Return the two parties that the text names at least twice each and twice as often as any third."""
        counts: Counter[str] = Counter()
        last: dict[str, Draft] = {}
        for d in self._done:
            for key in self._parties([d], kinds):
                counts[key] += 1
                last[key] = d
        ranked = counts.most_common(3)
        plain = len(ranked) > 1 and ranked[1][1] > 1
        if not plain or (len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]):
            return ()
        return tuple(sorted((last[key] for key, _ in ranked[:2]), key=lambda d: d.start))

    def _codes_of(self, made: Draft, before: list[Draft]) -> tuple[Draft, ...]:
        """Return two parties that stand for two states where the states themselves aren't named."""
        for reach in (0, 1, _REACH):
            found: dict[str, Draft] = {}
            for d in before:
                near = made.sentence - d.sentence <= reach and d.kind is not ActorKind.PLACE
                if near and d.country is not None and d.country == d.code:
                    found.setdefault(d.country, d)
            if len(found) == 2:
                return tuple(sorted(found.values(), key=lambda d: d.start))
            if len(found) > 2:
                return ()
        return ()

    def _state_of(self, made: Draft) -> Draft | None:
        """Return the one party of the sentences before whose state can be meant where none is named."""
        subject = next((d for d in self._done if d.sentence == made.sentence and not self._oblique(d)), None)
        for sentence in range(made.sentence, made.sentence - 2, -1):
            found: dict[str, Draft] = {}
            for d in reversed(self._done):
                if d.sentence == sentence and d.country is not None and d.actor is not None:
                    found.setdefault(d.country, d)
            if len(found) == 2 and subject is not None and sentence == made.sentence and self._object(made):
                found.pop(subject.country or "", None)  # "X mengancam akan menyerang negara itu": not X
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                return None
        return None

    def _there(self, made: Draft) -> Draft | None:
        """Return the place abroad of the sentence where "di negara itu" can mean no other state of it."""
        here = [d for d in self._done if d.sentence == made.sentence and d.country is not None]
        first = next((d for d in here if d.kind is not ActorKind.PLACE), None)
        if first is None or not self._oblique(made):
            return None
        others = [d for d in here if d.country != first.country]
        abroad = len({d.country for d in others}) == 1 and others[-1].kind is ActorKind.PLACE
        return others[-1] if abroad else None

    def _of_speaker(self, made: Draft) -> Mention:
        """Freeze "negaranya", "his country": the state of the one person that the clause is about."""
        for sentence in (made.sentence, made.sentence - 1):
            here = [d for d in reversed(self._done) if d.sentence == sentence and d.country is not None]
            persons = [d for d in here if self._single(d) and not self._oblique(d)]
            if persons:
                return self._standing(made, persons[0])
            states = {d.country for d in here}
            if len(states) == 1:
                return self._standing(made, here[0])
            if states:
                break
        return self._same(made, None)

    def _standing(self, made: Draft, of: Draft) -> Mention:
        """Freeze an anaphor as the state of a party."""
        if of.kind is ActorKind.STATE and of.mention is not None:
            return self._same(made, of)
        made.kind, made.code, made.country, made.sector = ActorKind.STATE, of.country, of.country, "GOV"
        state = self._states.get(of.country or "")
        if state is not None:
            made.actor, made.name = state.id, state.name_en
        return made.frozen(pronoun=True)

    def _usual(self, made: Draft) -> Draft | None:
        """Return the organisation that a text usually calls so ("the alliance": NATO), if it is named."""
        words = self._tokens.low[made.find.start : made.find.end]
        codes = {code for word in words for code in self._lexicon.usual.get(word, ())}
        for d in reversed(self._done):
            if d.code in codes and d.kind is ActorKind.ORGANISATION and d.mention is not None:
                return d
        return None

    def _headed(self, made: Draft) -> Draft | None:
        """Return the last party called by the same head word, else the last person with that sector."""
        head = made.find.head
        if head is None:
            return None
        before = [d for d in reversed(self._done) if made.sentence - d.sentence <= 2 * _REACH]
        for d in before:
            if d.rule != "anaphor" and any(t.slug == head.slug for t in d.find.terms):
                return d
        return None

    def _last(self, made: Draft, kinds: tuple[ActorKind, ...]) -> Draft | None:
        """Return the subject-like party of these kinds, the nearest sentence first."""
        before = [d for d in self._before(made) if d.kind in kinds and d.actor is not None]
        for sentence in range(made.sentence, made.sentence - _REACH - 1, -1):
            here = [d for d in before if d.sentence == sentence]
            if len({d.actor for d in here}) == 1:
                return here[0]
            subjects = [d for d in here if not self._oblique(d)]
            others = [d for d in here if not subjects or d.actor != subjects[-1].actor]
            if sentence == made.sentence and self._oblique(made) and len({d.actor for d in others}) == 1:
                return others[0]  # "X menghukum Y atas uji coba oleh negara itu": not X
            if len({d.actor for d in subjects}) == 1:
                return subjects[0]
            if here:
                return None
        return None

    def _they(self, made: Draft) -> Mention:
        """Freeze "mereka", "they": a body that speaks of itself, a group, or two that were named together."""
        before = self._before(made)
        for sentence in range(made.sentence, made.sentence - _REACH - 1, -1):
            here = [d for d in before if d.sentence == sentence]
            group = next((d for d in here if d.plural and d.kind in _MANY and not self._oblique(d)), None)
            if group is not None:
                return self._same(made, group)
            pair = self._joined(here, _PAIR["two-parties"])
            if pair:
                return self._pair(made, pair)
            if sentence == made.sentence:
                body = next((d for d in here if d.kind in _BODIES and self._spoke(d)), None)
                if body is not None and body.actor is not None:
                    return self._same(made, body)
        return self._same(made, None)

    def _joined(self, here: Sequence[Draft], kinds: tuple[ActorKind, ...]) -> tuple[Draft, ...]:
        """Return the two parties of a sentence that "dan", "and" joins, if they aren't named in passing."""
        parties = sorted(self._parties(here, kinds).values(), key=lambda d: d.start)
        joins = self._lexicon.words["conjunctions"]
        ends = {d.find.last for d in parties}
        for one, other in pairwise(parties):
            i, j = one.find.last, other.find.first
            listed = one.find.first in ends and self._tokens.gap[one.find.first] is Gap.COMMA
            if j == i + 1 and self._tokens.low[i] in joins and not listed and not self._oblique(one):
                return one, other
        return ()

    def _person(self, made: Draft, gender: str) -> Draft | None:
        """Return the person whom "ia", "he" … means: the nearest sentence's subject, if it is one only."""
        before = [d for d in self._before(made) if self._single(d) and gender in ("", d.gender or gender)]
        for sentence in range(made.sentence, made.sentence - _REACH - 1, -1):
            here = [d for d in before if d.sentence == sentence]
            if not here:
                continue
            if len({d.actor for d in here}) == 1:
                return here[0]
            subjects = [d for d in here if not self._oblique(d)]
            if sentence == made.sentence:
                return subjects[-1] if subjects else None
            speakers = [d for d in subjects if self._spoke(d)]
            return (speakers or subjects[::-1] or here[::-1])[0]
        return None

    @staticmethod
    def _single(d: Draft) -> bool:
        one = d.kind is ActorKind.GROUP and d.find.count == "one"  # "seorang pejabat pertahanan"
        person = one or d.kind in (ActorKind.PERSON, ActorKind.UNNAMED)
        return d.actor is not None and not d.plural and person

    def _oblique(self, d: Draft) -> bool:
        """Whether a preposition or a noun before the phrase makes a subject unlikely."""
        i = d.find.first
        if i == 0 or self._tokens.gap[i] is not Gap.JOIN:
            return False
        return self._tokens.low[i - 1] in self._lexicon.words["oblique_prepositions"]

    def _spoke(self, d: Draft) -> bool:
        """Whether a verb of speech stands right before or after the phrase."""
        tokens, speech = self._tokens, self._lexicon.words["speech"]
        i, j = d.find.first, d.find.last
        before = i > 0 and tokens.low[i - 1] in speech
        return before or (j < len(tokens) and tokens.low[j] in speech and tokens.gap[j] is Gap.JOIN)
