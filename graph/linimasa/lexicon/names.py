"""The names of the gazetteer, indexed by their folded words for one language.

A name's key is its words in lower case, without accents, dots, hyphens and apostrophes, joined by blanks:
"St. Petersburg" is `st petersburg`, "U.S." is `us`. Whether capitals are needed is kept with the reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from linimasa.lexicon.gazetteer import Gazetteer, items

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}|\b(?:[A-Z]\.)+[A-Z]\b")
_WORD = re.compile(r"[^\W_]+")
_INNER = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_JOIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


class NameKind(IntEnum):
    """What a name names; lower numbers win where a name is several things."""

    STATE = 0
    DEMONYM = 1
    CAPITAL = 2
    SEAT = 3
    ORGANISATION = 4
    GROUP = 5
    PERSON = 6
    PLACE = 7


class Reading(NamedTuple):
    """One thing that a name can mean: its kind, its key in that table, how sure, and its letters."""

    kind: NameKind
    key: str
    strong: bool
    shape: str  # "upper": capitals throughout; "title": first letter; "lower": any


def fold(word: str) -> str:
    """Return a word in lower case without accents."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower().translate(_JOIN))
    return "".join(c for c in plain if not unicodedata.combining(c))


def key_of(name: str) -> str:
    """Return the key of a name: folded words joined by blanks."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return name.lower() if "  " not in name else " ".join(name.lower().split())
    joined = _DOTTED.sub(lambda m: m[0].replace(".", ""), name)
    joined = unicodedata.normalize("NFC", joined)
    return " ".join(fold(word) for word in _WORD.findall(joined))


def shape_of(name: str) -> str:
    """Return how a name must be written: acronyms of up to six letters in capitals, others with one."""
    if name.isupper() and len(name.replace(".", "").replace(" ", "")) <= 6:
        return "upper"
    return "title" if name != name.lower() else "lower"


@dataclass(frozen=True, slots=True)
class NameIndex:
    """`readings` by key; `longest` gives for a first word the number of words of its longest name.

    `ends` holds the words that end a name.
    """

    readings: Mapping[str, tuple[Reading, ...]]
    longest: Mapping[str, int]
    ends: frozenset[str]


def _state_rows(gazetteer: Gazetteer, lang: str) -> Iterator[tuple[str, Reading]]:
    kinds = {
        "name": NameKind.STATE,
        "alias": NameKind.STATE,
        "demonym": NameKind.DEMONYM,
        "capital": NameKind.CAPITAL,
        "seat": NameKind.SEAT,
    }
    for row in gazetteer.state_names:
        # papers in other languages use English names, but never English demonyms
        if row.lang in (lang, "*") or (row.lang == "en" and row.kind in ("name", "alias")):
            yield row.name, Reading(kinds[row.kind], row.code, row.strength == "strong", shape_of(row.name))


def _spellings(name_en: str, name_id: str, aliases_en: str, aliases_id: str, lang: str) -> Iterator[str]:
    yield name_en
    yield from items(aliases_en)
    if lang != "en":
        if name_id:
            yield name_id
        yield from items(aliases_id)


def _rows(gazetteer: Gazetteer, lang: str) -> Iterator[tuple[str, Reading]]:
    yield from _state_rows(gazetteer, lang)
    for org in gazetteer.organisations.values():
        names = _spellings(org.name_en, org.name_id, org.aliases_en, org.aliases_id, lang)
        for name in dict.fromkeys(names):
            yield name, Reading(NameKind.ORGANISATION, org.id, True, shape_of(name))
    for weak in gazetteer.weak_names:
        if weak.lang in (lang, "en", "*"):
            yield weak.name, Reading(NameKind.ORGANISATION, weak.organisation, False, shape_of(weak.name))
    for group in gazetteer.groups.values():
        for name in _spellings(group.name_en, group.name_id, group.aliases_en, group.aliases_id, lang):
            yield name, Reading(NameKind.GROUP, group.id, True, shape_of(name))
    for person in gazetteer.persons.values():
        seen = {person.name, person.name_id} - {""}
        for name in (*sorted(seen), *items(person.aliases)):
            yield name, Reading(NameKind.PERSON, person.id, " " in name, "title")
    for place in gazetteer.places.values():
        for name in _spellings(place.name_en, place.name_id, place.aliases_en, place.aliases_id, lang):
            yield name, Reading(NameKind.PLACE, place.id, True, shape_of(name))


def _sureness(reading: Reading) -> tuple[bool, bool]:
    return reading.strong, reading.shape != "upper"


def build(gazetteer: Gazetteer, lang: str) -> NameIndex:
    """Index every name that texts of a language may use; the work is one pass over the tables."""
    table: dict[str, tuple[Reading, ...]] = {}
    longest: dict[str, int] = {}
    ends: set[str] = set()
    for name, reading in _rows(gazetteer, lang):
        key = key_of(name)
        if not key:
            continue
        if not name.istitle() and not name.isupper() and _INNER.search(name):
            key = key_of(_INNER.sub(" ", name))  # as the tokens are cut: "McKee" is two
        known = table.get(key)
        if known is None:
            table[key] = (reading,)
            count = key.count(" ") + 1
            first = key.partition(" ")[0]
            ends.add(key.rpartition(" ")[2])
            if longest.get(first, 0) < count:
                longest[first] = count
        elif reading not in known:
            others = tuple(r for r in known if r.key != reading.key or r.kind != reading.kind)
            same = (reading, *(r for r in known if r not in others))
            table[key] = tuple(sorted((*others, max(same, key=_sureness))))
    return NameIndex(table, longest, frozenset(ends))
