"""A text's language is told by its function words, and nothing is guessed from none."""

from __future__ import annotations

import pytest

from linimasa.errors import SettingError, SourceError
from linimasa.extract.extractor import Extractor, checked_language
from linimasa.extract.language import identify
from linimasa.lexicon.language import available
from linimasa.model.document import Document

WORDS = {"id": frozenset({"yang", "dan", "di"}), "en": frozenset({"the", "and", "of"})}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Rusia dan Ukraina berunding di Istanbul.", "id"),
        ("The talks of Russia and Ukraine", "en"),
        ("YANG DAN DI", "id"),
        ("“the”, and—of", "en"),
        ("Rusia 2022 !!", None),
        ("", None),
        ("12:30 20/6/2025", None),
    ],
)
def test_function_words_tell(text: str, lang: str | None) -> None:
    assert identify(text, WORDS) == lang


def test_parts_of_words_dont_count() -> None:
    assert identify("Andalusia Theodore dinas", WORDS) is None


def test_a_tie_is_settled_by_the_code() -> None:
    assert identify("the yang", WORDS) == identify("yang the", WORDS) == "en"


def test_without_languages_nothing_is_told() -> None:
    assert identify("yang dan di", {}) is None


def test_only_the_beginning_of_a_long_text_counts() -> None:
    assert identify("the and " + "yang " * 20000, WORDS) == "id"
    assert identify("the and " + "x" * 6000 + " yang dan di yang", WORDS) == "en"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Menteri luar negeri kedua negara akan bertemu pada hari Senin di Jenewa.", "id"),
        ("The foreign ministers of both countries will meet in Geneva on Monday.", "en"),
        ("Rusia menolak usulan itu.", "id"),
        ("Russia rejects the proposal.", "en"),
    ],
)
def test_the_extractor_knows_its_languages(text: str, lang: str, extractor: Extractor) -> None:
    assert extractor.language(Document("a", text)) == lang


def test_a_given_language_is_believed(extractor: Extractor) -> None:
    assert extractor.language(Document("a", "The talks of the ministers", "id")) == "id"


def test_a_text_without_words_is_told_by_its_title(extractor: Extractor) -> None:
    assert extractor.language(Document("a", " ", title="Rusia dan Ukraina di Istanbul")) == "id"


def test_an_untellable_text_is_refused_with_place_and_remedy(extractor: Extractor) -> None:
    with pytest.raises(SourceError, match=r"news\.jsonl, line 3: .*--lang.*en, id"):
        extractor.extract(Document("a", "2022 2023", path="news.jsonl", line=3))


def test_an_unknown_language_of_a_document_is_refused(extractor: Extractor) -> None:
    with pytest.raises(SourceError, match=r"news\.jsonl, line 3: no language 'xx'; there are: en, id"):
        extractor.extract(Document("a", "yang dan di", "xx", path="news.jsonl", line=3))


def test_an_unknown_language_of_an_option_is_refused() -> None:
    assert [checked_language(lang) for lang in (None, *available())] == [None, *available()]
    with pytest.raises(SettingError, match="--lang 'xx': no such language; there are: en, id"):
        checked_language("xx")
