"""Longest-match lookup of closed-class entries and word senses at a place of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.lexicon.closed import ClosedClass
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.language import Language, WordSense

T = TypeVar("T")
#: What starts with a word: the words that follow it and what the whole is, longest first.
Rows = tuple[tuple[tuple[str, ...], T], ...]


@dataclass(frozen=True, slots=True)
class ClosedSizes:
    """How many chunks, from one place on, form the longest entry of each closed class (0: none)."""

    prepositions: int = 0
    coordinators: int = 0
    relatives: int = 0
    complementizers: int = 0
    subordinators: int = 0
    reporting: int = 0
    negators: int = 0
    blame: int = 0
    blaming_labels: int = 0
    reproaches: int = 0
    set_phrases: int = 0
    quantifiers: int = 0
    auxiliaries: int = 0
    operators: int = 0
    certainty: int = 0
    repeated: int = 0
    adverbs: int = 0
    adverb_markers: int = 0
    infinitive_markers: int = 0
    irrealis: int = 0
    nobody: int = 0
    untrue: int = 0


#: The classes that stand in the language's grammar.
_OF_GRAMMAR = frozenset({"infinitive_markers"})
#: No closed-class word: the one value for all such places, so that `is` tells it.
NO_SIZES = ClosedSizes()


@dataclass(frozen=True, slots=True)
class Reading:
    """The senses of the longest form at a place, `size` chunks long, and the verbs' voices.

    `pronoun`: an enclitic pronoun was cut from the form ("mengutuknya").
    """

    size: int
    verbs: tuple[WordSense, ...]
    nouns: tuple[WordSense, ...]
    voices: frozenset[Voice]
    pronoun: bool = False


class Phrases:
    """The words of one language, ready to be matched against chunks; immutable once built."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.closed = language.closed
        self._verb_shape = re.compile(language.closed.verb_shape)
        self._sizes = _closed_rows(language.closed)
        self._readings = {first: _reading_rows(senses) for first, senses in language.senses.items()}
        self._no_events = _no_event_rows(language.closed.no_events)
        self._enclitics = tuple(sorted(language.closed.grammar.enclitics))
        self._pronouns = tuple(sorted(language.closed.grammar.pronoun_enclitics))
        # An enclitic is cut only from what remains a word.
        self._cut = re.compile(rf"(?<=[a-z]{{3}})(?:{'|'.join(self._enclitics)})$")

    def look_up(self, chunks: Sequence[Chunk]) -> tuple[list[ClosedSizes], list[Reading | None]]:
        """Return what closed-class entries and what form start at each place, the end included."""
        sizes = [NO_SIZES] * (len(chunks) + 1)
        readings: list[Reading | None] = [None] * (len(chunks) + 1)
        for at, chunk in enumerate(chunks):
            if chunk.kind is ChunkKind.WORD:
                if chunk.lower in self._sizes:
                    sizes[at] = self.sizes(chunks, at)
                forms = self._readings.get(chunk.lower)
                found = None if forms is None else _longest(forms, chunks, at)
                readings[at] = found or self._without_enclitic(chunks, at)
                if readings[at] and _longest(self._no_events.get(chunk.lower, ()), chunks, at):
                    readings[at] = None
        return sizes, readings

    def sizes(self, chunks: Sequence[Chunk], at: int) -> ClosedSizes:
        """Return what closed-class entries start at one place, which may be the end."""
        rows = self._sizes.get(chunks[at].lower) if at < len(chunks) else None
        if rows is None or chunks[at].kind is not ChunkKind.WORD:
            return NO_SIZES
        return _longest(rows, chunks, at) or NO_SIZES

    def _without_enclitic(self, chunks: Sequence[Chunk], at: int) -> Reading | None:
        word = chunks[at].lower
        if not word.endswith(self._enclitics):
            return None
        rows = self._readings.get(self._cut.sub("", word))
        found = None if rows is None else _longest(rows, chunks, at)
        return replace(found, pronoun=True) if found and word.endswith(self._pronouns) else found

    def shorter_noun(self, chunks: Sequence[Chunk], at: int) -> Reading | None:
        """Return the longest event noun at a place where a longer form is a verb ("a call | on Monday")."""
        rows = self._readings.get(chunks[at].lower, ())
        return _longest(tuple([row for row in rows if row[1].nouns]), chunks, at)

    def listed_noun(self, first: str, size: int) -> bool:
        """Whether an event noun of `size` words starts with a word, whatever follows here."""
        return any(r.nouns and r.size == size for _, r in self._readings.get(first, ()))

    def verb_shaped(self, chunk: Chunk) -> bool:
        """Whether an unknown word looks like a verb."""
        return (
            chunk.kind is ChunkKind.WORD
            and self._verb_shape.match(chunk.lower) is not None
            and chunk.text.islower()
            and chunk.lower not in self.closed.nonverbs
        )


