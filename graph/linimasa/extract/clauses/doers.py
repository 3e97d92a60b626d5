"""Who does what a verb says, pronouns resolved to the speaker where the words are reported."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import Found
from linimasa.extract.clauses.report import Report
from linimasa.lexicon.forms.form import Voice
from linimasa.model.mention import Mention
from linimasa.model.terms import EventType

_JOINS = frozenset({Kind.COMMA, Kind.COORD, Kind.TIME})


class Doers:
    """The doers of one sentence's verb groups. `speaker` is who spoke last in the document."""

    def __init__(self, arguments: Arguments, reports: Sequence[Report], speaker: Sequence[Mention]) -> None:
        self.view = arguments.view
        self.subjects = arguments.subjects
        self.chains = arguments.chains
        self.reports = reports
        self.speaker = tuple(speaker)
        self._known: dict[int, Found] = {}

    def of(self, i: int) -> Found:
        """Return the subject of the verb group `i`, or the speaker that it stands for."""
        found = self._known.get(i)
        if found is None:
            found = self._known[i] = self._find(i)
        return found

    def _find(self, i: int) -> Found:
        subject = self.subjects.of(i)
        if not subject and subject.np != i - 1 and self._goes_on(i):
            return Found(self.speaker, None, "continued")
        if subject.how == "relative" and not subject and self.view.els[i].voice is not Voice.PASSIVE:
            makers = self._makers(subject.np)
            if makers:
                return Found(makers, subject.np, "document")
        if self._describes(i, subject):
            return Found((), subject.np, "no-speaker")
        if not subject and self._evaluates(i):
            said = [r for r in self.reports if r.verb != i and i in r.scope and r.sources]
            if said:
                judge = min(said, key=lambda r: len(r.scope)).sources
                return Found(judge, subject.np, "speaker")
        pronouns = self._words(subject)
        if pronouns and all(word in self.view.closed.third_person for word in pronouns):
            speaker = self.reporter(i)
            if speaker:
                return Found(speaker, subject.np, "speaker")
        return subject

    def _evaluates(self, i: int) -> bool:
        """Whether the verb group is a speaker's judgement of a thing ("… tidak dapat diterima")."""
        words = self.view.words(i)
        return any(words.endswith(judgement) for judgement in self.view.closed.judgements)

    def _goes_on(self, i: int) -> bool:
        """Whether the last speaker is meant, here or by the verb of saying before ("ujarnya seraya …")."""
        if self.view.goes_on(i):
            return True
        before = self.view.previous_verb(i)
        if before is None or not self.view.goes_on(before) or self.view.els[i].voice is Voice.PASSIVE:
            return False
        between = self.view.els[before + 1 : i]
        kinds = [Kind.COMMA if el.kind is Kind.SUB and el.link == "manner" else el.kind for el in between]
        return bool(kinds) and all(kind in _JOINS for kind in kinds)

    def _makers(self, phrase: int | None) -> tuple[Mention, ...]:
        """Return whose document or deed it is: "mengesahkan resolusi / melancarkan serangan (yang …)"."""
        if phrase is None or self.view.kinds[phrase - 1] is not Kind.VG:
            return ()
        el = self.view.els[phrase]
        words = {c.lower for c in self.view.chunks[el.first : el.last + 1]}
        verb = self.view.els[phrase - 1]
        deed = bool(el.triggers) and any(sense.light is not None for sense in verb.senses)
        made = verb.voice is not Voice.PASSIVE and (deed or bool(words & self.view.closed.documents))
        return self.of(phrase - 1).names if made else ()

    def _words(self, subject: Found) -> list[str]:
        """Return the words that may be pronouns: the names', else a phrase of one word."""
        if subject.names:
            return [m.text.lower() for m in subject.names]
        if subject.np is not None:
            el = self.view.els[subject.np]
            if el.first == el.last:
                return [el.word]
        return []

    def reporter(self, i: int) -> tuple[Mention, ...]:
        """Return the sources of the innermost report that `i` stands in, at the same level of quotation."""
        els = self.view.els
        said = [
            r
            for r in self.reports
            if r.verb is not None and i in r.scope and r.sources and els[r.verb].quote == els[i].quote
        ]
        return min(said, key=lambda r: len(r.scope)).sources if said else ()

    def _describes(self, i: int, subject: Found) -> bool:
        """Whether a comment's subject is a thing somebody's name describes ("Penolakan Trump …")."""
        if subject.how != "direct" or subject.np is None or self.view.name_headed(subject.np):
            return False
        frames = [s.frame for s in self.view.els[i].senses if s.frame is not None]
        comment = bool(frames) and all(f.type is EventType.STATEMENT for f in frames)
        return comment and bool(self.view.els[subject.np].triggers)
