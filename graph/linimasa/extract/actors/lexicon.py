"""The words by which a language names participants, read from `data/lexicon/<lang>/actors.toml`.

Tables: `[words]` lists of small words; `[[title]]`, `[[role]]`, `[[body]]` head words with what they mean;
`[usual]` the codes of organisations that texts call by a common noun, and of two states by words for both;
`[[vague]]` heads that name no single party; `[[anaphor]]` words that refer back. Unknown keys are refused.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.lexicon.gazetteer import SECTORS
from linimasa.lexicon.names import key_of


class TermClass(Enum):
    """What kind of head word a term is."""

    TITLE = "title"
    ROLE = "role"
    BODY = "body"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Term:
    """A head word: its class, English slug and name, the offices it can stand for, its sector.

    `unnamed` tells people who are a source of the document's own from populations and forces; `bare` heads
    may stand without a state; `counted` ones need a number; `state` bodies are the state itself;
    `usual` is whose a body is that stands alone where that state is spoken of;
    people whose sector is their body's have `own`.
    """

    cls: TermClass
    slug: str
    en: str
    offices: tuple[str, ...] = ()
    sector: str | None = None
    unnamed: bool = False
    bare: bool = True
    counted: bool = False
    state: bool = False
    embassy: bool = False
    usual: str | None = None
    own: bool = False
    country: str | None = None
    plural: bool = False


#: The lists of `[words]`.
WORD_LISTS = (
    "quantifiers", "ones", "numbers", "former", "acting", "deputies", "adjectives", "topics", "senders",
    "links", "seats", "conjunctions", "place_prepositions", "oblique_prepositions", "particles",
    "honorifics", "stops", "speech", "glue", "glue_prefixes", "nobility", "plural_markers", "compass",
    "under_way",
    "place_heads", "place_tails", "amounts", "sponsors", "late_adjectives",
    "predicates", "blocked", "body_words", "currencies", "leads", "delegations", "joint", "possessives",
    "ethnic", "foreign", "definite", "lands",
    "speaking_prepositions", "pronoun_endings",
)  # fmt: skip

_KEYS: dict[str, frozenset[str]] = {
    "title": frozenset({"slug", "en", "offices", "sector", "words", "country"}),
    "role": frozenset({"slug", "en", "sector", "kind", "bare", "counted", "own", "country", "words"}),
    "body": frozenset({"slug", "en", "sector", "bare", "state", "embassy", "usual", "country", "words"}),
    "vague": frozenset({"words"}),
    "anaphor": frozenset({"refers", "words"}),
}
_REFERS = frozenset(
    "person he she persons own own-state two-states two-persons two-parties state organisation title".split()
)


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """One language's words. `terms` by key, `longest` words of a term by its first word."""

    lang: str
    words: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...]
    terms: Mapping[str, Term]
    anaphora: Mapping[str, str]
    longest: Mapping[str, int]
    phrases: Mapping[str, int]
    small: frozenset[str]
    sectors: Mapping[str, str]
    usual: Mapping[str, tuple[str, ...]]


def _plural(word: str) -> str:
    """Return the regular English plural of a phrase's last word."""
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith("man"):
        return word[:-3] + "men"
    return word + "s"


def _term(cls: TermClass, row: Mapping[str, Any], plural: bool) -> Term:
    return Term(
        cls=cls,
        slug=row.get("slug", "allies"),
        en=row.get("en", ""),
        offices=tuple(row.get("offices", ())),
        sector=row.get("sector"),
        unnamed=row.get("kind") == "unnamed",
        bare=row.get("bare", True),
        counted=row.get("counted", False),
        state=row.get("state", False),
        embassy=row.get("embassy", False),
        usual=row.get("usual"),
        own=row.get("own", False),
        country=row.get("country"),
        plural=plural,
    )


def _check(path: Path, table: str, row: Mapping[str, Any]) -> None:
    unknown = set(row) - _KEYS[table]
    if unknown:
        raise LexiconError(f"[[{table}]] has an unknown key {sorted(unknown)[0]!r}; remove it", path=path)
    if not row.get("words"):
        raise LexiconError(f"[[{table}]] {row.get('slug', '')!r} has no words; list some", path=path)
    if row.get("sector", "GOV") not in SECTORS:
        raise LexiconError(f"[[{table}]] sector {row['sector']!r} is not a sector of the design", path=path)
    if table == "anaphor" and row.get("refers") not in _REFERS:
        raise LexiconError(f"[[anaphor]] refers {row.get('refers')!r} is not known", path=path)


def _rows(path: Path, data: Mapping[str, Any], table: str) -> Iterator[Mapping[str, Any]]:
    for row in data.get(table, ()):
        _check(path, table, row)
        yield row


def _terms(path: Path, data: Mapping[str, Any], lang: str) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for cls in TermClass:
        for row in _rows(path, data, cls.value):
            for word in row["words"]:
                term = _term(cls, row, plural=False)
                terms.setdefault(key_of(word), term)
                if lang == "en":
                    terms.setdefault(key_of(_plural(word)), _term(cls, row, plural=True))
    return terms


def load(lang: str, folder: Path | None = None) -> ActorLexicon:
    """Read a language's actor words; LexiconError where the file is missing or breaks the format."""
    path = (resources.lexicon() if folder is None else folder) / lang / "actors.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"no words for actors in language {lang!r}; add the file", path=path) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"not a TOML file ({error}); mend it", path=path) from error
    unknown = set(data) - set(_KEYS) - {"words", "sectors", "usual"}
    unknown |= set(data.get("words", {})) - set(WORD_LISTS)
    if unknown:
        raise LexiconError(f"unknown table or list {sorted(unknown)[0]!r}; remove it", path=path)
    words = {name: frozenset(map(key_of, data["words"].get(name, ()))) for name in WORD_LISTS}
    terms = _terms(path, data, lang)
    anaphora = {key_of(w): row["refers"] for row in _rows(path, data, "anaphor") for w in row["words"]}
    phrases = {key: len(key.split()) for name in WORD_LISTS for key in words[name] if " " in key}
    return ActorLexicon(
        lang=lang,
        words=words,
        prefixes=tuple(data["words"].get("glue_prefixes", ())),
        terms=terms,
        anaphora=anaphora,
        longest=_longest((*terms, *anaphora)),
        phrases=_longest(phrases),
        sectors=_sectors(path, data.get("sectors", {})),
        usual={key_of(word): tuple(codes) for word, codes in data.get("usual", {}).items()},
        small=frozenset(
            word for key in (*terms, *(k for name in words.values() for k in name)) for word in key.split()
        ),
    )


def _sectors(path: Path, table: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the sector that a word in a body's own name gives ("Assembly": LEG)."""
    for sector in table:
        if sector not in SECTORS:
            raise LexiconError(f"[sectors] {sector!r} is not a sector of the design", path=path)
    return {key_of(word): sector for sector, words in table.items() for word in words}


def _longest(keys: tuple[str, ...] | Mapping[str, int]) -> dict[str, int]:
    table: dict[str, int] = {}
    for key in keys:
        words = key.split()
        if table.get(words[0], 0) < len(words):
            table[words[0]] = len(words)
    return table
