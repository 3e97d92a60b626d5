"""Who says what: the sources of a sentence and the stretch of elements that each vouches for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import Found
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind
from linimasa.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Report:
    """One source: `verb` is the element of its speech verb (None for "menurut X" and outlets).

    `scope` are the elements that the source vouches for; `time` dates the saying.
    """

    verb: int | None
    sources: tuple[Mention, ...]
    scope: frozenset[int]
    how: str
    channel: str | None = None
    told_to: Mention | None = None
    time: Timex | None = None


class SpeechFinder:
    """Finds the reports of one sentence. `speaker` is who spoke last in the document."""

    def __init__(self, arguments: Arguments, speaker: Sequence[Mention]) -> None:
        self.args = arguments
        self.view = arguments.view
        self.els = arguments.view.els
        self.kinds = arguments.view.kinds
        self.closed = arguments.view.closed
        self.speaker = tuple(speaker)

    def find(self) -> tuple[Report, ...]:
        """Return the reports, the outermost (outlets) last."""
        reports: list[Report] = []
        for i, el in enumerate(self.els):
            if el.kind is Kind.VG and self.view.speechlike(i):
                report = self._spoken(i)
                if report is not None:
                    reports.append(report)
            elif el.kind is Kind.PREP and el.word in self.closed.attribution_prepositions:
                reports += self._according_to(i)
            elif el.kind is Kind.REPORT:
                reports += self._outlet(i)
        quoted = {i for r in reports if r.sources and r.how != "outlet" for i in r.scope if self.els[i].quote}
        loose = frozenset(i for i, el in enumerate(self.els) if el.quote and i not in quoted)
        if loose and self.speaker:
            reports.append(Report(None, self.speaker, loose, "continued"))
        return tuple(reports)

    def _spoken(self, i: int) -> Report | None:
        subject = self.args.subjects.of(i)
        if self.els[i].pronoun_suffix and not subject:
            subject = Found(self.speaker, None, "continued")
        scope = self._scope(i, subject)
        if not scope:
            return None
        told_to, channel = self._audience(i)
        return Report(i, subject.names, scope, subject.how or "said", channel, told_to, self._time_after(i))

    def _scope(self, i: int, subject: Found) -> frozenset[int]:
        if self.els[i].quote:
            return self._within_quote(i)
        if subject.how == "inverted" or self.els[i].pronoun_suffix:
            first = self._clause_before(i)
            return frozenset(range(first, i))
        if self._postposed(i, subject):
            comma = (subject.np or 1) - 1
            return frozenset(range(self._clause_before(comma), comma))
        before = i - 1
        while before >= 0 and self.els[before].kind not in (Kind.QCLOSE, Kind.VG, Kind.STOP):
            before -= 1
        if before >= 0 and self.els[before].kind is Kind.QCLOSE and not self._quote_after(i):
            opening = (
                max(k for k in range(before) if self.els[k].kind is Kind.QOPEN)
                if any(el.kind is Kind.QOPEN for el in self.els[:before])
                else 0
            )
            return frozenset(range(opening, before)) | self._following(i)
        return self._following(i)

    def _postposed(self, i: int, subject: Found) -> bool:
        """Whether the reported clause stands before the speaker ("…, both sides confirmed on Tuesday, …")."""
        if subject.np is None or self.kinds[subject.np - 1] is not Kind.COMMA or subject.how != "direct":
            return False
        if not any(el.kind is Kind.VG for el in self.els[: subject.np]):
            return False
        at = i + 1
        while at < len(self.els) and self.els[at].kind in (Kind.TIME, Kind.PREP):
            at += 2 if self.els[at].kind is Kind.PREP else 1
        return at >= len(self.els) or self.els[at].kind in (Kind.COMMA, Kind.STOP, Kind.REPORT, Kind.DASH)

    def _within_quote(self, i: int) -> frozenset[int]:
        quote = self.els[i].quote
        return frozenset(k for k in range(i + 1, self._scope_end(i)) if self.els[k].quote == quote)

    def _quote_after(self, i: int) -> bool:
        return any(el.kind is Kind.QOPEN for el in self.els[i + 1 : i + 4])

    def _clause_before(self, i: int) -> int:
        """Return where the reported words before an inverted speech verb begin."""
        k = i - 1
        while k >= 0:
            if self.els[k].kind is Kind.STOP and not self.els[k].quote:
                return k + 1
            k -= 1
        return 0

    def _following(self, i: int) -> frozenset[int]:
        return frozenset(range(i + 1, self._scope_end(i)))

    def _scope_end(self, i: int) -> int:
        """Return where the reported clause after the verb ends: at the next clause that isn't reported."""
        for k in range(i + 1, len(self.els)):
            el = self.els[k]
            if el.quote != self.els[i].quote:
                continue
            if el.kind is Kind.STOP:
                return k
            if el.kind is Kind.COMMA and k + 1 < len(self.els):
                after = self.els[k + 1]
                if after.kind is Kind.SUB and after.link == "contrast":
                    return k
                if (
                    after.kind is Kind.COORD
                    and after.word in self.closed.contrast_coordinators
                    and self._own_speech(k + 1)
                ):
                    return k
        return len(self.els)

    def _own_speech(self, k: int) -> bool:
        verb = self.view.next_verb(k)
        return verb is not None and self.view.speechlike(verb)

    def _audience(self, i: int) -> tuple[Mention | None, str | None]:
        told_to: Mention | None = None
        channel: str | None = None
        for oblique in self.args.obliques.after(i):
            words = self._words(oblique.at)
            if oblique.preposition in self.closed.audience_prepositions and oblique.found and told_to is None:
                told_to = oblique.found.names[0]
            if oblique.preposition in self.closed.channel_prepositions:
                for name in sorted(self.closed.channels, key=lambda w: (-len(w), w)):
                    if f" {name} " in f" {words} " or f" {name}nya " in f" {words} ":
                        channel = channel or name
                        break
        return told_to, channel

    def _words(self, i: int) -> str:
        el = self.els[i]
        return " ".join(c.lower for c in self.view.chunks[el.first : el.last + 1])

    def _time_after(self, i: int) -> Timex | None:
        """Return the date of the saying: after an inverted verb, or next to the verb."""
        for k in range(i + 1, len(self.els)):
            el = self.els[k]
            if el.kind is Kind.TIME:
                return el.timex
            if el.kind not in (Kind.NP, Kind.PREP, Kind.COMMA) or el.quote != self.els[i].quote:
                break
            if el.kind is Kind.NP and not self._inverted(i):
                break
        before = i - 1
        while before >= 0 and self.els[before].kind in (Kind.TIME, Kind.COMMA):
            if self.els[before].kind is Kind.TIME:
                return self.els[before].timex
            before -= 1
        return None

    def _inverted(self, i: int) -> bool:
        return bool(self.args.inversions.of(i)) or self.els[i].pronoun_suffix

    def _according_to(self, i: int) -> list[Report]:
        if self.kinds[i + 1] is not Kind.NP or not self.els[i + 1].names:
            return []
        sources = self.args.chains.right(i + 1).names
        sources = tuple(m for m in sources if m.kind is not ActorKind.PLACE)
        if not sources:
            return []
        scope = range(len(self.els))
        if self.kinds[i - 1] is Kind.REL:
            end = next((k for k in range(i, len(self.els)) if self.els[k].kind is Kind.COMMA), len(self.els))
            scope = range(i, end)
        inside = frozenset(k for k in scope if k != i + 1 and self.els[k].quote == self.els[i].quote)
        return [Report(None, sources, inside, "according-to")]

    def _outlet(self, i: int) -> list[Report]:
        at = i + 1
        while self.kinds[at] in (Kind.PREP, Kind.TIME):
            at += 1
        if self.kinds[at] is not Kind.NP or not self.els[at].names:
            return []
        sources = tuple(m for m in self.args.chains.right(at).names if m.kind is not ActorKind.PLACE)
        time = None
        for k in range(at + 1, min(at + 4, len(self.els))):
            if self.els[k].kind is Kind.TIME:
                time = self.els[k].timex
                break
        scope = frozenset(k for k in range(len(self.els)) if k < i or k > at + 1)
        return [Report(None, sources, scope, "outlet", time=time)] if sources else []
