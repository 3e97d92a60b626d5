"""Chunks to elements: a shallow parse by longest match, left to right.

The order of the rules is the order of the checks in `_Parser.step`; each takes chunks and adds elements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.element import Element, Kind, NounTrigger, Sentence
from linimasa.extract.clauses.phrases import Phrases
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.language import WordSense
from linimasa.model.terms import Certainty, Modality

_OPENING, _CLOSING = "“«„", "”»"
_DASHES = "–—-‑"
_STOPS = ".;!?…"
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our several some many all both no any another"
    " each".split()
)
_BE = frozenset("is are was were be been being gets got get".split())
#: A parenthesis longer than this isn't skipped as an aside.
_ASIDE = 14
#: An auxiliary counts for a verb that follows it by at most so many elements.
_PARTED = 3
#: A quotation of fewer words is a borrowed phrase inside the clause, not speech.
_SHORT_QUOTE = 4


class _Parser:
    def __init__(self, chunks: Sequence[Chunk], phrases: Phrases, headline: bool) -> None:
        self.chunks = chunks
        self.phrases = phrases
        self.closed = phrases.closed
        self.english = phrases.language.code == "en"
        self.headline = headline
        self.elements: list[Element] = []
        self.quote = 0
        self.quotes = 0
        self.pending: tuple[tuple[tuple[str, Modality], ...], bool, int] = ((), False, -1)
        self.skipped = self._asides()
        self.quote_marks = self._quote_marks()

    def _asides(self) -> frozenset[int]:
        """Positions inside parentheses: left out, but for dates."""
        out: set[int] = set()
        start: int | None = None
        for index, chunk in enumerate(self.chunks):
            if chunk.lower in ("(", "["):
                start = index
            elif chunk.lower in (")", "]") and start is not None:
                if index - start <= _ASIDE:
                    out.update(
                        i for i in range(start, index + 1) if self.chunks[i].kind is not ChunkKind.TIME
                    )
                start = None
        return frozenset(out)

    def _quote_marks(self) -> dict[int, bool | None]:
        """Positions of quotation marks: True opens speech, False closes it, None is no speech."""
        marks: dict[int, bool | None] = {}
        start: int | None = None
        for index, chunk in enumerate(self.chunks):
            if chunk.kind is not ChunkKind.PUNCT:
                continue
            opens = chunk.text in _OPENING or (chunk.text == '"' and start is None)
            if opens:
                start = index
            elif (chunk.text in _CLOSING or chunk.text == '"') and start is not None:
                inner = [c for c in self.chunks[start + 1 : index] if c.kind is not ChunkKind.PUNCT]
                whole = bool(inner) and (inner[0].text[:1].isupper() or start == 0)
                speech = whole and len(inner) >= _SHORT_QUOTE
                marks[start], marks[index] = (True, False) if speech else (None, None)
                start = None
        if start is not None:
            marks[start] = True
        return marks

    # -- elements ------------------------------------------------------------------------------

    def add(self, kind: Kind, first: int, last: int, **fields: object) -> None:
        self.elements.append(Element(kind, first, last, quote=self.quote, **fields))  # type: ignore[arg-type]

    def run(self) -> tuple[Element, ...]:
        at = 0
        while at < len(self.chunks):
            at = self.step(at)
        return tuple(self.elements)

    def step(self, at: int) -> int:
        """Parse one element at `at` and return the position after it."""
        chunk = self.chunks[at]
        if at in self.skipped:
            return at + 1
        if chunk.kind is ChunkKind.PUNCT:
            return self.punctuation(at)
        if chunk.kind is ChunkKind.TIME:
            self.add(Kind.TIME, at, at, timex=chunk.timex)
            return at + 1
        if chunk.kind is ChunkKind.WORD:
            if self.phrases.match(self.chunks, at, self.closed.quantifiers):
                return self.noun_phrase(at)
            for rule in (self.report, self.verb_group, self.linker, self.preposition):
                after = rule(at)
                if after:
                    return after
        return self.noun_phrase(at)

    def punctuation(self, at: int) -> int:
        char = self.chunks[at].text
        if at in self.quote_marks:
            speech = self.quote_marks[at]
            if speech is True:
                self.quotes += 1
                self.quote = self.quotes
                self.add(Kind.QOPEN, at, at)
            elif speech is False:
                self.add(Kind.QCLOSE, at, at)
                self.quote = 0
        elif char == ",":
            self.add(Kind.COMMA, at, at)
        elif char == ":":
            self.add(Kind.COLON, at, at)
        elif char in _DASHES:
            before, after = self._side(at - 1), self._side(at + 1)
            if before and after and ChunkKind.NAME in (before.kind, after.kind):
                self.add(Kind.COORD, at, at, word="-")
            else:
                self.add(Kind.DASH, at, at)
        elif char == "/" or char == "&":
            self.add(Kind.COORD, at, at, word=char)
        elif char in _STOPS:
            self.add(Kind.STOP, at, at)
        return at + 1

    def _side(self, at: int) -> Chunk | None:
        return self.chunks[at] if 0 <= at < len(self.chunks) else None

    def report(self, at: int) -> int:
        size = self.phrases.match(self.chunks, at, self.closed.reporting)
        if not size:
            return 0
        self.add(Kind.REPORT, at, at + size - 1, word=self.phrases.phrase(self.chunks, at, size))
        return at + size

    # -- verb groups ---------------------------------------------------------------------------

    def verb_group(self, at: int) -> int:
        first = at
        auxiliaries: list[tuple[str, Modality]] = []
        negated = repeated = False
        certainty: Certainty | None = None
        be = False
        while at < len(self.chunks) and self.chunks[at].kind is ChunkKind.WORD:
            verb, size, clitic = self.verb_at(at, be=be, helped=bool(auxiliaries) or negated)
            aux = self.phrases.match(self.chunks, at, self.closed.auxiliaries)
            if aux and (not size or self._leads_to_verb(at + aux)):
                word = self.phrases.phrase(self.chunks, at, aux)
                auxiliaries.append((word, self.closed.auxiliaries[word]))
                if self.phrases.match(self.chunks, at, self.closed.negators) == aux:
                    negated = not negated
                be = self.chunks[at + aux - 1].lower in _BE
                at += aux
                continue
            if size and not (aux and size <= aux and self._leads_to_verb(at + aux)):
                return self._finish(
                    first, at, size, verb, clitic, tuple(auxiliaries), negated, certainty, repeated, be
                )
            step, negated, certainty, repeated = self._modifier(at, negated, certainty, repeated)
            if not step:
                break
            at += step
        return self._unfinished(first, at, tuple(auxiliaries), negated, certainty, repeated)

    def _marked_adverb(self, at: int) -> int:
        """ "secara mendadak": the marker makes the next word an adverb."""
        if self.chunks[at].lower in self.closed.adverb_markers and at + 1 < len(self.chunks):
            return 2 if self.chunks[at + 1].kind is ChunkKind.WORD else 1
        return 0

    def _modifier(
        self, at: int, negated: bool, certainty: Certainty | None, repeated: bool
    ) -> tuple[int, bool, Certainty | None, bool]:
        size = self.phrases.match(self.chunks, at, self.closed.negators)
        adverb = self._marked_adverb(at) or self.phrases.match(self.chunks, at, self.closed.adverbs)
        if size and size >= adverb:
            return size, not negated, certainty, repeated
        size = self.phrases.match(self.chunks, at, self.closed.certainty)
        if size:
            word = self.phrases.phrase(self.chunks, at, size)
            return size, negated, self.closed.certainty[word], repeated
        size = self.phrases.match(self.chunks, at, self.closed.repeated)
        if size:
            return size, negated, certainty, True
        return adverb, negated, certainty, repeated

    def _leads_to_verb(self, at: int) -> bool:
        """Whether a verb follows, auxiliaries, negators, adverbs and dates aside."""
        stepped = False
        while at < len(self.chunks):
            chunk = self.chunks[at]
            if chunk.kind is ChunkKind.TIME or chunk.lower in ("untuk", "to", "akan"):
                at += 1
                continue
            if chunk.kind is not ChunkKind.WORD:
                return False
            if self.verb_at(at, be=True, helped=True)[1]:
                return True
            size = max(
                self.phrases.match(self.chunks, at, entries)
                for entries in (self.closed.auxiliaries, self.closed.negators, self.closed.adverbs)
            )
            if not size:
                return stepped or self.phrases.verb_shaped(chunk)
            # "tidak mempertimbangkan evakuasi": the auxiliary may be the verb itself.
            stepped = stepped or (size == 1 and self.phrases.verb_shaped(chunk))
            at += size
        return stepped

    def verb_at(self, at: int, *, be: bool, helped: bool) -> tuple[tuple[WordSense, ...], int, bool]:
        """Return the verb senses at a position, or none where the word is a noun here."""
        senses, size, clitic = self.phrases.senses(self.chunks, at)
        verbs = tuple(s for s in senses if s.voice is not Voice.NOUN)
        closed = size == 1 and self.chunks[at].lower in self.closed.prepositions
        closed = closed or self.phrases.match(self.chunks, at, self.closed.subordinators) > size
        if not verbs or closed:
            return (), 0, False
        if self.english:
            nouns = len(verbs) < len(senses) or self._listed_noun(at, size)
            if not self._english_verb(at, size, verbs, nouns, be=be, helped=helped):
                return (), 0, False
        elif all(s.voice is Voice.BARE for s in verbs) and not self.headline:
            before = self._side(at - 1)
            if self._inverted_speech(verbs, before):
                return verbs, size, clitic
            if before is None or before.lower not in (
                "saling",
                "saya",
                "kami",
                "kita",
                "mereka",
                "dia",
                "ia",
            ):
                return (), 0, False
        return verbs, size, clitic

    def _inverted_speech(self, verbs: tuple[WordSense, ...], before: Chunk | None) -> bool:
        """Whether a bare root of saying follows a quotation or a comma ("…," kata X)."""
        speech = any(s.frame is not None and s.frame.speech for s in verbs)
        return speech and before is not None and before.kind is ChunkKind.PUNCT and before.text in "”\"»,’'–—"

    def _listed_noun(self, at: int, size: int) -> bool:
        """Whether the form is an event noun too, in a sense of any length."""
        rows = self.phrases.language.senses.get(self.chunks[at].lower, ())
        return any(s.voice is Voice.NOUN and len(s.words) == size for s in rows)

    def _english_verb(
        self, at: int, size: int, verbs: tuple[WordSense, ...], nouns: bool, *, be: bool, helped: bool
    ) -> bool:
        before, after = self._before(at), self._side(at + size)
        voices = {s.voice for s in verbs}
        if helped or be or (before is not None and before.lower == "to"):
            return not (before is not None and before.lower in _DETERMINERS)
        if (
            before is not None
            and before.kind is ChunkKind.WORD
            and (before.lower in _DETERMINERS or before.lower in ("'s", "of"))
        ):
            return False
        if before is not None and before.lower in self.closed.prepositions and Voice.ING not in voices:
            return False
        if not nouns:
            if voices == {Voice.BARE}:
                return before is not None and self._plural_subject(before)
            return True
        if Voice.ING in voices:
            return self._object_follows(after)
        if voices & {Voice.PARTICIPLE}:
            return True
        if before is None:
            return False
        demonym = before.mention is not None and _is_demonym(before)
        if demonym or before.kind in (ChunkKind.NUMBER, ChunkKind.TIME):
            return False
        if before.kind is ChunkKind.NAME:
            return self._object_follows(after)
        if (
            before.lower in self.closed.coordinators
            or before.text == ","
            or before.lower in self.closed.relatives
        ):
            return self._object_follows(after)
        return before.lower.endswith("s") and self._object_follows(after)

    def _before(self, at: int) -> Chunk | None:
        at -= 1
        while at >= 0 and (
            at in self.skipped or self.phrases.match(self.chunks, at, self.closed.adverbs) == 1
        ):
            at -= 1
        return self._side(at)

    def _plural_subject(self, before: Chunk) -> bool:
        if before.kind is ChunkKind.NAME:
            return True
        return (
            before.lower.endswith("s")
            or before.lower in self.closed.coordinators
            or before.lower
            in (
                "who",
                "which",
                "that",
                "they",
                "we",
                "i",
                "people",
                "police",
            )
        )

    def _object_follows(self, after: Chunk | None) -> bool:
        if after is None:
            return False
        if after.kind in (ChunkKind.NAME, ChunkKind.NUMBER):
            return True
        return after.kind is ChunkKind.WORD and (
            after.lower in _DETERMINERS
            or after.lower in ("that", "to")
            or not (
                after.lower in self.closed.prepositions
                or after.lower in self.closed.coordinators
                or after.lower in self.closed.auxiliaries
            )
        )

    def _finish(
        self,
        first: int,
        at: int,
        size: int,
        verbs: tuple[WordSense, ...],
        clitic: bool,
        auxiliaries: tuple[tuple[str, Modality], ...],
        negated: bool,
        certainty: Certainty | None,
        repeated: bool,
        be: bool,
    ) -> int:
        auxiliaries, negated = self._with_pending(auxiliaries, negated)
        voice = self._voice(verbs, at, size, be=be)
        last = at + size - 1
        self.add(
            Kind.VG,
            first,
            last,
            head_first=at,
            head_last=last,
            senses=verbs,
            voice=voice,
            auxiliaries=auxiliaries,
            negated=negated,
            certainty=certainty,
            repeated=repeated,
            pronoun_suffix=clitic,
            word=self.chunks[at].lower,
        )
        return self._trailing_adverbs(last + 1)

    def _with_pending(
        self, auxiliaries: tuple[tuple[str, Modality], ...], negated: bool
    ) -> tuple[tuple[tuple[str, Modality], ...], bool]:
        """Add the auxiliaries that a phrase parted from their verb ("dapat, bila perlu, menyerang")."""
        words, denied, place = self.pending
        self.pending = ((), False, -1)
        near = place >= 0 and len(self.elements) - place <= _PARTED
        if not near or auxiliaries or any(el.names for el in self.elements[place:]):
            return auxiliaries, negated
        return words, negated != denied

    def _trailing_adverbs(self, at: int) -> int:
        while at < len(self.chunks) and self.chunks[at].kind is ChunkKind.WORD:
            size = self._marked_adverb(at) or max(
                self.phrases.match(self.chunks, at, entries)
                for entries in (self.closed.adverbs, self.closed.repeated)
            )
            aux = self.phrases.match(self.chunks, at, self.closed.auxiliaries)
            if not size or self.phrases.senses(self.chunks, at)[1] or (aux and self._leads_to_verb(at)):
                break
            at += size
        return at

    def _voice(self, verbs: tuple[WordSense, ...], at: int, size: int, *, be: bool) -> Voice:
        voices = [s.voice for s in verbs]
        if not self.english:
            return voices[0]
        if Voice.PARTICIPLE not in voices:
            return voices[0]
        if be:
            return Voice.PASSIVE
        after = self._side(at + size)
        takes_object = any(s.frame is not None and s.frame.object != "none" for s in verbs)
        if after is not None and after.lower in self.closed.agent_prepositions:
            return Voice.PASSIVE
        before = self._before(at)
        nominal = before is not None and before.kind in (ChunkKind.NAME, ChunkKind.WORD)
        if takes_object and nominal and not self._object_follows(after):
            speech = any(s.frame is not None and s.frame.speech for s in verbs)
            quoted = after is not None and after.text in '"“,:'
            return Voice.ACTIVE if speech and quoted else Voice.PASSIVE
        return Voice.ACTIVE

    def _unfinished(
        self,
        first: int,
        at: int,
        auxiliaries: tuple[tuple[str, Modality], ...],
        negated: bool,
        certainty: Certainty | None,
        repeated: bool,
    ) -> int:
        """Auxiliaries without a known verb: an unknown verb, a copula, or words that say nothing here."""
        chunk = self._side(at)
        unknown = (
            chunk is not None
            and chunk.kind is ChunkKind.WORD
            and (
                self.phrases.verb_shaped(chunk)
                or (
                    self.english
                    and bool(auxiliaries)
                    and auxiliaries[-1][0] not in _BE
                    and chunk.text.islower()
                    and not self.phrases.match(self.chunks, at, self.closed.prepositions)
                    and chunk.lower not in _DETERMINERS
                )
            )
        )
        if unknown:
            self.add(
                Kind.VG,
                first,
                at,
                head_first=at,
                head_last=at,
                auxiliaries=auxiliaries,
                negated=negated,
                certainty=certainty,
                repeated=repeated,
                word=self.chunks[at].lower,
            )
            return at + 1
        if self.english and any(
            word in _BE or word in ("has", "have", "had", "do", "does", "did") for word, _ in auxiliaries
        ):
            self.add(
                Kind.VG,
                first,
                at - 1,
                head_first=at - 1,
                head_last=at - 1,
                auxiliaries=auxiliaries,
                negated=negated,
                certainty=certainty,
                repeated=repeated,
                word=self.chunks[at - 1].lower,
            )
            return at
        if at > first and auxiliaries and self.phrases.verb_shaped(self.chunks[at - 1]):
            # "tidak mempertimbangkan evakuasi": the auxiliary is the verb here.
            self.add(
                Kind.VG,
                first,
                at - 1,
                head_first=at - 1,
                head_last=at - 1,
                auxiliaries=auxiliaries[:-1],
                negated=negated,
                certainty=certainty,
                repeated=repeated,
                word=self.chunks[at - 1].lower,
            )
            return at
        if at == first or self.phrases.match(self.chunks, first, self.closed.prepositions):
            return 0
        if (
            self.phrases.match(self.chunks, first, self.closed.coordinators)
            or self.phrases.match(self.chunks, first, self.closed.subordinators)
            or self.phrases.match(self.chunks, first, self.closed.operators)
        ):
            if auxiliaries or negated:
                self.pending = (auxiliaries, negated, len(self.elements))
            return 0
        return at

    # -- linking words -------------------------------------------------------------------------

    def linker(self, at: int) -> int:
        chunks, closed = self.chunks, self.closed
        size = self.phrases.match(chunks, at, closed.subordinators)
        if size:
            word = self.phrases.phrase(chunks, at, size)
            if not self.phrases.match(chunks, at, closed.prepositions) or self._clause_follows(at + size):
                self.add(Kind.SUB, at, at + size - 1, word=word, link=closed.subordinators[word])
                return at + size
        if self.english and chunks[at].lower == "to":
            verb, count, _ = self.verb_at(at + 1, be=False, helped=True)
            if (count and any(s.voice is Voice.BARE for s in verb)) or self._unknown_infinitive(at + 1):
                self.add(Kind.SUB, at, at, word="to", link="purpose")
                return at + 1
        size = self.phrases.match(chunks, at, closed.coordinators)
        if size:
            self.add(Kind.COORD, at, at + size - 1, word=self.phrases.phrase(chunks, at, size))
            return at + size
        if self.english and chunks[at].lower == "that":
            return self._that(at)
        size = self.phrases.match(chunks, at, closed.relatives)
        if size:
            self.add(Kind.REL, at, at + size - 1, word=chunks[at].lower)
            return at + size
        size = self.phrases.match(chunks, at, closed.complementizers)
        if size:
            self.add(Kind.COMP, at, at + size - 1, word=self.phrases.phrase(chunks, at, size))
            return at + size
        return 0

    def _that(self, at: int) -> int:
        last = self.elements[-1] if self.elements else None
        if last is not None and last.kind in (Kind.VG, Kind.COORD, Kind.COMMA, Kind.TIME):
            kind = Kind.COMP
        elif last is not None and last.kind is Kind.NP:
            kind = Kind.REL if self._leads_to_verb(at + 1) else Kind.COMP
        else:
            return 0
        self.add(kind, at, at, word="that")
        return at + 1

    def _unknown_infinitive(self, at: int) -> bool:
        chunk = self._side(at)
        if chunk is None or chunk.kind is not ChunkKind.WORD or not chunk.text.islower():
            return False
        nominal = chunk.lower in _DETERMINERS or chunk.lower in self.closed.prepositions
        after = self._side(at + 1)
        return (
            not nominal
            and after is not None
            and (after.kind is ChunkKind.NAME or after.lower in _DETERMINERS)
            and not chunk.lower.endswith("s")
        )

    def _clause_follows(self, at: int) -> bool:
        """Whether a verb group comes before the next comma, linker or end."""
        seen = 0
        while at < len(self.chunks) and seen < 14:
            chunk = self.chunks[at]
            if chunk.kind is ChunkKind.PUNCT and chunk.text in ',;.:–—“”"' and not self._list_comma(at):
                return False
            if chunk.kind is ChunkKind.WORD:
                if self.phrases.match(self.chunks, at, self.closed.relatives) or (
                    seen and self.phrases.match(self.chunks, at, self.closed.subordinators)
                ):
                    return False
                if self.verb_at(at, be=False, helped=False)[1] or self.phrases.verb_shaped(chunk):
                    return True
                if self.phrases.match(self.chunks, at, self.closed.auxiliaries) and self._leads_to_verb(at):
                    return True
            at += 1
            seen += 1
        return False

    def _list_comma(self, at: int) -> bool:
        """Whether a comma only separates names of a list ("France, Germany, and Italy")."""
        before, after = self._side(at - 1), self._side(at + 1)
        if self.chunks[at].text != "," or before is None or after is None:
            return False
        named = before.kind is ChunkKind.NAME
        return named and (after.kind is ChunkKind.NAME or after.lower in self.closed.coordinators)

    def preposition(self, at: int) -> int:
        size = self.phrases.match(self.chunks, at, self.closed.prepositions)
        if not size:
            return 0
        word = self.phrases.phrase(self.chunks, at, size)
        self.add(Kind.PREP, at, at + size - 1, word=word)
        return at + size

    # -- noun phrases --------------------------------------------------------------------------

    def noun_phrase(self, at: int) -> int:
        first = at
        names: list[tuple[int, object]] = []
        triggers: list[NounTrigger] = []
        operator: Modality | None = None
        demonstrative = negated = False
        while at < len(self.chunks) and (at == first or not self._ends_phrase(at)):
            chunk = self.chunks[at]
            if at in self.skipped:
                at += 1
                continue
            if chunk.mention is not None:
                names.append((at, chunk.mention))
                at += 1
                continue
            senses, size, _ = self.phrases.senses(self.chunks, at)
            nouns = tuple(s for s in senses if s.voice is Voice.NOUN)
            if nouns and self._proper(at, size):
                at += size
                continue
            if nouns:
                triggers.append(NounTrigger(at, at + size - 1, nouns, operator, negated))
                # "ancaman serangan": the threat is told, the attack isn't.
                word = self.phrases.phrase(self.chunks, at, size)
                operator = self.closed.operators.get(word, operator)
                at += size
                continue
            size = self.phrases.match(self.chunks, at, self.closed.quantifiers)
            if size:
                at += size
                continue
            size = self.phrases.match(self.chunks, at, self.closed.operators)
            if size:
                operator = self.closed.operators[self.phrases.phrase(self.chunks, at, size)]
                at += size
                continue
            if chunk.lower in self.closed.demonstratives:
                demonstrative = True
                if not self.english and at > first:
                    at += 1
                    break  # "ini", "itu", "tersebut" close an Indonesian phrase
            if self.phrases.match(self.chunks, at, self.closed.negators):
                negated = True
            at += 1
        self.add(
            Kind.NP,
            first,
            at - 1,
            names=tuple(names),
            triggers=tuple(triggers),
            demonstrative=demonstrative,
            word=self.chunks[first].lower,
        )
        return at

    def _proper(self, at: int, size: int) -> bool:
        """Whether the words belong to a capitalised name ("Economic Forum (SPIEF)"), acronyms aside."""
        word = self.chunks[at]
        if not word.text[:1].isupper() or word.text.isupper():
            return False
        before, after = self._side(at - 1), self._side(at + size)
        if before is None or before.kind is ChunkKind.PUNCT:
            return after is not None and after.kind is ChunkKind.WORD and after.text[:1].isupper()
        return any(
            side is not None and side.kind is ChunkKind.WORD and side.text[:1].isupper()
            for side in (before, after)
        )

    def _ends_phrase(self, at: int) -> bool:
        chunk = self.chunks[at]
        if at in self.skipped:
            return False
        if chunk.kind in (ChunkKind.PUNCT, ChunkKind.TIME):
            return True
        if chunk.kind is not ChunkKind.WORD:
            return False
        if chunk.lower == "'s":
            return False
        phrases, closed, chunks = self.phrases, self.closed, self.chunks
        if self.english and chunk.lower in ("to", "that"):
            return True
        if phrases.match(chunks, at, closed.quantifiers):
            return False
        for entries in (
            closed.prepositions,
            closed.coordinators,
            closed.relatives,
            closed.complementizers,
            closed.subordinators,
            closed.reporting,
        ):
            if phrases.match(chunks, at, entries):
                return True
        if self.verb_at(at, be=False, helped=False)[1]:
            return True
        if phrases.senses(chunks, at)[1]:
            # "dapat" is a modal before a verb, else a form of "mendapat".
            return bool(phrases.match(chunks, at, closed.auxiliaries)) and self._leads_to_verb(at)
        if phrases.verb_shaped(chunk):
            return not (self.english and self._adjectival(at))
        aux = phrases.match(chunks, at, closed.auxiliaries) or phrases.match(chunks, at, closed.negators)
        if aux:
            return self._leads_to_verb(at) or (self.english and chunk.lower in closed.auxiliaries)
        adverb = phrases.match(chunks, at, closed.adverbs)
        return bool(adverb) and self._leads_to_verb(at)

    def _adjectival(self, at: int) -> bool:
        """Whether an -ed or -ing word stands before its noun inside the phrase."""
        before, after = self._side(at - 1), self._side(at + 1)
        return (
            before is not None
            and (before.lower in _DETERMINERS or before.kind is ChunkKind.NUMBER)
            and after is not None
            and after.kind is ChunkKind.WORD
            and after.lower not in self.closed.prepositions
        )


def _is_demonym(chunk: Chunk) -> bool:
    return chunk.mention is not None and "demonym" in chunk.mention.rule


def parse(
    span: tuple[int, int], chunks: Sequence[Chunk], phrases: Phrases, *, headline: bool = False
) -> Sentence:
    """Return the parsed sentence; `headline` lets bare roots be verbs."""
    elements = _Parser(chunks, phrases, headline).run()
    return Sentence(span[0], span[1], tuple(chunks), _tidy(elements))


def _tidy(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Drop a preposition before a date: it belongs to the date."""
    out: list[Element] = []
    for element in elements:
        if element.kind is Kind.TIME and out and out[-1].kind is Kind.PREP:
            out[-1] = replace(element, first=out[-1].first, word=out[-1].word)
        else:
            out.append(element)
    return tuple(out)
