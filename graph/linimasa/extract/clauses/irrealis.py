"""Words outside the verb group that take an event out of the world of facts, and how far they reach.

"takut Rusia menyerang", "prevented X from …", "tidak benar bahwa …", "no country attacked …", "Akankah …?":
the parse knows such words only as parts of other elements, so they are looked up among the chunks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linimasa.extract.clauses import modality, places
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.phrases import Phrases, phrase
from linimasa.lexicon.forms.form import Voice
from linimasa.model.terms import Certainty, EventType, Modality, Polarity

#: The value in `closed.toml` of a word that denies what follows ("tidak benar bahwa …").
_NEGATED = "negated"
_ENDS = frozenset(
    {Kind.STOP, Kind.COLON, Kind.DASH, Kind.REPORT, Kind.COMMA, Kind.REL, Kind.QOPEN, Kind.QCLOSE}
)
_SIDE_CLAUSES = frozenset({"contrast", "time", "cause", "condition", "result"})
#: What may stand between a negative determiner and its verb.
_SUBJECT = frozenset({Kind.NP, Kind.COORD, Kind.PREP, Kind.REL})

#: What plans and possibilities don't do themselves: "kemungkinan X menyerang Y dibahas".
_DONE = frozenset(EventType[name] for name in ("AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"))
#: A head and the word that opens its relative clause.
_HEADED = 2


class IrrealisMarker:
    """Marks the candidates of one sentence that such words reach."""

    def __init__(self, arguments: Arguments, candidates: Sequence[Candidate], phrases: Phrases) -> None:
        self.view = arguments.view
        self.els = arguments.view.els
        self.chunks = arguments.view.chunks
        self.candidates = candidates
        self.phrases = phrases

    def mark(self) -> None:
        """Set modality, polarity and certainty of what the words of the language's `irrealis` table reach."""
        if not self.candidates:
            return
        for last, value in self._words():
            for candidate in self._reached(last):
                self._set(candidate, value)
        for start, end in self._questions():
            for candidate in self.candidates:
                if start <= candidate.element < end and not candidate.frame.speech:
                    candidate.modality = Modality.HYPOTHETICAL
                    candidate.certainty = Certainty.UNKNOWN
        for candidate in self.candidates:
            if not candidate.noun and self._nobody(candidate.element):
                candidate.polarity = Polarity.NEGATIVE
            self._behind_verb(candidate)
            self._behind_plan(candidate)

    def _behind_plan(self, candidate: Candidate) -> None:
        """Take over what a noun makes of the clause that tells it ("membahas rencana X menyerang Y")."""
        np = candidate.element - 1
        if candidate.noun or np < 0 or self.els[np].kind is not Kind.NP or not self.view.closed.head_first:
            return
        el = self.els[np]
        noun = el.names[0][0] - 1 if el.names else el.last
        value = self.view.closed.operators.get(self.chunks[max(noun, 0)].lower, Modality.OCCURRED)
        if noun < el.first or value is Modality.OCCURRED:
            return
        done = candidate.frame.type in _DONE and self.els[candidate.element].voice is not Voice.PASSIVE
        if done or noun > el.first or places.tells_deed(self.view, np):
            self._set(candidate, value)

    def _behind_verb(self, candidate: Candidate) -> None:
        """Doubt what stands right behind a verb that no list knows ("X mendambakan menyerang Y").

        Few verbs leave the next one a fact ("datang mengatakan"), and these are listed.
        """
        closed = self.phrases.closed
        told = candidate.light if candidate.noun else candidate.element
        if told is None or not closed.factive_verbs or candidate.modality is not Modality.OCCURRED:
            return
        if not candidate.noun and candidate.subject_how not in ("serial", "relative"):
            return
        before = self.els[told - 1]
        if told == 0 or before.kind is not Kind.VG:
            return
        word = self.chunks[before.last].lower
        if word in closed.belief_passives:
            if candidate.certainty is Certainty.CERTAIN:
                candidate.certainty = Certainty.POSSIBLE
            return
        known = any(s.frame or s.light for s in before.senses) or before.certainty is not None
        finite = bool(self.els[told].auxiliaries)
        if word in closed.irrealis_verbs or not (known or finite or word in closed.factive_verbs):
            candidate.modality = Modality.HYPOTHETICAL
            candidate.certainty = Certainty.POSSIBLE

    def _set(self, candidate: Candidate, value: str) -> None:
        if value == _NEGATED:
            candidate.polarity = Polarity.NEGATIVE
            return
        candidate.modality = modality.strongest((candidate.modality, Modality(value)))
        candidate.certainty = Certainty.POSSIBLE

    def _words(self) -> Iterator[tuple[int, str]]:
        """Yield the last chunk of each word of the table, and what it says.

        A word that another one or a negator takes back says nothing ("gagal mencegah", "did not prevent").
        """
        table = self.phrases.closed.irrealis
        at = 0
        while at < len(self.chunks):
            size = self.phrases.sizes(self.chunks, at).irrealis
            if not size:
                at += 1
                continue
            first, last = at, at + size - 1
            at += size
            again = self.phrases.sizes(self.chunks, at).irrealis
            if again:
                at += again
            elif not self._taken_back(first):
                yield last, table[phrase(self.chunks, first, size)]

    def _taken_back(self, chunk: int) -> bool:
        before = self.chunks[chunk - 1].lower if chunk else ""
        return before in self.phrases.closed.negators

    def _reached(self, last: int) -> list[Candidate]:
        word_end = self.chunks[last].end
        at = next((i for i, el in enumerate(self.els) if el.first <= last <= el.last), None)
        if at is None:
            at = next((i - 1 for i, el in enumerate(self.els) if el.first > last), len(self.els))
        elif self.els[at].head_first <= last < self.els[at].head_last:
            return []  # "yang enggan disebut namanya mengatakan …": it belongs to a verb of its own
        phrase_only = self.chunks[last].lower in self.view.closed.genitive_prepositions
        end = self._end(at, phrase_only=phrase_only)
        return [
            c
            for c in self.candidates
            if at <= c.element < end and c.start >= word_end and c.content_of is None and not c.presupposed
        ]

    def _end(self, at: int, *, phrase_only: bool) -> int:
        """Return where the reach ends; that of "the risk of …" at the next verb that "and" joins."""
        for k in range(max(at, 0) + 1, len(self.els)):
            el = self.els[k]
            if phrase_only and el.kind is Kind.COORD and self.view.kinds[k + 1] is Kind.VG:
                return k
            if el.kind in _ENDS or (el.kind is Kind.SUB and el.link in _SIDE_CLAUSES):
                return k
        return len(self.els)

    def _questions(self) -> Iterator[tuple[int, int]]:
        """Yield the elements of each yes-or-no question; "why" and "when" take the act for granted."""
        start = 0
        for k, el in enumerate(self.els):
            if el.kind in (Kind.QOPEN, Kind.QCLOSE, Kind.COLON):
                start = k + 1
            elif el.kind is Kind.STOP:
                if self.chunks[el.first].text == "?" and start < k:
                    words = self.chunks[self.els[start].first : el.first]
                    if not any(c.lower in self.phrases.closed.question_words for c in words):
                        yield start, k
                start = k + 1

    def _nobody(self, verb: int) -> bool:
        """Whether the subject is nobody ("No country …", "Tak satu pun negara …")."""
        k = verb
        while k > 0 and self.els[k - 1].kind in _SUBJECT:
            k -= 1
        prepositions = self.phrases.closed.prepositions
        start = self.els[k - 1].last + 1 if k else 0
        if verb - k == _HEADED and self.els[k - 1].kind is Kind.VG and self.els[verb - 1].kind is Kind.REL:
            start = self.els[k - 1].first  # "Tidak ada pasukan X yang dikirim"
        return any(
            self.phrases.sizes(self.chunks, at).nobody
            and not (at and self.chunks[at - 1].lower in prepositions)
            for at in range(start, self.els[verb].first)
        )
