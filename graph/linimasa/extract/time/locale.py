"""Calendar words and absolute dates of any language that dateparser knows, behind our own recogniser.

Imported only where a lexicon leaves its months or weekdays to dateparser, or where a language has no lexicon.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from importlib import import_module
from typing import Any

from linimasa.errors import LexiconError

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CODE = re.compile(r"[a-z]{2,3}")
_WORD = re.compile(r"[^\W\d_]+(?:['’ -][^\W\d_]+)*\Z")


@lru_cache(maxsize=8)
def _locale(lang: str) -> dict[str, Any]:
    if not _CODE.fullmatch(lang):
        raise LexiconError(f"{lang!r} is no language code of two or three letters")
    try:
        module = import_module(f"dateparser.data.date_translation_data.{lang}")
    except ModuleNotFoundError as error:
        raise LexiconError(
            f"dateparser has no calendar words for {lang!r}; give months and weekdays"
        ) from error
    found: dict[str, Any] = module.info
    return found


def languages() -> frozenset[str]:
    """Return the codes of the languages that dateparser knows, without those of regions and scripts."""
    from dateparser.data.languages_info import language_order

    return frozenset(code for code in language_order if _CODE.fullmatch(code))


def calendar_words(lang: str) -> dict[str, dict[str, int]]:
    """Return the classes `month` (1 to 12), `shortmonth` and `weekday` (0 Monday) of a language's locale.

    A name of up to four letters that begins a longer one counts as short: it needs a figure beside it.
    """
    data = _locale(lang)
    names = {"month": _named(data, _MONTHS, 1), "weekday": _named(data, _WEEKDAYS, 0)}
    long = {name: {w: n for w, n in table.items() if len(w) > 3} for name, table in names.items()}
    short = {w: n for w, n in names["month"].items() if len(w) <= 3 and w not in long["month"]}
    for number in range(1, 13):  # "mei" is whole where no longer name is known
        whole = [w for w, n in long["month"].items() if n == number]
        for word in [w for w, n in short.items() if n == number]:
            if not any(w.startswith(word) for w in whole):
                long["month"][word] = short.pop(word)
    return {"month": long["month"], "shortmonth": short, "weekday": long["weekday"]}


def _named(data: dict[str, Any], keys: tuple[str, ...], first: int) -> dict[str, int]:
    return {
        word.lower(): number
        for number, key in enumerate(keys, start=first)
        for word in data.get(key, ())
        if _WORD.fullmatch(word) and " " not in word
    }


def absolute_date(text: str, lang: str) -> dt.date | None:
    """Return the day that an absolute expression with day, month and year names; None where it names none.

    dateparser runs with the language given, all parts required and a fixed base, so that it never falls back
    to today.
    """
    from dateparser import parse

    found = parse(
        text,
        languages=[lang],
        settings={
            "RELATIVE_BASE": dt.datetime(2000, 1, 1),
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": "DMY",
        },
    )
    return None if found is None else found.date()
