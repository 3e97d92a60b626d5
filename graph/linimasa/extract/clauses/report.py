"""Reports: a source and the stretch of elements that it vouches for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linimasa.extract.clauses.view import View
from linimasa.model.mention import Mention
from linimasa.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Report:
    """One source: `verb` is the element of its speech verb (None for "menurut X" and outlets).

    `scope` are the elements that the source vouches for; `time` dates the saying.
    """

    verb: int | None
    sources: tuple[Mention, ...]
    scope: frozenset[int]
    how: str
    channel: str | None = None
    told_to: Mention | None = None
    time: Timex | None = None


def places(view: View, scope: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the elements and the chunks of reported words, with what stands before an element and in none."""
    for k in sorted(scope):
        first = view.els[k - 1].last + 1 if k else 0
        for at in range(first, view.els[k].last + 1):
            yield k, at
