"""Dates of events in words, with their vagueness said."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linimasa.analyse import Event
from linimasa.store.labels import load_wording

_PART = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)\Z")

#: The last day there is, for what has no end.
OPEN = "9999-12-31"


def when(event: Event, lang: str, words: Mapping[str, str]) -> str:
    """Return when an event was or is to be, as precisely as its source says and no more."""
    if event.edtf:
        text = _edtf(event.edtf, lang, words)
        if text:
            return text
    if event.date is None:
        return words["undated"]
    day = _part(event.date, lang, words)
    pattern = {"asOf": "as_of", "notAfter": "at_latest", "notBefore": "from"}.get(event.precision or "")
    return words[pattern].format(date=day) if pattern else day


def _edtf(value: str, lang: str, words: Mapping[str, str]) -> str:
    inner = value.removeprefix("[").removesuffix("]")
    cut = "/" if "/" in inner else ".."
    if cut not in inner:
        return _part(inner, lang, words)
    begin, end = ("" if part in ("", "..") else _part(part, lang, words) for part in inner.split(cut, 1))
    if begin and end:
        return begin if begin == end else words["span"].format(begin=begin, end=end)
    if begin:
        return words["from"].format(date=begin)
    return words["at_latest"].format(date=end) if end else ""


def _part(value: str, lang: str, words: Mapping[str, str]) -> str:
    match = _PART.match(value)
    if match is None:
        return value
    year, month, day, vague = match.groups()
    wording = load_wording()[lang]
    text = year
    if month and 1 <= int(month) <= 12:
        name = wording.months[int(month) - 1]
        known = "" if year == "XXXX" else year
        pattern = wording.words["day" if day else "month"]
        text = pattern.format(day=int(day or 0), month=name, year=known).strip()
        if not known:
            text = words["no_year"].format(date=text)
    return words["about"].format(date=text) if vague else text


def window(event: Event) -> tuple[str, str] | None:
    """Return the first and last day an event may fall on, for filtering; None where it has no date.

    What has begun and has no known end goes on; what is only known to be over counts on its latest day.
    """
    if event.date is None:
        return None
    low = event.begin or event.date
    if event.end is not None:
        return low, max(event.end, low)
    goes_on = event.edtf is not None and event.edtf.endswith(("/..", "/"))
    return low, OPEN if goes_on else event.date
