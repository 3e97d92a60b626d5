"""Finding expressions: the rules are matched over the codes of the tokens.

At each token the longest match wins, then the rule that stands first in the lexicon; a found expression isn't
looked into again, so what is found never overlaps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linimasa.extract.time.encode import Encoder, Tokens
from linimasa.extract.time.lexicon import Rule, TimeLexicon
from linimasa.extract.time.pattern import first_of, to_regex
from linimasa.extract.time.tokens import Token

Groups = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A match: the rule, its token indices (`last` excluded) and the token under each role with its class."""

    rule: Rule
    first: int
    last: int
    roles: Mapping[str, tuple[str, Token]]

    def get(self, role: str) -> Any:
        """Return the value of the role's token in its class, else the rule's parameter, else None."""
        found = self.roles.get(role)
        return self.rule.params.get(role) if found is None else found[1].values.get(found[0])

    def token(self, role: str) -> Token | None:
        """Return the role's token."""
        found = self.roles.get(role)
        return None if found is None else found[1]


class Recogniser:
    """The compiled rules of one language."""

    def __init__(self, lexicon: TimeLexicon) -> None:
        self.encoder = Encoder(lexicon)
        self._compiled: dict[str, tuple[re.Pattern[str], Groups]] = {}
        self._class_codes: dict[str, str] = {}
        for classes, code in self.encoder.codes.items():
            for name in classes:
                self._class_codes[name] = self._class_codes.get(name, "") + code
        self._by_code: dict[str, list[Rule]] = {}
        for rule in lexicon.rules:
            for code in sorted({c for name in first_of(rule.node)[0] for c in self._codes_of(name)}):
                self._by_code.setdefault(code, []).append(rule)

    def _codes_of(self, name: str) -> str:
        return self._class_codes.get(name, "")

    def find(self, tokens: Tokens) -> list[Found]:
        """Return the matches in a coded text, in order."""
        codes, found, index = "".join(tokens.codes), [], 0
        by_code, size = self._by_code, len(codes)
        while index < size:
            rules = by_code.get(codes[index])
            best = self._longest(rules, codes, index, tokens) if rules else None
            if best is None:
                index += 1
            else:
                found.append(best)
                index = best.last
        return found

    def _longest(self, rules: list[Rule], codes: str, index: int, tokens: Tokens) -> Found | None:
        best: tuple[int, Rule, re.Match[str], Groups] | None = None
        for rule in rules:
            compiled = self._compiled.get(rule.name)
            if compiled is None:
                compiled = self._compiled[rule.name] = to_regex(rule.node, self._codes_of)
            match = compiled[0].match(codes, index)
            if match is None:
                continue
            end = match.end()
            if end > index and (best is None or end > best[0]) and _allowed(rule, tokens, index, end):
                best = (end, rule, match, compiled[1])
        if best is None:
            return None
        end, rule, match, groups = best
        return Found(rule, index, end, _roles(match, groups, tokens))


def _allowed(rule: Rule, tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words beside a match permit the rule."""
    if rule.prev or rule.not_prev:
        before = tokens.lower(first - 1)
        if before in rule.not_prev or (rule.prev and before not in rule.prev):
            return False
    if rule.next or rule.not_next:
        after = tokens.lower(last)
        if after in rule.not_next or (rule.next and after not in rule.next):
            return False
    return not (rule.not_caps_next and tokens.surface(last)[:1].isupper())


def _roles(match: re.Match[str], groups: Groups, tokens: Tokens) -> dict[str, tuple[str, Token]]:
    roles: dict[str, tuple[str, Token]] = {}
    for number, (role, name) in enumerate(groups, start=1):
        at = match.start(number)
        token = tokens.token(at) if at >= 0 else None
        if token is not None:
            roles[role] = (name, token)
    return roles
