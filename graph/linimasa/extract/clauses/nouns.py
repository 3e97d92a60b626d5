"""Noun phrases: names, event nouns and what modifies them."""

from __future__ import annotations

from dataclasses import dataclass, field

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.draft import Draft
from linimasa.extract.clauses.element import Element, Kind, NounTrigger
from linimasa.extract.clauses.phrases import NO_SIZES, ClosedSizes, Reading
from linimasa.extract.clauses.verbs import Verbs
from linimasa.extract.clauses.words import Words
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind, Modality

_OWNED = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.PERSON})


@dataclass(slots=True)
class _Phrase:
    """A noun phrase while it is being read; `closed`: nothing more belongs to it."""

    first: int
    names: list[tuple[int, Mention]] = field(default_factory=list)
    triggers: list[NounTrigger] = field(default_factory=list)
    operator: Modality | None = None
    demonstrative: bool = False
    negated: bool = False
    closed: bool = False


class NounPhrases:
    """The rule for noun phrases of one sentence: whatever no other rule reads."""

    __slots__ = ("_draft", "_verbs", "_words")

    def __init__(self, words: Words, verbs: Verbs, draft: Draft) -> None:
        self._words = words
        self._verbs = verbs
        self._draft = draft

    def read(self, first: int) -> int:
        """Add the noun phrase at a position and return the position after it."""
        phrase = _Phrase(first)
        at = self._take(first, phrase)
        while at < self._words.count and not phrase.closed and not self._ends(at):
            at = self._take(at, phrase)
        self._draft.elements.append(
            Element(
                Kind.NP,
                first,
                at - 1,
                self._words.chunks[first].lower,
                self._draft.quote,
                names=tuple(phrase.names),
                triggers=tuple(phrase.triggers),
                demonstrative=phrase.demonstrative,
            )
        )
        return at

    def _take(self, at: int, phrase: _Phrase) -> int:
        """Take the word or name at a position into the phrase and return the position after it."""
        words = self._words
        chunk = words.chunks[at]
        if at in words.asides:
            return at + 1
        if chunk.mention is not None:
            self._name(at, chunk.mention, phrase)
            return at + 1
        reading = words.readings[at]
        if reading is not None and not reading.nouns and reading.size > 1:
            reading = words.shorter_noun(at)
        if reading is not None and reading.nouns:
            return self._event_noun(at, reading, phrase)
        sizes = words.sizes[at]
        if sizes is not NO_SIZES:
            if sizes.quantifiers:
                return at + sizes.quantifiers
            if sizes.operators:
                phrase.operator = words.closed.operators[words.phrase(at, sizes.operators)]
                return at + sizes.operators
        if chunk.lower in words.closed.demonstratives:
            phrase.demonstrative = True
            phrase.closed = words.grammar.closing_demonstratives and at > phrase.first
        if sizes.negators and not phrase.closed:
            phrase.negated = True
        return at + 1

    def _name(self, at: int, mention: Mention, phrase: _Phrase) -> None:
        """Take a name; the state that it belongs to is no party of its own ("Lebanon's Hezbollah")."""
        owner = phrase.names[-1] if phrase.names else None
        owned = owner is not None and owner[0] == at - 2 and self._words.chunks[at - 1].lower == "'s"
        if owner is not None and owned and owner[1].kind is ActorKind.STATE and mention.kind in _OWNED:
            phrase.names.pop()
        phrase.names.append((at, mention))

    def _event_noun(self, at: int, reading: Reading, phrase: _Phrase) -> int:
        after = at + reading.size
        if not self._proper(at, reading.size):
            phrase.triggers.append(NounTrigger(at, after - 1, reading.nouns, phrase.operator, phrase.negated))
            # "ancaman serangan": the threat is told, the attack isn't.
            word = self._words.phrase(at, reading.size)
            phrase.operator = self._words.closed.operators.get(word, phrase.operator)
        return after

    def _proper(self, at: int, size: int) -> bool:
        """Whether the words belong to a capitalised name ("Economic Forum (SPIEF)"), acronyms aside."""
        word = self._words.chunks[at]
        if not word.text[:1].isupper() or word.text.isupper():
            return False
        before, after = self._words.side(at - 1), self._words.side(at + size)
        if before is None or before.kind is ChunkKind.PUNCT:
            return _capital(after)
        return _capital(before) or _capital(after)

    def _ends(self, at: int) -> bool:
        """Whether a phrase ends before a position."""
        words = self._words
        if at in words.asides:
            return False
        kind = words.chunks[at].kind
        if kind is not ChunkKind.WORD:
            return kind is ChunkKind.PUNCT or kind is ChunkKind.TIME
        sizes = words.sizes[at]
        if sizes.quantifiers:
            return False
        if _links(sizes) or self._verbs.at(at) is not None:
            return True
        if words.readings[at] is not None:
            # "dapat" is a modal before a verb, else a form of "mendapat".
            return bool(sizes.auxiliaries) and self._verbs.follows(at)
        if words.verb_shaped(at):
            return not self._verbs.adjectival(at)
        if sizes.auxiliaries or sizes.negators:
            return self._verbs.follows(at) or self._free_auxiliary(at)
        return bool(sizes.adverbs) and self._verbs.follows(at)

    def _free_auxiliary(self, at: int) -> bool:
        words = self._words
        return words.grammar.free_auxiliaries and words.chunks[at].lower in words.closed.auxiliaries


def _links(sizes: ClosedSizes) -> bool:
    """Whether something starts here that no noun phrase runs across."""
    return sizes is not NO_SIZES and bool(
        sizes.prepositions
        or sizes.coordinators
        or sizes.relatives
        or sizes.complementizers
        or sizes.subordinators
        or sizes.reporting
    )


def _capital(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.kind is ChunkKind.WORD and chunk.text[:1].isupper()
