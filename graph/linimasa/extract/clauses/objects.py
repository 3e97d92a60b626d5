"""Objects: the noun phrase right after a verb group."""

from __future__ import annotations

from linimasa.extract.clauses.chains import Chains
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import NOBODY, Found
from linimasa.extract.clauses.view import View


class Objects:
    """The objects of one sentence's verb groups."""

    def __init__(self, view: View, chains: Chains) -> None:
        self.view = view
        self.chains = chains

    def of(self, i: int) -> Found:
        """Return the phrase directly after the verb group `i` (its mentions may be modifiers)."""
        return self.participants(i + 1) if self.view.kinds[i + 1] is Kind.NP else NOBODY

    def participants(self, at: int) -> Found:
        """Return the participants of an object phrase; examples count ("lembaga seperti IMF")."""
        found = self.chains.named(at)
        kinds = self.view.kinds
        if found or kinds[at + 1] is not Kind.PREP or kinds[at + 2] is not Kind.NP:
            return found
        if self.view.els[at + 1].word in self.view.closed.example_prepositions:
            return Found(self.chains.right(at + 2).names, at, "example")
        return found

    def phrase(self, i: int) -> int | None:
        """Return the index of the noun phrase directly after the verb group, dates skipped."""
        at = i + 1
        while self.view.kinds[at] is Kind.TIME:
            at += 1
        if self._shares(i, at):
            return self.phrase(at + 1)
        return at if self.view.kinds[at] is Kind.NP else None

    def _shares(self, i: int, at: int) -> bool:
        """Whether another verb of one object follows, joined by "dan": "membajak dan menyita kapal"."""
        if self.view.kinds[at] is not Kind.COORD or self.view.kinds[at + 1] is not Kind.VG:
            return False
        prefixes = tuple(self.view.closed.transitive_prefixes)
        words = (self.view.head_word(i), self.view.head_word(at + 1))
        return bool(prefixes) and all(word.startswith(prefixes) for word in words)
