"""Words of a text with what stands between them.

Crawled text glues words ("diIran", "RusiaVladimir Putindi"): a token is cut where a capital follows a small
letter, and where a known name is followed by the beginning of a small word of the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from linimasa.lexicon.names import fold


class Gap(IntEnum):
    """What separates a token from the one before it."""

    JOIN = 0  # a blank, a hyphen, an apostrophe, the dot of an abbreviation, or nothing
    COMMA = 1
    STOP = 2  # all else, and the begin of a sentence


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples, one item a word; `outer` is the end with a bracketed short name after it."""

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    outer: tuple[int, ...]
    word: tuple[str, ...]
    low: tuple[str, ...]
    gap: tuple[Gap, ...]
    owner: tuple[bool, ...]  # whether an English possessive 's follows
    hyphen: tuple[bool, ...]  # whether a hyphen stands before the word
    sentence: tuple[int, ...]
    masked: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.start)


_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z]\b|\d[\d.,]*\d|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_BORDER = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z\u00c0-\u00de])|(?<=[^\W\d_]{4})(?=\d)")
_ACRONYM = re.compile(r"([A-Z]{2,})([a-z]{2,})$")
_BRACKET = re.compile(r"\s?\(([^()\n]{1,30})\)")
_HYPHENS = "-‐‑"
_JOINS = frozenset(" \t\u00a0'’`´ʼ" + _HYPHENS)
_ABBREVIATIONS = frozenset(
    "st dr mr mrs ms prof gen col lt sen rep gov jr sr hon rev capt maj sgt h hj drs ir kh no".split()
)


def _gap(between: str, before: str) -> Gap:
    if not between or between == " ":
        return Gap.JOIN
    rest = between
    if between[0] == "." and (before in _ABBREVIATIONS or len(before) == 1):
        rest = between[1:]
    if all(c in _JOINS for c in rest) and rest.count("-") <= 1:
        return Gap.JOIN
    if rest.strip() == "," and "\n" not in rest:
        return Gap.COMMA
    return Gap.STOP


@dataclass(slots=True)
class _Build:
    start: list[int]
    end: list[int]
    outer: list[int]
    word: list[str]
    low: list[str]
    gap: list[Gap]
    owner: list[bool]
    hyphen: list[bool]
    sentence: list[int]


def _pieces(word: str, split: Callable[[str], int]) -> list[str]:
    """Cut a glued word into its parts."""
    if word.islower():
        at = split(word)
        return [word[:at], word[at:]] if at else [word]
    parts = _BORDER.split(word)
    cut: list[str] = []
    for part in parts:
        at = _acronym(part, split)
        if not at and len(part) > 5 and part[0].isupper() and not part.isupper():
            at = split(part)
        cut.extend((part[:at], part[at:]) if at else (part,))
    return cut


def _acronym(part: str, split: Callable[[str], int]) -> int:
    """Return where an acronym ends that was glued to a word ("TASSdari") or a name ("RIPrabowo")."""
    match = _ACRONYM.match(part)
    if match is None:
        return 0
    end = len(match[1])
    if split(part) == end:
        return end
    return end - 1 if end > 2 and len(match[2]) > 2 else 0


def tokenise(
    text: str,
    sentences: Sequence[tuple[int, int]],
    times: Sequence[tuple[int, int]],
    split: Callable[[str], int],
) -> Tokens:
    """Return the words of the sentences.

    `times` are spans that hold no names (dates); `split` returns where a glued word, or one with a
    pronoun for its ending, is to be cut, else 0.
    """
    build = _Build([], [], [], [], [], [], [], [], [])
    cache: dict[str, list[str]] = {}
    for number, (begin, end) in enumerate(sentences):
        _sentence(text, begin, end, number, build, cache, split)
    return Tokens(
        text, tuple(build.start), tuple(build.end), tuple(build.outer), tuple(build.word), tuple(build.low),
        tuple(build.gap), tuple(build.owner), tuple(build.hyphen), tuple(build.sentence),
        _masks(build.start, times),
    )  # fmt: skip


def _masks(starts: list[int], times: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    masked = [False] * len(starts)
    spans = sorted(times)
    k = 0
    for index, start in enumerate(starts):
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        if k < len(spans) and spans[k][0] <= start:
            masked[index] = True
    return tuple(masked)


def _short_name(match: re.Match[str] | None) -> bool:
    """Whether a bracket holds a short name of what stands before it: "(AS)", "(Menlu RI)"."""
    if match is None:
        return False
    words = match[1].split()
    return 0 < len(words) <= 3 and all(w[0].isupper() and w.isalpha() for w in words) and len(match[1]) <= 14


def _sentence(
    text: str, begin: int, end: int, number: int, build: _Build, cache: dict[str, list[str]],
    split: Callable[[str], int],
) -> None:  # fmt: skip
    last = begin
    first = True
    skip_to = 0
    for match in _TOKEN.finditer(text, begin, end):
        start, stop = match.span()
        if start < skip_to:
            continue
        word = match[0]
        between = text[last:start]
        if between in ("'", "’") and word == "s" and build.start and not first:
            build.owner[-1] = True
            build.outer[-1] = build.outer[-1]
            last = stop
            continue
        parts = cache.get(word)
        if parts is None:
            parts = cache[word] = _pieces(word, split)
        gap = Gap.STOP if first else _gap(between, build.low[-1])
        hyphen = not first and any(c in _HYPHENS for c in between)
        for part in parts:
            build.start.append(start)
            start += len(part)
            build.end.append(start)
            build.outer.append(start)
            build.word.append(part)
            build.low.append(fold(part.replace(".", "")))
            build.gap.append(gap)
            build.owner.append(False)
            build.hyphen.append(hyphen)
            build.sentence.append(number)
            gap, hyphen = Gap.JOIN, False
        first = False
        last = stop
        bracket = _BRACKET.match(text, stop, end)
        if _short_name(bracket) and bracket is not None and text[stop - 1].isalpha():
            build.outer[-1] = bracket.end()
            last = skip_to = bracket.end()
