"""Quotation marks, parentheses and the other punctuation of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.draft import Draft
from linimasa.extract.clauses.element import Kind

_OPENING, _CLOSING = "“«„", "”»"
_DASHES = "–—-‑"
_STOPS = ".;!?…"
#: A parenthesis longer than this isn't skipped as an aside.
_ASIDE = 14
#: A quotation of fewer words is a borrowed phrase inside the clause, not speech.
_SHORT_QUOTE = 4
_SINGLE = {",": Kind.COMMA, ":": Kind.COLON} | dict.fromkeys(_STOPS, Kind.STOP)


def asides(chunks: Sequence[Chunk]) -> frozenset[int]:
    """Return the positions inside parentheses, which are left out, but for dates."""
    out: set[int] = set()
    start: int | None = None
    for index, chunk in enumerate(chunks):
        if chunk.lower in ("(", "["):
            start = index
        elif chunk.lower in (")", "]") and start is not None:
            if index - start <= _ASIDE:
                out.update(i for i in range(start, index + 1) if chunks[i].kind is not ChunkKind.TIME)
            start = None
    return frozenset(out)


def quote_marks(chunks: Sequence[Chunk]) -> dict[int, bool | None]:
    """Return the positions of quotation marks: True opens speech, False closes it, None is no speech."""
    marks: dict[int, bool | None] = {}
    start: int | None = None
    for index, chunk in enumerate(chunks):
        if chunk.kind is not ChunkKind.PUNCT:
            continue
        opens = chunk.text in _OPENING or (chunk.text == '"' and start is None)
        if opens and start is not None and _goes_on(chunks, index):
            opens = False  # “…, “kata X: an opening mark set for a closing one
            marks[start], marks[index] = (True, False) if _speech(chunks, start, index) else (None, None)
            start = None
            continue
        if opens:
            start = index
        elif (chunk.text in _CLOSING or chunk.text == '"') and start is not None:
            marks[start], marks[index] = (True, False) if _speech(chunks, start, index) else (None, None)
            start = None
    if start is not None:
        marks[start] = True
    return marks


def _goes_on(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a comma stands before a mark and a small letter after it: the sentence around goes on."""
    if not 0 < index < len(chunks) - 1:
        return False
    return chunks[index - 1].text == "," and chunks[index + 1].text[:1].islower()


def _speech(chunks: Sequence[Chunk], first: int, last: int) -> bool:
    inner = [c for c in chunks[first + 1 : last] if c.kind is not ChunkKind.PUNCT]
    whole = bool(inner) and (inner[0].text[:1].isupper() or first == 0)
    return whole and len(inner) >= _SHORT_QUOTE


class Punctuation:
    """The rule for punctuation marks of one sentence."""

    __slots__ = ("_chunks", "_draft", "_quotes")

    def __init__(self, chunks: Sequence[Chunk], draft: Draft) -> None:
        self._chunks = chunks
        self._draft = draft
        self._quotes = quote_marks(chunks)

    def read(self, at: int) -> int:
        """Add what a mark stands for, if anything, and return the position after it."""
        char = self._chunks[at].text
        kind = _SINGLE.get(char)
        if at in self._quotes:
            self._quote(at, self._quotes[at])
        elif kind is not None:
            self._draft.add(kind, at, at)
        elif char in _DASHES:
            if self._joins_names(at):
                self._draft.add(Kind.COORD, at, at, word="-")
            else:
                self._draft.add(Kind.DASH, at, at)
        elif char in ("/", "&"):
            self._draft.add(Kind.COORD, at, at, word=char)
        return at + 1

    def _quote(self, at: int, speech: bool | None) -> None:
        if speech is True:
            self._draft.open_quote(at)
        elif speech is False:
            self._draft.close_quote(at)

    def _joins_names(self, at: int) -> bool:
        """Whether a dash joins names ("AS–Rusia"); in spaces it parts clauses, but between two names."""
        if not 0 < at < len(self._chunks) - 1:
            return False
        before, dash, after = self._chunks[at - 1 : at + 2]
        names = (before.kind, after.kind).count(ChunkKind.NAME)
        spaced = before.end < dash.start and dash.end < after.start
        return names == 2 if spaced else names >= 1
