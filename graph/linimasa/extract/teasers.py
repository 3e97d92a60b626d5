"""What of a crawled page is the article's own: teasers to other articles and the page's own lines told apart.

"Baca juga: HEADLINE" leads to another article. Its headline is news too and is read as one, by itself: it
refers to nothing in the article around it. Crawlers often run the article on behind it in the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linimasa.lexicon.closed import ClosedClass
from linimasa.model.mention import Mention

_WORD = re.compile(r"\S+")
_QUOTES = "'\"‘’“”:"
#: From this share of capitals among the longer words on, words are a headline.
_TITLE_CASE = 0.6
_LONGER = 4
#: So many small words in a row are running text.
_RUNNING = 3
_OPENS = re.compile(r"(?<=\s)[\"“](?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text to be read as one sentence; `teaser` is another article's headline, `own` is False
    for what only the page says."""

    span: tuple[int, int]
    teaser: bool = False
    own: bool = True


class Teasers:
    """Tells the pieces of one text's sentences; holds no state between texts."""

    def __init__(self, closed: ClosedClass) -> None:
        self._boilerplate = re.compile(closed.boilerplate)
        self._lead = re.compile(closed.teaser, re.IGNORECASE) if closed.teaser else None

    def pieces(
        self, text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[Sequence[Mention]]
    ) -> Iterator[Piece]:
        """Yield the pieces of the sentences, in order; `mentions` has those of each sentence."""
        follows = False
        for span, named in zip(sentences, mentions, strict=True):
            words = text[span[0] : span[1]]
            lead = None if self._lead is None else self._lead.match(words)
            if lead is not None and not words[lead.end() :].strip(_QUOTES + " "):
                follows = ":" in lead[0]
                yield Piece(span, own=False)
            elif follows or lead is not None:
                start = span[0] + (0 if lead is None else lead.end())
                follows = False
                yield from _headline(text, (start, span[1]), named)
            else:
                yield Piece(span, own=self._boilerplate.match(words.lower()) is None)


def _headline(text: str, span: tuple[int, int], named: Sequence[Mention]) -> Iterator[Piece]:
    """Yield a teaser's headline, and the article where it runs on behind it."""
    end = _runs_on(text, span, named)
    first, last = span[0], end
    while first < last and text[first] in _QUOTES + " ":
        first += 1
    while last > first and text[last - 1] in _QUOTES + " ":
        last -= 1
    if first < last:
        titled = _title_case(text[first:last])
        yield Piece((first, last), teaser=titled, own=titled)
    if end < span[1]:
        yield Piece((end, span[1]))


def _title_case(words: str) -> bool:
    longer = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) >= _LONGER]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer)


def _runs_on(text: str, span: tuple[int, int], named: Sequence[Mention]) -> int:
    """Return where running text begins behind a headline, else its end."""
    words = list(_WORD.finditer(text, *span))
    quote = _OPENS.search(text, span[0] + 1, span[1])
    for index, word in enumerate(words):
        after = words[index + 1 : index + 1 + _RUNNING]
        small = [one[0].strip(".,;:").isalpha() and one[0].islower() for one in after]
        if quote is not None and quote.start() <= word.start():
            return quote.start()
        if index and word[0][:1].isupper() and len(small) == _RUNNING and all(small):
            begins = [m.outer_start for m in named if m.outer_start < word.start() < m.outer_end]
            return max(min(begins, default=word.start()), span[0])
    return span[1]
