"""Longest-match lookup of closed-class entries and frames at a position of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.lexicon.language import Language, WordSense

_CLITICS = re.compile(r"(?<=[a-z]{3})(nya|lah|kah|pun)$")


class Phrases:
    """The words of one language, ready to be matched against chunks; immutable once built."""

    def __init__(self, language: Language) -> None:
        closed = language.closed
        self.language = language
        self.closed = closed
        self._verb_shape = re.compile(closed.verb_shape)
        self._firsts = frozenset(entry.split(" ")[0] for entry in self._all_entries())
        self._longer: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
        for entry in sorted(set(self._all_entries()), key=lambda e: (-e.count(" "), e)):
            first, *rest = entry.split(" ")
            if rest:
                self._longer[first] = (*self._longer.get(first, ()), (entry, tuple(rest)))

    def _all_entries(self) -> Iterable[str]:
        closed = self.closed
        for group in (
            closed.prepositions,
            closed.coordinators,
            closed.relatives,
            closed.complementizers,
            closed.negators,
            closed.blame,
            closed.quantifiers,
            closed.first_person,
            closed.subordinators,
            closed.auxiliaries,
            closed.operators,
            closed.certainty,
            closed.reporting,
            closed.repeated,
            closed.adverbs,
            closed.attribution_prepositions,
            closed.irrealis,
            closed.nobody,
        ):
            yield from group

    def match(self, chunks: Sequence[Chunk], at: int, entries: Mapping[str, object] | frozenset[str]) -> int:
        """Return how many chunks from `at` on form the longest entry of `entries` (0: none)."""
        if at >= len(chunks):
            return 0
        first = chunks[at]
        word = first.lower
        if word not in self._firsts or first.kind is not ChunkKind.WORD:
            return 0
        for entry, rest in self._longer.get(word, ()):
            size = len(rest) + 1
            if entry in entries and self._follow(chunks, at + 1, rest):
                return size
        return 1 if word in entries else 0

    def _follow(self, chunks: Sequence[Chunk], at: int, words: tuple[str, ...]) -> bool:
        if at + len(words) > len(chunks):
            return False
        for offset, word in enumerate(words):
            chunk = chunks[at + offset]
            if chunk.lower != word or chunk.kind is not ChunkKind.WORD:
                return False
        return True

    def phrase(self, chunks: Sequence[Chunk], at: int, size: int) -> str:
        """Return `size` chunks from `at` on as one lower-case string."""
        return " ".join(c.lower for c in chunks[at : at + size])

    def senses(self, chunks: Sequence[Chunk], at: int) -> tuple[tuple[WordSense, ...], int, bool]:
        """Return the senses of the longest form at `at`, its size in chunks, and whether a clitic was cut."""
        if at >= len(chunks) or chunks[at].kind is not ChunkKind.WORD:
            return (), 0, False
        first = chunks[at].lower
        found = self._senses_of(chunks, at, first)
        if found[0]:
            return (*found, False)
        bare = _CLITICS.sub("", first)
        if bare != first and self.language.code != "en":
            found = self._senses_of(chunks, at, bare)
            if found[0]:
                return (*found, first.endswith("nya"))
        return (), 0, False

    def _senses_of(self, chunks: Sequence[Chunk], at: int, first: str) -> tuple[tuple[WordSense, ...], int]:
        rows = self.language.senses.get(first, ())
        best: list[WordSense] = []
        size = 0
        for sense in rows:
            count = len(sense.words)
            if count < size:
                break
            if count == 1 or self._follow(chunks, at + 1, sense.words[1:]):
                best.append(sense)
                size = count
        return tuple(best), size

    def verb_shaped(self, chunk: Chunk) -> bool:
        """Whether an unknown word looks like a verb."""
        return (
            chunk.kind is ChunkKind.WORD
            and chunk.text.islower()
            and chunk.lower not in self.closed.nonverbs
            and not (chunk.lower.endswith("nya") and chunk.lower.startswith(("me", "ber", "ter")))
            and self._verb_shape.match(chunk.lower) is not None
        )
