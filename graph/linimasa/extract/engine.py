"""One text from sentences to records."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.conditions import condition_span
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.parties import named
from linimasa.extract.clauses.phrases import Phrases
from linimasa.extract.confidence import Judge
from linimasa.extract.quantities import QuantityFinder, assign
from linimasa.extract.reading import Passage, Reading, SentenceReader
from linimasa.extract.record import Nested, RecordWriter
from linimasa.extract.teasers import Teasers
from linimasa.model.document import Document
from linimasa.model.mention import Mention
from linimasa.model.outcome import Outcome, SentenceOutcome
from linimasa.model.statement import Statement
from linimasa.model.timex import Timex

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one text gave: records, and one outcome a sentence."""

    statements: tuple[Statement, ...]
    outcomes: tuple[SentenceOutcome, ...]


class Engine:
    """The clause engine of one language; holds no state of a document."""

    def __init__(self, phrases: Phrases, judge: Judge) -> None:
        self.reader = SentenceReader(phrases)
        self.judge = judge
        self.quantities = QuantityFinder(phrases.language.quantities)
        self.teasers = Teasers(phrases.closed)

    def analyse(
        self,
        document: Document,
        lang: str,
        sentences: Sequence[tuple[int, int]],
        mentions: Sequence[Mention],
        times: Sequence[Timex],
        run: str,
        *,
        field: str = "text",
    ) -> Analysis:
        """Return the statements of a text (or, with field "title", of the title).

        The sentences are spans in the order of the text that don't overlap.
        """
        writer = RecordWriter(document, lang, run, field, self.judge)
        political = any(named(m) for m in mentions)
        discourse = Discourse(political=political)
        published = published_day(document)
        here = _by_sentence(sentences, mentions, lambda m: m.outer_start)
        statements: list[Statement] = []
        outcomes: list[SentenceOutcome] = []
        pieces = list(self.teasers.pieces(writer.text, sentences, here))
        spans = [piece.span for piece in pieces]
        inside = _by_sentence(spans, mentions, lambda m: m.outer_start)
        dated = _by_sentence(spans, times, lambda t: t.start)
        for piece, names, dates in zip(pieces, inside, dated, strict=True):
            span = piece.span
            if not piece.own:
                outcomes.append(SentenceOutcome(span[0], span[1], Outcome.NO_EVENT_WORD, (), 0))
                continue
            told = Discourse(political=political) if piece.teaser else discourse
            passage = Passage(writer.text, span, names, dates, piece.teaser or field == "title")
            reading = self.reader.read(passage, told, published)
            made = self._records(writer, span, reading)
            statements += made
            outcomes.append(_outcome(span, reading.candidates, made))
            told.after(reading.candidates, reading.reports)
        return Analysis(tuple(statements), tuple(outcomes))

    def _records(self, writer: RecordWriter, span: tuple[int, int], reading: Reading) -> list[Statement]:
        made: list[Statement] = []
        sentence = writer.quote(*span)
        for index, candidate in enumerate(reading.candidates):
            if not candidate.dropped:
                nested = _nested(writer, index, reading)
                made.append(writer.statement(candidate, sentence, len(made) + 1, reading.reports, nested))
        if not made:
            return made
        found = self.quantities.find(writer.text, span)
        shares = assign(found, [(s.trigger.start, s.trigger.end) for s in made])
        return [replace(s, quantities=tuple(q)) if q else s for s, q in zip(made, shares, strict=True)]


def _by_sentence(
    sentences: Sequence[tuple[int, int]], items: Sequence[_Item], start: Callable[[_Item], int]
) -> list[tuple[_Item, ...]]:
    """Return the items that begin in each sentence."""
    starts = [first for first, _ in sentences]
    rows: list[list[_Item]] = [[] for _ in sentences]
    for item in items:
        at = start(item)
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < sentences[index][1]:
            rows[index].append(item)
    return [tuple(row) for row in rows]


def _nested(writer: RecordWriter, index: int, reading: Reading) -> Nested:
    """Return what a candidate's content and condition are."""
    content = next((c for c in reading.candidates if c.content_of == index), None)
    condition = next((c for c in reading.candidates if c.condition_of == index), None)
    span = None if condition is None else condition_span(reading.sentence, condition.element)
    return Nested(content, condition, None if span is None else writer.text[span[0] : span[1]])


def _outcome(
    span: tuple[int, int], candidates: Sequence[Candidate], made: Sequence[Statement]
) -> SentenceOutcome:
    if made:
        return SentenceOutcome(span[0], span[1], Outcome.STATEMENTS, (), len(made))
    words = [c for c in candidates if c.dropped not in ("overlap",)]
    if not words:
        return SentenceOutcome(span[0], span[1], Outcome.NO_EVENT_WORD, (), 0)
    reasons = tuple(sorted({c.dropped for c in words if c.dropped}))
    return SentenceOutcome(span[0], span[1], Outcome.ABSTAINED, reasons, 0)


def published_day(document: Document) -> datetime.date | None:
    """Return the publication day, None where unknown."""
    return None if document.published is None else datetime.date.fromisoformat(document.published)


__all__ = ["Analysis", "Engine", "published_day"]
