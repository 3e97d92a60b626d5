"""Candidates to statement records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linimasa.extract.attributions import attributions, said_on
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.report import Report
from linimasa.extract.confidence import Judge, features
from linimasa.extract.participants import event_place, expand, participant
from linimasa.model.document import Document
from linimasa.model.statement import (
    Attribution,
    DocumentRef,
    EventPlace,
    EventTime,
    NestedEvent,
    Participant,
    Quote,
    Statement,
)
from linimasa.model.terms import status_of


@dataclass(frozen=True, slots=True)
class Nested:
    """The candidates inside another one: its content, its condition and the condition's words."""

    content: Candidate | None = None
    condition: Candidate | None = None
    condition_text: str | None = None


@dataclass(frozen=True, slots=True)
class _Arguments:
    """A candidate's arguments as the record holds them."""

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    time: EventTime | None
    place: EventPlace | None


def _arguments(candidate: Candidate) -> _Arguments:
    time = None if candidate.time is None else candidate.time.event_time()
    return _Arguments(
        actors=tuple(map(participant, expand(candidate.actors))),
        recipients=tuple(map(participant, expand(candidate.recipients))),
        time=time,
        place=event_place(candidate.places),
    )


class RecordWriter:
    """Writes the records of one document."""

    def __init__(self, document: Document, lang: str, run: str, field: str, judge: Judge) -> None:
        self.text = document.text if field == "text" else document.title
        self.document = document
        self.field = field
        self.run = run
        self.judge = judge
        self.ref = DocumentRef(
            hash=document.hash,
            length=len(document.text),
            lang=lang,
            title=document.title,
            published=document.published,
            published_basis=document.published_basis,
            source=document.source,
            url=document.url,
        )

    def statement(
        self, candidate: Candidate, sentence: Quote, number: int, reports: Sequence[Report], nested: Nested
    ) -> Statement:
        """Return the record of a candidate, the `number`th of its sentence."""
        own = _arguments(candidate)
        taken = {(p.start, p.end, p.actor) for p in own.actors}
        recipients = tuple([p for p in own.recipients if (p.start, p.end, p.actor) not in taken])
        attributed = attributions(candidate, reports)
        return Statement(
            document=self.document.id,
            id=self._id(candidate, number),
            event=None,
            sentence=sentence,
            quote=self._clause(candidate, sentence, own),
            type=candidate.frame.type,
            mode=candidate.frame.mode,
            trigger=self.quote(candidate.start, candidate.end),
            actors=own.actors,
            recipients=recipients,
            time=own.time,
            place=own.place,
            status=status_of(candidate.modality, candidate.polarity),
            modality=candidate.modality,
            polarity=candidate.polarity,
            certainty=candidate.certainty,
            content=self._nested(nested.content),
            condition=self._nested(nested.condition),
            condition_text=nested.condition_text,
            said_on=_said_on(candidate, reports, attributed),
            repeated=candidate.repeated,
            context=(),
            attributed_to=attributed,
            quantities=(),
            rule=candidate.rule,
            confidence=self.judge(features(candidate, self.ref.lang)),
            field=self.field,
            doc=self.ref,
            run=self.run,
        )

    def quote(self, start: int, end: int) -> Quote:
        """Return the words between two offsets."""
        return Quote(start, end, self.text[start:end])

    def _id(self, candidate: Candidate, number: int) -> str:
        prefix = "t" if self.field == "title" else ""
        return f"{self.ref.hash[:12]}-{prefix}{candidate.start:04d}-{number}"

    def _nested(self, candidate: Candidate | None) -> NestedEvent | None:
        """Return a candidate as the content or condition of another one."""
        if candidate is None:
            return None
        own = _arguments(candidate)
        return NestedEvent(
            type=candidate.frame.type,
            mode=candidate.frame.mode,
            trigger=self.quote(candidate.start, candidate.end),
            actors=own.actors,
            recipients=own.recipients,
            time=own.time,
            place=own.place,
            polarity=candidate.polarity,
        )

    def _clause(self, candidate: Candidate, sentence: Quote, own: _Arguments) -> Quote:
        """Return the words that hold trigger and arguments, as far as they stand in the sentence."""
        spans = [(candidate.start, candidate.end)]
        spans += [(p.start, p.end) for p in (*own.actors, *own.recipients)]
        spans += [(x.start, x.end) for x in (own.time, own.place) if x is not None]
        inside = [(s, e) for s, e in spans if sentence.start <= s and e <= sentence.end]
        return self.quote(min(inside)[0], max([e for _, e in inside]))


def _said_on(
    candidate: Candidate, reports: Sequence[Report], attributed: Sequence[Attribution]
) -> str | None:
    """Return the day of the saying: the candidate's own, where it is one, else its sources'."""
    if not candidate.noun:
        for report in reports:
            if report.verb == candidate.element:
                return said_on(report.time)
    return next((a.said_on for a in attributed if a.said_on), None)
