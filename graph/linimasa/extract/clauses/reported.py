"""The stretch of elements that a verb of saying reports."""

from __future__ import annotations

from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import Found
from linimasa.extract.clauses.view import View

_STOPS = frozenset({Kind.QCLOSE, Kind.VG, Kind.STOP})
_ENDS = frozenset({None, Kind.COMMA, Kind.STOP, Kind.REPORT, Kind.DASH})
#: A quotation opens within so many elements after its verb of saying.
_QUOTE = 3

_SPEAKER = frozenset({Kind.NP, Kind.PREP, Kind.TIME})


class ReportedWords:
    """The reported stretches of one sentence."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.els = view.els
        self.kinds = view.kinds

    def of(self, i: int, subject: Found) -> frozenset[int]:
        """Return the elements that the verb of saying `i` with this subject reports."""
        if self.els[i].quote:
            quote = self.els[i].quote
            return frozenset([k for k in range(i + 1, self._end(i)) if self.els[k].quote == quote])
        if subject.how == "inverted" or self.els[i].pronoun_suffix:
            return frozenset(range(self._clause_before(i), i)) | self._resumed(i, subject)
        if self._postposed(i, subject):
            comma = (subject.np or 1) - 1
            return frozenset(range(self._clause_before(comma), comma))
        following = frozenset(range(i + 1, self._end(i)))
        before = i - 1
        while before >= 0 and self.kinds[before] not in _STOPS:
            before -= 1
        if self.kinds[before] is Kind.QCLOSE and Kind.QOPEN not in self.kinds[i + 1 : i + 1 + _QUOTE]:
            return frozenset(range(self._opening(before), before)) | following
        return following

    def _resumed(self, i: int, subject: Found) -> frozenset[int]:
        """Return the words that go on behind a speaker who parts them from their subject ("…, kata X, …")."""
        begun = self.kinds[self._clause_before(i) : i]
        if subject.np is None or begun[-1:] != (Kind.COMMA,) or Kind.VG in begun or Kind.QCLOSE in begun:
            return frozenset()
        after = subject.np + 1
        while self.kinds[after] in _SPEAKER:
            after += 1
        if self.kinds[after] is not Kind.COMMA:
            return frozenset()
        return frozenset(range(after + 1, self._end(i)))

    def _opening(self, close: int) -> int:
        """Return where the quotation before a closing mark opens (0 where it began in another sentence)."""
        return max((k for k in range(close) if self.kinds[k] is Kind.QOPEN), default=0)

    def _postposed(self, i: int, subject: Found) -> bool:
        """Whether the reported clause stands before the speaker ("…, both sides confirmed on Tuesday, …")."""
        if subject.np is None or self.kinds[subject.np - 1] is not Kind.COMMA or subject.how != "direct":
            return False
        if Kind.VG not in self.kinds[: subject.np]:
            return False
        at = i + 1
        while self.kinds[at] is Kind.TIME or self.kinds[at] is Kind.PREP:
            at += 2 if self.kinds[at] is Kind.PREP else 1
        return self.kinds[at] in _ENDS

    def _clause_before(self, i: int) -> int:
        """Return where the reported words before an inverted speech verb begin."""
        for k in range(i - 1, -1, -1):
            if self.kinds[k] is Kind.STOP and not self.els[k].quote:
                return k + 1
        return 0

    def _end(self, i: int) -> int:
        """Return where the reported clause after the verb ends: at the next clause that isn't reported."""
        quote = self.els[i].quote
        takes_party = self.view.takes_party(i)
        for k in range(i + 1, len(self.els)):
            kind = self.kinds[k]
            if takes_party and kind is Kind.COORD and self.kinds[k + 1] is Kind.VG:
                return k  # "X mengecam Y dan menarik duta besarnya": the second act is X's own too
            if takes_party and kind is Kind.SUB and self.els[k].link == "time":
                return k  # "X mengancam Y, setelah Y menyerang Z": the attack is told by the text
            if kind is Kind.COMP:
                takes_party = False
            ends = kind is Kind.STOP or (kind is Kind.COMMA and self._contrast(k + 1))
            if ends and self.els[k].quote == quote:
                return k
        return len(self.els)

    def _contrast(self, k: int) -> bool:
        """Whether what stands at `k` sets the reporter's or another speaker's words against these."""
        if self.kinds[k] is Kind.SUB:
            return self.els[k].link == "contrast"
        if self.kinds[k] is Kind.COORD and self.els[k].word in self.view.closed.contrast_coordinators:
            verb = self.view.next_verb(k)
            return verb is not None and self.view.speechlike(verb)
        return False
