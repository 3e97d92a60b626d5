"""Verbs of a language in which a form's neighbours tell whether it is a verb or a noun (English)."""

from __future__ import annotations

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.phrases import Reading
from linimasa.extract.clauses.words import Words
from linimasa.lexicon.forms.form import Voice

#: What follows a verb of saying where its object is what was said.
#: What stands between what is said and its speaker.
_SPOKEN = frozenset('",”')
_SAYING = frozenset('"“,:')
_INDEFINITE = frozenset({"a", "an"})
#: What is pledged follows within so many words.
_PHRASE = 8
_ARTICLES = frozenset({"a", "an", "the"})
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
        before = self._words.before(at)
        if not helped and (self._adjective(at, reading) or self._object_of(before, at, reading)):
            return False
        determined = before is not None and before.lower in self._grammar.determiners
        if helped or (before is not None and before.lower in self._grammar.infinitive_markers):
            return not determined
        if before is not None:
            marked = determined or before.lower in self._grammar.noun_markers
            if marked and before.kind is ChunkKind.WORD:
                return False
            if before.lower in self._closed.prepositions and Voice.ING not in reading.voices:
                return False
        if self._noun_in_phrase(at, reading):
            return False
        if self._words.listed_noun(at, reading.size):
            return self._beats_noun(before, at + reading.size, reading)
        return reading.voices != _BARE or (
            before is not None and (self._plural_subject(before) or self._tells(before, at + reading.size))
        )

    def _tells(self, before: Chunk, after: int) -> bool:
        """Whether a comma closes the subject and what is told follows ("X, including Y, argue that …")."""
        following = self._words.side(after)
        return (
            before.text == "," and following is not None and following.lower in self._closed.complementizers
        )

    def _adjective(self, at: int, reading: Reading) -> bool:
        """Whether a word that is listed as no verb describes what follows ("the occupied West Bank")."""
        before, after = self._words.before(at), self._words.side(at + 1)
        attributive = before is None or (
            before.lower in self._grammar.determiners or before.lower in self._closed.prepositions
        )
        if Voice.ING in reading.voices:
            return self._describes_forces(at, reading)
        return (
            attributive
            and reading.size == 1
            and self._words.chunks[at].lower in self._closed.nonverbs
            and after is not None
            and after.kind in (ChunkKind.NAME, ChunkKind.WORD)
            and after.lower not in self._grammar.determiners
            and after.lower not in self._closed.prepositions
        )

    def _describes_forces(self, at: int, reading: Reading) -> bool:
        """Whether a form in -ing only says which forces ("the occupying army"), no act ("by attacking …")."""
        before, after = self._words.before(at), self._words.side(at + reading.size)
        if after is None or after.lower not in self._closed.attributed:
            return False
        return before is None or not (
            before.lower in self._closed.prepositions or before.lower in self._closed.coordinators
        )

    def _noun_in_phrase(self, at: int, reading: Reading) -> bool:
        """Whether a form in -ing ends a phrase of an article and one word ("a residential building")."""
        article = self._words.side(at - 2)
        if Voice.ING not in reading.voices or article is None or article.lower not in _INDEFINITE:
            return False
        word = self._words.side(at - 1)
        plain = word is not None and word.kind is ChunkKind.WORD and self._words.readings[at - 1] is None
        return plain and not self._object_follows(at + reading.size)

    def _object_of(self, before: Chunk | None, at: int, reading: Reading) -> bool:
        """Whether a participle belongs to the object of a verb in -ing ("holding captured soldiers")."""
        if before is None or Voice.PARTICIPLE not in reading.voices or not before.lower.endswith("ing"):
            return False
        verb = self._words.readings[at - 1]
        return before is self._words.side(at - 1) and verb is not None and bool(verb.verbs) and not verb.nouns

    def _beats_noun(self, before: Chunk | None, after: int, reading: Reading) -> bool:
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

    def _object_follows(self, at: int) -> bool:
        after = self._words.side(at)
        if after is None:
            return False
        if after.kind in (ChunkKind.NAME, ChunkKind.NUMBER) or self._words.sizes[at].quantifiers:
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
        inner = self._words.chunks[at + 1 : at + reading.size]
        if any(c.lower in self._grammar.infinitive_markers for c in inner):
            return Voice.ACTIVE  # "vowed to attack on Monday"
        following = self._after_date(at + reading.size)
        after = self._words.side(following)
        if after is not None and after.lower in self._closed.agent_prepositions:
            return Voice.PASSIVE
        frames = [s.frame for s in reading.verbs if s.frame is not None]
        before = self._words.before(at)
        if any(f.complement in ("content", "plan") for f in frames) and self._infinitive_follows(following):
            return Voice.ACTIVE
        nominal = before is not None and before.kind in (ChunkKind.NAME, ChunkKind.WORD)
        if nominal and any(f.object != "none" for f in frames) and not self._object_follows(following):
            quoted = (after is not None and after.text in _SAYING) or self._closes_speech(at, following)
            return Voice.ACTIVE if quoted and any(f.speech for f in frames) else Voice.PASSIVE
        return Voice.ACTIVE

    def _closes_speech(self, at: int, following: int) -> bool:
        """Whether subject and verb close what is said ('"…," X mocked.')."""
        before, ends = self._words.side(at - 2), self._words.side(following)
        said = before is not None and before.text in _SPOKEN
        return (
            said and self._words.chunks[at - 1].kind is ChunkKind.NAME and (ends is None or ends.text == ".")
        )

    def _infinitive_follows(self, at: int) -> bool:
        """Whether what is pledged follows behind a phrase ("pledged in a meeting with X to leave")."""
        if not self._words.sizes[at].prepositions:
            return False
        for k in range(at, min(at + _PHRASE, len(self._words.chunks))):
            if self._words.chunks[k].lower in self._grammar.infinitive_markers:
                verb = self._words.side(k + 1)
                return (
                    verb is not None
                    and self._words.readings[k + 1] is not None
                    and verb.kind is ChunkKind.WORD
                )
            if self._words.chunks[k].kind is ChunkKind.PUNCT:
                return False
        return False

    def _after_date(self, at: int) -> int:
        """Return a position, or the one after the date there ("threatened on Monday to attack")."""
        following = self._words.side(at + 1)
        if following is not None and following.kind is ChunkKind.TIME and self._words.sizes[at].prepositions:
            at += 1
        here = self._words.side(at)
        return at + 1 if here is not None and here.kind is ChunkKind.TIME else at

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
        if before is None or after is None or before.lower in self._closed.relatives:
            return False
        if after.lower in self._closed.prepositions or after.lower in self._grammar.determiners:
            return False
        if before.lower in self._closed.prepositions:
            # "against displaced Palestinians"; a form in -ing may be a gerund ("by attacking").
            return after.kind in (ChunkKind.NAME, ChunkKind.WORD) and self._words.chunks[at].lower.endswith(
                "ed"
            )
        if after.kind is ChunkKind.NAME and before.lower in _ARTICLES:
            return True  # "the divided island of Cyprus"
        if after.lower in self._closed.attributed:
            return (
                self._words.chunks[at].lower.endswith("ing") and before.lower not in self._closed.coordinators
            )
        attributive = before.lower in self._grammar.determiners or before.kind is ChunkKind.NUMBER
        return after.kind is ChunkKind.WORD and (attributive or self._described(at - 1))

    def _described(self, at: int) -> bool:
        """Whether a name only describes what follows ("a Russian guided bomb"); no name has this article."""
        before = self._words.side(at - 1)
        named = self._words.chunks[at].kind is ChunkKind.NAME
        return named and before is not None and before.lower in _INDEFINITE


def _demonym(chunk: Chunk) -> bool:
    return chunk.mention is not None and "demonym" in chunk.mention.rule


def _plural(chunk: Chunk) -> bool:
    return chunk.lower.endswith("s")
