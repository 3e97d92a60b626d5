"""Word order and verb marking of a language, as far as its data can say it: the `[grammar]` table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from linimasa.lexicon import checks


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language's clauses look like; words in lower case.

    `affixed_verbs`: affixes tell a verb from a noun ("menyerang", "serangan"); otherwise its neighbours do
    ("an attack", "to attack"). `closing_demonstratives`: a demonstrative ends its noun phrase.
    `free_auxiliaries`: an auxiliary starts a verb group even where no verb follows it.
    """

    affixed_verbs: bool
    closing_demonstratives: bool
    free_auxiliaries: bool
    #: Words that start a noun phrase.
    determiners: frozenset[str]
    #: Further words after which a form is a noun ("Iran's attack", "of attack").
    noun_markers: frozenset[str]
    #: Auxiliaries that make a participle passive.
    passive_auxiliaries: frozenset[str]
    #: Auxiliaries that are verbs by themselves where no other follows.
    full_auxiliaries: frozenset[str]
    #: Words that make the form after them an infinitive.
    infinitive_markers: frozenset[str]
    #: Words that may part an auxiliary from its verb.
    before_verbs: frozenset[str]
    #: Words after which a bare form is a verb.
    bare_verb_subjects: frozenset[str]
    #: Prepositions that only measure a number right after them ("over 50 people").
    number_prepositions: frozenset[str]
    #: Endings of words that are adverbs before a verb though no list has them.
    adverb_endings: tuple[str, ...]
    #: Endings that are words of their own, and those of them that are pronouns.
    enclitics: frozenset[str]
    pronoun_enclitics: frozenset[str]


_ENDINGS = ("adverb_endings",)
_SWITCHES = ("affixed_verbs", "closing_demonstratives", "free_auxiliaries")


def grammar_of(table: Mapping[str, Any]) -> Grammar:
    """Return the grammar that a `[grammar]` table tells; ValueError for a missing, unknown or wrong key."""
    wrong = set(table) ^ {f.name for f in fields(Grammar)}
    if wrong:
        raise ValueError(f"grammar: unknown or missing: {', '.join(sorted(wrong))}")
    values: dict[str, Any] = {}
    for key, value in table.items():
        where = f"grammar.{key}"
        if key in _SWITCHES:
            values[key] = checks.flag(value, where)
        else:
            entries = sorted({word.lower() for word in checks.words(value, where)})
            values[key] = tuple(entries) if key in _ENDINGS else frozenset(entries)
    return Grammar(**values)
