"""Verbs of a language in which a form's neighbours tell whether it is a verb or a noun (English)."""

from __future__ import annotations

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.phrases import Reading
from linimasa.extract.clauses.words import Words
from linimasa.lexicon.forms.form import Voice

#: What follows a verb of saying where its object is what was said.
_SAYING = frozenset('"“,:')
_BARE = frozenset({Voice.BARE})


class PlacedVerbs:
    """A form is a verb where the words before and after it leave no room for a noun."""

    __slots__ = ("_closed", "_grammar", "_words")

    def __init__(self, words: Words) -> None:
        self._words = words
        self._closed = words.closed
        self._grammar = words.grammar

    def is_verb(self, at: int, reading: Reading, *, helped: bool) -> bool:
        """Whether a form with verb senses is a verb at its place; `helped`: an auxiliary stands before it."""
        if not helped and self._adjective(at, reading):
            return False
        before = self._words.before(at)
        determined = before is not None and before.lower in self._grammar.determiners
        if helped or (before is not None and before.lower in self._grammar.infinitive_markers):
            return not determined
        if before is not None:
            marked = determined or before.lower in self._grammar.noun_markers
            if marked and before.kind is ChunkKind.WORD:
                return False
            if before.lower in self._closed.prepositions and Voice.ING not in reading.voices:
                return False
        if self._words.listed_noun(at, reading.size):
            return self._beats_noun(before, self._words.side(at + reading.size), reading)
        return reading.voices != _BARE or (before is not None and self._plural_subject(before))

    def _adjective(self, at: int, reading: Reading) -> bool:
        """Whether a word that is listed as no verb describes what follows ("the occupied West Bank")."""
        before, after = self._words.before(at), self._words.side(at + 1)
        attributive = before is None or (
            before.lower in self._grammar.determiners or before.lower in self._closed.prepositions
        )
        return (
            attributive
            and reading.size == 1
            and Voice.ING not in reading.voices
            and self._words.chunks[at].lower in self._closed.nonverbs
            and after is not None
            and after.kind in (ChunkKind.NAME, ChunkKind.WORD)
            and after.lower not in self._grammar.determiners
            and after.lower not in self._closed.prepositions
        )

    def _beats_noun(self, before: Chunk | None, after: Chunk | None, reading: Reading) -> bool:
        """Whether a form that is an event noun too is a verb between its neighbours."""
        if Voice.ING in reading.voices:
            return self._object_follows(after)
        if Voice.PARTICIPLE in reading.voices:
            return True
        if before is None or before.kind in (ChunkKind.NUMBER, ChunkKind.TIME) or _demonym(before):
            return False
        joined = (
            before.kind is ChunkKind.NAME
            or before.text == ","
            or before.lower in self._closed.coordinators
            or before.lower in self._closed.relatives
        )
        return (joined or _plural(before)) and self._object_follows(after)

    def _plural_subject(self, before: Chunk) -> bool:
        return (
            before.kind is ChunkKind.NAME
            or _plural(before)
            or before.lower in self._closed.coordinators
            or before.lower in self._grammar.bare_verb_subjects
        )

    def _object_follows(self, after: Chunk | None) -> bool:
        if after is None:
            return False
        if after.kind in (ChunkKind.NAME, ChunkKind.NUMBER):
            return True
        return after.kind is ChunkKind.WORD and (
            after.lower in self._grammar.determiners
            or after.lower in self._grammar.infinitive_markers
            or not (
                after.lower in self._closed.prepositions
                or after.lower in self._closed.coordinators
                or after.lower in self._closed.auxiliaries
            )
        )

    def voice(self, at: int, reading: Reading) -> Voice:
        """Return the voice of a form that may be past or passive, no auxiliary before it telling."""
        after = self._after_date(at + reading.size)
        if after is not None and after.lower in self._closed.agent_prepositions:
            return Voice.PASSIVE
        frames = [s.frame for s in reading.verbs if s.frame is not None]
        before = self._words.before(at)
        nominal = before is not None and before.kind in (ChunkKind.NAME, ChunkKind.WORD)
        if nominal and any(f.object != "none" for f in frames) and not self._object_follows(after):
            quoted = after is not None and after.text in _SAYING
            return Voice.ACTIVE if quoted and any(f.speech for f in frames) else Voice.PASSIVE
        return Voice.ACTIVE

    def _after_date(self, at: int) -> Chunk | None:
        """Return the chunk at a position, or after the date there ("threatened on Monday to attack")."""
        following = self._words.side(at + 1)
        if following is not None and following.kind is ChunkKind.TIME and self._words.sizes[at].prepositions:
            at += 1
        here = self._words.side(at)
        return self._words.side(at + 1) if here is not None and here.kind is ChunkKind.TIME else here

    def unknown(self, at: int, auxiliary: str) -> bool:
        """Whether a word that is no known form is the verb of the auxiliary before it."""
        chunk = self._words.chunks[at]
        return (
            auxiliary not in self._grammar.passive_auxiliaries
            and chunk.text.islower()
            and not self._words.sizes[at].prepositions
            and chunk.lower not in self._grammar.determiners
        )

    def adjectival(self, at: int) -> bool:
        """Whether a verb-shaped word stands before its noun inside a phrase."""
        before, after = self._words.side(at - 1), self._words.side(at + 1)
        return (
            before is not None
            and (before.lower in self._grammar.determiners or before.kind is ChunkKind.NUMBER)
            and after is not None
            and after.kind is ChunkKind.WORD
            and after.lower not in self._closed.prepositions
        )


def _demonym(chunk: Chunk) -> bool:
    return chunk.mention is not None and "demonym" in chunk.mention.rule


def _plural(chunk: Chunk) -> bool:
    return chunk.lower.endswith("s")
