"""The tagger: text in, time expressions with values out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.encode import Tokens
from linimasa.extract.time.lexicon import TimeLexicon, load
from linimasa.extract.time.makers import MAKERS
from linimasa.extract.time.recognise import Found, Recogniser
from linimasa.extract.time.scene import Scene
from linimasa.model.timevalue import Grain, Length, Point, Recurring, Span
from linimasa.model.timex import Relation, Timex, TimexType


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression with what it was read from: the match and the direction of time around it."""

    timex: Timex
    match: Found
    direction: int


class TimeTagger:
    """Finds and values the time expressions of one language; made once, used for any number of texts.

    `vague` adds adverbs that date nothing ("recently", "soon"): TimeML marks them, the project's guide not.
    """

    def __init__(self, lang: str, vague: bool = False) -> None:
        self.lexicon: TimeLexicon = load(lang, vague)
        self._recogniser = Recogniser(self.lexicon)

    def tag(
        self, text: str, sentences: Sequence[tuple[int, int]], published: dt.date | None
    ) -> tuple[Timex, ...]:
        """Return the expressions of `text`, sorted and not overlapping.

        `sentences` are the (start, end) spans of its sentences, `published` the day the words count from;
        with None nothing is anchored but what the text itself dates.
        """
        return _joined([r.timex for r in self.readings(text, sentences, published)], text, self.lexicon)

    def readings(
        self, text: str, sentences: Sequence[tuple[int, int]], published: dt.date | None
    ) -> list[Reading]:
        """Return the expressions with their matches, ranges not yet joined."""
        tokens = self._recogniser.encoder.tokens(text)
        matches = self._recogniser.find(tokens)
        if not matches:
            return []
        scene = Scene(self.lexicon, tokens, sentences, matches, published, _resolve)
        result: list[Reading] = []
        for index, match in enumerate(matches):
            context = scene.context(index)
            outcome = _resolve(match, context)
            if outcome is None:
                continue
            scene.remember(index, outcome)
            timex = _timex(match, tokens, outcome, scene.relation(match))
            result.append(Reading(timex, match, context.direction))
        return result


def _resolve(match: Found, context: Context) -> Outcome | None:
    try:
        return MAKERS[match.rule.make](match, context)
    except (OverflowError, ValueError):
        return None  # outside the calendar: "9000 tahun lalu"


def _timex(match: Found, tokens: Tokens, outcome: Outcome, relation: Relation) -> Timex:
    start, end = tokens.spans[match.first][0], tokens.spans[match.last - 1][1]
    return Timex(
        start=start,
        end=end,
        text=tokens.text[start:end],
        type=_type(outcome),
        value=outcome.value,
        basis=outcome.basis,
        relation=relation,
        approximate=outcome.approximate,
        placed=outcome.placed,
        flags=outcome.flags,
        confidence=outcome.confidence,
        rule=match.rule.name,
    )


def _type(outcome: Outcome) -> TimexType:
    value = outcome.value
    if isinstance(value, Recurring):
        return TimexType.SET
    if isinstance(value, Length):
        return TimexType.DURATION
    if isinstance(value, Point) and value.grain in (Grain.PART, Grain.MINUTE):
        return TimexType.TIME
    return TimexType.DATE


def _joined(found: list[Timex], text: str, lexicon: TimeLexicon) -> tuple[Timex, ...]:
    """Place both ends of "from … to …" on the stretch between them."""
    links = lexicon.sets.get("range_links", frozenset())
    for index in range(len(found) - 1):
        one, other = found[index], found[index + 1]
        opened = one.relation is Relation.SINCE or _word_before(text, one.start) in lexicon.sets.get(
            "range_opens", ()
        )
        between = text[one.end : other.start].strip().lower()
        if not opened or between not in links:
            continue
        if not isinstance(one.value, Point) or not isinstance(other.value, Point):
            continue
        other = _following(one.value, other)
        if not isinstance(other.value, Point) or one.value.begin is None or other.value.end is None:
            continue
        if one.value.begin > other.value.end:
            continue
        span = Span(one.value, other.value)
        found[index] = replace(one, placed=span, relation=Relation.DURING)
        found[index + 1] = replace(other, placed=span, relation=Relation.DURING)
    return tuple(found)


def _following(first: Point, other: Timex) -> Timex:
    """Put the weekday that ends a range behind the one that begins it."""
    last = other.value
    if not isinstance(last, Point) or not other.rule.startswith("weekday"):
        return other
    if first.date is None or last.date is None or not 0 < (first.date - last.date).days < 7:
        return other
    return replace(other, value=last.shift(7))


def _word_before(text: str, start: int) -> str:
    words = text[max(0, start - 20) : start].split()
    return words[-1].lower() if words else ""
