"""Sentence spans of a text.

A line is joined with the next one only where the words plainly go on (crawled pages put each link on a line
of its own): the next line begins with a small letter or a comma, or this one ends in a small word. A sentence
doesn't end inside a quotation, so that a quotation of several sentences and its speaker ("…. …," kata X)
stay together.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_GOES_ON = re.compile(r"\s*(?:[a-zà-ÿ]|[,;)”\"]\s)")
_UNFINISHED = re.compile(
    r"(?:\b(?:di|ke|dari|dan|yang|antara|oleh|dengan|pada|berita|the|of|and|in|by|to)|[,–—-])\s*$"
)
_FINISHED = re.compile(r"[.!?:…\"”)\]]\s*$")
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*")
_OPEN, _CLOSE = "“«", "”»"
#: Words before a full stop that don't end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st jr sr sen rep gov gen col lt capt sgt adm maj no vol vs dll dsb dkk tgl hlm jl ir"
    " drs hj kh a.m p.m jan feb mar apr jun jul aug ags agt sep sept oct okt nov dec des letjen mayjen"
    " brigjen jend kol a.s u.s u.k u.n d.c e.g i.e inc corp ltd co bros s.h m.si ph.d".split()
)
#: A quotation longer than this is taken for an unclosed quotation mark.
_LONGEST_QUOTE = 1500
#: Joined lines never grow beyond this (characters): a list of words isn't a sentence.
_LONGEST_JOINED = 1500


def _quoted(line: str) -> list[tuple[int, int]]:
    """Return the spans between matching double quotation marks of one line."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for index, char in enumerate(line):
        if char in _OPEN or (char == '"' and start is None):
            start = index
        elif start is not None and (char in _CLOSE or char == '"'):
            if index - start <= _LONGEST_QUOTE:
                spans.append((start, index))
            start = None
    return spans


def _ends(line: str, match: re.Match[str]) -> bool:
    before = line[: match.start()]
    after = line[match.end() :]
    if not after.strip():
        return True
    word = re.search(r"[^\s\"“(]+$", before)
    last = word.group().lower() if word else ""
    if after[0].isspace():
        following = after.lstrip()[:1]
        if following.islower():
            return False
        if match.group().startswith(".") and match.group() == ".":
            single = len(last) == 1 and last.isalpha()
            initials = re.fullmatch(r"(?:[a-z]\.)+[a-z]", last) is not None
            return not (last in _ABBREVIATIONS or single or (initials and last in _ABBREVIATIONS))
        return True
    # Crawled text glues sentences together: "gencatan senjata.Washington adalah".
    glued = re.match(r"[A-Z][a-z]", after) is not None
    return glued and match.group()[0] in ".!?" and len(last) > 2 and last.isalpha() and last.islower()


def _logical_lines(text: str) -> list[tuple[int, int]]:
    """Return the spans of the lines, those joined that one sentence was broken into."""
    spans: list[tuple[int, int]] = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        if spans:
            before = text[spans[-1][0] : spans[-1][1]]
            broken = _UNFINISHED.search(before) or (
                _GOES_ON.match(found.group()) and not _FINISHED.search(before)
            )
            if broken and before.strip() and end - spans[-1][0] < _LONGEST_JOINED:
                spans[-1] = (spans[-1][0], end)
                continue
        spans.append((start, end))
    return spans


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of `text` as (start, end) code-point spans, blank margins left out."""
    sentences: list[tuple[int, int]] = []
    for offset, stop in _logical_lines(text):
        line = text[offset:stop]
        quoted = _quoted(line)
        begin = 0
        for match in _END.finditer(line):
            at = match.start()
            inside = any(s < at < e for s, e in quoted)
            closing = any(at < e < match.end() for s, e in quoted)
            if (inside and not closing) or not _ends(line, match):
                continue
            _append(sentences, line, offset, begin, match.end())
            begin = match.end()
        _append(sentences, line, offset, begin, len(line))
    return tuple(sentences)


def _append(sentences: list[tuple[int, int]], line: str, offset: int, begin: int, end: int) -> None:
    piece = line[begin:end]
    stripped = piece.strip(" \t\u00a0\ufeff\u200b\x0b\x0c")
    if stripped:
        lead = piece.index(stripped)
        sentences.append((offset + begin + lead, offset + begin + lead + len(stripped)))
