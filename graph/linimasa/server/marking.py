"""A text cut into pieces at the spans that are marked in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; `marks` are the names of the spans that hold it, the shortest first."""

    text: str
    marks: tuple[str, ...]


def pieces(text: str, start: int, spans: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """Return a text that begins at offset `start` in pieces, by spans (start, end, name) of the whole.

    Spans may overlap; parts of them outside the text are left out. The pieces joined are the text.
    """
    end = start + len(text)
    inside = [(max(a, start), min(b, end), name) for a, b, name in spans if a < end and b > start and a < b]
    edges = sorted({start, end, *(edge for a, b, _ in inside for edge in (a, b))})
    found = []
    for a, b in pairwise(edges):
        holding = sorted((y - x, name) for x, y, name in inside if x <= a and b <= y)
        found.append(Piece(text[a - start : b - start], tuple(name for _, name in holding)))
    return found
