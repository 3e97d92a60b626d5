"""Linking words: prepositions, subordinators, relatives, coordinators and the words of reports."""

from __future__ import annotations

from linimasa.extract.clauses.chunk import ChunkKind
from linimasa.extract.clauses.draft import Draft
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.verbs import Verbs
from linimasa.extract.clauses.words import Words
from linimasa.lexicon.forms.form import Voice

#: A clause's verb is looked for among so many chunks after its linking word.
_REACH = 14
_CURRENCIES = frozenset("$€£¥")
_BREAKS = frozenset(',;.:–—“”"')
#: After these a word that is both introduces content; after a noun phrase its verb decides.
_CONTENT = frozenset({Kind.VG, Kind.COORD, Kind.COMMA, Kind.TIME})

_QUOTES = frozenset('"“')


class Links:
    """The rules for linking words of one sentence; each returns the position after its element (0: none)."""

    __slots__ = ("_draft", "_verbs", "_words")

    def __init__(self, words: Words, verbs: Verbs, draft: Draft) -> None:
        self._words = words
        self._verbs = verbs
        self._draft = draft

    def report(self, at: int) -> int:
        """Add the words by which an article names its source ("dikutip dari")."""
        return self._add(Kind.REPORT, at, self._words.sizes[at].reporting)

    def preposition(self, at: int) -> int:
        """Add a preposition; before a number some only measure it ("over 50 people")."""
        after = self._words.side(at + 1)
        measured = after is not None and (after.kind is ChunkKind.NUMBER or after.text in _CURRENCIES)
        if measured and self._words.chunks[at].lower in self._words.grammar.number_prepositions:
            return at + 1
        return self._add(Kind.PREP, at, self._words.sizes[at].prepositions)

    def linker(self, at: int) -> int:
        """Add a word that links clauses or parts of them."""
        sizes = self._words.sizes[at]
        after = self._subordinator(at) or self._infinitive(at)
        if after:
            return after
        if sizes.coordinators:
            return self._add(Kind.COORD, at, sizes.coordinators)
        if sizes.relatives and sizes.complementizers:
            return self._relative_or_content(at)
        if sizes.relatives:
            self._draft.add(Kind.REL, at, at + sizes.relatives - 1, word=self._words.chunks[at].lower)
            return at + sizes.relatives
        return self._add(Kind.COMP, at, sizes.complementizers)

    def _add(self, kind: Kind, at: int, size: int) -> int:
        if not size:
            return 0
        self._draft.add(kind, at, at + size - 1, word=self._words.phrase(at, size))
        return at + size

    def _subordinator(self, at: int) -> int:
        sizes = self._words.sizes[at]
        size = sizes.subordinators
        if not size:
            return 0
        after = at + size
        if sizes.prepositions and (self._dates(after) or not self._clause_follows(after)):
            return 0
        word = self._words.phrase(at, size)
        link = self._words.closed.subordinators[word]
        if link == "manner" and sizes.prepositions and not self._verbs.follows(at + size):
            return 0  # "pertemuan X dengan Y berlangsung": only a verb right after makes it "by doing"
        self._draft.add(Kind.SUB, at, at + size - 1, word=word, link=link)
        return at + size

    def _dates(self, at: int) -> bool:
        """Whether a date between subject and verb stands there ("Rusia hingga kini belum menjawab")."""
        after, last = self._words.side(at), self._draft.elements[-1].kind if self._draft.elements else None
        dated = after is not None and after.kind is ChunkKind.TIME
        return dated and last is Kind.NP and self._verbs.follows(at + 1)

    def _infinitive(self, at: int) -> int:
        """Add the marker of an infinitive of purpose."""
        if not self._words.sizes[at].infinitive_markers:
            return 0
        verb = self._verbs.at(at + 1, helped=True)
        if not (verb is not None and Voice.BARE in verb.voices) and not self._unknown_infinitive(at + 1):
            return 0
        self._draft.add(Kind.SUB, at, at, word=self._words.chunks[at].lower, link="purpose")
        return at + 1

    def _unknown_infinitive(self, at: int) -> bool:
        """Whether a word that the lexicon may not know stands before an object of its own."""
        if not self._words.is_word(at):
            return False
        chunk, after = self._words.chunks[at], self._words.side(at + 1)
        determiners = self._words.grammar.determiners
        return (
            chunk.text.islower()
            and not chunk.lower.endswith("s")
            and chunk.lower not in determiners
            and chunk.lower not in self._words.closed.prepositions
            and after is not None
            and (after.kind is ChunkKind.NAME or after.lower in determiners)
        )

    def _relative_or_content(self, at: int) -> int:
        """Add a word that opens a relative clause or what somebody says ("that"), as its place tells."""
        last = self._draft.elements[-1].kind if self._draft.elements else None
        if last is Kind.VG and self._determines(at):
            return 0
        if last in _CONTENT:
            kind = Kind.COMP
        elif last is Kind.NP:
            kind = Kind.REL if self._verbs.follows(at + 1) else Kind.COMP
        else:
            return 0
        self._draft.add(kind, at, at, word=self._words.chunks[at].lower)
        return at + 1

    def _determines(self, at: int) -> bool:
        """Whether the word points at an object ("extend that invitation"): the verb before tells nothing."""
        frames = [s.frame for s in self._draft.elements[-1].senses if s.frame is not None]
        tells = not frames or any(f.speech or f.complement != "none" for f in frames)
        reading = self._words.readings[at + 1] if self._words.is_word(at + 1) else None
        return not tells and reading is not None and bool(reading.nouns) and not self._verbs.follows(at + 2)

    def _clause_follows(self, first: int) -> bool:
        """Whether a verb group comes before the next comma, linker or end."""
        words = self._words
        if words.count > first and words.chunks[first].text in _QUOTES:
            first += 1
        for at in range(first, min(first + _REACH, words.count)):
            chunk = words.chunks[at]
            if chunk.kind is ChunkKind.PUNCT and chunk.text in _BREAKS and not self._list_comma(at):
                return False
            if chunk.kind is not ChunkKind.WORD:
                continue
            sizes = words.sizes[at]
            if sizes.relatives or (sizes.subordinators and at > first):
                return False
            if self._verbs.at(at) is not None or words.verb_shaped(at):
                return True
            if sizes.auxiliaries and self._verbs.follows(at):
                return True
        return False

    def _list_comma(self, at: int) -> bool:
        """Whether a comma only separates names of a list ("France, Germany, and Italy")."""
        before, after = self._words.side(at - 1), self._words.side(at + 1)
        if self._words.chunks[at].text != "," or before is None or after is None:
            return False
        named = before.kind is ChunkKind.NAME
        return named and (after.kind is ChunkKind.NAME or after.lower in self._words.closed.coordinators)
