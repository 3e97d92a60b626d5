"""Sentences as a parser gets them."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linimasa.extract.extractor import Extractor
from linimasa.extract.parser.masking import MaskWords, Word, mask_words, passages
from linimasa.lexicon.language import available

EXTRACTOR = Extractor()
WORDS = MaskWords("kemarin", "itu")


def read(text: str) -> tuple[tuple[Word, ...], ...]:
    found = EXTRACTOR.sentence(text, "id", datetime.date(2021, 12, 29))
    return passages(text, (0, len(text)), found.mentions, found.timexes, WORDS)


def forms(text: str) -> list[str]:
    return [" ".join(word.form for word in part) for part in read(text)]


def test_names_and_dates_are_one_word() -> None:
    text = "Presiden Rusia Vladimir Putin mengancam Uni Eropa pada 10 Januari 2022."
    (words,) = forms(text)
    assert words == "Putin mengancam Eropa pada kemarin ." or words == "Putin mengancam Eropa kemarin ."


def test_a_quotation_is_one_word_and_is_read_by_itself() -> None:
    text = '"Kami akan menarik pasukan dari perbatasan," kata Presiden Rusia Vladimir Putin.'
    outer, inner = forms(text)
    assert outer.startswith("itu kata Putin")
    assert inner.startswith("Kami akan menarik pasukan")


def test_a_quotation_without_an_end_is_read_by_itself() -> None:
    outer, inner = forms('Putin berkata: "Kami tidak akan mundur dari sana.')
    assert (outer, inner) == ("Putin berkata :", "Kami tidak akan mundur dari sana .")


def test_parentheses_are_left_out() -> None:
    assert forms("Rusia (yang kalah) mengancam Ukraina.") == ["Rusia mengancam Ukraina ."]


def test_every_language_has_its_words() -> None:
    assert {lang: mask_words(lang) is not None for lang in available()} == dict.fromkeys(available(), True)


def test_a_language_without_words_is_not_masked() -> None:
    assert mask_words("ms") is None


@given(st.lists(st.sampled_from(["Rusia", '"', "(", ")", "mengancam", "10 Januari", "“", "”", ",", "Kami"])))
def test_words_stand_for_spans_that_dont_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    for part in read(text):
        assert all(a.end <= b.start for a, b in pairwise(part))
        assert all(text[w.start : w.end] == w.form for w in part if not w.masked)


@pytest.mark.parametrize("text", ["", "date = 1\nquotation = 'x'\n"])
def test_wrong_words_are_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    from linimasa import resources
    from linimasa.errors import LexiconError

    folder = tmp_path_factory.mktemp("lexicon")
    (folder / "xy").mkdir()
    (folder / "xy" / "witness.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "lexicon", lambda: folder)
    with pytest.raises(LexiconError, match="date, quotation"):
        mask_words("xy")
