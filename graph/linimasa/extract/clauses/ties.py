"""Dates tied to the event that they date: the words decide, not the distance alone."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.report import Report
from linimasa.model.terms import MUTUAL, EventType, Modality
from linimasa.model.timevalue import Length
from linimasa.model.timex import Timex

_WALLS = frozenset({Kind.SUB, Kind.COMP, Kind.STOP, Kind.COLON, Kind.QOPEN, Kind.QCLOSE, Kind.REPORT})
#: What an event noun's phrase is made of.
_PHRASE = frozenset({Kind.NP, Kind.PREP, Kind.COORD, Kind.COMMA, Kind.DASH})
#: Verbs of saying whose date the event noun in their object doesn't share.
_VERBAL = frozenset(
    {
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.STATEMENT,
    }
)

#: Acts that are done by saying so.
_PERFORMED = (_VERBAL - {EventType.STATEMENT}) | {EventType.AGREE}
#: Ways of finding a subject that tie a verb to the one before it.
_LINKED = frozenset({"coordinated", "participial", "serial", "control"})


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
            if time is None or time.start in self.said or not _dated(time):
                continue
            for candidate in [*self._targets(k), *self._meanwhile(k)]:
                if candidate.time is None:
                    candidate.time = time
        self._share()
        self._reported()

    def _reported(self) -> None:
        """Date what is said by the day of the saying, else by that of the outlet's telling (rule 14)."""
        dated = [r for r in self.reports if r.time is not None and _dated(r.time)]
        for candidate in self.candidates:
            if candidate.time is None and not candidate.noun:
                quoted = self._performs(candidate)
                if quoted or self._says(candidate):
                    told = [
                        r for r in dated if r.how == "outlet" or (quoted and candidate.element in r.scope)
                    ]
                    told.sort(key=lambda r: r.how == "outlet")
                    candidate.time = told[0].time if told else None

    def _says(self, candidate: Candidate) -> bool:
        """Whether the event is a saying whose words stand before it, or that an aside dates.

        The aside stands behind the subject: "X, sebagaimana diberitakan AFP, Rabu, mendesak …".
        """
        if candidate.rule == "modal:demand":
            return True
        if candidate.frame.type not in _VERBAL or self.els[candidate.element].quote:
            return False
        how = candidate.rule.split(":")
        subject = self.args.subjects.of(candidate.element).np
        aside = subject is not None and Kind.REPORT in self.kinds[subject : candidate.element]
        return aside or (candidate.frame.speech and ("inverted" in how or "continued" in how))

    def _performs(self, candidate: Candidate) -> bool:
        """Whether the words of a speaker do what they say ("kami memperingatkan …", "bahwa ia menolak …")."""
        if candidate.frame.type not in _PERFORMED or candidate.modality is not Modality.OCCURRED:
            return False
        if not self.els[candidate.element].quote:
            return candidate.subject_how == "speaker"
        subject = self.args.subjects.of(candidate.element).names
        return bool(subject) and all(m.rule == "first-person" for m in subject)

    def _share(self) -> None:
        """Let a verb share the date of the verb whose subject it shares; a demand, its saying's."""
        for candidate in self.candidates:
            if candidate.time is not None:
                continue
            if candidate.noun:
                self._share_light(candidate)
                continue
            if candidate.rule == "modal:demand":
                said = [r for r in self.reports if candidate.element in r.scope and r.how != "outlet"]
                candidate.time = next((r.time for r in said if r.time is not None and _dated(r.time)), None)
            elif candidate.subject_how in _LINKED:
                candidate.time = self._of_matrix(candidate)
            elif candidate.time is None:
                candidate.time = self._of_frame_clause(candidate)

    def _share_light(self, noun: Candidate) -> None:
        """Let a noun share the date of the verb beside its light verb ("merebut X dan memicu perang")."""
        if noun.light is not None and self.args.subjects.of(noun.light).how == "coordinated":
            matrix = self._matrix(noun, noun.light)
            noun.time = None if matrix is None else matrix.time

    def _matrix(self, candidate: Candidate, element: int) -> Candidate | None:
        """Return the dated event of the verb before an element, where it stands as the candidate does."""
        return self._dated_at(self.view.previous_verb(element), candidate)

    def _dated_at(self, verb: int | None, candidate: Candidate) -> Candidate | None:
        dated = [c for c in self.candidates if not c.noun and c.element == verb and c.time is not None]
        if not dated:
            return None
        # A purpose has no modality of its own yet: it takes over that of its main verb.
        alike = dated[0].modality is candidate.modality or candidate.subject_how == "control"
        return dated[0] if alike else None

    def _joined(self, candidate: Candidate) -> Candidate | None:
        """Return the dated event of the verb, further back, whose subject a joined verb shares."""
        mine = {m.start for m in self.args.subjects.of(candidate.element).names}
        for k in range(candidate.element - 1, -1, -1):
            if self.kinds[k] is Kind.VG and mine & {m.start for m in self.args.subjects.of(k).names}:
                return self._dated_at(k, candidate)
        return None

    def _of_matrix(self, candidate: Candidate) -> Timex | None:
        matrix = self._matrix(candidate, candidate.element)
        if matrix is None and candidate.subject_how == "coordinated":
            matrix = self._joined(candidate)
        if matrix is None:
            return self._of_clause(candidate)
        if candidate.subject_how == "control" and matrix.frame.type is not EventType.CONSULT:
            return None
        return matrix.time

    def _meanwhile(self, k: int) -> list[Candidate]:
        """The event of a clause of the same time that the date leads to ("Rabu, saat X menyerang Y")."""
        after = k + 2 if self.kinds[k + 1] is Kind.COMMA else k + 1
        verb = self.view.next_verb(after) if self._while(after) else None
        return [] if verb is None else self._of_verb(verb)

    def _while(self, i: int) -> bool:
        """Whether the element opens a clause of the same time ("ketika", "saat")."""
        return self.kinds[i] is Kind.SUB and self.els[i].word in self.view.closed.while_words

    def _of_frame_clause(self, candidate: Candidate) -> Timex | None:
        """Return the date of the clause that a clause of the same time hangs on ("…, ketika X menyerang")."""
        for k in range(candidate.element - 1, -1, -1):
            if self._while(k):
                matrix = self.view.previous_verb(k)
                return None if matrix is None else self.clauses.get(matrix)
            if self.kinds[k] in (Kind.VG, Kind.STOP, Kind.COMP, Kind.COLON, Kind.REL):
                return None
        return None

    def _of_clause(self, candidate: Candidate) -> Timex | None:
        """Return the date of the verb before, where that is no event itself."""
        previous = self.view.previous_verb(candidate.element)
        if previous is None or any(c.element == previous for c in self.candidates):
            return None
        return self.clauses.get(previous)

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
            return bool(mine) and mine[0].frame.type in _VERBAL
        previous = self._verb_before(k)
        if previous is None or self._time_phrase(at - 1) or Kind.DASH in self.kinds[previous:at]:
            return True
        of_verb = [c for c in self.candidates if not c.noun and c.element == previous]
        return (
            bool(of_verb)
            and of_verb[0].frame.type in _VERBAL
            and self.kinds[at - 1] is Kind.PREP
            and at == k - 1
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
        return (
            nouns[-1:]
            if nouns and all(self.kinds[i] not in _WALLS for i in range(nouns[-1].element, k))
            else []
        )


def _dated(time: Timex) -> bool:
    return time.event_time() is not None
