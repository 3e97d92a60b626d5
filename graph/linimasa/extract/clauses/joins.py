"""Elements that belong together: a preposition and its date, an address, adjectives that share a noun."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.element import Element, Kind
from linimasa.lexicon.closed import ClosedClass
from linimasa.lexicon.forms.form import Voice
from linimasa.model.terms import ActorKind

#: The words that join adjectives; a list of names has others too.
_ADJECTIVES = frozenset({"and", "or", "dan", "atau", "serta"})
_PLACES = frozenset({ActorKind.PLACE, ActorKind.STATE})


class Joiner:
    """Joins the elements of one sentence."""

    def __init__(self, chunks: Sequence[Chunk], closed: ClosedClass) -> None:
        self._chunks = chunks
        self._closed = closed

    def joined(self, elements: Sequence[Element]) -> tuple[Element, ...]:
        """Return the elements with those that belong together made one."""
        out: list[Element] = []
        at = 0
        while at < len(elements):
            element = elements[at]
            before = out[-1] if out else None
            if element.kind is Kind.TIME and before is not None and before.kind is Kind.PREP:
                # The preposition belongs to the date.
                out[-1] = element._replace(first=before.first, word=before.word)
            elif element.kind is Kind.NP and self._parted(elements, at):
                # "a five-year agreement", "its 2014 annexation": the date stands inside the phrase.
                out += [elements[at + 1], _one(element, elements[at + 2])]
                at += 2
            elif element.kind is Kind.NP:
                at = self._phrase(elements, at, out)
                continue
            else:
                out.append(element)
            at += 1
        return tuple(out)

    def _phrase(self, elements: Sequence[Element], at: int, out: list[Element]) -> int:
        """Add the phrase at `at` with what belongs to it and return the place after it."""
        if out and out[-1].kind is Kind.PREP:
            last = self._address(elements, at)
            if last > at:
                out.append(self._whole(elements[at : last + 1], out[-1].word))
                return last + 1 + self._closing_comma(elements, last + 1)
            return self._simple(elements, at, out)
        if self._shares_noun(elements, at):
            out.append(_one(elements[at], elements[at + 2]))
            self._longer_list(out)
            return at + 3
        return self._simple(elements, at, out)

    def _simple(self, elements: Sequence[Element], at: int, out: list[Element]) -> int:
        out.append(elements[at])
        return at + 1

    def _parted(self, elements: Sequence[Element], at: int) -> bool:
        """Whether a date parts the phrase at `at` from its own noun."""
        if _kind(elements, at + 1) is not Kind.TIME or _kind(elements, at + 2) is not Kind.NP:
            return False
        last = self._chunks[elements[at].last].lower
        return last in self._closed.grammar.determiners or last in self._closed.grammar.noun_markers

    # -- addresses -----------------------------------------------------------------------------

    def _address(self, elements: Sequence[Element], first: int) -> int:
        """Return the last phrase of an address ("in Izium, Kharkiv Oblast, Ukraine"), else `first`.

        Its places lie in one state. A phrase that a verb follows is a subject: "in Kharkiv, Ukraine fired".
        """
        codes = {m.code for _, m in elements[first].names}
        if not self._placelike(elements[first]):
            return first
        last = first
        while _kind(elements, last + 1) is Kind.COMMA and self._place(elements, last + 2):
            codes |= {m.code for _, m in elements[last + 2].names}
            if len(codes) > 1:
                break
            last += 2
        if last > first and _kind(elements, last + 1) is Kind.VG:
            last -= 2
        return last

    def _whole(self, parts: Sequence[Element], preposition: str) -> Element:
        """Return an address as one phrase; what is aimed at it is aimed at the town, not at its state too."""
        names = tuple(name for part in parts for name in part.names)
        if preposition not in self._closed.place_prepositions:
            names = names[:1]
        return parts[0]._replace(last=parts[-1].last, names=names)

    def _placelike(self, element: Element) -> bool:
        """Whether a phrase names places only, or a town that nobody knows."""
        if element.names:
            return all(m.kind in _PLACES for _, m in element.names) and not element.triggers
        head = self._chunks[element.last]
        return head.text[:1].isupper() and not element.triggers

    def _place(self, elements: Sequence[Element], at: int) -> bool:
        if _kind(elements, at) is not Kind.NP:
            return False
        element = elements[at]
        return len(element.names) == 1 and element.first == element.last and self._placelike(element)

    def _closing_comma(self, elements: Sequence[Element], at: int) -> int:
        """Return 1 where the comma after an address only closes it: a finite verb follows."""
        if _kind(elements, at) is not Kind.COMMA or _kind(elements, at + 1) is not Kind.VG:
            return 0
        return int(elements[at + 1].voice is not Voice.ING)

    # -- adjectives ----------------------------------------------------------------------------

    def _shares_noun(self, elements: Sequence[Element], at: int) -> bool:
        """Whether the phrase and the next are adjectives of one event noun ("economic and military aid")."""
        if _kind(elements, at + 1) is not Kind.COORD or elements[at + 1].word not in _ADJECTIVES:
            return False
        if _kind(elements, at + 2) is not Kind.NP:
            return False
        first, second = elements[at], elements[at + 2]
        if self._closed.head_first:
            modified = bool(first.triggers) and first.triggers[-1].last < first.last
            return modified and self._adjective(second) and _kind(elements, at + 3) is Kind.PREP
        bare = not second.names or second.names[0][0] > second.triggers[0].last if second.triggers else False
        return self._adjective(first) and bare and second.triggers[0].first > second.first

    def _adjective(self, element: Element) -> bool:
        if element.first != element.last or element.names or element.triggers:
            return False
        chunk = self._chunks[element.first]
        return chunk.kind is ChunkKind.WORD and chunk.text.islower() and not self._pronoun(chunk.lower)

    def _pronoun(self, word: str) -> bool:
        closed = self._closed
        return (
            word in closed.third_person or word in closed.first_person or word in closed.grammar.determiners
        )

    def _longer_list(self, out: list[Element]) -> None:
        """Take further adjectives before the phrase at the end ("political, economic and military aid")."""
        while len(out) > 2 and out[-2].kind is Kind.COMMA and out[-3].kind is Kind.NP:
            if self._closed.head_first or not self._adjective(out[-3]):
                return
            out[-3:] = [_one(out[-3], out[-1])]


def _kind(elements: Sequence[Element], at: int) -> Kind | None:
    return elements[at].kind if at < len(elements) else None


def _one(first: Element, last: Element) -> Element:
    """Return one noun phrase of two and what stands between them."""
    return first._replace(
        last=last.last,
        names=(*first.names, *last.names),
        triggers=(*first.triggers, *last.triggers),
        demonstrative=first.demonstrative or last.demonstrative,
    )
