"""Which candidates become statements: the precision guards."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.speech import Report
from linimasa.model.terms import EventType, Modality


def drop_unfilled(candidates: Sequence[Candidate]) -> None:
    """Mark the candidates whose obligatory roles are empty."""
    for candidate in candidates:
        if candidate.dropped:
            continue
        needs = candidate.frame.needs
        if "any" in needs or candidate.noun:
            filled = bool(candidate.parties)
        else:
            rows = {"actor": candidate.actors, "recipient": candidate.recipients, "place": candidate.places}
            filled = all(rows.get(need) for need in needs)
            if not filled and candidate.frame.type is not EventType.STATEMENT and not candidate.frame.speech:
                filled = bool(candidate.recipients) and candidate.frame.type in (
                    EventType.ASSAULT,
                    EventType.SANCTION,
                    EventType.COERCE,
                )
        if not filled:
            candidate.dropped = "no party"


def drop_nested(candidates: Sequence[Candidate]) -> None:
    """Mark what is only the content of another event, or a bare purpose."""
    for candidate in candidates:
        if candidate.content_of is not None:
            candidate.dropped = candidate.dropped or "content"
        elif candidate.in_purpose:
            candidate.dropped = candidate.dropped or "purpose"


def drop_doubles(candidates: Sequence[Candidate]) -> None:
    """Mark the second of two candidates on overlapping words, or of a light verb and its noun."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if candidate.dropped:
            continue
        clash = next((k for k in kept if k.start < candidate.end and candidate.start < k.end), None)
        if clash is not None:
            loser = candidate if clash.end - clash.start >= candidate.end - candidate.start else clash
            loser.dropped = "overlap"
            if loser is clash:
                kept.remove(clash)
                kept.append(candidate)
            continue
        kept.append(candidate)
    lit = {c.light for c in kept if c.noun and c.light is not None}
    for candidate in kept:
        if (
            not candidate.noun
            and candidate.element in lit
            and candidate.frame.type in (EventType.STATEMENT, EventType.CONSULT, EventType.AGREE)
        ):
            candidate.dropped = "light verb"


def drop_statements(candidates: Sequence[Candidate], reports: Sequence[Report]) -> None:
    """Mark a STATEMENT whose reported words hold an event of their own (the guide's rule 2)."""
    scopes = {r.verb: r.scope for r in reports if r.verb is not None}
    for candidate in candidates:
        if candidate.dropped or candidate.frame.type is not EventType.STATEMENT or not candidate.frame.speech:
            continue
        scope = scopes.get(candidate.element, frozenset())
        for other in candidates:
            if other is candidate or other.element not in scope:
                continue
            if other.dropped and other.dropped not in ("statement",):
                continue
            if other.anaphoric or other.in_condition:
                continue
            if other.frame.type is EventType.STATEMENT and other.modality is not Modality.OCCURRED:
                continue
            candidate.dropped = "statement"
            break
