"""A model's words to spans, parties, dates and places: what the text or the tables lack is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from linimasa.extract.participants import expand
from linimasa.extract.reading import Passage
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind
from linimasa.model.timex import Timex

Span = tuple[int, int]


def spans_of(words: str, text: str, span: Span) -> list[Span]:
    """Return where words stand, whole, inside a span of the text; the words are taken as they are."""
    wanted = words.strip()
    if not wanted:
        return []
    before = r"(?<!\w)" if wanted[0].isalnum() else ""
    after = r"(?!\w)" if wanted[-1].isalnum() else ""
    pattern = re.compile(before + re.escape(wanted) + after)
    return [(m.start(), m.end()) for m in pattern.finditer(text, *span)]


class Grounding:
    """Looks up the words of proposals about one sentence; counts in `left_out` what isn't found."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.left_out: Counter[str] = Counter()

    def only(self, words: str, what: str) -> Span | None:
        """Return where words stand, None (counted) where they don't or stand in several places."""
        found = spans_of(words, self.passage.text, self.passage.span)
        if len(found) == 1:
            return found[0]
        self.left_out[f"{what} ambiguous" if found else f"{what} not in sentence"] += 1
        return None

    def parties(self, named: Iterable[str], what: str) -> list[Mention]:
        """Return the parties that words name; only those that the program itself finds there."""
        out: list[Mention] = []
        for words in named:
            found = self._mention(words, what)
            if found is not None and found not in out:
                out.append(found)
        return out

    def _mention(self, words: str, what: str) -> Mention | None:
        spans = spans_of(words, self.passage.text, self.passage.span)
        if not spans:
            self.left_out[f"{what} not in sentence"] += 1
            return None
        # The same name twice in a sentence is the same party: there is nothing to choose.
        found = [_best(span, self.passage.mentions) for span in spans]
        known = {m.actor or m.text: m for m in reversed(found) if m is not None and _acts(m)}
        if len(known) == 1:
            return next(iter(known.values()))
        self.left_out[f"{what} ambiguous" if known else f"{what} unknown"] += 1
        return None

    def time(self, words: str | None) -> Timex | None:
        """Return the date that words are, only where the program itself reads them as one."""
        span = None if words is None else self.only(words, "time")
        if span is None:
            return None
        for timex in self.passage.times:
            if _covers(span, (timex.start, timex.end)) and timex.event_time() is not None:
                return timex
        self.left_out["time unknown"] += 1
        return None

    def places(self, words: str | None) -> list[Mention]:
        """Return the place that words name, only where the tables know it."""
        span = None if words is None else self.only(words, "place")
        if span is None:
            return []
        found = _best(span, [m for m in self.passage.mentions if m.is_place])
        if found is None:
            self.left_out["place unknown"] += 1
            return []
        return [found]


def _covers(one: Span, other: Span) -> bool:
    """Whether one of two spans holds the other."""
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def _best(span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that a span names: the one with most of its letters, by the whole phrase."""
    fitting = [m for m in mentions if _covers(span, (m.outer_start, m.outer_end))]
    return max(fitting, key=lambda m: (_common(span, m), -m.start), default=None)


def _common(span: Span, mention: Mention) -> int:
    return min(span[1], mention.outer_end) - max(span[0], mention.outer_start)


def _acts(mention: Mention) -> bool:
    """Whether a mention can be a party: no mere place, no pronoun whose antecedent isn't known."""
    if mention.kind is ActorKind.PLACE or (mention.pronoun and not mention.antecedent):
        return False
    return bool(expand([mention]))


__all__ = ["Grounding", "Span", "spans_of"]
