"""The small pattern language of the time rules, compiled to regular expressions over token codes.

Each token of a text is one character: a code that stands for the set of word classes the token belongs to.
A pattern is written over classes and words:

    <role:class>   a token of the class (or of a word: <role:=word>), kept under the role;
                   <class> keeps it under the class's own name
    word           a token with these letters (lower case)
    [ … ]          optional
    ( … | … )      either
    { name }       another pattern, given under `macros`

A role may occur in several alternatives; the one that matched counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from linimasa.errors import LexiconError

_LEXEME = re.compile(r"<(?:(\w+):)?(=?[^\s<>:]+)>|\{(\w+)\}|([\[\]()|])|([^\s\[\]()|<>{}]+)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Node:
    """A pattern's part: `kind` is class, sequence, choice or optional; `name` a class, `role` its role."""

    kind: str
    name: str = ""
    role: str = ""
    parts: tuple[Node, ...] = ()


def literal(word: str) -> str:
    """Return the class of a word that a pattern names by its letters."""
    return "=" + word


def parse(pattern: str, macros: Mapping[str, str], where: str = "") -> Node:
    """Return the tree of a pattern; LexiconError names what can't be read."""
    return _Parser(pattern, macros, where).whole()


class _Parser:
    """A recursive-descent reader of one pattern."""

    def __init__(self, pattern: str, macros: Mapping[str, str], where: str) -> None:
        self._macros, self._where, self._pattern = macros, where, pattern
        self._items: list[re.Match[str]] = []
        at = 0
        while at < len(pattern):
            space = _SPACE.match(pattern, at)
            if space:
                at = space.end()
                continue
            item = _LEXEME.match(pattern, at)
            if item is None:
                raise self._error(f"can't read {pattern[at:]!r}")
            self._items.append(item)
            at = item.end()
        self._next = 0

    def _error(self, reason: str) -> LexiconError:
        return LexiconError(f"pattern {self._pattern!r}: {reason}", path=self._where or None)

    def whole(self) -> Node:
        """Return the tree of the whole pattern."""
        node = self._choice()
        if self._next < len(self._items):
            raise self._error(f"{self._items[self._next].group()!r} closes nothing")
        return node

    def _choice(self) -> Node:
        parts = [self._sequence()]
        while self._peek() == "|":
            self._next += 1
            parts.append(self._sequence())
        return parts[0] if len(parts) == 1 else Node("choice", parts=tuple(parts))

    def _peek(self) -> str:
        return self._items[self._next].group() if self._next < len(self._items) else ""

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while self._peek() not in ("", "|", ")", "]"):
            parts.append(self._one())
        return Node("sequence", parts=tuple(parts))

    def _one(self) -> Node:
        item = self._items[self._next]
        self._next += 1
        role, name, macro, bracket, word = item.groups()
        if name:
            return Node("class", name=name, role=role or name.replace("-", "_"))
        if macro:
            if macro not in self._macros:
                raise self._error(f"no macro {macro!r}; add it under [macros]")
            return parse(self._macros[macro], self._macros, self._where)
        if word:
            return Node("class", name=literal(word))
        inner = self._choice()
        closing = {"(": ")", "[": "]"}.get(bracket)
        if closing is None or self._peek() != closing:
            raise self._error(f"{bracket!r} isn't closed")
        self._next += 1
        return Node("optional", parts=(inner,)) if bracket == "[" else inner


def words_of(node: Node) -> set[str]:
    """Return the classes and words that a pattern names."""
    found = {node.name} if node.kind == "class" else set()
    return found.union(*(words_of(part) for part in node.parts)) if node.parts else found


def first_of(node: Node) -> tuple[set[str], bool]:
    """Return the classes that can begin a match and whether the pattern can match nothing."""
    if node.kind == "class":
        return {node.name}, False
    if node.kind == "optional":
        return first_of(node.parts[0])[0], True
    if node.kind == "choice":
        pairs = [first_of(part) for part in node.parts]
        return set().union(*(names for names, _ in pairs)), any(empty for _, empty in pairs)
    found: set[str] = set()
    for part in node.parts:
        names, empty = first_of(part)
        found |= names
        if not empty:
            return found, False
    return found, True


def to_regex(
    node: Node, codes_of: Callable[[str], str]
) -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """Return the expression over codes and its groups as (role, class) in their order."""
    groups: list[tuple[str, str]] = []

    def write(part: Node) -> str:
        if part.kind == "class":
            codes = codes_of(part.name)
            body = f"[{re.escape(codes)}]" if codes else "(?!)"
            if not part.role:
                return body
            groups.append((part.role, part.name))
            return f"({body})"
        if part.kind == "optional":
            return f"(?:{write(part.parts[0])})?"
        if part.kind == "choice":
            return "(?:" + "|".join(write(p) for p in part.parts) + ")"
        return "".join(write(p) for p in part.parts)

    return re.compile(write(node)), tuple(groups)
