"""The date of a document that came without one: dateline, bracketed dates, else what the text lets conclude.

It is never today. A concluded day is marked `inferred`; inference only narrows to what is certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from linimasa.extract.sentences import split
from linimasa.extract.time.inference import inferred_window
from linimasa.extract.time.tagger import TimeTagger
from linimasa.extract.time.window import Window
from linimasa.lexicon.gazetteer import Gazetteer, load
from linimasa.model.terms import DateBasis
from linimasa.model.timevalue import Day, Grain, Point
from linimasa.model.timex import Timex

#: A dateline stands in this many first characters.
_HEAD = 220
_DAYS = frozenset({Grain.DAY, Grain.PART, Grain.MINUTE})
#: A source's domain, times and zones may stand in a dateline although they aren't capitalised.
_PLAIN_WORD = re.compile(r"(?<![\w.])[a-zà-ÿ]+(?![\w.]*\.[a-z]{2,3}\b)")


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """When a document was written.

    `day` where one day is told; `begin`/`end` the days it can have been (None is open); `basis` explicit for
    a dateline, else inferred; `why` the evidence in words.
    """

    day: Day | None
    begin: Day | None
    end: Day | None
    basis: DateBasis
    why: tuple[str, ...]


def document_date(
    text: str, title: str, lang: str, *, tagger: TimeTagger | None = None, gazetteer: Gazetteer | None = None
) -> DocumentDate | None:
    """Return what a text tells of its own date, None where nothing.

    `tagger` and `gazetteer` spare loading them again.
    """
    tagger = tagger or TimeTagger(lang)
    timexes = tagger.tag(text, split(text), None)
    full = [timex for timex in timexes if _full_day(timex)]
    line = _dateline(text, full, tagger)
    if line is not None:
        day = _day(line)
        return DocumentDate(day, day, day, DateBasis.EXPLICIT, (f"dateline {line.text!r}",))
    bracketed = [timex for timex in full if _in_brackets(text, timex)]
    if bracketed:
        latest = max(bracketed, key=lambda timex: (_day(timex) or Day.min, -timex.start))
        day = _day(latest)
        return DocumentDate(day, day, day, DateBasis.INFERRED, (f"bracketed date {latest.text!r}",))
    window = inferred_window(f"{title}\n{text}" if title else text, tagger, gazetteer or load())
    return _concluded(window)


def _concluded(window: Window) -> DocumentDate | None:
    if not window.why:
        return None
    day = window.begin if window.begin == window.end else None
    return DocumentDate(day, window.begin, window.end, DateBasis.INFERRED, window.why)


def _day(timex: Timex) -> Day | None:
    return timex.value.date if isinstance(timex.value, Point) else None


def _full_day(timex: Timex) -> bool:
    value = timex.value
    if timex.basis is not DateBasis.EXPLICIT or not isinstance(value, Point):
        return False
    return value.grain in _DAYS and value.date is not None


def _dateline(text: str, full: list[Timex], tagger: TimeTagger) -> Timex | None:
    """Return the date of the dateline: before it in its line stand only names, or it has a line to itself."""
    for timex in full:
        if timex.start > _HEAD:
            return None
        line = text[text.rfind("\n", 0, timex.start) + 1 : timex.start]
        rest = text[timex.end :].split("\n", 1)[0]
        words = [w for w in _PLAIN_WORD.findall(line) if w not in tagger.lexicon.sets.get("dateline", ())]
        alone = len(rest.strip(" \t\r|,()-–—/.")) < 20
        opened = line.strip() != "" or alone or rest.lstrip()[:1] in ("-", "–", "—", "|")
        if not words and opened:
            return timex
    return None


def _in_brackets(text: str, timex: Timex) -> bool:
    return timex.text.endswith((")", "]")) or text[: timex.start].endswith("(")
