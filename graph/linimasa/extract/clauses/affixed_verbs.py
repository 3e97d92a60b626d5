"""Verbs of a language whose affixes tell them from nouns (Indonesian)."""

from __future__ import annotations

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.phrases import Reading
from linimasa.extract.clauses.words import Words
from linimasa.lexicon.forms.form import Voice

#: What may end the words that an inverted verb of saying follows ("…," kata X).
_SAID = frozenset("”\"»,’'–—")
_BARE = frozenset({Voice.BARE})


class AffixedVerbs:
    """An affixed form is a verb; a bare root is one after a pronoun, after words said, and in a headline."""

    __slots__ = ("_headline", "_words")

    def __init__(self, words: Words, *, headline: bool) -> None:
        self._words = words
        self._headline = headline

    def is_verb(self, at: int, reading: Reading) -> bool:
        """Whether a form with verb senses is a verb at its place."""
        if self._headline or reading.voices != _BARE:
            return True
        before = self._words.side(at - 1)
        if before is None:
            return False
        if before.kind is ChunkKind.PUNCT and _speech(reading) and self._said(at, before):
            return True
        return before.lower in self._words.grammar.bare_verb_subjects

    def _said(self, at: int, before: Chunk) -> bool:
        """Whether a mark ends what is said, be it one that should open it (…, “kata X)."""
        comma = self._words.side(at - 2)
        return before.text in _SAID or (before.text == "“" and comma is not None and comma.text == ",")


def _speech(reading: Reading) -> bool:
    return any(s.frame is not None and s.frame.speech for s in reading.verbs)
