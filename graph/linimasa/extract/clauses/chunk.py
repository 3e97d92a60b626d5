"""Words, punctuation and masks of a sentence: what the clause grammar reads.

Dates and names are masked first: each is one chunk, so that no word of theirs is taken for grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from linimasa.model.mention import Mention
from linimasa.model.timex import Timex

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:/]\d+)*%?|n['’]t\b|['’]s\b|(?:(?!n['’]t\b)[^\W\d_])+(?:[-‑][^\W_]+)*|\w+|[^\w\s]"
)
#: "JAKARTA, KOMPAS.com - ", "WASHINGTON — ": place and paper before the first words of an article.
_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’/]*(?:[ ,]+|\s*\([^()\n]{2,30}\)\s*)){1,7}(?:[–—-]{1,2}|:)\s*(?=[A-Z\"“‘])"
)


#: What a hyphen ties to a name makes an adjective of both ("Israeli-occupied", "pro-Russian").
_COMPOUND_END = re.compile(r"[-‑][a-z]{3,}\b")
_COMPOUND_START = re.compile(r"\b(?:anti|pro|non)[-‑]$", re.IGNORECASE)
#: So many characters before a name are looked at.
_PREFIX = 5


class ChunkKind(StrEnum):
    """What a chunk is."""

    NAME = "name"
    TIME = "time"
    WORD = "word"
    NUMBER = "number"
    PUNCT = "punct"


class Chunk(NamedTuple):
    """One unit of a sentence with its place in the document.

    A named tuple, since a sentence makes dozens and a frozen dataclass takes three times as long to make.
    """

    kind: ChunkKind
    start: int
    end: int
    text: str
    lower: str
    mention: Mention | None = None
    timex: Timex | None = None


def _tokens(text: str, start: int, end: int) -> list[Chunk]:
    chunks = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if word[0].isalpha():
            kind = ChunkKind.WORD
        elif word[0].isdigit():
            kind = ChunkKind.NUMBER
        else:
            kind = ChunkKind.WORD if len(word) > 1 else ChunkKind.PUNCT
        place = match.start()
        chunks.append(Chunk(kind, place, place + len(word), word, word.lower().replace("’", "'")))
    return chunks


def _masks(
    text: str, span: tuple[int, int], mentions: Sequence[Mention], times: Sequence[Timex]
) -> list[Chunk]:
    """Return the dates and names of a span in their order; where a date and a name overlap, the date wins."""
    start, end = span
    masks = [
        Chunk(ChunkKind.TIME, t.start, t.end, t.text, "", timex=t) for t in times if start <= t.start < end
    ]
    taken = [(m.start, m.end) for m in masks]
    for mention in mentions:
        first, last = mention.outer_start, mention.outer_end
        if start <= first < end and not any(first < e and s < last for s, e in taken):
            words = text[first:last]
            compound = _compound(text, first, last, end=end)
            masks.append(
                compound or Chunk(ChunkKind.NAME, first, last, words, words.lower(), mention=mention)
            )
    masks.sort(key=lambda c: (c.start, c.end))
    return masks


def _compound(text: str, first: int, last: int, *, end: int) -> Chunk | None:
    """Return the adjective that a name is part of, None where it stands for itself."""
    before = _COMPOUND_START.search(text, max(0, first - _PREFIX), first)
    after = _COMPOUND_END.match(text, last, end)
    if before is None and after is None:
        return None
    start = first if before is None else before.start()
    stop = last if after is None else after.end()
    word = text[start:stop]
    return Chunk(ChunkKind.WORD, start, stop, word, word.lower())


def chunk_sentence(
    text: str, span: tuple[int, int], mentions: Sequence[Mention], times: Sequence[Timex]
) -> tuple[Chunk, ...]:
    """Return the chunks of one sentence, its dateline left out; a date wins over a name that it overlaps."""
    start, end = span
    dateline = _DATELINE.match(text, start, min(end, start + 90))
    if dateline is not None:
        start = dateline.end()
    chunks: list[Chunk] = []
    at = start
    for mask in _masks(text, (start, end), mentions, times):
        if mask.start < at:
            continue
        chunks += _tokens(text, at, mask.start)
        chunks.append(mask)
        at = mask.end
    chunks += _tokens(text, at, end)
    return tuple(chunks)
