"""Values of the lexicon's tables: each is read with its key, and what has another shape is refused.

All functions raise ValueError with the key, what stands there and what belongs there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from linimasa.errors import LexiconError


def known_keys(row: Mapping[str, Any], allowed: Iterable[str], where: str = "") -> None:
    """Refuse keys that mean nothing."""
    unknown = sorted(set(row) - set(allowed))
    if unknown:
        raise ValueError(f"{where}unknown key {', '.join(unknown)}; known are {', '.join(sorted(allowed))}")


def one_of(value: object, allowed: frozenset[str], key: str) -> str:
    """Return a word of a closed list."""
    if not isinstance(value, str) or value not in allowed:
        raise ValueError(f"{key} = {value!r} isn't one of {', '.join(sorted(allowed))}")
    return value


def text(value: object, key: str) -> str:
    """Return a string that isn't empty."""
    if not isinstance(value, str) or not value:
        raise ValueError(f'{key} = {value!r} isn\'t text; write {key} = "…"')
    return value


def words(value: object, key: str) -> tuple[str, ...]:
    """Return a list of strings: a string alone would be read letter by letter."""
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise ValueError(f'{key} = {value!r} isn\'t a list of words; write {key} = ["…"]')
    return tuple(value)


def flag(value: object, key: str) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise ValueError(f"{key} = {value!r} is neither true nor false; write one of them without quotes")
    return value


def share(value: object, key: str) -> float:
    """Return a number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(f"{key} = {value!r} isn't a number from 0 to 1")
    return float(value)


def table(value: object, key: str) -> Mapping[str, Any]:
    """Return a table."""
    if not isinstance(value, dict):
        raise ValueError(f"{key} = {value!r} isn't a table; write {key} = {{ … = … }}")
    return value


def rows_of(data: Mapping[str, Any], name: str, beside: Iterable[str], path: Path) -> list[dict[str, Any]]:
    """Return the tables `[[name]]` of a file; LexiconError for other keys than `beside` and other shapes."""
    unknown = sorted(set(data) - {name, *beside})
    if unknown:
        known = ", ".join((f"[[{name}]]", *(f"[{key}]" for key in sorted(beside))))
        raise LexiconError(f"unknown table {unknown[0]}; known are {known}", path=path)
    rows = data.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LexiconError(f"{name} isn't a list of tables; write each under [[{name}]]", path=path)
    return rows
