"""Who says what: the sources of a sentence and the stretch of elements that each vouches for."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import Found
from linimasa.extract.clauses.report import Report
from linimasa.extract.clauses.reported import ReportedWords
from linimasa.lexicon.forms.form import Voice
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind
from linimasa.model.timex import Timex

#: How the subject of a passive stands that tells of it, not by it.
_TOLD_OF = frozenset({"direct", "relative", "serial", "coordinated"})


class SpeechFinder:
    """Finds the reports of one sentence. `speaker` is who spoke last in the document, `said` when."""

    def __init__(self, arguments: Arguments, speaker: Sequence[Mention], said: Timex | None = None) -> None:
        self.args = arguments
        self.view = arguments.view
        self.els = arguments.view.els
        self.kinds = arguments.view.kinds
        self.closed = arguments.view.closed
        self.speaker = tuple(speaker)
        self.said = said
        self.reported = ReportedWords(arguments.view)

    def find(self) -> tuple[Report, ...]:
        """Return the reports, the outermost (outlets) last."""
        reports: list[Report] = []
        attributing = self.closed.attribution_prepositions
        for i, kind in enumerate(self.kinds):
            if kind is Kind.VG and self.view.speechlike(i):
                report = self._spoken(i)
                if report is not None:
                    reports.append(report)
            elif kind is Kind.PREP and self.els[i].word in attributing:
                reports += self._according_to(i)
            elif kind is Kind.REPORT:
                reports += self._outlet(i)
        if self.speaker:
            reports += self._continued(reports)
        return tuple(reports)

    def _continued(self, reports: Sequence[Report]) -> list[Report]:
        """Return what is quoted without a source here: the last speaker goes on."""
        quoted = {i for i, el in enumerate(self.els) if el.quote}
        if not quoted:
            return []
        quoted.difference_update(*[r.scope for r in reports if r.sources and r.how != "outlet"])
        return [Report(None, self.speaker, frozenset(quoted), "continued")] if quoted else []

    def _spoken(self, i: int) -> Report | None:
        subject = self.args.subjects.of(i)
        if self.els[i].voice is Voice.PASSIVE and subject.how in _TOLD_OF:
            subject = self.args.agent(i) or Found((), subject.np, subject.how)  # "X disebut (Y) …"
        if not subject and self.view.goes_on(i):
            subject = Found(self.speaker, None, "continued")
        goes_on = self._they(subject)
        if goes_on:
            subject = Found(self.speaker, subject.np, subject.how)
        scope = self.reported.of(i, subject)
        if not scope:
            return None
        told_to, channel = self._audience(i)
        time = self._time_after(i) or (self.said if goes_on else None)
        return Report(i, subject.names, scope, subject.how or "said", channel, told_to, time)

    def _they(self, subject: Found) -> bool:
        """Whether a pronoun that names nobody goes on with the last speaker ("Namun mereka mengatakan …")."""
        pronouns = bool(subject.names) and all(
            m.pronoun and m.code is None and m.text.lower() in self.closed.third_person for m in subject.names
        )
        return pronouns and any(m.kind is ActorKind.UNNAMED for m in self.speaker)

    def _audience(self, i: int) -> tuple[Mention | None, str | None]:
        """Return to whom and how something is told ("kepada pers dalam konferensi pers")."""
        closed = self.closed
        told_to: Mention | None = None
        channel: str | None = None
        for oblique in self.args.obliques.after(i):
            told = oblique.preposition in closed.audience_prepositions and oblique.found
            if told and told_to is None:
                told_to = oblique.found.names[0]
            if channel is None and oblique.preposition in closed.channel_prepositions:
                channel = self._channel(oblique.at)
        return told_to, channel

    def _channel(self, phrase: int) -> str | None:
        """Return the longest name of a channel in the noun phrase."""
        words = f" {self.view.words(phrase)} "
        named = [name for name in self.closed.channels if f" {name}" in words]
        endings = ("", *self.closed.possessive_endings)
        named = [name for name in named if any(f" {name}{ending} " in words for ending in endings)]
        return min(named, key=lambda name: (-len(name), name), default=None)

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
        while before >= 0 and self.kinds[before] in (Kind.TIME, Kind.COMMA):
            if self.kinds[before] is Kind.TIME:
                return self.els[before].timex
            before -= 1
        return None

    def _inverted(self, i: int) -> bool:
        return bool(self.args.inversions.of(i)) or self.els[i].pronoun_suffix

    def _according_to(self, i: int) -> list[Report]:
        if self.kinds[i + 1] is not Kind.NP or not self.els[i + 1].names:
            return []
        sources = self._list_of_sources(i + 1)
        sources = tuple(m for m in sources if m.kind is not ActorKind.PLACE)
        if not sources:
            return []
        scope = range(len(self.els))
        if self.kinds[i - 1] is Kind.REL:
            end = next((k for k in range(i, len(self.els)) if self.kinds[k] is Kind.COMMA), len(self.els))
            scope = range(i, end)
        inside = frozenset(k for k in scope if k != i + 1 and self.els[k].quote == self.els[i].quote)
        return [Report(None, sources, inside, "according-to")]

    def _list_of_sources(self, at: int) -> tuple[Mention, ...]:
        """Return the names after "menurut": the first comma ends them if no later one does."""
        names = self.args.chains.right(at).names
        if self.kinds[at + 1] is not Kind.COMMA or len(names) == len(self.view.names(at)):
            return names
        last = self._phrase_of(names[-1], at)
        return names if self.kinds[last + 1] is Kind.COMMA else self.view.names(at)

    def _phrase_of(self, name: Mention, at: int) -> int:
        """Return the last noun phrase from `at` on that holds a name."""
        return next((k for k in range(len(self.els) - 1, at, -1) if name in self.view.names(k)), at)

    def _outlet(self, i: int) -> list[Report]:
        at = i + 1
        while self.kinds[at] in (Kind.PREP, Kind.TIME):
            at += 1
        if self.kinds[at] is not Kind.NP or not self.els[at].names:
            return []
        names = self.args.chains.right(at).names
        if self.kinds[at + 1] is Kind.COMMA and self.kinds[self._phrase_of(names[-1], at) + 1] is Kind.VG:
            names = self.view.names(at)  # "Diberitakan Reuters, A dan B tiba": A and B are the subject
        sources = tuple(m for m in names if m.kind is not ActorKind.PLACE)
        last = at
        while self.kinds[last + 1] is Kind.COORD and self.kinds[last + 2] is Kind.NP:
            last += 2  # "dilansir AFP dan Reuters, Rabu"
        time = None
        for k in range(last + 1, min(last + 4, len(self.els))):
            if self.kinds[k] is Kind.TIME:
                time = self.els[k].timex
                break
        scope = frozenset(k for k in range(len(self.els)) if k < i or k > at + 1)
        return [Report(None, sources, scope, "outlet", time=time)] if sources else []
