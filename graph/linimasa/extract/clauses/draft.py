"""The elements of a sentence while it is being parsed."""

from __future__ import annotations

from linimasa.extract.clauses.element import Element, Kind


class Draft:
    """Elements read so far, and the number of the quotation that the parser stands in (0: none)."""

    __slots__ = ("_quotes", "elements", "quote")

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.quote = 0
        self._quotes = 0

    def add(self, kind: Kind, first: int, last: int, *, word: str = "", link: str = "") -> None:
        """Add an element that is neither verb group nor noun phrase."""
        self.elements.append(Element(kind, first, last, word, self.quote, link=link))

    def open_quote(self, at: int) -> None:
        """Begin a quotation with its mark."""
        self._quotes += 1
        self.quote = self._quotes
        self.add(Kind.QOPEN, at, at)

    def close_quote(self, at: int) -> None:
        """End a quotation with its mark, which still belongs to it."""
        self.add(Kind.QCLOSE, at, at)
        self.quote = 0
