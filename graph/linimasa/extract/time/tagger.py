"""The tagger: text in, time expressions with values out."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.lexicon import TimeLexicon, load
from linimasa.extract.time.makers import MAKERS
from linimasa.extract.time.recognise import Found, Recogniser
from linimasa.extract.time.scene import Scene
from linimasa.model.timevalue import Grain, Length, Point, Recurring
from linimasa.model.timex import Timex, TimexType

#: Rules whose value stands by itself: they are resolved first and date the sayings of their sentence.
_ABSOLUTE = frozenset({"date", "numeric", "range"})


class TimeTagger:
    """Finds and values the time expressions of one language; made once, used for any number of texts.

    `vague` adds adverbs that date nothing ("recently", "soon"), which TimeML marks and the project's guide not.
    """

    def __init__(self, lang: str, vague: bool = False) -> None:
        self.lexicon: TimeLexicon = load(lang, vague)
        self._recogniser = Recogniser(self.lexicon)

    def tag(
        self, text: str, sentences: Sequence[tuple[int, int]], published: dt.date | None
    ) -> tuple[Timex, ...]:
        """Return the expressions of `text`, sorted and not overlapping.

        `sentences` are the (start, end) spans of its sentences, `published` the day the words count from; with
        None nothing is anchored but what the text itself dates.
        """
        tokens = self._recogniser.encoder.tokens(text)
        matches = self._recogniser.find(tokens)
        if not matches:
            return ()
        scene = Scene(self.lexicon, tokens, sentences, matches, published)
        result: list[Timex] = []
        for index, match in enumerate(matches):
            context = scene.context(index)
            outcome = MAKERS[match.rule.make](match, context)
            if outcome is None:
                continue
            timex = scene.timex(index, outcome)
            scene.remember(index, outcome)
            result.append(timex)
        return tuple(result)


__all__ = [
    "Context",
    "Found",
    "Grain",
    "Length",
    "Outcome",
    "Point",
    "Recurring",
    "TimeTagger",
    "TimexType",
    "bisect_right",
]
