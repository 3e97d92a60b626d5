"""Numbers with bounds, unit and what they measure ("sedikitnya 4.500 tentara sudah dipulangkan")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linimasa.lexicon.quantity import QuantityWords
from linimasa.model.statement import Quantity

#: What is measured is looked for so many characters around the number.
_WINDOW = 70


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


class QuantityFinder:
    """Finds the quantities of one language; immutable once built."""

    def __init__(self, words: QuantityWords) -> None:
        self.words = words
        number = rf"\d+(?:[{re.escape(words.group)}]\d{{3}})*(?:[{re.escape(words.decimal)}]\d+)?"
        self.pattern = re.compile(
            rf"(?<![\w.,])(?:(?P<about>{_alternatives(words.approximations)})\s+)?"
            rf"(?:(?P<vague>{_alternatives(words.vague)})\s+"
            rf"|(?P<number>{number})(?:[\s-]+(?P<scale>{_alternatives(words.scales)}))?\s+"
            rf"|(?P<word>{_alternatives(words.words)})(?:\s+(?P<wordscale>{_alternatives(words.scales)}))?\s+)"
            rf"(?:[a-zà-ÿ-]+\s+){{0,1}}?(?P<unit>{_alternatives(words.units)})(?!\w)",
            re.IGNORECASE,
        )
        self.measures = re.compile(rf"(?<!\w)(?:{_alternatives(words.measures)})(?!\w)", re.IGNORECASE)

    def find(self, text: str, span: tuple[int, int]) -> tuple[Quantity, ...]:
        """Return the quantities inside a span of the text, in order."""
        found: list[Quantity] = []
        words = text[span[0] : span[1]].lower()
        if not any(unit in words for unit in self.words.units):
            return ()  # most sentences: the pattern is slow
        for match in self.pattern.finditer(text, *span):
            bounds = self._bounds(match)
            measures = self._measured(text, span, match)
            if bounds is None or measures is None:
                continue
            found.append(
                Quantity(
                    start=match.start(),
                    end=match.end(),
                    text=match.group(),
                    value=bounds.value,
                    min=bounds.low,
                    max=bounds.high,
                    approximate=bounds.approximate,
                    unit=self.words.units[match["unit"].lower()],
                    measures=measures,
                )
            )
        return tuple(found)

    def _bounds(self, match: re.Match[str]) -> _Bounds | None:
        words = self.words
        if match["vague"]:
            low, high = words.vague[match["vague"].lower()]
            return _Bounds(None, low, high, False)
        if match["number"]:
            digits = match["number"].replace(words.group, "").replace(words.decimal, ".")
            scale = words.scales[match["scale"].lower()] if match["scale"] else 1
            number = round(float(digits) * scale)
        else:
            scale = words.scales[match["wordscale"].lower()] if match["wordscale"] else 1
            number = words.words[match["word"].lower()] * scale
        return _bounded(number, words.approximations.get((match["about"] or "").lower()))

    def _measured(self, text: str, span: tuple[int, int], match: re.Match[str]) -> str | None:
        """Return what the nearest measuring word says, None where there is none near."""
        low, high = max(span[0], match.start() - _WINDOW), min(span[1], match.end() + _WINDOW)
        near = [
            (min(abs(m.start() - match.end()), abs(match.start() - m.end())), m.start(), m.group().lower())
            for m in self.measures.finditer(text, low, high)
        ]
        return self.words.measures[min(near)[2]] if near else None


@dataclass(frozen=True, slots=True)
class _Bounds:
    value: int | None
    low: int | None
    high: int | None
    approximate: bool


def _bounded(number: int, word: str | None) -> _Bounds:
    if word == "above":
        return _Bounds(None, number + 1, None, False)
    if word == "atleast":
        return _Bounds(None, number, None, False)
    if word == "atmost":
        return _Bounds(None, None, number, False)
    if word == "below":
        return _Bounds(number, None, number, True)
    return _Bounds(number, None, None, word == "about")


def assign(quantities: Sequence[Quantity], triggers: Sequence[tuple[int, int]]) -> list[list[Quantity]]:
    """Give each quantity to the nearest trigger; the result is parallel to `triggers`."""
    shares: list[list[Quantity]] = [[] for _ in triggers]
    for quantity in quantities:
        if not triggers:
            break
        near = min(
            range(len(triggers)),
            key=lambda n: (max(triggers[n][0] - quantity.end, quantity.start - triggers[n][1]), n),
        )
        shares[near].append(quantity)
    return shares
