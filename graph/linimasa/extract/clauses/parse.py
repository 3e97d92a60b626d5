"""Chunks to elements: a shallow parse by longest match, left to right.

The order of the rules is the order of the checks in `_Parser.step`; each takes chunks and adds elements.
"""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.draft import Draft
from linimasa.extract.clauses.element import Element, Kind, Sentence
from linimasa.extract.clauses.groups import VerbGroups
from linimasa.extract.clauses.joins import Joiner
from linimasa.extract.clauses.links import Links
from linimasa.extract.clauses.marks import Punctuation
from linimasa.extract.clauses.nouns import NounPhrases
from linimasa.extract.clauses.phrases import NO_SIZES, Phrases
from linimasa.extract.clauses.verbs import Verbs
from linimasa.extract.clauses.words import Words


class _Parser:
    def __init__(self, chunks: Sequence[Chunk], phrases: Phrases, *, headline: bool) -> None:
        words = Words(chunks, phrases)
        verbs = Verbs(words, headline=headline)
        self.draft = Draft()
        self.words = words
        self.punctuation = Punctuation(chunks, self.draft)
        self.groups = VerbGroups(words, verbs, self.draft)
        self.links = Links(words, verbs, self.draft)
        self.nouns = NounPhrases(words, verbs, self.draft)

    def run(self) -> list[Element]:
        at = 0
        while at < self.words.count:
            at = self.step(at)
        return self.draft.elements

    def step(self, at: int) -> int:
        """Parse one element at `at` and return the position after it."""
        chunk = self.words.chunks[at]
        if at in self.words.asides:
            return at + 1
        if chunk.kind is ChunkKind.PUNCT:
            return self.punctuation.read(at)
        if chunk.kind is ChunkKind.TIME:
            self.draft.elements.append(Element(Kind.TIME, at, at, "", self.draft.quote, timex=chunk.timex))
            return at + 1
        after = self.word(at) if chunk.kind is ChunkKind.WORD else 0
        return after or self.nouns.read(at)

    def word(self, at: int) -> int:
        """Parse a verb group or linking words at `at`, 0 where there are none."""
        sizes = self.words.sizes[at]
        if sizes is NO_SIZES:
            return self.groups.read(at)
        if sizes.quantifiers:
            return 0
        return (
            self.links.report(at)
            or self.groups.read(at)
            or self._adverbial(at)
            or self.links.linker(at)
            or self.links.preposition(at)
        )

    def _adverbial(self, at: int) -> int:
        """Pass over a set phrase that is an adverb ("Untuk pertama kalinya X …"), 0 where there is none."""
        size = self.words.sizes[at].adverbs
        governed = self.words.chunks[at].lower in self.words.closed.prepositions
        return at + size if size > 1 and governed else 0


def parse(
    span: tuple[int, int], chunks: Sequence[Chunk], phrases: Phrases, *, headline: bool = False
) -> Sentence:
    """Return the parsed sentence; `headline` lets bare roots be verbs."""
    elements = _Parser(chunks, phrases, headline=headline).run()
    return Sentence(span[0], span[1], tuple(chunks), Joiner(chunks, phrases.closed).joined(elements))
