"""Number words: "dua puluh lima", "twenty-five", "seratus", "several"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from linimasa.extract.time.tokens import numeric_classes


class NumberReader:
    """Reads a run of number words.

    The table gives `add` (word = value: two, twenty, seratus), `times` (word = factor: puluh, hundred; a
    factor below 1000 multiplies the last value, others all before), `teen` (words that add ten: belas) and
    `join` (words that may stand inside: and, -).
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._add: Mapping[str, int] = table.get("add", {})
        self._times: Mapping[str, int] = table.get("times", {})
        self._teen = frozenset(table.get("teen", ()))
        self._join = frozenset(table.get("join", ()))
        self.words = frozenset(self._add) | frozenset(self._times) | self._teen

    def read(self, word_at: Callable[[int], str], first: int) -> tuple[int, int] | None:
        """Return the value and the index after the run that begins at `first`, None where it is no number."""
        if word_at(first) not in self._add:
            return None
        total, current, last, index, end = 0, 0, 0, first, first
        while True:
            word = word_at(index)
            if word in self._add:
                value = self._add[word]
                if index > first and not self._fits(last, value):
                    break
                current, last = current + value, value
            elif word in self._teen:
                current, last = current + 10, 10 + last
            elif word in self._times:
                factor = self._times[word]
                if factor < 1000:
                    current, last = current - last + last * factor, last * factor
                else:
                    total, current, last = total + max(current, 1) * factor, 0, 0
            elif word in self._join and index > first and word_at(index + 1) in self._add:
                value = self._add[word_at(index + 1)]
                if not self._fits(last, value):
                    break
                index += 1
                continue
            else:
                break
            index += 1
            end = index
        return total + current, end

    @staticmethod
    def _fits(last: int, value: int) -> bool:
        """Whether a value may follow: smaller than the last one, on an empty place ("twenty five")."""
        if last == 0:
            return True
        return last >= 10 and value < last and last % 10 == 0 and (last % 100 == 0 or value < 10)


def number_values(number: int) -> dict[str, Any]:
    """Return the classes of a number written in words, with values."""
    values: dict[str, Any] = {"num": number, "numword": number}
    values.update({k: v for k, v in numeric_classes("int", str(number)).items() if k in ("hour",)})
    return values


def number_class_sets() -> tuple[frozenset[str], ...]:
    """Return the sets of classes that a number in words can have."""
    return (frozenset(number_values(1)), frozenset(number_values(99)))
