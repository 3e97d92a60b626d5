"""Closed-class words of a language: prepositions, subordinators, auxiliaries and the like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from linimasa.errors import LexiconError
from linimasa.lexicon import checks
from linimasa.lexicon.frame import read_toml
from linimasa.lexicon.grammar import Grammar, grammar_of
from linimasa.model.terms import Certainty, EventType, Modality

_LINKS = frozenset({"condition", "time", "cause", "purpose", "contrast", "result", "manner", "place"})
#: Fields that say yes or no about the language's grammar.
_SWITCHES = frozenset({"head_first", "reduced_relatives", "verbs_carry_idioms"})


@dataclass(frozen=True, slots=True)
class ClosedClass:
    """The closed-class words of one language, in lower case; entries may be several words long.

    `verb_shape`, `boilerplate` and `teaser` are regular expressions: words that look like verbs, lines that
    are a web page's own words and tell nothing, and the lead to another article's headline ("Baca juga: …",
    "" for none). `irrealis` says what a word outside the verb group
    makes of the clause after it: a modality, or "negated". What each set is for stands in the data files.
    """

    name: str
    function_words: frozenset[str]
    prepositions: frozenset[str]
    attribution_prepositions: frozenset[str]
    comment_prepositions: frozenset[str]
    agent_prepositions: frozenset[str]
    with_prepositions: frozenset[str]
    between_prepositions: frozenset[str]
    place_prepositions: frozenset[str]
    goal_prepositions: frozenset[str]
    origin_prepositions: frozenset[str]
    recipient_prepositions: frozenset[str]
    about_prepositions: frozenset[str]
    example_prepositions: frozenset[str]
    naming_prepositions: frozenset[str]
    adverb_markers: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    complementizers: frozenset[str]
    demonstratives: frozenset[str]
    plural_markers: frozenset[str]
    negators: frozenset[str]
    blame: frozenset[str]
    blaming_labels: frozenset[str]
    reproaches: frozenset[str]
    label_prepositions: frozenset[str]
    label_passives: frozenset[str]
    copulas: frozenset[str]
    matters: frozenset[str]
    outsiders: frozenset[str]
    attributed: frozenset[str]
    no_events: frozenset[str]
    claims: frozenset[str]
    harmed: frozenset[str]
    harm_causers: frozenset[str]
    harms: frozenset[str]
    stative_passives: frozenset[str]
    quantifiers: frozenset[str]
    result_verbs: frozenset[str]
    wide_events: frozenset[str]
    ending_verbs: frozenset[str]
    ending_nouns: frozenset[str]
    fighting_verbs: frozenset[str]
    background_prepositions: frozenset[str]
    factive_verbs: frozenset[str]
    irrealis_verbs: frozenset[str]
    belief_passives: frozenset[str]
    decisions: frozenset[str]
    deeds: frozenset[str]
    enacting_verbs: frozenset[str]
    laws: frozenset[str]
    judgements: frozenset[str]
    causing_verbs: frozenset[str]
    framing_prepositions: frozenset[str]
    meetings: frozenset[str]
    natural_causes: frozenset[str]
    first_person: frozenset[str]
    third_person: frozenset[str]
    subordinators: Mapping[str, str]
    auxiliaries: Mapping[str, Modality]
    operators: Mapping[str, Modality]
    set_phrases: Mapping[str, EventType]
    certainty: Mapping[str, Certainty]
    grammar: Grammar
    reporting: frozenset[str]
    channels: frozenset[str]
    repeated: frozenset[str]
    adverbs: frozenset[str]
    nonverbs: frozenset[str]
    verb_shape: str
    boilerplate: str
    teaser: str
    irrealis: Mapping[str, str]
    nobody: frozenset[str]
    willed_beginnings: frozenset[str]
    unwilled: frozenset[str]
    reprisals: frozenset[str]
    appeal_links: frozenset[str]
    unappealing: frozenset[str]
    untrue: frozenset[str]
    intensifiers: frozenset[str]
    question_words: frozenset[str]
    journeys: frozenset[str]
    arrivals: frozenset[str]
    documents: frozenset[str]
    later_words: frozenset[str]
    earlier_words: frozenset[str]
    while_words: frozenset[str]
    since_words: frozenset[str]
    genitive_prepositions: frozenset[str]
    inside_prepositions: frozenset[str]
    audience_prepositions: frozenset[str]
    channel_prepositions: frozenset[str]
    request_prepositions: frozenset[str]
    contrast_coordinators: frozenset[str]
    question_complementizers: frozenset[str]
    bare_agent_prefixes: frozenset[str]
    uninverted_prefixes: frozenset[str]
    transitive_prefixes: frozenset[str]
    noun_endings: frozenset[str]
    possessive_endings: frozenset[str]
    head_first: bool
    reduced_relatives: bool
    verbs_carry_idioms: bool


def _mapping(row: Mapping[str, Any], terms: Any) -> dict[str, Any]:
    return {key.lower(): terms(value) for key, value in row.items()}


def _link(value: str) -> str:
    if value not in _LINKS:
        raise ValueError(f"{value!r} isn't a kind of subordinate clause ({', '.join(sorted(_LINKS))})")
    return value


def _irrealis(value: str) -> str:
    return value if value == "negated" else Modality(value).value


def _words(key: str, value: object) -> frozenset[str]:
    return frozenset(word.lower() for word in checks.words(value, key))


def load_closed(path: Path) -> ClosedClass:
    """Return the closed-class words of a `closed.toml`; LexiconError where a table is missing or wrong."""
    data = read_toml(path)
    try:
        reporting = data.pop("reporting")
        values: dict[str, Any] = {
            "name": data.pop("name"),
            "verb_shape": data.pop("verb_shape"),
            "boilerplate": data.pop("boilerplate"),
            "teaser": data.pop("teaser"),
            "grammar": grammar_of(data.pop("grammar")),
            "subordinators": _mapping(data.pop("subordinators"), _link),
            "auxiliaries": _mapping(data.pop("auxiliaries"), Modality),
            "set_phrases": _mapping(data.pop("set_phrases"), EventType),
            "operators": _mapping(data.pop("operators"), Modality),
            "certainty": _mapping(data.pop("certainty"), Certainty),
            "irrealis": _mapping(data.pop("irrealis"), _irrealis),
            "reporting": _words("reporting.words", reporting["words"]),
            "channels": _words("reporting.channels", reporting["channels"]),
            "repeated": _words("reporting.repeated", reporting["repeated"]),
            "adverbs": _words("adverbs.words", data.pop("adverbs")["words"]),
        }
        for key, words in data.items():
            values[key] = checks.flag(words, key) if key in _SWITCHES else _words(key, words)
        expected = {f.name for f in fields(ClosedClass)}
        if set(values) != expected:
            wrong = ", ".join(sorted(set(values) ^ expected))
            raise ValueError(f"unknown or missing: {wrong}")
        return ClosedClass(**values)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise LexiconError(f"{error}; compare it with the other languages' file", path=path) from error
