"""Words, punctuation and masks of a sentence: what the clause grammar reads.

Dates and names are masked first: each is one chunk, so that no word of theirs is taken for grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from linimasa.model.mention import Mention
from linimasa.model.timex import Timex

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:/]\d+)*%?|n['’]t\b|['’]s\b|(?:(?!n['’]t\b)[^\W\d_])+(?:[-‑][^\W_]+)*|\w+|[^\w\s]"
)


#: "JAKARTA, KOMPAS.com - ", "WASHINGTON — ": place and paper before the first words of an article.
_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’/]*(?:[ ,]+|\s*\([^()\n]{2,30}\)\s*)){1,7}(?:[–—-]{1,2}|:)\s*(?=[A-Z\"“‘])"
)


class ChunkKind(StrEnum):
    """What a chunk is."""

    NAME = "name"
    TIME = "time"
    WORD = "word"
    NUMBER = "number"
    PUNCT = "punct"


@dataclass(frozen=True, slots=True)
class Chunk:
    """One unit of a sentence with its place in the document."""

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
        if word[0].isdigit():
            kind = ChunkKind.NUMBER
        elif word[0].isalpha() or len(word) > 1:
            kind = ChunkKind.WORD
        else:
            kind = ChunkKind.PUNCT
        chunks.append(Chunk(kind, match.start(), match.end(), word, word.lower().replace("’", "'")))
    return chunks


def chunk_sentence(
    text: str, span: tuple[int, int], mentions: Sequence[Mention], times: Sequence[Timex]
) -> tuple[Chunk, ...]:
    """Return the chunks of one sentence; where a date and a name overlap, the date wins."""
    start, end = span
    dateline = _DATELINE.match(text, start, min(end, start + 90))
    if dateline is not None and not text[start : dateline.end()].isspace():
        start = dateline.end()
    masks: list[Chunk] = [
        Chunk(ChunkKind.TIME, t.start, t.end, t.text, "", timex=t) for t in times if start <= t.start < end
    ]
    taken = [(m.start, m.end) for m in masks]
    for mention in mentions:
        if not start <= mention.outer_start < end:
            continue
        if any(mention.outer_start < e and s < mention.outer_end for s, e in taken):
            continue
        words = text[mention.outer_start : mention.outer_end]
        masks.append(
            Chunk(
                ChunkKind.NAME, mention.outer_start, mention.outer_end, words, words.lower(), mention=mention
            )
        )
    masks.sort(key=lambda c: (c.start, c.end))
    chunks: list[Chunk] = []
    at = start
    for mask in masks:
        if mask.start < at:
            continue
        chunks += _tokens(text, at, mask.start)
        chunks.append(mask)
        at = mask.end
    chunks += _tokens(text, at, end)
    return tuple(chunks)
