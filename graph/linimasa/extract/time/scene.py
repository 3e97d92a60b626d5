"""The surroundings of the matches of one text: sentences, tense, quotations, the date under discussion."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.encode import Tokens
from linimasa.extract.time.lexicon import TimeLexicon
from linimasa.extract.time.recognise import Found
from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import Grain, Length, Point, Recurring, Span
from linimasa.model.timex import Relation, Timex, TimexType

_DAYS = frozenset({Grain.DAY, Grain.PART, Grain.MINUTE})
_STOPS = frozenset({".", "!", "?"})


class Scene:
    """Everything around the matches; walked once, in the order of the text."""

    def __init__(
        self,
        lexicon: TimeLexicon,
        tokens: Tokens,
        sentences: Sequence[tuple[int, int]],
        matches: Sequence[Found],
        published: dt.date | None,
    ) -> None:
        self._lexicon, self._tokens, self._matches, self._published = lexicon, tokens, matches, published
        self._sentences = list(sentences) or [(0, len(tokens.text))]
        self._starts = [start for start, _ in self._sentences]
        cues = lexicon.cues
        self._future, self._past = cues.get("future", frozenset()), cues.get("past", frozenset())
        self._past_suffix = tuple(sorted(cues.get("past_suffix", ())))
        self._stop = cues.get("stop", frozenset())
        self._last: Point | None = None
        self._period: Point | None = None
        self._last_sentence = -1

    def context(self, index: int) -> Context:
        """Return what a match is resolved against."""
        match = self._matches[index]
        opens = self._opens(match)
        direction = 1 if self._relation(match) is Relation.BY else self._direction(match)
        return Context(
            self._published, direction, self._last, self._period, opens, self._lexicon.order
        )

    def _start(self, match: Found) -> int:
        return self._tokens.spans[match.first][0]

    def _sentence_of(self, match: Found) -> int:
        return max(bisect_right(self._starts, self._start(match)) - 1, 0)

    def _opens(self, match: Found) -> bool:
        start = self._start(match)
        first = self._sentences[self._sentence_of(match)][0]
        return not self._tokens.text[first:start].strip(" \t\r\n\"“”'‘’—–-(")

    def _direction(self, match: Found) -> int:
        """Return the tense of the nearest cue: before the match in its clause, else after it."""
        first, last = self._sentences[self._sentence_of(match)]
        spans = self._tokens.spans
        index, found = match.first - 1, 0
        while index >= 0 and spans[index][0] >= first and not found:
            word = self._tokens.lower(index)
            if word in self._stop and index < match.first - 1:
                break
            found = self._cue(word)
            index -= 1
        index = match.last
        while not found and index < len(spans) and spans[index][1] <= last:
            found = self._cue(self._tokens.lower(index))
            index += 1
        return found

    def _cue(self, word: str) -> int:
        if word in self._future:
            return 1
        if word in self._past or (self._past_suffix and len(word) > 4 and word.endswith(self._past_suffix)):
            return -1
        return 0

    def timex(self, index: int, outcome: Outcome) -> Timex:
        """Return the finished expression of a match."""
        match, tokens = self._matches[index], self._tokens
        start, end = tokens.spans[match.first][0], tokens.spans[match.last - 1][1]
        return Timex(
            start=start,
            end=end,
            text=tokens.text[start:end],
            type=_type(outcome),
            value=outcome.value,
            basis=outcome.basis,
            relation=self._relation(match),
            approximate=outcome.approximate,
            placed=outcome.placed,
            flags=outcome.flags,
            confidence=outcome.confidence,
            rule=match.rule.name,
        )

    def _relation(self, match: Found) -> Relation:
        relations, before = self._lexicon.relations, match.first - 1
        word = self._tokens.lower(before)
        if word in ("pada", "dari", "tanggal"):
            before -= 1
            word = self._tokens.lower(before)
        found = relations.get(f"{self._tokens.lower(before - 1)} {word}") or relations.get(word)
        if found is None:
            found = relations.get(self._tokens.lower(match.first))
        return Relation(found) if found else Relation.NONE

    def remember(self, index: int, outcome: Outcome) -> None:
        """Make a day or month the date under discussion."""
        value = outcome.value
        if isinstance(value, Span) and value.first is not None:
            value = value.first
        if isinstance(value, Point) and value.grain in (Grain.QUARTER, Grain.HALF) and outcome.basis is not DateBasis.RELATIVE:
            self._period = value
        if isinstance(value, Point) and value.begin is not None:
            self._last, self._last_sentence = value, self._sentence_of(self._matches[index])


def _type(outcome: Outcome) -> TimexType:
    value = outcome.value
    if isinstance(value, Recurring):
        return TimexType.SET
    if isinstance(value, Length):
        return TimexType.DURATION
    if isinstance(value, Point) and value.grain in (Grain.PART, Grain.MINUTE):
        return TimexType.TIME
    return TimexType.DATE
