"""Speakers after their verb of saying: "…," kata X; …, said X."""

from __future__ import annotations

from linimasa.extract.clauses.chains import Chains
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import NOBODY, Found
from linimasa.extract.clauses.view import View
from linimasa.lexicon.forms.form import Voice

#: What an inverted verb may follow.
_BEFORE = frozenset({Kind.COMMA, Kind.QCLOSE, None, Kind.STOP, Kind.DASH})
#: What the speaker's phrases are made of, and what ends them.
_SPEAKER = frozenset({Kind.NP, Kind.PREP, Kind.TIME, Kind.COMMA, Kind.COORD, Kind.DASH})
_END = frozenset({None, Kind.STOP, Kind.SUB, Kind.REPORT})
#: So many words may stand before the name in the speaker's phrase.
_NAME = 3


class Inversions:
    """The inverted verbs of saying of one sentence."""

    def __init__(self, view: View, chains: Chains) -> None:
        self.view = view
        self.chains = chains
        self._known: dict[int, Found] = {}

    def of(self, i: int) -> Found:
        """Return the speaker after the verb group `i`, nobody where the verb isn't inverted."""
        if not self.view.speechlike(i):
            return NOBODY
        found = self._known.get(i)
        if found is None:
            found = self._known[i] = self._speaker(i) if self._inverted(i) else NOBODY
        return found

    def _inverted(self, i: int) -> bool:
        kinds = self.view.kinds
        if self.view.chunks[self.view.els[i].head_last].lower in self.view.closed.complementizers:
            return False  # "…, charging that X …"
        before = i - 1
        while kinds[before] is Kind.TIME:
            before -= 1
        if kinds[before] not in _BEFORE:
            return False
        el = self.view.els[i]
        if el.voice is Voice.ING:
            return False  # "…, rejecting Moscow's call"
        after_quote = kinds[before] is Kind.QCLOSE or kinds[before - 1] is Kind.QCLOSE
        # In "…, condemned Israel" the object follows, not the speaker.
        if el.auxiliaries and not after_quote:
            return False  # "Biden, who …, has threatened Moscow"
        return after_quote or (not self.view.takes_party(i) and self._ends_in_speaker(i))

    def _speaker(self, i: int) -> Found:
        view, kinds = self.view, self.view.kinds
        at = i + 1
        while kinds[at] is Kind.TIME:
            at += 1
        if kinds[at] is not Kind.NP:
            return NOBODY
        el = view.els[at]
        if el.names and el.names[0][0] - el.first <= _NAME:
            return Found(self.chains.right(at).names, at, "inverted")
        if kinds[at + 1] is Kind.COMMA and kinds[at + 2] is Kind.NP and view.els[at + 2].names:
            return Found(view.names(at + 2), at + 2, "inverted")
        return NOBODY

    def _ends_in_speaker(self, i: int) -> bool:
        """Whether the verb is of an inverting form and only the speaker's phrases follow ("…, kata X.")."""
        if self.view.head_word(i).startswith(tuple(self.view.closed.uninverted_prefixes)):
            return False
        at = i + 1
        while self.view.kinds[at] in _SPEAKER:
            at += 1
        if self.view.kinds[at] in _END:
            return True
        # "Situasi itu, kata X, membaik": the speaker between two commas.
        aside = self.view.kinds[i - 1] is Kind.COMMA and self.view.kinds[at - 1] is Kind.COMMA
        return aside and self.view.closed.head_first
