"""The words by which a text refers back to an event, from `data/lexicon/<lang>/coreference.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from linimasa import resources
from linimasa.errors import LexiconError

_KEYS = frozenset({"after", "before", "endings", "reach", "suffixes", "contrast", "ordinals"})
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Markers:
    """Definite markers, ordinals and words of contrast of one language, all in lower case."""

    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    reach: int = 0
    contrast: tuple[str, ...] = ()
    ordinals: Mapping[str, int] = field(default_factory=dict)

    def definite(self, sentence: str, start: int, end: int) -> bool:
        """Whether the noun at `sentence[start:end]` is marked as spoken of before."""
        noun = sentence[start:end].lower()
        if noun.endswith(self.endings) if self.endings else False:
            return True
        following = _WORD.findall(_clause(sentence[end:]))[: self.reach]
        if any(word.lower() in self.after for word in following):
            return True
        preceding = _WORD.findall(sentence[:start])[-self.reach :] if self.reach else []
        return any(word.lower() in self.before for word in preceding)

    def root(self, trigger: str) -> str:
        """Return the trigger in lower case without an ending that isn't part of its root."""
        word = trigger.lower()
        ending = next((e for e in self.suffixes if word.endswith(e) and len(word) > len(e) + 3), "")
        return word.removesuffix(ending)

    def ordinal(self, sentence: str, start: int, end: int) -> int | None:
        """Return the number of a numbered event ("pertemuan kedua"), None where it has none."""
        near = _WORD.findall(_clause(sentence[end:]))[:1] + _WORD.findall(sentence[:start])[-1:]
        return next((self.ordinals[word.lower()] for word in near if word.lower() in self.ordinals), None)

    def contrasts(self, words: str) -> bool:
        """Whether the words hold one that sets two clauses against each other."""
        text = " ".join(_WORD.findall(words.lower()))
        return any(re.search(rf"\b{re.escape(mark)}\b", text) for mark in self.contrast)


def _clause(text: str) -> str:
    """Return the text up to the next mark of punctuation."""
    return re.split(r"[,.;:!?()\"“”–—]", text, maxsplit=1)[0]


@cache
def markers(lang: str) -> Markers:
    """Return the markers of a language; a language without a file has none. LexiconError if it is wrong."""
    if not re.fullmatch(r"[a-z]{2,3}", lang):
        return Markers()
    path = resources.lexicon() / lang / "coreference.toml"
    if not path.is_file():
        return Markers()
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"not TOML in UTF-8 ({error})", path=path) from error
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise LexiconError(f"unknown key {unknown[0]!r}; the keys are {', '.join(sorted(_KEYS))}", path=path)
    return Markers(
        after=frozenset(data.get("after", ())),
        before=frozenset(data.get("before", ())),
        endings=tuple(data.get("endings", ())),
        suffixes=tuple(data.get("suffixes", ())),
        reach=int(data.get("reach", 0)),
        contrast=tuple(data.get("contrast", ())),
        ordinals=dict(data.get("ordinals", {})),
    )
