"""Which verb group another one is co-ordinated with."""

from __future__ import annotations

from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.view import View


def parallel_verb(view: View, i: int, coordinator: int) -> int | None:
    """Return the verb group that `i` is co-ordinated with: a verb of saying looks for its like."""
    kinds = view.kinds
    previous = view.previous_verb(coordinator)
    if kinds[coordinator - 1] is Kind.DASH:
        return _first_verb(view, coordinator, i)
    if previous is None or not view.speechlike(i):
        return previous
    if kinds[coordinator - 1] is Kind.COMMA:
        first = _first_verb(view, coordinator, i)
        if first is not None and view.speechlike(first):
            return first
    k: int | None = previous
    while k is not None:
        closed = Kind.COMMA in kinds[k : coordinator - 1]
        if view.speechlike(k) and not (kinds[k - 1] is Kind.REL and closed):
            return k
        k = view.previous_verb(k)
    return previous


def _first_verb(view: View, before: int, i: int) -> int | None:
    """Return the main verb of the sentence: its first verb group outside relative clauses."""
    quote = view.els[i].quote
    for k in range(before):
        if view.kinds[k] is Kind.VG and view.els[k].quote == quote and view.kinds[k - 1] is not Kind.REL:
            return k
    return None
