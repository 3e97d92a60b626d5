"""Reading `time.toml`: one file laid over another, calendar words from dateparser where a file gives none."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linimasa.errors import LexiconError

_KEYS = frozenset(
    {
        "calendar",
        "capitalised",
        "classes",
        "cues",
        "drop",
        "extends",
        "known",
        "language",
        "macros",
        "numbers",
        "order",
        "relations",
        "rule",
        "sets",
        "titles",
    }
)
#: What a language without a file of its own gets: written dates.
_PLAIN = Path(__file__).with_name("plain.toml")


def layered(path: Path) -> dict[str, Any]:
    """Return a file's tables laid over those of the language it extends; `drop` takes rules of the base out.

    A missing file gives the plain rules with the language's calendar words; LexiconError names what is wrong.
    """
    if not path.exists():
        return _with_calendar({**_read(_PLAIN), "language": path.parent.name}, path.parent.name, frozenset())
    data = _read(path)
    own = frozenset(data.get("classes", {}))
    base_name = data.get("extends")
    if base_name:
        data = _over(layered(path.parents[1] / base_name / path.name), data)
    calendar = data.get("calendar")
    return _with_calendar(data, calendar, own) if calendar else data


def _read(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"can't be read ({error})", path=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"isn't TOML in UTF-8 ({error}); mend the line", path=path) from error
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise LexiconError(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}", path=path)
    return data


def _over(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(base)
    dropped = frozenset(top.get("drop", ()))
    for key, value in top.items():
        if key == "rule":
            gone = dropped | {row.get("name") for row in value}
            result[key] = value + [row for row in base.get("rule", []) if row.get("name") not in gone]
        else:
            result[key] = _tables(base.get(key, {}), value) if isinstance(value, dict) else value
    if "rule" not in top:
        result["rule"] = [row for row in base.get("rule", []) if row.get("name") not in dropped]
    return result


def _tables(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """Lay tables over tables: entries are added, lists lengthened, an empty list takes a table away."""
    result = dict(base)
    for key, value in top.items():
        old = result.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            result[key] = {**old, **value}
        elif isinstance(value, list) and isinstance(old, list) and value:
            result[key] = [*old, *(item for item in value if item not in old)]
        else:
            result[key] = value
    return result


def _with_calendar(data: dict[str, Any], lang: str, own: frozenset[str]) -> dict[str, Any]:
    # Only languages that leave their calendar to dateparser pay for its import.
    from linimasa.extract.time.locale import calendar_words

    words = {name: table for name, table in calendar_words(lang).items() if name not in own}
    return {**data, "classes": {**data.get("classes", {}), **words}}
