"""One document from text to records: the only place that orders the steps of extraction."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from linimasa.extract.clauses.anaphora import Discourse
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.blame import mark_blame
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.chunk import ChunkKind, chunk_sentence
from linimasa.extract.clauses.demands import Demands, demand_frame
from linimasa.extract.clauses.doers import Doers
from linimasa.extract.clauses.element import Kind, Sentence
from linimasa.extract.clauses.events import find_events
from linimasa.extract.clauses.frame_choice import FrameChooser
from linimasa.extract.clauses.noun_events import NounEvents
from linimasa.extract.clauses.parse import parse
from linimasa.extract.clauses.phrases import Phrases
from linimasa.extract.clauses.realis import RealisMarker
from linimasa.extract.clauses.results import join_results, place_victims
from linimasa.extract.clauses.scopes import ScopeMarker
from linimasa.extract.clauses.select import drop_doubles, drop_nested, drop_statements, drop_unfilled
from linimasa.extract.clauses.speech import Report, SpeechFinder
from linimasa.extract.clauses.ties import DateTier
from linimasa.extract.clauses.verb_events import VerbEvents
from linimasa.extract.quantities import QuantityFinder, assign
from linimasa.extract.record import RecordWriter
from linimasa.model.document import Document
from linimasa.model.mention import Mention
from linimasa.model.outcome import Outcome, SentenceOutcome
from linimasa.model.statement import Statement
from linimasa.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one text gave: records, and one outcome a sentence."""

    statements: tuple[Statement, ...]
    outcomes: tuple[SentenceOutcome, ...]


