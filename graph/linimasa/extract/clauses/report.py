"""Reports: a source and the stretch of elements that it vouches for."""

from __future__ import annotations

from dataclasses import dataclass

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
