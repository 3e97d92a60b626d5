"""Longest-match look-up of closed-class entries and forms."""

from __future__ import annotations

import pytest

from linimasa.extract.clauses.chunk import chunk_sentence
from linimasa.extract.clauses.phrases import NO_SIZES, ClosedSizes, Phrases, Reading
from linimasa.lexicon.language import load_language


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return Phrases(load_language("id"))


def _look_up(phrases: Phrases, text: str) -> tuple[list[ClosedSizes], list[Reading | None]]:
    return phrases.look_up(chunk_sentence(text, (0, len(text)), (), ()))


def test_each_class_has_its_own_longest_entry(phrases: Phrases) -> None:
    sizes, _ = _look_up(phrases, "tidak boleh lagi")
    assert (sizes[0].auxiliaries, sizes[0].negators) == (2, 1)


def test_a_longer_entry_that_does_not_follow_leaves_the_shorter(phrases: Phrases) -> None:
    sizes, _ = _look_up(phrases, "di kota")
    assert sizes[0].prepositions == 1
    assert _look_up(phrases, "di dalam kota")[0][0].prepositions == 2


def test_there_is_an_empty_place_after_the_last_word(phrases: Phrases) -> None:
    sizes, readings = _look_up(phrases, "tidak")
    assert sizes[1] is NO_SIZES
    assert readings[1] is None


def test_one_place_is_looked_up_as_all_are(phrases: Phrases) -> None:
    text = "negara itu tidak akan pernah lagi berada di dalam kota"
    chunks = chunk_sentence(text, (0, len(text)), (), ())
    assert [phrases.sizes(chunks, at) for at in range(len(chunks) + 1)] == phrases.look_up(chunks)[0]


@pytest.mark.parametrize(
    ("word", "pronoun"), [("mengutuk", False), ("mengutuknya", True), ("mengutuklah", False)]
)
def test_an_enclitic_is_cut_from_a_form(phrases: Phrases, word: str, pronoun: bool) -> None:
    reading = _look_up(phrases, word)[1][0]
    assert reading is not None
    assert reading.verbs
    assert reading.pronoun is pronoun


def test_english_cuts_no_enclitics() -> None:
    assert _look_up(Phrases(load_language("en")), "attacknya")[1][0] is None
