"""Candidates to statement records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.speech import Report
from linimasa.model.document import Document
from linimasa.model.iri import actor_iri, place_iri
from linimasa.model.mention import Mention
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
from linimasa.model.terms import ActorKind, EventType, Precision, status_of
from linimasa.model.timex import Timex

#: How much a rule for finding the subject lowers the confidence (set from errors on annotated text).
_BY_RULE = {
    "": 0.9,
    "direct": 1.0,
    "inverted": 1.0,
    "relative": 0.95,
    "coordinated": 0.9,
    "participial": 0.85,
    "serial": 0.85,
    "control": 0.85,
    "object-control": 0.85,
    "fronted": 0.85,
    "of": 0.9,
    "speaker": 0.9,
    "continued": 0.85,
}

#: Acts done by saying something: their speaker is their actor, not their source.
_VERBAL = frozenset(
    {
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.SUPPORT,
        EventType.THREATEN,
        EventType.AGREE,
        EventType.STATEMENT,
    }
)


def expand(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with anaphora replaced by what they stand for, each span once."""
    out: list[Mention] = []
    seen: set[tuple[int, int, str | None]] = set()
    for mention in mentions:
        for real in mention.antecedent or (mention,):
            key = (real.start, real.end, real.actor)
            if key not in seen:
                seen.add(key)
                out.append(real)
    return tuple(out)


def participant(mention: Mention) -> Participant:
    """Return the participant that a mention stands for."""
    return Participant(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        actor=None if mention.actor is None else actor_iri(mention.actor),
        name=mention.name,
        kind=mention.kind,
        code=mention.code,
        sector=mention.sector,
        literally=None if mention.literally is None else place_iri(mention.literally),
        country=mention.country,
        speaks_for=None if mention.speaks_for is None else actor_iri(mention.speaks_for),
    )


def event_place(mentions: Sequence[Mention]) -> EventPlace | None:
    """Return the most specific place named: a place proper before a state."""
    ordered = sorted(mentions, key=lambda m: (m.kind is not ActorKind.PLACE, m.start))
    if not ordered:
        return None
    m = ordered[0]
    local = m.literally or m.actor
    country = m.country or (m.code if m.kind is ActorKind.STATE else None) or m.code
    return EventPlace(
        m.start, m.end, m.text, None if local is None else place_iri(local), m.name, country, m.lat, m.lon
    )


def said_on(time: Timex | None) -> str | None:
    """Return the ISO day of a saying, None where it isn't one day."""
    found = None if time is None else time.event_time()
    if found is None or found.precision is not Precision.DAY:
        return None
    return found.begin


