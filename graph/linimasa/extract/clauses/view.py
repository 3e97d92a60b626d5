"""One parsed sentence as the argument search sees it: kinds, names and verbs by element index."""

from __future__ import annotations

from linimasa.extract.clauses.element import Element, Kind, Sentence
from linimasa.lexicon.closed import ClosedClass
from linimasa.lexicon.forms.form import Voice
from linimasa.model.mention import Mention

_BREAKS = frozenset({Kind.COLON, Kind.STOP})
#: How far beyond either end of the sentence the grammar may look.
_MARGIN = 8


def _speechlike(el: Element) -> bool:
    return any(s.frame is not None and s.frame.speech for s in el.senses)


class View:
    """Look-ups in one sentence; `els` and `chunks` are its elements and chunks.

    `kinds` holds each element's kind and reads None up to eight places outside the sentence: the padding
    after the last element serves negative indices too.
    """

    def __init__(self, sentence: Sentence, closed: ClosedClass) -> None:
        self.els = sentence.elements
        self.chunks = sentence.chunks
        self.closed = closed
        self.kinds: tuple[Kind | None, ...] = (*(el.kind for el in self.els), *(None,) * _MARGIN)
        self._speech = frozenset(i for i, el in enumerate(self.els) if el.senses and _speechlike(el))

    def names(self, i: int) -> tuple[Mention, ...]:
        """Return the mentions inside the noun phrase `i`."""
        return tuple([m for _, m in self.els[i].names])

    def words(self, i: int) -> str:
        """Return the words of the element `i`, in lower case."""
        el = self.els[i]
        return " ".join([c.lower for c in self.chunks[el.first : el.last + 1]])

    def head_word(self, i: int) -> str:
        """Return the first word of the verb group `i`, in lower case ("" where it has none of its own)."""
        at = self.els[i].head_first
        return self.chunks[at].lower if at >= 0 else ""

    def name_headed(self, i: int) -> bool:
        """Whether the noun phrase begins with a name (determiners and numbers aside)."""
        el = self.els[i]
        return bool(el.names) and el.names[0][0] - el.first <= 2

    def copula(self, i: int) -> bool:
        """Whether the verb group `i` only joins a subject with what it is ("merupakan")."""
        el = self.els[i]
        return el.kind is Kind.VG and self.chunks[el.last].lower in self.closed.copulas

    def governed(self, i: int) -> bool:
        """Whether the noun phrase `i` stands after a preposition (its own or a co-ordinated one's)."""
        before = self.kinds[i - 1]
        if before is Kind.PREP:
            return True
        return before is Kind.COORD and self.kinds[i - 2] is Kind.NP and self.kinds[i - 3] is Kind.PREP

    def is_object(self, i: int) -> bool:
        """Whether the noun phrase `i` stands directly after a verb group."""
        return self.kinds[i - 1] is Kind.VG

    def speechlike(self, i: int) -> bool:
        """Whether the verb group `i` has a frame of reported speech."""
        return i in self._speech

    def goes_on(self, i: int) -> bool:
        """Whether a verb of saying that has no subject goes on for the last speaker ("Dan menambahkan")."""
        told = self.els[i].quote == 0 and self.els[i].voice is not Voice.PASSIVE  # "Sebelumnya dilaporkan …"
        opens = told and all(kind is Kind.COORD for kind in self.kinds[:i])
        return self.speechlike(i) and (opens or self.els[i].pronoun_suffix)

    def takes_party(self, i: int) -> bool:
        """Whether the verb of saying `i` takes somebody for its object (condemn), not words (say)."""
        frames = [s.frame for s in self.els[i].senses if s.frame is not None and s.frame.speech]
        return bool(frames) and all(f.object in ("recipient", "party") for f in frames)

    def complement(self, i: int) -> str:
        """Return what a clause after the verb group `i` is by its frames ("none" where none says)."""
        for sense in self.els[i].senses:
            if sense.frame is not None and sense.frame.complement != "none":
                return sense.frame.complement
        return "none"

    def clause_opens(self, i: int) -> bool:
        """Whether a clause of content or purpose begins right after the element `i`."""
        kind = self.kinds[i + 1]
        return kind is Kind.COMP or (kind is Kind.SUB and self.els[i + 1].link == "purpose")

    def previous_verb(self, i: int) -> int | None:
        """Return the nearest verb group before `i` in the same quotation level."""
        return self._verb(range(i - 1, -1, -1), self.els[i].quote)

    def next_verb(self, i: int) -> int | None:
        """Return the nearest verb group after `i` in the same quotation level."""
        return self._verb(range(i + 1, len(self.els)), self.els[i].quote)

    def _verb(self, path: range, quote: int) -> int | None:
        for k in path:
            kind = self.kinds[k]
            if kind is Kind.VG:
                if self.els[k].quote == quote:
                    return k
            elif kind in _BREAKS:
                return None
        return None