class Engine:
    """The clause engine of one language; holds no state of a document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.quantities = QuantityFinder(phrases.language.quantities)
        self.boilerplate = re.compile(phrases.closed.boilerplate)
        self.frames = FrameChooser(phrases.language)
        self.demand = demand_frame(phrases.language.frames)

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
        """Return the statements of a text (or, with field "title", of the title)."""
        text = document.text if field == "text" else document.title
        writer = RecordWriter(document, lang, run, field)
        discourse = Discourse()
        published = published_day(document)
        statements: list[Statement] = []
        outcomes: list[SentenceOutcome] = []
        for span in sentences:
            if self._boilerplate(text, span, sentences):
                outcomes.append(SentenceOutcome(span[0], span[1], Outcome.NO_EVENT_WORD, (), 0))
                continue
            here = [m for m in mentions if span[0] <= m.outer_start < span[1]]
            when = [t for t in times if span[0] <= t.start < span[1]]
            candidates, reports, sentence = self._sentence(
                text, span, here, when, discourse, published, headline=field == "title"
            )
            made = self._records(writer, span, candidates, reports, sentence)
            statements += made
            outcomes.append(_outcome(span, candidates, made))
            discourse.after(candidates, reports)
        return Analysis(tuple(statements), tuple(outcomes))

    def _boilerplate(self, text: str, span: tuple[int, int], sentences: Sequence[tuple[int, int]]) -> bool:
        """Whether a sentence is a web page's own line, or the headline that "Baca juga:" leads to."""
        if self.boilerplate.match(text[span[0] : span[1]].lower()):
            return True
        before = [s for s in sentences if s[1] <= span[0]][-1:]
        return bool(before) and text[before[0][0] : before[0][1]].lower().rstrip().endswith("juga:")

    def _sentence(
        self,
        text: str,
        span: tuple[int, int],
        mentions: Sequence[Mention],
        times: Sequence[Timex],
        discourse: Discourse,
        published: datetime.date | None,
        *,
        headline: bool,
    ) -> tuple[list[Candidate], tuple[Report, ...], Sentence]:
        chunks = chunk_sentence(text, span, mentions, times)
        sentence = parse(span, chunks, self.phrases, headline=headline)
        arguments = Arguments(sentence, self.phrases.closed)
        reports = SpeechFinder(arguments, discourse.speaker).find()
        speakers = self._first_persons(sentence, reports)
        if speakers:
            chunks = chunk_sentence(text, span, [*mentions, *speakers], times)
            sentence = parse(span, chunks, self.phrases, headline=headline)
            arguments = Arguments(sentence, self.phrases.closed)
            reports = SpeechFinder(arguments, discourse.speaker).find()
        doers = Doers(arguments, reports, discourse.speaker)
        candidates = find_events(
            arguments.view,
            VerbEvents(arguments, doers, self.frames),
            NounEvents(arguments, doers, self.frames),
            Demands(arguments, reports, self.demand),
        )
        discourse.resolve(candidates, arguments)
        mark_blame(candidates, reports, arguments, self.phrases)
        ScopeMarker(arguments, candidates).mark()
        join_results(candidates, arguments)
        place_victims(candidates)
        drop_unfilled(candidates)
        DateTier(arguments, candidates, reports).tie()
        RealisMarker(arguments, candidates, published).mark()
        discourse.align(candidates)
        drop_nested(candidates)
        drop_doubles(candidates, arguments)
        drop_statements(candidates, reports, discourse.told)
        return candidates, reports, sentence

    def _first_persons(self, sentence: Sentence, reports: Sequence[Report]) -> list[Mention]:
        """Return the speaker as a mention at each first-person word inside the speaker's quotation."""
        out: list[Mention] = []
        for index, el in enumerate(sentence.elements):
            if not el.quote or el.kind not in (Kind.NP, Kind.VG):
                continue
            said = [r for r in reports if index in r.scope and r.sources and r.how != "outlet"]
            said.sort(key=lambda r: (r.verb is None, _inside_quote(sentence, r), len(r.scope)))
            sources = said[0].sources if said else ()
            if not sources:
                continue
            for chunk in sentence.chunks[el.first : el.last + 1]:
                if chunk.kind is ChunkKind.WORD and chunk.lower in self.phrases.closed.first_person:
                    speaker = sources[0].antecedent[0] if sources[0].antecedent else sources[0]
                    out.append(
                        replace(
                            speaker,
                            outer_start=chunk.start,
                            outer_end=chunk.end,
                            pronoun=True,
                            rule="first-person",
                        )
                    )
        return out

    def _records(
        self,
        writer: RecordWriter,
        span: tuple[int, int],
        candidates: Sequence[Candidate],
        reports: Sequence[Report],
        sentence: Sentence,
    ) -> list[Statement]:
        made: list[Statement] = []
        for index, candidate in enumerate(candidates):
            if candidate.dropped:
                continue
            content = next((c for c in candidates if c.content_of == index), None)
            condition = next((c for c in candidates if c.condition_of == index), None)
            words = self._condition_text(writer, sentence, condition)
            made.append(writer.statement(candidate, span, len(made) + 1, reports, content, condition, words))
        shares = assign(
            self.quantities.find(writer.text, span), [(s.trigger.start, s.trigger.end) for s in made]
        )
        return [replace(s, quantities=tuple(q)) if q else s for s, q in zip(made, shares, strict=True)]

    def _condition_text(
        self, writer: RecordWriter, sentence: Sentence, condition: Candidate | None
    ) -> str | None:
        if condition is None:
            return None
        k = condition.element
        while k >= 0 and not (
            sentence.elements[k].kind is Kind.SUB and sentence.elements[k].link == "condition"
        ):
            k -= 1
        if k < 0:
            return None
        last = condition.element
        while last + 1 < len(sentence.elements) and sentence.elements[last + 1].kind in (
            Kind.NP,
            Kind.PREP,
            Kind.TIME,
        ):
            last += 1
        start = sentence.chunks[sentence.elements[k].first].start
        end = sentence.chunks[sentence.elements[last].last].end
        return writer.text[start:end]


def _inside_quote(sentence: Sentence, report: Report) -> bool:
    """Whether the speech verb itself stands inside a quotation: then its subject isn't the one who quotes."""
    return report.verb is not None and sentence.elements[report.verb].quote != 0


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
