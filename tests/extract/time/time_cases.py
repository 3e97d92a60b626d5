"""Helpers of the time tests: sentences of our own with what they must give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from linimasa.extract.sentences import split
from linimasa.extract.time import TimeTagger
from linimasa.model.timex import Timex

#: Most sentences are read as if published on Wednesday 29 December 2021.
PUBLISHED = dt.date(2021, 12, 29)


def read(tagger: TimeTagger, text: str, published: dt.date | None = PUBLISHED) -> tuple[Timex, ...]:
    """Return the expressions of a text."""
    return tagger.tag(text, split(text), published)


def values(tagger: TimeTagger, text: str, published: dt.date | None = PUBLISHED) -> Mapping[str, str]:
    """Return TIMEX3 values by the words they stand for."""
    return {timex.text: timex.timex3 for timex in read(tagger, text, published)}


def the(tagger: TimeTagger, text: str, published: dt.date | None = PUBLISHED) -> Timex:
    """Return the one expression of a text."""
    (timex,) = read(tagger, text, published)
    return timex
