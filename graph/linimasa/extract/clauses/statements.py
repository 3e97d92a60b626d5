"""Which comments are kept beside what their words tell (the guide's rule 2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linimasa.extract.clauses import attended
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.report import Report
from linimasa.model.terms import Certainty, EventType, Modality


def drop_statements(
    candidates: Sequence[Candidate],
    reports: Sequence[Report],
    arguments: Arguments,
    told: Callable[[Candidate], bool],
) -> None:
    """Mark a STATEMENT whose words hold an event of their own (rule 2), and a speech inside a speech.

    `told` says whether an event was told before: then it is only the topic of a comment.
    """
    scopes = {r.verb: r.scope for r in reports if r.verb is not None}
    statements = [
        c
        for c in candidates
        if not c.dropped and c.frame.type is EventType.STATEMENT and c.frame.speech and not c.noun
    ]
    for outer in statements:
        scope = scopes.get(outer.element, frozenset()) if not outer.dropped else frozenset()
        for inner in statements:
            if inner is not outer and inner.element in scope and _same_speaker(outer, inner):
                inner.dropped = "statement"
    for candidate in candidates:
        asked = candidate.modality is Modality.HYPOTHETICAL and candidate.certainty is Certainty.UNKNOWN
        if candidate.frame.type is not EventType.STATEMENT or candidate.noun:
            continue
        if asked or _channel(candidate, reports, arguments):
            candidate.dropped = candidate.dropped or "statement"  # "ditanya apakah ia telah memutuskan …"
    for candidate in statements:
        scope = scopes.get(candidate.element, frozenset())
        own = any(_own_event(other, candidate, scope, told) for other in candidates)
        if own or _by_saying(candidate, candidates, arguments):
            candidate.dropped = candidate.dropped or "statement"


def _by_saying(candidate: Candidate, candidates: Sequence[Candidate], arguments: Arguments) -> bool:
    """Whether the saying is only how an act was done ("menolak usul itu, dengan mengatakan …")."""
    view, at = arguments.view, candidate.element
    linked = at > 0 and view.kinds[at - 1] is Kind.SUB and view.els[at - 1].link == "manner"
    if not linked or view.els[at - 1].word not in view.closed.with_prepositions:
        return False
    return any(
        c.element < at and not c.dropped and not c.noun and _same_speaker(c, candidate) for c in candidates
    )


def _channel(candidate: Candidate, reports: Sequence[Report], arguments: Arguments) -> bool:
    """Whether the saying only tells by what somebody spoke ("kata X dalam pernyataan yang dibacakan Y")."""
    view, at = arguments.view, candidate.element
    if at < 3 or view.kinds[at - 3 : at] != (Kind.PREP, Kind.NP, Kind.REL):
        return False
    if not any(r.verb is not None and r.verb < at and r.sources for r in reports):
        return False
    named = view.closed.channels.intersection(view.words(at - 2).split(" "))
    return bool(named) and view.els[at - 3].word in view.closed.channel_prepositions


def _same_speaker(outer: Candidate, inner: Candidate) -> bool:
    actors = {m.actor or m.text for m in outer.actors}
    return not inner.actors or bool(actors & {m.actor or m.text for m in inner.actors})


def _own_event(
    other: Candidate, statement: Candidate, scope: frozenset[int], told: Callable[[Candidate], bool]
) -> bool:
    if other is statement or other.element not in scope or other.dropped or other.in_condition:
        return False
    if other.noun and other.light is None:
        if other.anaphoric or told(other) or other.rule.endswith(attended.RULE):
            return False
        if other.modality not in (Modality.OCCURRED, Modality.ONGOING, Modality.PLANNED):
            return False
    return other.frame.type is not EventType.STATEMENT
