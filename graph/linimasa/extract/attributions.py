"""Reports to attributions: who vouches for a statement, innermost source first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.report import Report
from linimasa.extract.participants import expand
from linimasa.model.iri import actor_iri
from linimasa.model.mention import Mention
from linimasa.model.statement import Attribution
from linimasa.model.terms import EventType, Precision
from linimasa.model.timex import Timex

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


def said_on(time: Timex | None) -> str | None:
    """Return the ISO day of a saying, None where it isn't one day."""
    found = None if time is None else time.event_time()
    if found is None or found.precision is not Precision.DAY:
        return None
    return found.begin


def attributions(candidate: Candidate, reports: Sequence[Report]) -> tuple[Attribution, ...]:
    """Return the sources that vouch for a candidate; each names the first row of the next source out."""
    covering = [r for r in reports if candidate.element in r.scope and r.sources]
    if not covering:
        return ()
    covering = _others(candidate, covering)
    covering.sort(key=lambda r: (len(r.scope), r.verb is None))
    rows: list[Attribution] = []
    starts: list[int] = []
    seen: set[tuple[int, int]] = set()
    for report in covering:
        sources = [m for m in expand(report.sources) if (m.start, m.end) not in seen]
        if sources:
            seen.update((m.start, m.end) for m in sources)
            starts.append(len(rows))
            rows += [_attribution(m, report) for m in sources]
    if len(starts) < 2:
        return tuple(rows)
    return tuple(
        replace(row, within=next((s for s in starts if s > index), None)) for index, row in enumerate(rows)
    )


def _others(candidate: Candidate, reports: Sequence[Report]) -> list[Report]:
    """Leave out the candidate's own saying: a speech act isn't attributed to its speaker."""
    verbal = candidate.frame.type in _VERBAL
    doers = {m.actor or m.text for m in expand(candidate.actors)} if verbal else set()
    light = candidate.light if candidate.noun else None
    return [
        r
        for r in reports
        if (light is None or light != r.verb)
        and not (doers and {m.actor or m.text for m in expand(r.sources)} <= doers)
    ]


def _attribution(m: Mention, report: Report) -> Attribution:
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
