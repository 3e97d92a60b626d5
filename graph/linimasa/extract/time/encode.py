"""From text to coded tokens: what the rules are matched over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from linimasa.extract.time.lexicon import TimeLexicon
from linimasa.extract.time.numbers import NumberReader, number_class_sets, number_values
from linimasa.extract.time.pattern import literal
from linimasa.extract.time.tokens import TOKEN, Token, numeric_classes

#: The code of a token that no rule names.
PLAIN = "\x00"
_FIRST_CODE = 0x4E00
_SAMPLES = (
    *(("int", str(n)) for n in range(100)),
    *(("int", f"{n:02d}") for n in range(10)),
    *(("int", text) for text in ("101", "100", "1900", "1901", "2500", "123456")),
    *(("clock", text) for text in ("15.30", "99.30")),
    *(("other", text) for text in ("2,5", "10.000", "1,234,567")),
    *(("iso", "2025-01-01"), ("dmy", "1/2/2025"), ("pair", "2020/2021"), ("dm", "1/2")),
)
_LETTERS = re.compile(r"[^\W\d_]+")
_CURRENCY = frozenset({"$", "€", "£", "¥", "rp", "usd", "idr", "us$", "#", "rm", "no", "nomor", "nos"})


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: spans of all, codes of all, records of those that the lexicon knows.

    A word's record is the lexicon's own, without a span: `token` gives the token of the text.
    """

    text: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    known: list[Token | None] = field(default_factory=list)

    def surface(self, index: int) -> str:
        """Return the token as written, empty outside the text."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]

    def lower(self, index: int) -> str:
        """Return the token in lower case, empty outside the text."""
        return self.surface(index).lower()

    def token(self, index: int) -> Token | None:
        """Return the record of a known token with its span and letters."""
        known = self.known[index]
        if known is None or known.end:
            return known
        start, end = self.spans[index]
        return replace(known, start=start, end=end, text=self.text[start:end])

    def put(self, first: int, last: int, token: Token, code: str) -> None:
        """Put one token in the place of several."""
        self.spans[first:last] = [(token.start, token.end)]
        self.codes[first:last] = [code]
        self.known[first:last] = [token]


class Encoder:
    """Codes the tokens of one language; a code stands for a set of classes."""

    def __init__(self, lexicon: TimeLexicon) -> None:
        self._lexicon = lexicon
        self.codes: dict[frozenset[str], str] = {}
        self._numbers = NumberReader(lexicon.numbers)
        self._capital: dict[str, Token] = {}
        self._small: dict[str, Token] = {}
        names = {name[1:] for name in lexicon.literals if name.startswith("=")}
        for word in sorted(lexicon.words.keys() | names | self._numbers.words):
            self._learn(word)
        for rows in lexicon.phrases.values():
            for _, values in rows:
                self.code(frozenset(values))
        for kind, text in _SAMPLES:
            self.code(frozenset(numeric_classes(kind, text)))
        for classes in number_class_sets():
            self.code(classes)
        self.code(frozenset({"other"}))
        self._starts = frozenset(lexicon.phrases) | self._numbers.words

    def code(self, classes: frozenset[str]) -> str:
        """Return the code of a set of classes."""
        if not classes:
            return PLAIN
        return self.codes.setdefault(classes, chr(_FIRST_CODE + len(self.codes)))

    def _learn(self, word: str) -> None:
        values: Mapping[str, Any] = self._lexicon.words.get(word, {})
        number = self._numbers.read([word, ""].__getitem__, 0) if word in self._numbers.words else None
        if number is not None:
            values = {**number_values(number[0]), **values}
        extra = {literal(word): True} if literal(word) in self._lexicon.literals else {}
        lower = {k: v for k, v in values.items() if k not in self._lexicon.capitalised}
        for table, chosen in ((self._capital, {**values, **extra}), (self._small, {**lower, **extra})):
            if chosen:
                classes = frozenset(chosen)
                self.code(classes)
                table[word] = Token(0, 0, word, word, classes, dict(chosen))

    def tokens(self, text: str) -> Tokens:
        """Return the tokens of a text."""
        out = Tokens(text)
        spans, codes, known = out.spans, out.codes, out.known
        small, capital, starts = self._small, self._capital, self._starts
        merges: list[int] = []
        for item in TOKEN.finditer(text):
            kind = item.lastgroup
            span = item.span()
            spans.append(span)
            if kind == "word" or kind == "mark":
                word = item.group()
                low = word.lower()
                if low in starts:
                    merges.append(len(codes))
                entry = (small if word == low else capital).get(low)
                if entry is None:
                    codes.append(PLAIN)
                    known.append(None)
                else:
                    codes.append(self.codes[entry.classes])
                    known.append(entry)
            elif kind == "line":
                codes.append(PLAIN)
                known.append(None)
            else:
                self._numeral(out, str(kind), item.group(), *span)
        self._merge_all(out, merges)
        return out

    def _merge_all(self, out: Tokens, indices: list[int]) -> None:
        """Join number words and phrases, the first first: a longer phrase takes what is in it."""
        gone, free = 0, 0
        for index in indices:
            if index >= free:
                size = self._merge(out, index - gone)
                gone += size - 1
                free = index + size

    def _numeral(self, out: Tokens, kind: str, text: str, start: int, end: int) -> None:
        values = numeric_classes(kind, text)
        if self._is_label(out, start, end):
            values = {"other": text}
        classes = frozenset(values)
        out.codes.append(self.code(classes))
        out.known.append(Token(start, end, text, text, classes, values))

    def _is_label(self, out: Tokens, start: int, end: int) -> bool:
        """Whether a numeral belongs to a name or an amount: F-16, COVID-19, $2020, Rp 2000, 20%."""
        text, before = out.text, len(out.codes) - 1
        if text[end : end + 1] in ("%", "°"):
            return True
        if text[end : end + 1].isalpha() and self._is_glued_unit(text, end):
            return True
        if before < 0:
            return False
        previous = out.lower(before)
        if previous in _CURRENCY:
            return True
        if out.spans[before][1] != start:
            return False
        if previous[-1:].isalpha():
            return out.known[before] is None and not (end - start == 4 and len(previous) > 3)
        if previous == "-" and before >= 1 and out.spans[before - 1][1] == start - 1:
            word = out.lower(before - 1)
            return word[-1:].isalpha() and out.known[before - 1] is None
        return previous in ("_", "+", "@", "#", "^", "&", "=")

    def _is_glued_unit(self, text: str, end: int) -> bool:
        """Whether letters that stick to a numeral make it a name: "20detik", "5G", not "1990s", "18Juni"."""
        word = _LETTERS.match(text, end)
        letters = word.group() if word else ""
        entry = (self._small if letters.islower() else self._capital).get(letters.lower())
        return entry is None or "unit" in entry.classes

    def _merge(self, out: Tokens, index: int) -> int:
        """Join what begins at a token, if anything does; return the number of tokens it took."""
        word = out.lower(index)
        number = self._numbers.read(out.lower, index)
        if number is not None:
            value, last = number
            if last > index + 1:
                self._put(out, index, last, number_values(value))
                return last - index
        for rest, found in self._lexicon.phrases.get(word, ()):
            if all(out.lower(index + 1 + k) == part for k, part in enumerate(rest)):
                surface = out.surface(index + len(rest))  # "hari Natal" has its capital last
                values = dict(found)
                if surface[:1].islower():
                    values = {k: v for k, v in values.items() if k not in self._lexicon.capitalised}
                if values:
                    self._put(out, index, index + 1 + len(rest), values)
                    return 1 + len(rest)
        return 1

    def _put(self, out: Tokens, first: int, last: int, values: dict[str, Any]) -> None:
        start, end = out.spans[first][0], out.spans[last - 1][1]
        text = out.text[start:end]
        classes = frozenset(values)
        out.put(first, last, Token(start, end, text, text.lower(), classes, values), self.code(classes))