class RecordWriter:
    """Writes the records of one document."""

    def __init__(self, document: Document, lang: str, run: str, field: str) -> None:
        self.text = document.text if field == "text" else document.title
        self.document = document
        self.field = field
        self.run = run
        self.lang = lang
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

    def quote(self, start: int, end: int) -> Quote:
        """Return the words between two offsets."""
        return Quote(start, end, self.text[start:end])

    def attributions(self, reports: Sequence[Report], element: int) -> tuple[Attribution, ...]:
        """Return the sources that vouch for an element, innermost first."""
        covering = [r for r in reports if element in r.scope and r.sources]
        covering.sort(key=lambda r: (len(r.scope), r.verb is None))
        rows: list[Attribution] = []
        starts: list[int] = []
        seen: set[tuple[int, int]] = set()
        for report in covering:
            sources = [m for m in expand(report.sources) if (m.start, m.end) not in seen]
            if not sources:
                continue
            seen.update((m.start, m.end) for m in sources)
            starts.append(len(rows))
            rows += [self._attribution(m, report) for m in sources]
        return self._nest(rows, starts)

    def _attribution(self, m: Mention, report: Report) -> Attribution:
        told = expand([report.told_to]) if report.told_to is not None else ()
        told_to = None if not told else (actor_iri(told[0].actor) if told[0].actor else told[0].text)
        return Attribution(
            start=m.start,
            end=m.end,
            text=m.text,
            actor=None if m.actor is None else actor_iri(m.actor),
            name=m.name,
            kind=m.kind,
            code=m.code,
            sector=m.sector,
            country=m.country,
            speaks_for=None if m.speaks_for is None else actor_iri(m.speaks_for),
            told_to=told_to,
            channel=report.channel,
            said_on=said_on(report.time),
        )

    def _nest(self, rows: list[Attribution], starts: list[int]) -> tuple[Attribution, ...]:
        out: list[Attribution] = []
        for index, row in enumerate(rows):
            outer = next((s for s in starts if s > index), None)
            out.append(replace(row, within=outer))
        return tuple(out)

    def nested(self, candidate: Candidate | None) -> NestedEvent | None:
        """Return a candidate as the content or condition of another one."""
        if candidate is None:
            return None
        return NestedEvent(
            type=candidate.frame.type,
            mode=candidate.frame.mode,
            trigger=self.quote(candidate.start, candidate.end),
            actors=tuple(map(participant, expand(candidate.actors))),
            recipients=tuple(map(participant, expand(candidate.recipients))),
            time=self.time(candidate),
            place=event_place(candidate.places),
            polarity=candidate.polarity,
        )

    def time(self, candidate: Candidate) -> EventTime | None:
        """Return the date of a candidate."""
        return None if candidate.time is None else candidate.time.event_time()

    def statement(
        self,
        candidate: Candidate,
        sentence: tuple[int, int],
        number: int,
        reports: Sequence[Report],
        content: Candidate | None,
        condition: Candidate | None,
        condition_text: str | None,
    ) -> Statement:
        """Return the record of a candidate."""
        actors = tuple(map(participant, expand(candidate.actors)))
        taken = {(p.start, p.end, p.actor) for p in actors}
        recipients = tuple(
            p
            for p in map(participant, expand(candidate.recipients))
            if (p.start, p.end, p.actor) not in taken
        )
        time, place = self.time(candidate), event_place(candidate.places)
        attributed = self.attributions(self._others(candidate, reports), candidate.element)
        own = next((r for r in reports if r.verb == candidate.element and not candidate.noun), None)
        day = (
            said_on(own.time) if own is not None else next((a.said_on for a in attributed if a.said_on), None)
        )
        confidence = candidate.frame.weight * _BY_RULE.get(candidate.subject_how, 0.8)
        if candidate.anaphoric:
            confidence *= 0.8
        start, end = self._clause(candidate, sentence, actors, recipients, time, place)
        prefix = "t" if self.field == "title" else ""
        return Statement(
            document=self.document.id,
            id=f"{self.document.hash[:12]}-{prefix}{candidate.start:04d}-{number}",
            event=None,
            sentence=self.quote(*sentence),
            quote=self.quote(start, end),
            type=candidate.frame.type,
            mode=candidate.frame.mode,
            trigger=self.quote(candidate.start, candidate.end),
            actors=actors,
            recipients=recipients,
            time=time,
            place=place,
            status=status_of(candidate.modality, candidate.polarity),
            modality=candidate.modality,
            polarity=candidate.polarity,
            certainty=candidate.certainty,
            content=self.nested(content),
            condition=self.nested(condition),
            condition_text=condition_text,
            said_on=day,
            repeated=candidate.repeated,
            context=(),
            attributed_to=attributed,
            quantities=(),
            rule=candidate.rule,
            confidence=round(confidence, 3),
            field=self.field,
            doc=self.ref,
            run=self.run,
        )

    def _others(self, candidate: Candidate, reports: Sequence[Report]) -> list[Report]:
        """Leave out the candidate's own saying: a speech act isn't attributed to its speaker."""
        verbal = candidate.frame.type in _VERBAL
        doers = {m.actor or m.text for m in expand(candidate.actors)}
        return [
            r
            for r in reports
            if not (candidate.noun and candidate.light is not None and candidate.light == r.verb)
            and not (verbal and doers and {m.actor or m.text for m in expand(r.sources)} <= doers)
        ]

    def _clause(
        self,
        candidate: Candidate,
        sentence: tuple[int, int],
        actors: Sequence[Participant],
        recipients: Sequence[Participant],
        time: EventTime | None,
        place: EventPlace | None,
    ) -> tuple[int, int]:
        """Return the words that hold trigger and arguments, as far as they stand in the sentence."""
        spans = [(candidate.start, candidate.end)]
        spans += [(p.start, p.end) for p in (*actors, *recipients)]
        spans += [(x.start, x.end) for x in (time, place) if x is not None]
        inside = [(s, e) for s, e in spans if sentence[0] <= s and e <= sentence[1]]
        return min(s for s, _ in inside), max(e for _, e in inside)
