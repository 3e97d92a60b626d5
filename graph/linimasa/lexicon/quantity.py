"""Words of quantity: scales, vague numbers, units and what is measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linimasa.errors import LexiconError
from linimasa.lexicon import checks
from linimasa.lexicon.frame import read_toml

_BOUNDS = frozenset({"about", "above", "below", "atleast", "atmost"})


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The words of `quantities.toml` in lower case; `vague` maps words to their least and greatest number."""

    decimal: str
    group: str
    approximations: Mapping[str, str]
    scales: Mapping[str, int]
    words: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    units: Mapping[str, str]
    measures: Mapping[str, str]


def _inverted(key: str, rows: Mapping[str, Any]) -> dict[str, str]:
    return {word: name for name, words in rows.items() for word in checks.words(words, f"{key}.{name}")}


def load_quantities(path: Path) -> QuantityWords:
    """Return the words of quantity; LexiconError where the file breaks the format."""
    data = read_toml(path)
    try:
        unknown = set(data["approximations"].values()) - _BOUNDS
        if unknown:
            raise ValueError(f"unknown approximation {sorted(unknown)}")
        return QuantityWords(
            decimal=data["decimal"],
            group=data["group"],
            approximations=dict(data["approximations"]),
            scales=dict(data["scales"]),
            words=dict(data["words"]),
            vague={word: (int(low), int(high)) for word, (low, high) in data["vague"].items()},
            units=_inverted("units", data["units"]),
            measures=_inverted("measures", data["measures"]),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise LexiconError(f"{error}; compare it with the other languages' file", path=path) from error
