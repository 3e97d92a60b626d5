"""Where a text quotes: spans between quotation marks, closed at the latest at the end of the paragraph."""

from __future__ import annotations

import re

_MARK = re.compile("[\"“”„«»\n]|``|''")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) spans of quotations, marks included, in order."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if sign == "\n":
            if opened is not None and mark.start() - opened > 1:
                spans.append((opened, mark.start()))
            opened = None
        elif opened is None and sign not in _CLOSING:
            opened = mark.start()
        elif opened is not None and sign not in _OPENING:
            spans.append((opened, mark.end()))
            opened = None
        elif sign in _OPENING:
            opened = mark.start()
    if opened is not None:
        spans.append((opened, len(text)))
    return spans
