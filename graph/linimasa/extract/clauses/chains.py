"""Noun phrases joined by commas and co-ordinators: "A, B dan C" are three participants."""

from __future__ import annotations

from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import Found
from linimasa.extract.clauses.view import View
from linimasa.model.mention import Mention

_JOINTS = frozenset({Kind.COMMA, Kind.COORD})
#: What a clause's phrases are made of.
_PHRASES = frozenset({Kind.NP, Kind.PREP, Kind.COORD, Kind.TIME})
#: A list is followed over so many names.
_LONGEST = 12


class Chains:
    """The chains of one sentence."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._right: dict[int, Found] = {}

    def right(self, i: int) -> Found:
        """Return the participants of the phrase `i` and of those joined to it on the right."""
        found = self._right.get(i)
        if found is None:
            found = self._right[i] = Found(tuple(self._rightward(i)), i, "direct")
        return found

    def named(self, i: int) -> Found:
        """Return the participants of the phrase `i`, a loose set by the names behind it ("…, yakni A")."""
        found, kinds = self.right(i), self.view.kinds
        at = i + 1 if kinds[i + 1] is Kind.PREP else i + 2
        naming = kinds[at] is Kind.PREP and self.view.els[at].word in self.view.closed.naming_prepositions
        if not naming or kinds[at + 1] is not Kind.NP or any(m.code is not None for m in found.names):
            return found
        names = self.right(at + 1).names
        return Found(names, i, found.how) if names else found

    def _rightward(self, i: int) -> list[Mention]:
        view, kinds = self.view, self.view.kinds
        names = list(view.names(i))
        at = i
        while True:
            link = at + 1
            while kinds[link] in _JOINTS:
                link += 1
            if link == at + 1 or kinds[link] is not Kind.NP or not view.name_headed(link):
                return names
            if Kind.COORD not in kinds[at + 1 : link] and not self._goes_on(link):
                return names
            hyphen = view.els[link - 1].word == "-"
            if kinds[link + 1] is Kind.VG and not hyphen and self._behind_verb(i):
                return names  # the last name is the next clause's subject
            names += view.names(link)
            at = link

    def _behind_verb(self, i: int) -> bool:
        """Whether a verb stands before the phrase in its clause: a name before a new verb opens a new clause.

        In "Pertemuan antara X dan Y digelar" none does, so both names belong to the phrase.
        """
        k = i - 1
        while self.view.kinds[k] in _PHRASES:
            k -= 1
        return self.view.kinds[k] in (Kind.VG, Kind.COMMA)

    def _goes_on(self, i: int) -> bool:
        """Whether after the phrase `i` a comma or co-ordinator leads to another name ("A, B dan C")."""
        kinds = self.view.kinds
        for at in range(i, i + 2 * _LONGEST, 2):
            if kinds[at + 1] is Kind.COORD:
                return True
            if kinds[at + 1] is not Kind.COMMA:
                return False
            if kinds[at + 2] is Kind.COORD:
                return True
            if kinds[at + 2] is not Kind.NP or not self.view.name_headed(at + 2):
                return False
        return False

    def left(self, i: int) -> Found:
        """Return the participants of the phrase `i` and of those joined to it on the left."""
        view, kinds = self.view, self.view.kinds
        groups = [view.names(i)]
        at = i
        while True:
            link = at - 1
            while kinds[link] in _JOINTS:
                link -= 1
            if link == at - 1 or kinds[link] is not Kind.NP or not view.name_headed(link):
                break
            if (at == i and Kind.COORD not in kinds[link + 1 : at]) or view.governed(link):
                break
            if kinds[link - 1] is Kind.REPORT:
                break  # "Diberitakan Reuters, A dan B tiba"
            if view.is_object(link) and view.complement(link - 1) != "report":
                break
            groups.insert(0, view.names(link))
            at = link
        return Found(tuple([m for group in groups for m in group]), at, "direct")
