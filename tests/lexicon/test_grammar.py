"""The `[grammar]` table of a language: shipped ones are whole, wrong ones refused by key."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from linimasa import resources
from linimasa.lexicon.closed import load_closed
from linimasa.lexicon.grammar import Grammar, grammar_of
from linimasa.lexicon.language import available


def _shipped(lang: str) -> Grammar:
    return load_closed(resources.lexicon() / lang / "closed.toml").grammar


def _table(**changes: Any) -> dict[str, Any]:
    return {k: v if isinstance(v, bool) else sorted(v) for k, v in asdict(_shipped("id")).items()} | changes


@pytest.mark.parametrize("lang", available())
def test_parts_of_a_set_are_in_it(lang: str) -> None:
    grammar = _shipped(lang)
    assert grammar.pronoun_enclitics <= grammar.enclitics
    assert grammar.passive_auxiliaries <= grammar.full_auxiliaries


def test_words_are_read_in_lower_case() -> None:
    assert grammar_of(_table(before_verbs=["Untuk"])).before_verbs == {"untuk"}


def test_a_table_survives_its_reading() -> None:
    assert grammar_of(_table()) == _shipped("id")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"affixed_verb": True}, "affixed_verb"),
        ({"affixed_verbs": ["me"]}, "grammar.affixed_verbs = .* is neither true nor false"),
        ({"determiners": True}, "grammar.determiners = True isn.t a list of words"),
    ],
)
def test_a_wrong_key_is_named(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        grammar_of(_table(**changes))


def test_a_missing_key_is_named() -> None:
    table = _table()
    del table["enclitics"]
    with pytest.raises(ValueError, match="missing: enclitics"):
        grammar_of(table)
