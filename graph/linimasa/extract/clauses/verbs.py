"""Which words of a sentence are verbs: each place is asked once."""

from __future__ import annotations

from linimasa.extract.clauses.affixed_verbs import AffixedVerbs
from linimasa.extract.clauses.chunk import ChunkKind
from linimasa.extract.clauses.phrases import Reading
from linimasa.extract.clauses.placed_verbs import PlacedVerbs
from linimasa.extract.clauses.words import Words
from linimasa.lexicon.forms.form import Voice


class Verbs:
    """The verbs of one sentence; in a headline, bare roots may be verbs."""

    __slots__ = ("_affixes", "_alone", "_helped", "_leads", "_places", "_words")

    def __init__(self, words: Words, *, headline: bool) -> None:
        self._words = words
        self._affixes = AffixedVerbs(words, headline=headline)
        self._places = PlacedVerbs(words)
        self._helped: dict[int, Reading | None] = {}
        self._alone: dict[int, Reading | None] = {}
        self._leads: dict[int, bool] = {}

    def at(self, at: int, *, helped: bool = False) -> Reading | None:
        """Return the form at a position if it is a verb; `helped`: an auxiliary or negator is before it."""
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
        if self._words.sizes[at].subordinators > reading.size:
            return False
        if self._words.grammar.affixed_verbs:
            return self._affixes.is_verb(at, reading)
        return self._places.is_verb(at, reading, helped=helped)

    def voice(self, at: int, verb: Reading, *, passive: bool) -> Voice:
        """Return the voice of a verb; `passive`: after an auxiliary that makes a participle passive."""
        if Voice.PARTICIPLE not in verb.voices:
            return Voice.PASSIVE if Voice.PASSIVE in verb.voices else verb.verbs[0].voice
        return Voice.PASSIVE if passive else self._places.voice(at, verb)

    def unknown(self, at: int, auxiliary: str | None) -> bool:
        """Whether a word that is no known form is a verb; `auxiliary` is the one before it."""
        if self._words.sizes[at].subordinators > 1:
            return False  # "provided that"
        return (self._words.verb_shaped(at) and not self.adjectival(at)) or (
            not self._words.grammar.affixed_verbs
            and auxiliary is not None
            and self._places.unknown(at, auxiliary)
        )

    def adjectival(self, at: int) -> bool:
        """Whether a verb-shaped word stands before its noun inside a phrase; one with affixes never does."""
        return not self._words.grammar.affixed_verbs and self._places.adjectival(at)

    def follows(self, at: int) -> bool:
        """Whether a verb comes at or after a position, auxiliaries, negators, adverbs and dates aside."""
        if at not in self._leads:
            self._leads[at] = self._follows(at)
        return self._leads[at]

    def _follows(self, at: int) -> bool:
        words = self._words
        stepped = False
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
                return stepped or words.verb_shaped(at)
            # "tidak mempertimbangkan evakuasi": the auxiliary may be the verb itself.
            stepped = stepped or (size == 1 and words.verb_shaped(at))
            at += size
        return stepped
