"""How much of the sources' text is given on with what was made of it: pages, endpoint and exports.

- `full`: the whole text of each document, where the build kept it;
- `quotes`: the words of each statement, at most its sentence (the default);
- `none`: offsets and hashes, and no word of the text. Names of persons, bodies and places are facts and stay.
"""

from __future__ import annotations

from enum import StrEnum

from linimasa.errors import SettingError


class TextShown(StrEnum):
    """How much of the sources' text is given on."""

    FULL = "full"
    QUOTES = "quotes"
    NONE = "none"


def text_shown(value: str) -> TextShown:
    """Return the choice of this name; SettingError where there is none."""
    try:
        return TextShown(value)
    except ValueError:
        choices = ", ".join(TextShown)
        raise SettingError(f"--text {value!r}: choose one of {choices}") from None


def shown_words(quote: str, start: int | None, end: int | None) -> str:
    """Return what stands for a span for people: its words, where these are withheld its offsets `[59–137]`.

    Offsets are code points into the text. "" for a row of an imported table, which has neither.
    """
    if quote or start is None or end is None:
        return quote
    return f"[{start}–{end}]"
