"""What a speaker calls untrue he denies: "Tuduhan itu sama sekali tidak benar", "Itu bohong" (REJECT)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.phrases import Phrases
from linimasa.extract.clauses.report import Report, places
from linimasa.extract.clauses.view import View
from linimasa.model.terms import EventType

#: What is called untrue stands at most so many words before.
_NEAR = 5


def mark_untrue(
    candidates: Sequence[Candidate], reports: Sequence[Report], arguments: Arguments, phrases: Phrases
) -> None:
    """Make a denial of a comment that calls untrue a claim, or what was told without naming it."""
    scopes = {r.verb: r.scope for r in reports if r.verb is not None}
    for candidate in candidates:
        if candidate.noun or candidate.frame.type is not EventType.STATEMENT or not candidate.frame.speech:
            continue
        scope = scopes.get(candidate.element, frozenset())
        if _denies(scope, arguments.view, phrases):
            candidate.frame = replace(candidate.frame, type=EventType.REJECT, mode=None, complement="content")
            candidate.rule += ":untrue"


def _denies(scope: frozenset[int], view: View, phrases: Phrases) -> bool:
    start: int | None = None
    for k, at in places(view, scope):
        if start is None:
            start = view.els[k].first
        if at > start and phrases.sizes(view.chunks, at).untrue:
            words = [c.lower for c in view.chunks[max(start, at - _NEAR) : at]]
            bare = at - start <= _NEAR and _pointed(words, view)
            if bare or _claimed(words, view):
                return True
    return False


def _pointed(words: Sequence[str], view: View) -> bool:
    """Whether the words before are only "itu", "hal itu", words of degree aside."""
    closed = view.closed
    bare = words[0] in closed.demonstratives
    matter = len(words) > 1 and words[0] in closed.matters and words[1] in closed.demonstratives
    rest = words[2 if matter else 1 :]
    return (bare or matter) and all(w in closed.intensifiers for w in rest)


def _claimed(words: Sequence[str], view: View) -> bool:
    """Whether a claim that is pointed at stands among the words ("tuduhan tersebut")."""
    closed = view.closed
    return any(
        first in closed.claims and second in closed.demonstratives for first, second in pairwise(words)
    )
