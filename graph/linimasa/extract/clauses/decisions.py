"""Decisions and laws: what they are for is told with them ("mengesahkan resolusi untuk …")."""

from __future__ import annotations

from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.view import View
from linimasa.model.terms import EventType

#: What a decision or a law does by being taken.
ENACTED = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.SANCTION}
)


def decided(view: View, sub: int) -> bool:
    """Whether before the subordinator `sub` stands somebody's decision, or a law that a verb enacts."""
    if sub == 0 or view.kinds[sub - 1] is not Kind.NP:
        return False
    closed, words = view.closed, set(view.words(sub - 1).split())
    if words & closed.decisions and view.names(sub - 1):
        return True
    verb = view.els[max(sub - 2, 0)]
    enacts = verb.kind is Kind.VG and verb.word in closed.enacting_verbs and not verb.negated
    return enacts and not verb.auxiliaries and bool(words & closed.laws)
