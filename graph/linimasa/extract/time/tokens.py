"""From text to tokens with codes: words looked up, numbers read, number words joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}(?![\d-]))"
    r"|(?P<dmy>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<pair>[12]\d{3}/(?:[12]\d{3}|\d{2})(?![\d/]))"
    r"|(?P<dm>\d{1,2}/\d{1,2}(?!\d|/\d))"
    r"|(?P<clock>\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?![\d%]))"
    r"|(?P<other>\d+(?:[.,/]\d+)+)"
    r"|(?P<int>\d+)"
    r"|(?P<word>[^\W\d_]*[a-z](?=[A-Z][a-z])|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s]|_)"
    r"|(?P<line>\n)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the text: its span, its letters in lower case and what its classes make of it.

    `values` maps a class to the value the lexicon (or the numeral) gives for it.
    """

    start: int
    end: int
    text: str
    lower: str
    classes: frozenset[str]
    values: dict[str, object]


def numeric_classes(kind: str, text: str) -> dict[str, object]:
    """Return the classes of a numeral with their values: day of month, month number, year, clock time …"""
    if kind == "int":
        return _integer(text)
    if kind == "clock":
        parts = [int(part) for part in re.split(r"[.:]", text)]
        if parts[0] > 24 or any(part > 59 for part in parts[1:]):
            return {"other": text}
        return {"clock": (parts[0], parts[1]), "decimal": float(f"{parts[0]}.{parts[1]:02d}")}
    if kind in ("dmy", "dm", "iso", "pair"):
        numbers = tuple(int(part) for part in re.split(r"[/.-]", text))
        return {kind: numbers}
    number = re.fullmatch(r"(\d{1,3})[.,](\d{1,2})", text)
    if number:
        return {"decimal": float(f"{number[1]}.{number[2]}")}
    return {"other": text}


def _integer(text: str) -> dict[str, object]:
    number = int(text) if len(text) < 9 else 10**9
    found: dict[str, object] = {"num": number, "digits": number}
    if len(text) <= 2 and 1 <= number <= 31:
        found["day"] = number
        if number <= 24:
            found["hour"] = number
        if number <= 12:
            found["monthnum"] = number
    elif text in ("0", "00"):
        found["hour"] = 0
    if len(text) == 4 and 1000 <= number <= 2199:
        found["year"] = number
        if number % 10 == 0:
            found["decadeyear"] = number
    if len(text) == 2:
        found["yy"] = number
        if number % 10 == 0:
            found["decadeyy"] = number
    return found
