"""Proposals about one sentence to candidates: looked up in the text, marked by its words, or dropped."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.modality import Realis
from linimasa.extract.clauses.report import Report
from linimasa.extract.llm.answers import Proposal, ProposedEvent
from linimasa.extract.llm.grounding import Grounding, Span
from linimasa.extract.llm.realis import careful, placed
from linimasa.extract.reading import Passage, SentenceReader
from linimasa.lexicon.frame import Frame, plain_frame
from linimasa.model.mention import Mention
from linimasa.model.terms import EventType, status_of

#: The modes that the lexicons know, by type.
Modes = Mapping[EventType, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal that stands in the text: its candidate, and what belongs to it.

    `careful` is whether the sentence's words made its status more careful than the model gave.
    """

    proposal: Proposal
    candidate: Candidate
    content: Candidate | None
    condition: Candidate | None
    condition_text: str | None
    sources: tuple[tuple[Mention, str | None], ...]
    careful: bool


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the proposals of one sentence gave, with the reasons of what was dropped or left out."""

    made: tuple[Draft, ...]
    reports: tuple[Report, ...]
    dropped: Counter[str]
    left_out: Counter[str]


class Drafter:
    """Drafts the statements of one language's sentences."""

    def __init__(self, reader: SentenceReader, modes: Modes, rule: str) -> None:
        self._reader = reader
        self._modes = modes
        self._rule = rule

    def drafts(
        self,
        passage: Passage,
        proposals: Sequence[Proposal],
        discourse: Discourse,
        published: datetime.date | None,
    ) -> Drafts:
        """Return the drafts of a sentence, in the order of their triggers."""
        ground, dropped = Grounding(passage), Counter[str]()
        spans: list[tuple[Proposal, Span]] = []
        taken: set[tuple[Span, EventType]] = set()
        for one in proposals:
            span = self._trigger(one, ground, dropped)
            if span is not None and (span, one.event.type) in taken:
                dropped["duplicate"] += 1
            elif span is not None:
                taken.add((span, one.event.type))
                spans.append((one, span))
        spans.sort(key=lambda row: row[1])
        found: list[tuple[Proposal, Candidate]] = []

        def place(arguments: Arguments, own: Sequence[Candidate]) -> list[Candidate]:
            for one, span in spans:
                made = placed(arguments, own, span, self._frame(one.event, ground))
                if made is None:
                    dropped["trigger outside the clause"] += 1
                else:
                    self._fill(made, one.event, ground)
                    found.append((one, made))
            return [made for _, made in found]

        reading = self._reader.marked(passage, discourse, published, place)
        kept = [draft for row in found if (draft := self._draft(*row, ground, dropped)) is not None]
        return Drafts(tuple(kept), reading.reports, dropped, ground.left_out)

    def _trigger(self, one: Proposal, ground: Grounding, dropped: Counter[str]) -> Span | None:
        """Return where a proposal's trigger stands, None (counted as dropped) where that isn't plain."""
        asked = Grounding(ground.passage)
        span = asked.only(one.event.trigger, "trigger")
        dropped.update(asked.left_out)
        if span is not None and _masked(span, ground.passage):
            dropped["trigger is a name or date"] += 1
            return None
        return span

    def _frame(self, event: ProposedEvent, ground: Grounding) -> Frame:
        mode = event.mode
        if mode is not None and mode not in self._modes.get(event.type, frozenset()):
            ground.left_out["mode unknown"] += 1
            mode = None
        return plain_frame(event.type, mode, noun=False)

    def _fill(self, made: Candidate, event: ProposedEvent, ground: Grounding) -> None:
        made.actors = ground.parties(event.actors, "actor")
        made.recipients = [m for m in ground.parties(event.recipients, "recipient") if m not in made.actors]
        made.time = ground.time(event.time)
        made.places = ground.places(event.place)
        made.rule = self._rule

    def _draft(
        self, one: Proposal, made: Candidate, ground: Grounding, dropped: Counter[str]
    ) -> Draft | None:
        reason = _reason(made)
        if reason is not None:
            dropped[reason] += 1
            return None
        given = Realis(one.modality, one.event.polarity, one.certainty)
        chosen = careful(given, Realis(made.modality, made.polarity, made.certainty))
        made.modality, made.polarity, made.certainty = chosen
        made.repeated = made.repeated or one.repeated
        before = status_of(given.modality, given.polarity)
        words = one.condition_text
        found = None if words is None else ground.only(words, "condition")
        return Draft(
            proposal=one,
            candidate=made,
            content=self._nested(one.content, made, ground, "content"),
            condition=self._nested(one.condition, made, ground, "condition"),
            condition_text=None if found is None else ground.passage.text[found[0] : found[1]],
            sources=self._sources(one, ground),
            careful=status_of(chosen.modality, chosen.polarity) is not before,
        )

    def _nested(
        self, event: ProposedEvent | None, outer: Candidate, ground: Grounding, what: str
    ) -> Candidate | None:
        """Return what is demanded, threatened or a condition, where its trigger stands in the sentence."""
        span = None if event is None else ground.only(event.trigger, what)
        if event is None or span is None:
            return None
        made = Candidate(outer.element, span[0], span[1], self._frame(event, ground), False, "")
        self._fill(made, event, ground)
        made.polarity = event.polarity
        return made

    def _sources(self, one: Proposal, ground: Grounding) -> tuple[tuple[Mention, str | None], ...]:
        rows = []
        for source in one.attributed_to:
            for mention in ground.parties((source.text,), "source"):
                channel = None if source.channel is None else ground.only(source.channel, "channel")
                words = None if channel is None else ground.passage.text[channel[0] : channel[1]]
                rows.append((mention, words))
        return tuple(rows)


def _masked(span: Span, passage: Passage) -> bool:
    """Whether a span lies inside a name or a date."""
    masks = [(m.start, m.end) for m in passage.mentions] + [(t.start, t.end) for t in passage.times]
    return any(start <= span[0] and span[1] <= end for start, end in masks)


def _reason(made: Candidate) -> str | None:
    """Return why a candidate is no statement of its own, None where it is one."""
    if not made.parties:
        return "no known party"
    if made.content_of is not None:
        return "content of another"
    if made.condition_of is not None or made.in_condition:
        return "condition of another"
    return "purpose" if made.in_purpose else None


__all__ = ["Draft", "Drafter", "Drafts", "Modes"]
