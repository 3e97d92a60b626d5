"""Which words of a sentence are verbs: each place is asked once."""

from __future__ import annotations

from typing import Protocol

from linimasa.extract.clauses.affixed_verbs import AffixedVerbs
from linimasa.extract.clauses.chunk import ChunkKind
from linimasa.extract.clauses.phrases import Reading
from linimasa.extract.clauses.placed_verbs import PlacedVerbs
from linimasa.extract.clauses.words import Words
from linimasa.lexicon.forms.form import Voice


class _Marking(Protocol):
    """How a language marks its verbs."""

    def is_verb(self, at: int, reading: Reading, *, helped: bool) -> bool: ...

    def voice(self, at: int, reading: Reading, *, passive: bool) -> Voice: ...

    def unknown_verb(self, at: int, auxiliary: str | None) -> bool: ...

    def adjectival(self, at: int) -> bool: ...


class Verbs:
    """The verbs of one sentence; in a headline, bare roots may be verbs."""

    __slots__ = ("_alone", "_helped", "_leads", "_words", "marking")

    def __init__(self, words: Words, *, headline: bool) -> None:
        self._words = words
        self.marking: _Marking = (
            AffixedVerbs(words, headline=headline) if words.grammar.affixed_verbs else PlacedVerbs(words)
        )
        self._helped: dict[int, Reading | None] = {}
        self._alone: dict[int, Reading | None] = {}
        self._leads: dict[int, bool] = {}

    def at(self, at: int, *, helped: bool = False) -> Reading | None:
        """Return the form at a position where it is a verb; `helped`: an auxiliary or negator is before it."""
        reading = self._words.readings[at]
        if reading is None or not reading.verbs:
            return None
        known = self._helped if helped else self._alone
        if at not in known:
            known[at] = reading if self._is_verb(at, reading, helped=helped) else None
        return known[at]

    def _is_verb(self, at: int, reading: Reading, *, helped: bool) -> bool:
        if reading.size == 1 and self._words.chunks[at].lower in self._words.closed.prepositions:
            return False
        return self.marking.is_verb(at, reading, helped=helped)

    def follows(self, at: int) -> bool:
        """Whether a verb comes at or after a position, auxiliaries, negators, adverbs and dates aside."""
        if at not in self._leads:
            self._leads[at] = self._follows(at)
        return self._leads[at]

    def _follows(self, at: int) -> bool:
        words = self._words
        while at < words.count:
            chunk = words.chunks[at]
            if chunk.kind is ChunkKind.TIME or chunk.lower in words.grammar.before_verbs:
                at += 1
                continue
            if chunk.kind is not ChunkKind.WORD:
                return False
            if self.at(at, helped=True) is not None:
                return True
            sizes = words.sizes[at]
            size = max(sizes.auxiliaries, sizes.negators, sizes.adverbs)
            if not size:
                return words.verb_shaped(at)
            at += size
        return False
