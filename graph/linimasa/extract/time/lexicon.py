"""The time lexicon of a language: word classes, number words, rules and cues, read from `time.toml`.

A file may `extend` another language's: its tables are laid over the base's, its rules added (a rule of the
same name takes the other's place). Where no months or weekdays are given, dateparser's locale provides them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.extract.time.pattern import Node, parse, words_of

_KEYS = frozenset(
    {
        "language",
        "extends",
        "order",
        "capitalised",
        "classes",
        "numbers",
        "macros",
        "sets",
        "relations",
        "cues",
        "rule",
        "calendar",
        "drop",
    }
)
_RULE_KEYS = frozenset(
    {"name", "pattern", "make", "prev", "not_prev", "next", "not_next", "not_caps_next", "vague", "with"}
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `pattern` over classes, `make` the maker of its value, `params` fixed values for the maker.

    `prev`/`next` are words of which one must stand before/after the match, `not_prev`/`not_next` those that
    forbid it; `not_caps_next` forbids a capital after it. `vague` rules run only where they are asked for.
    """

    name: str
    node: Node
    make: str
    params: Mapping[str, Any]
    prev: frozenset[str]
    not_prev: frozenset[str]
    next: frozenset[str]
    not_next: frozenset[str]
    not_caps_next: bool
    vague: bool
    order: int


@dataclass(frozen=True)
class TimeLexicon:
    """What one language knows of time; `order` is `dmy` or `mdy`."""

    language: str
    order: str
    words: Mapping[str, Mapping[str, Any]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Mapping[str, Any]], ...]]
    capitalised: frozenset[str]
    numbers: Mapping[str, Any]
    rules: tuple[Rule, ...]
    relations: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    cues: Mapping[str, frozenset[str]]

    @cached_property
    def literals(self) -> frozenset[str]:
        """The words and classes that the rules name."""
        return frozenset().union(*(words_of(rule.node) for rule in self.rules))


def load(lang: str, vague: bool = False) -> TimeLexicon:
    """Return the lexicon of a language, with its vague rules or without.

    LexiconError names the file and the key that is wrong.
    """
    path = resources.lexicon() / lang / "time.toml"
    data = _merged(path)
    macros, sets = data.get("macros", {}), {k: frozenset(v) for k, v in data.get("sets", {}).items()}
    dropped = frozenset(data.get("drop", ()))
    rules = tuple(
        _rule(row, order, macros, sets, str(path))
        for order, row in enumerate(data.get("rule", []))
        if row["name"] not in dropped and (vague or not row.get("vague", False))
    )
    words, phrases = _words(data, path)
    return TimeLexicon(
        language=lang,
        order=data.get("order", "dmy"),
        words=words,
        phrases=phrases,
        capitalised=frozenset(data.get("capitalised", ())),
        numbers=data.get("numbers", {}),
        rules=rules,
        relations=data.get("relations", {}),
        sets=sets,
        cues={k: frozenset(v) for k, v in data.get("cues", {}).items()},
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError("there is no time lexicon for this language; add the file", path=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"isn't TOML in UTF-8 ({error})", path=path) from error
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise LexiconError(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}", path=path)
    return data


def _merged(path: Path) -> dict[str, Any]:
    data = _read(path)
    base_name = data.get("extends")
    if base_name:
        base = _merged(path.parents[1] / base_name / path.name)
        merged = dict(base)
        for key, value in data.items():
            if key == "rule":
                names = {row["name"] for row in value}
                merged["rule"] = value + [row for row in base.get("rule", []) if row["name"] not in names]
            elif isinstance(value, dict):
                merged[key] = _laid_over(base.get(key, {}), value)
            else:
                merged[key] = value
        data = merged
    calendar = data.get("calendar")
    if calendar:
        from linimasa.extract.time.locale import calendar_words

        classes = dict(data.get("classes", {}))
        for name, table in calendar_words(calendar).items():
            if name not in _read(path).get("classes", {}):
                classes[name] = table
        data = {**data, "classes": classes}
    return data


def _laid_over(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """Return the base's tables with the entries of `top` laid over, one level deep."""
    result = dict(base)
    for key, value in top.items():
        old = result.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            result[key] = {**old, **value}
        elif isinstance(value, list) and isinstance(old, list):
            result[key] = [*old, *(item for item in value if item not in old)]
        else:
            result[key] = value
    return result


def _words(data: Mapping[str, Any], path: Path) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """Return single words and phrases (by their first word, longest first) with class -> value."""
    words: dict[str, dict[str, Any]] = {}
    phrases: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
    for name, table in data.get("classes", {}).items():
        entries = dict.fromkeys(table, True) if isinstance(table, list) else table
        if not isinstance(entries, dict):
            raise LexiconError(f"[classes] {name} must be a table or a list of words", path=path)
        for phrase, value in entries.items():
            if value is False:  # takes a word of the base language out
                continue
            first, *rest = phrase.split()
            if rest:
                phrases.setdefault(first, {}).setdefault(tuple(rest), {})[name] = value
            else:
                words.setdefault(first, {})[name] = value
    return words, {
        first: tuple(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, table in phrases.items()
    }


def _listed(
    row: Mapping[str, Any], key: str, sets: Mapping[str, frozenset[str]], path: str
) -> frozenset[str]:
    found: set[str] = set()
    for word in row.get(key, ()):
        if word.startswith("@"):
            if word[1:] not in sets:
                raise LexiconError(f"rule {row['name']}: no set {word}; add it under [sets]", path=path)
            found |= sets[word[1:]]
        else:
            found.add(word)
    return frozenset(found)


def _rule(
    row: Mapping[str, Any],
    order: int,
    macros: Mapping[str, str],
    sets: Mapping[str, frozenset[str]],
    path: str,
) -> Rule:
    unknown = sorted(set(row) - _RULE_KEYS)
    missing = sorted({"name", "pattern", "make"} - set(row))
    if unknown or missing:
        reason = f"unknown key {unknown[0]!r}" if unknown else f"no key {missing[0]!r}"
        raise LexiconError(f"rule {row.get('name', order)}: {reason}", path=path)
    return Rule(
        name=row["name"],
        node=parse(row["pattern"], macros, path),
        make=row["make"],
        params=row.get("with", {}),
        prev=_listed(row, "prev", sets, path),
        not_prev=_listed(row, "not_prev", sets, path),
        next=_listed(row, "next", sets, path),
        not_next=_listed(row, "not_next", sets, path),
        not_caps_next=bool(row.get("not_caps_next", False)),
        vague=bool(row.get("vague", False)),
        order=order,
    )
