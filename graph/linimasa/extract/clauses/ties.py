"""Dates tied to the event that they date: the words decide, not the distance alone."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.report import Report
from linimasa.extract.clauses.said_dates import VERBAL, date_sayings
from linimasa.extract.clauses.shared_dates import SharedDates, same_time
from linimasa.model.terms import MUTUAL, EventType
from linimasa.model.timevalue import Length
from linimasa.model.timex import Timex

_WALLS = frozenset({Kind.SUB, Kind.COMP, Kind.STOP, Kind.COLON, Kind.QOPEN, Kind.QCLOSE, Kind.REPORT})
#: What an event noun's phrase is made of.
_PHRASE = frozenset({Kind.NP, Kind.PREP, Kind.COORD, Kind.COMMA, Kind.DASH})


class DateTier:
    """Ties the dates of one sentence to its candidates."""

    def __init__(
        self, arguments: Arguments, candidates: Sequence[Candidate], reports: Sequence[Report]
    ) -> None:
        self.args = arguments
        self.view = arguments.view
        self.els = arguments.view.els
        self.kinds = arguments.view.kinds
        self.candidates = [c for c in candidates if c.dropped in ("", "content")]
        self.reports = reports
        self.said = {r.time.start for r in reports if r.time is not None and r.how == "outlet"}
        self.clauses: dict[int, Timex] = {}

    def tie(self) -> None:
        """Set `time` of the candidates; a date is given to the main event and to the nouns that share it."""
        for k, kind in enumerate(self.kinds):
            time = self.els[k].timex if kind is Kind.TIME else None
            if time is None or time.start in self.said or time.event_time() is None:
                continue
            for candidate in [*self._targets(k), *self._meanwhile(k)]:
                if candidate.time is None:
                    candidate.time = time
        SharedDates(self.args, self.candidates, self.reports, self.clauses).share()
        date_sayings(self.args, self.candidates, self.reports)

    def _meanwhile(self, k: int) -> list[Candidate]:
        """The event of a clause of the same time that the date leads to ("Rabu, saat X menyerang Y")."""
        after = k + 2 if self.kinds[k + 1] is Kind.COMMA else k + 1
        verb = self.view.next_verb(after) if same_time(self.view, after) else None
        return [] if verb is None else self._of_verb(verb)

    def _targets(self, k: int) -> list[Candidate]:
        time = self.els[k].timex
        final = self._sentence_final(k)
        if final and self.kinds[k - 1] is Kind.COMMA:
            main = self._main(k) or self._nouns_of_clause(k)
            if main:
                return main
        if self._parenthesis(k):
            inside = self._of_verb(k + 2)
            if inside:
                return inside
        relative = k + 1
        while self.kinds[relative] is Kind.COMMA:
            relative += 1
        if self.kinds[relative] is Kind.REL and self.kinds[relative + 1] is Kind.VG and relative > k + 1:
            return self._of_verb(relative + 1)
        if self.kinds[k + 1] is Kind.SUB and self.els[k + 1].link == "time" and self._counts(k):
            # "hampir delapan tahun setelah pasukan … merebut …": the date is the later clause's.
            verb = self.view.next_verb(k + 1)
            return [] if verb is None else self._of_verb(verb)
        near = self._adjacent_noun(k)
        if near is not None:
            return [near]
        if self._since(k):
            return []
        verb = self._verb_before(k)
        if verb is None:
            verb = self._verb_after(k)
        if verb is None:
            return self._nouns_of_clause(k)
        if time is not None:
            self.clauses.setdefault(verb, time)
        found = self._of_verb(verb)
        while not found and 0 < verb < k and self.kinds[verb - 1] is Kind.VG:
            verb -= 1  # "berperang melawan X sejak 2007"
            found = self._of_verb(verb)
        if not found and verb > k:
            following = self.view.next_verb(verb)
            if following is not None and not any(self.kinds[j] in _WALLS for j in range(verb, following)):
                return self._of_verb(following)
        return found

    def _parenthesis(self, k: int) -> bool:
        """Whether the date stands between commas right before a verb ("X, sejak Juni lalu, menyerang Y")."""
        return self.kinds[k - 1 : k + 3] == (Kind.COMMA, Kind.TIME, Kind.COMMA, Kind.VG)

    def _since(self, k: int) -> bool:
        """Whether the date is that of the event since which something goes on ("sejak kudeta 1 Februari")."""
        at = k - 1
        while self.kinds[at] is Kind.NP or (
            self.kinds[at] is Kind.PREP and self.els[at].word not in self.view.closed.since_words
        ):
            at -= 1
        return at < k - 1 and self.els[at].word in self.view.closed.since_words

    def _counts(self, k: int) -> bool:
        """Whether a time is a length that leads to another event ("dua tahun setelah …")."""
        time = self.els[k].timex
        return time is not None and isinstance(time.value, Length)

    def _sentence_final(self, k: int) -> bool:
        return all(el.kind in (Kind.STOP, Kind.TIME, Kind.COMMA, Kind.QCLOSE) for el in self.els[k + 1 :])

    def _main(self, k: int) -> list[Candidate]:
        """The main event of a sentence that ends in a date: its first verb outside side clauses."""
        quote = self.els[k].quote
        inverted = [
            i
            for i in range(k - 1, -1, -1)
            if self.kinds[i] is Kind.VG
            and self.view.speechlike(i)
            and self.args.inversions.of(i)
            and not self.els[i].quote
        ]
        if inverted:
            return self._of_verb(inverted[0])
        for i in range(k):
            el = self.els[i]
            if el.kind is Kind.VG and el.quote == quote and not self._in_side_clause(i):
                found = self._of_verb(i)
                if found:
                    return found
        return []

    def _in_side_clause(self, i: int) -> bool:
        for j in range(i - 1, -1, -1):
            kind = self.kinds[j]
            if kind in (Kind.SUB, Kind.REL):
                return True
            if kind in (Kind.COMMA, Kind.COMP, Kind.STOP, Kind.VG):
                return False
        return False

    def _adjacent_noun(self, k: int) -> Candidate | None:
        """An event noun whose phrase the date closes, where its governing verb is no light verb."""
        at = k - 1
        limit = 8
        while at >= 0 and limit:
            el = self.els[at]
            if el.kind is Kind.NP:
                nouns = [
                    c
                    for c in self.candidates
                    if c.noun and c.element == at and c.frame.type is not EventType.STATEMENT
                ]
                if nouns:
                    candidate = nouns[-1]
                    return candidate if self._noun_owns(candidate, at, k) else None
            elif el.kind not in (Kind.PREP, Kind.DASH, Kind.COORD):
                return None
            at -= 1
            limit -= 1
        return None

    def _noun_owns(self, candidate: Candidate, at: int, k: int) -> bool:
        if candidate.light is not None:
            return False
        verb = candidate.governor
        if verb is not None:
            mine = [c for c in self.candidates if not c.noun and c.element == verb]
            return bool(mine) and mine[0].frame.type in VERBAL
        previous = self._verb_before(k)
        if previous is None or self._time_phrase(at - 1) or Kind.DASH in self.kinds[previous:at]:
            return True
        of_verb = [c for c in self.candidates if not c.noun and c.element == previous]
        return (
            bool(of_verb)
            and candidate.frame.type not in VERBAL  # "replied to X's demands on Wednesday"
            and of_verb[0].frame.type in VERBAL
            and self.kinds[at - 1] is Kind.PREP
            and (at == k - 1 or of_verb[0].frame.type is EventType.STATEMENT)
        )

    def _time_phrase(self, i: int) -> bool:
        """Whether the element is a preposition of time ("sebelum pembicaraan X dan Y bulan ini")."""
        return self.kinds[i] is Kind.PREP and (self.view.closed.subordinators.get(self.els[i].word) == "time")

    def _verb_before(self, k: int) -> int | None:
        quote = self.els[k].quote
        for i in range(k - 1, -1, -1):
            el = self.els[i]
            if el.quote != quote or el.kind in _WALLS:
                return None
            if el.kind is Kind.VG:
                return i
        return None

    def _verb_after(self, k: int) -> int | None:
        quote = self.els[k].quote
        for i in range(k + 1, len(self.els)):
            el = self.els[i]
            if el.quote != quote or el.kind in (Kind.STOP, Kind.COLON):
                return None
            if el.kind is Kind.VG and self.kinds[i - 1] is not Kind.REL:
                return i
        return None

    def _of_verb(self, verb: int) -> list[Candidate]:
        own = [c for c in self.candidates if not c.noun and c.element == verb]
        lit = [c for c in self.candidates if c.noun and verb in (c.light, c.placed_by)]
        if own and own[0].frame.type not in MUTUAL:
            return own + lit
        if own or lit:
            return (
                own
                + lit
                + [c for c in self.candidates if c.noun and c.governor == verb and c.light is None and own]
            )
        head = self.args.subjects.of(verb).np
        relative = self.kinds[verb - 1] is Kind.REL
        if relative or head is not None:
            heads = [c for c in self.candidates if c.noun and c.element == head]
            if heads:
                return heads[-1:]
        if relative and not self.view.speechlike(verb):
            heads = self._described(verb - 1)
            if heads:
                return heads
        return [c for c in self.candidates if c.noun and c.governor == verb]

    def _described(self, relative: int) -> list[Candidate]:
        """The event noun whose phrase a relative clause closes ("pertempuran X dan Y, yang meletus …")."""
        for k in range(relative - 1, -1, -1):
            if self.kinds[k] not in _PHRASE:
                return []
            nouns = [c for c in self.candidates if c.noun and c.element == k]
            if nouns:
                return nouns[-1:]
        return []

    def _nouns_of_clause(self, k: int) -> list[Candidate]:
        nouns = [c for c in self.candidates if c.noun and c.element < k]
        near = bool(nouns) and all(self.kinds[i] not in _WALLS for i in range(nouns[-1].element, k))
        return nouns[-1:] if near else []
