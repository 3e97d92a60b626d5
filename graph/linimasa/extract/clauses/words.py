"""The words of one sentence with what the lexicon says of each place, looked up once."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.marks import asides
from linimasa.extract.clauses.phrases import Phrases, Reading, phrase


class Words:
    """A sentence's chunks; `sizes` and `readings` have one item a chunk and an empty one for its end.

    `asides` are the positions that the grammar leaves out.
    """

    __slots__ = ("_phrases", "asides", "chunks", "closed", "count", "grammar", "readings", "sizes")

    def __init__(self, chunks: Sequence[Chunk], phrases: Phrases) -> None:
        self.chunks = chunks
        self.count = len(chunks)
        self.closed = phrases.closed
        self.grammar = phrases.closed.grammar
        self.asides = asides(chunks)
        self.sizes, self.readings = phrases.look_up(chunks)
        self._phrases = phrases

    def is_word(self, at: int) -> bool:
        """Whether a word stands at a position, which may be the sentence's end."""
        return at < self.count and self.chunks[at].kind is ChunkKind.WORD

    def side(self, at: int) -> Chunk | None:
        """Return the chunk at a position, None before the first and after the last."""
        return self.chunks[at] if 0 <= at < self.count else None

    def before(self, at: int) -> Chunk | None:
        """Return the chunk before a position, asides and one-word adverbs left out."""
        at -= 1
        while at >= 0 and (at in self.asides or self.sizes[at].adverbs == 1):
            at -= 1
        return self.side(at)

    def phrase(self, at: int, size: int) -> str:
        """Return `size` chunks from `at` on as one lower-case string."""
        if size == 1:
            return self.chunks[at].lower
        return phrase(self.chunks, at, size)

    def verb_shaped(self, at: int) -> bool:
        """Whether the chunk looks like a verb though the lexicon may not know it."""
        return self._phrases.verb_shaped(self.chunks[at])

    def shorter_noun(self, at: int) -> Reading | None:
        """Return the event noun at a position whose longest form is a verb, None where there is none."""
        return self._phrases.shorter_noun(self.chunks, at)

    def listed_noun(self, at: int, size: int) -> bool:
        """Whether the form is an event noun too, in a sense of as many words that may not follow here."""
        return self._phrases.listed_noun(self.chunks[at].lower, size)
