"""The surroundings of the matches of one text: sentences, quotations, sayings, the date under discussion."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.encode import Tokens
from linimasa.extract.time.lexicon import TimeLexicon
from linimasa.extract.time.quotes import quotations
from linimasa.extract.time.recognise import Found
from linimasa.extract.time.tense import Tense
from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import Grain, Point, Span
from linimasa.model.timex import Relation

Resolver = Callable[[Found, Context], Outcome | None]

#: Makers whose value can date a saying ("kata Menlu, Kamis (19/6)").
_DAYS = frozenset({"date", "numeric", "weekday", "near"})
_POSSESSIVE = frozenset({"'", "’"})
#: A saying is dated at most this many days before publication.
_STALE = 14
#: A day so few tokens behind a clock time is its day.
_CLOCK_REACH = 6
#: The day that a report tells of stands in its first sentences, at most so many days before publication.
_LEAD, _LEAD_DAYS = 3, 3


class Scene:
    """Everything around the matches; walked once, in the order of the text."""

    def __init__(
        self,
        lexicon: TimeLexicon,
        tokens: Tokens,
        sentences: Sequence[tuple[int, int]],
        matches: Sequence[Found],
        published: dt.date | None,
        resolve: Resolver,
    ) -> None:
        self._lexicon, self._tokens, self._matches, self._published = lexicon, tokens, matches, published
        self._resolve = resolve
        self._sentences = list(sentences) or [(0, len(tokens.text))]
        self._starts = [start for start, _ in self._sentences]
        self._quotes = quotations(tokens.text)
        self._quote_starts = [start for start, _ in self._quotes]
        self._tense = Tense(lexicon, tokens)
        self._last: Point | None = None
        self._last_sentence = -9
        self._last_day: Point | None = None
        self._last_day_sentence = -9
        self._last_end = -1
        self._period: Point | None = None
        self._weekdays: dict[int, dt.date] = {}
        self._dates: dict[tuple[int, int], int] = {}
        self._months: dict[int, int] = {}
        self._told = self._told_of()

    def _told_of(self) -> dt.date | None:
        """Return the day that the first sentences tell of: one written out, shortly before publication."""
        for match in self._matches:
            if self._published is None or self._sentence_of(match) >= _LEAD:
                return None
            if match.rule.make in ("date", "numeric") and self._quote_of(match) is None:
                day = self._day_of(match)
                if day is not None and (self._published - day).days <= _LEAD_DAYS:
                    return day
        return None

    def context(self, index: int) -> Context:
        """Return what a match is resolved against."""
        match = self._matches[index]
        said = self._said(match)
        context = self._context(match, said or self._published, said or self._told)
        behind = index + 1 < len(self._matches) and self._matches[index + 1].first - match.last <= 2
        if match.rule.make == "clock" and index + 1 < len(self._matches):
            day = self._day_behind(match, self._matches[index + 1])
            context = context if day is None else replace(context, last_day=Point.of_day(day))
        return replace(context, followed=True) if behind else context

    def _day_behind(self, match: Found, other: Found) -> dt.date | None:
        """Return the day that stands behind a clock time ("10.35 (0735 GMT) Jumat")."""
        near = other.first - match.last <= _CLOCK_REACH
        if not near or self._sentence_of(other) != self._sentence_of(match):
            return None
        return self._day_of(other)

    def _context(self, match: Found, anchor: dt.date | None, told: dt.date | None) -> Context:
        sentence = self._sentence_of(match)
        direction = self._tense.direction(match, self._sentences[sentence])
        relation = self.relation(match)
        if relation is Relation.BY and (direction == 0 or match.rule.make != "weekday"):
            direction = 1
        near = self._last_day if sentence - self._last_day_sentence <= 1 else None
        return Context(
            anchor=anchor,
            direction=direction,
            last=self._last,
            last_day=near,
            period=self._period,
            told=told,
            weekdays=self._weekdays,
            beside=self._beside(match),
            dates=self._dates,
            months=self._months,
            opens=self._opens(match, sentence),
            dated=sentence == self._last_sentence,
            order=self._lexicon.order,
            lang=self._lexicon.language,
        )

    def _beside(self, match: Found) -> dt.date | None:
        """Return the day that the expression just before names."""
        if self._last_day is None or self._last_end < 0:
            return None
        between = self._tokens.text[self._last_end : self._start(match)]
        return self._last_day.date if between.strip(" ") in ("", ",", "(") else None

    def _start(self, match: Found) -> int:
        return self._tokens.spans[match.first][0]

    def _sentence_of(self, match: Found) -> int:
        return self._sentence_at(self._start(match))

    def _sentence_at(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _opens(self, match: Found, sentence: int) -> bool:
        before = self._tokens.text[self._sentences[sentence][0] : self._start(match)]
        return not before.strip(" \t\r\n\"“”'‘’—–-(")

    def _quote_of(self, match: Found) -> tuple[int, int] | None:
        at = bisect_right(self._quote_starts, self._start(match)) - 1
        if at < 0 or self._quotes[at][1] <= self._start(match):
            return None
        return self._quotes[at]

    def _said(self, match: Found) -> dt.date | None:
        """Return the day of saying of a match in a quotation: named beside it, else told before."""
        quote = self._quote_of(match)
        if quote is None:
            return None
        first = self._sentences[self._sentence_at(quote[0])][0]
        last = self._sentences[self._sentence_at(quote[1] - 1)][1]
        if last <= quote[1]:  # the sentence after belongs to it where the splitter cut behind the mark
            last = quote[1]
        for other in self._matches:
            start = self._start(other)
            if start >= last:
                break
            if first <= start < quote[0] or quote[1] <= start:
                day = self._day_of(other)
                if day is not None:
                    return day
        return self._told

    def _day_of(self, match: Found) -> dt.date | None:
        """Return the day of a match that can date a saying."""
        if match.rule.make not in _DAYS or self._quote_of(match) is not None:
            return None
        outcome = self._resolve(match, self._context(match, self._published, None))
        value = None if outcome is None else outcome.value
        day = value.date if isinstance(value, Point) and value.year is not None else None
        if day is None or self._published is None:
            return day
        return day if 0 <= (self._published - day).days <= _STALE else None

    def relation(self, match: Found) -> Relation:
        """Return what a preposition before the match (or its first word) says."""
        if self._tokens.lower(match.last) in _POSSESSIVE:
            return Relation.NONE  # "after Saturday's election" is after the election
        relations, before = self._lexicon.relations, match.first - 1
        word = self._tokens.lower(before)
        if word in self._lexicon.sets.get("particles", ()):
            before -= 1
            word = self._tokens.lower(before)
        found = relations.get(f"{self._tokens.lower(before - 1)} {word}") or relations.get(word)
        if found is None:
            found = relations.get(self._tokens.lower(match.first))
        return Relation(found) if found else Relation.NONE

    def remember(self, index: int, outcome: Outcome) -> None:
        """Make a day, month or quarter what is under discussion."""
        match, value = self._matches[index], outcome.value
        if isinstance(value, Span) and value.first is not None:
            value = value.first
        if not isinstance(value, Point) or value.begin is None:
            return
        if value.grain in (Grain.QUARTER, Grain.HALF) and outcome.basis is not DateBasis.RELATIVE:
            self._period = value
        self._last, self._last_sentence = value, self._sentence_of(match)
        if value.grain is Grain.MONTH and value.year is not None and value.unit is not None:
            self._months[value.unit] = value.year
        day = value.date
        if day is None:
            return
        sentence = self._sentence_of(match)
        self._last_day, self._last_day_sentence = value, sentence
        self._last_end = self._tokens.spans[match.last - 1][1]
        if outcome.basis is DateBasis.EXPLICIT:
            self._dates[day.month, day.day] = day.year
        if match.roles.get("weekday") is not None:
            self._weekdays[day.weekday()] = day
