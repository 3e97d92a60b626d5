"""Pronouns and phrases that refer back: who they stand for, or nobody where the text leaves it open."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.actors.draft import Draft
from linimasa.extract.actors.lexicon import ActorLexicon
from linimasa.extract.actors.tokens import Gap, Tokens
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind

#: How many sentences back an antecedent may stand.
_REACH = 2
_PAIR = {
    "two-states": (ActorKind.STATE,),
    "two-persons": (ActorKind.PERSON,),
    "two-parties": (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP),
}


class Coreference:
    """Resolves the anaphors of one document in order of the text."""

    __slots__ = ("_done", "_lexicon", "_tokens")

    def __init__(self, tokens: Tokens, lexicon: ActorLexicon) -> None:
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
                if made.find.possessed and made.code is None:
                    self._own(made)
                out.append(made.frozen())
            self._done.append(made)
        return tuple(out)

    def _own(self, made: Draft) -> None:
        """Give "menteri luar negerinya" the one state spoken of before it in the sentence."""
        before = [d for d in self._done if d.sentence == made.sentence and d.kind is ActorKind.STATE]
        codes = {d.code for d in before if d.code is not None}
        if len(codes) == 1:
            made.code = made.country = codes.pop()

    def _anaphor(self, made: Draft) -> Mention:
        refers = made.refers
        if refers in _PAIR:
            return self._pair(made, self._two(made, _PAIR[refers]))
        if refers == "head":
            return self._same(made, self._headed(made))
        if refers == "state":
            return self._same(made, self._last(made, (ActorKind.STATE,)))
        if refers == "organisation":
            return self._same(made, self._last(made, (ActorKind.ORGANISATION, ActorKind.GROUP)))
        if refers == "persons":
            made.plural = True
            return self._same(made, self._plural(made))
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
        mentions = tuple(d.mention for d in pair if d.mention is not None)
        return made.frozen(mentions, pronoun=True)

    def _before(self, made: Draft) -> list[Draft]:
        """Return what was mentioned within reach, the nearest first."""
        return [d for d in reversed(self._done) if made.sentence - d.sentence <= _REACH]

    def _two(self, made: Draft, kinds: tuple[ActorKind, ...]) -> tuple[Draft, ...]:
        """Return the two different parties last mentioned in one sentence, in order of the text."""
        before = self._before(made)
        for sentence in range(made.sentence, made.sentence - _REACH - 1, -1):
            found: dict[str, Draft] = {}
            for d in before:
                if d.sentence == sentence and d.kind in kinds and d.actor is not None and not d.refers:
                    key = (d.code or d.actor) if kinds != _PAIR["two-persons"] else d.actor
                    found.setdefault(key, d)
            if len(found) == 2:
                return tuple(sorted(found.values(), key=lambda d: d.start))
            if len(found) > 2:
                return ()
        return self._codes_of(made, before) if kinds == _PAIR["two-states"] else ()

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
            if len({d.actor for d in subjects}) == 1:
                return subjects[0]
            if here:
                return None
        return None

    def _plural(self, made: Draft) -> Draft | None:
        for d in self._before(made):
            if d.plural and d.kind in (ActorKind.GROUP, ActorKind.UNNAMED) and not self._oblique(d):
                return d
        return None

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
        return d.actor is not None and not d.plural and d.kind in (ActorKind.PERSON, ActorKind.UNNAMED)

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