def phrase(chunks: Sequence[Chunk], at: int, size: int) -> str:
    """Return `size` chunks from `at` on as one lower-case string."""
    return " ".join(c.lower for c in chunks[at : at + size])


def _closed_rows(closed: ClosedClass) -> dict[str, Rows[ClosedSizes]]:
    classes: dict[str, list[str]] = {}
    for field in fields(ClosedSizes):
        entries: Iterable[str] = getattr(closed.grammar if field.name in _OF_GRAMMAR else closed, field.name)
        for entry in entries:
            classes.setdefault(entry, []).append(field.name)
    rows: dict[str, Rows[ClosedSizes]] = {}
    for entry in sorted(classes, key=lambda e: (-e.count(" "), e)):
        first, *rest = entry.split(" ")
        rows[first] = (*rows.get(first, ()), (tuple(rest), _sizes_of(entry, classes)))
    return rows


def _no_event_rows(phrases: Iterable[str]) -> dict[str, Rows[bool]]:
    """Return the rest of each phrase that tells no event, by its first word."""
    rows: dict[str, Rows[bool]] = {}
    for entry in sorted(phrases):
        first, *rest = entry.split(" ")
        rows[first] = (*rows.get(first, ()), (tuple(rest), True))
    return rows


def _sizes_of(entry: str, classes: Mapping[str, Sequence[str]]) -> ClosedSizes:
    """Return the sizes where `entry` is the longest of all: every other entry there is a beginning of it."""
    words = entry.split(" ")
    sizes: dict[str, int] = {}
    for count in range(1, len(words) + 1):
        sizes |= dict.fromkeys(classes.get(" ".join(words[:count]), ()), count)
    return ClosedSizes(**sizes)


def _reading_rows(senses: Sequence[WordSense]) -> Rows[Reading]:
    """Return the readings of the forms that start with one word; `senses` has the longest forms first."""
    forms: dict[tuple[str, ...], list[WordSense]] = {}
    for sense in senses:
        forms.setdefault(sense.words, []).append(sense)
    return tuple((words[1:], _reading_of(words, rows)) for words, rows in forms.items())


def _reading_of(words: tuple[str, ...], senses: Sequence[WordSense]) -> Reading:
    verbs = tuple(s for s in senses if s.voice is not Voice.NOUN)
    nouns = tuple(s for s in senses if s.voice is Voice.NOUN)
    return Reading(len(words), verbs, nouns, frozenset(s.voice for s in verbs))


def _longest(rows: Rows[T], chunks: Sequence[Chunk], at: int) -> T | None:
    following = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    for rest, value in rows:
        # Most entries fail at their second word: that check is worth making without a call.
        if not rest or (rest[0] == following and _follow(chunks, at + 1, rest)):
            return value
    return None


def _follow(chunks: Sequence[Chunk], at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > len(chunks):
        return False
    for offset, word in enumerate(words):
        chunk = chunks[at + offset]
        if chunk.lower != word or chunk.kind is not ChunkKind.WORD:
            return False
    return True
