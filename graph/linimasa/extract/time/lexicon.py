"""The time lexicon of a language: word classes, number words, rules and cues, read from `time.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.extract.time.layers import layered
from linimasa.extract.time.pattern import Node, parse, words_of
from linimasa.extract.time.tokens import TOKEN

_RULE_KEYS = frozenset(
    {"make", "name", "next", "not_caps_next", "not_next", "not_prev", "pattern", "prev", "vague", "with"}
)

Words = Mapping[str, Mapping[str, Any]]
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Mapping[str, Any]], ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `node` its pattern, `make` the maker of its value, `params` fixed values for the maker.

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


@dataclass(frozen=True, slots=True)
class Known:
    """A turning point whose date everyone knows: `words` that name it, first and last day."""

    words: tuple[str, ...]
    begin: str
    end: str


@dataclass(frozen=True)
class TimeLexicon:
    """What one language knows of time.

    `order` is `dmy` or `mdy`; `words` and `phrases` (by their first token, longest first) give classes with
    values; words of the classes in `capitalised` count only with a capital.
    """

    language: str
    order: str
    words: Words
    phrases: Phrases
    capitalised: frozenset[str]
    numbers: Mapping[str, Any]
    rules: tuple[Rule, ...]
    relations: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    cues: Mapping[str, frozenset[str]]
    known: tuple[Known, ...]
    titles: Mapping[str, frozenset[str]]

    @cached_property
    def literals(self) -> frozenset[str]:
        """The classes and words that the rules name."""
        return frozenset().union(*(words_of(rule.node) for rule in self.rules))


def load(lang: str, vague: bool = False) -> TimeLexicon:
    """Return the lexicon of a language, with its vague rules or without.

    LexiconError names the file and the key that is wrong.
    """
    path = resources.lexicon() / lang / "time.toml"
    data = layered(path)
    sets = {name: frozenset(words) for name, words in data.get("sets", {}).items()}
    rules = (_rule(row, data.get("macros", {}), sets, path) for row in data.get("rule", []))
    words, phrases = _words(data.get("classes", {}), path)
    return TimeLexicon(
        language=lang,
        order=data.get("order", "dmy"),
        words=words,
        phrases=phrases,
        capitalised=frozenset(data.get("capitalised", ())),
        numbers=data.get("numbers", {}),
        rules=tuple(rule for rule in rules if vague or not rule.vague),
        relations=data.get("relations", {}),
        sets=sets,
        cues={name: frozenset(cues) for name, cues in data.get("cues", {}).items()},
        known=tuple(_known(row, path) for row in data.get("known", [])),
        titles={title: frozenset(kinds) for title, kinds in data.get("titles", {}).items()},
    )


def _words(classes: Mapping[str, Any], path: Path) -> tuple[Words, Phrases]:
    words: dict[str, dict[str, Any]] = {}
    phrases: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
    for name, table in classes.items():
        entries = dict.fromkeys(table, True) if isinstance(table, list) else table
        if not isinstance(entries, dict):
            raise LexiconError(f"[classes] {name} must be a table or a list of words", path=path)
        for phrase, value in entries.items():
            first, *rest = [item.group() for item in TOKEN.finditer(phrase)]
            if value is False:  # takes a word of the base language out
                continue
            if rest:
                phrases.setdefault(first, {}).setdefault(tuple(rest), {})[name] = value
            else:
                words.setdefault(first, {})[name] = value
    longest = {
        first: tuple(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, table in phrases.items()
    }
    return words, longest


def _rule(
    row: Mapping[str, Any], macros: Mapping[str, str], sets: Mapping[str, frozenset[str]], path: Path
) -> Rule:
    unknown = sorted(set(row) - _RULE_KEYS)
    missing = sorted({"name", "pattern", "make"} - set(row))
    if unknown or missing:
        reason = f"unknown key {unknown[0]!r}" if unknown else f"no key {missing[0]!r}"
        raise LexiconError(f"rule {row.get('name', '?')}: {reason}", path=path)

    def listed(key: str) -> frozenset[str]:
        found: set[str] = set()
        for word in row.get(key, ()):
            if word.startswith("@") and word[1:] not in sets:
                raise LexiconError(f"rule {row['name']}: no set {word}; add it under [sets]", path=path)
            found |= sets[word[1:]] if word.startswith("@") else {word}
        return frozenset(found)

    return Rule(
        name=row["name"],
        node=parse(row["pattern"], macros, str(path)),
        make=row["make"],
        params=row.get("with", {}),
        prev=listed("prev"),
        not_prev=listed("not_prev"),
        next=listed("next"),
        not_next=listed("not_next"),
        not_caps_next=bool(row.get("not_caps_next", False)),
        vague=bool(row.get("vague", False)),
    )


def _known(row: Mapping[str, Any], path: Path) -> Known:
    if set(row) != {"words", "begin", "end"}:
        raise LexiconError(f"[[known]] needs words, begin and end, not {', '.join(sorted(row))}", path=path)
    return Known(tuple(row["words"]), row["begin"], row["end"])
