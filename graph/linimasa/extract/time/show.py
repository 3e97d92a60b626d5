"""A text with its time expressions marked, for reading."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.model.timex import Relation, Timex


def render_times(text: str, timexes: Sequence[Timex]) -> str:
    """Return the text with `[words | value | basis …]` in the place of each expression.

    The marks hold type, TIMEX3 value, basis, and where there is one the preposition's relation, the event's
    EDTF value and the flags; nothing else of the text is changed.
    """
    pieces, at = [], 0
    for timex in timexes:
        pieces += [text[at : timex.start], "[", text[timex.start : timex.end], " | ", _mark(timex), "]"]
        at = timex.end
    pieces.append(text[at:])
    return "".join(pieces)


def _mark(timex: Timex) -> str:
    parts = [str(timex.type), timex.timex3, str(timex.basis)]
    if timex.relation is not Relation.NONE:
        parts.append(str(timex.relation))
    event = timex.event_time()
    if event is not None and event.value != timex.timex3:
        parts.append(f"event {event.value}")
    if timex.approximate:
        parts.append("approximate")
    return " ".join([*parts, *timex.flags])
