"""From a document to all it gives: language, day, actors of the title, statements."""

from __future__ import annotations

import pytest

from linimasa.errors import SettingError, SourceError
from linimasa.extract.extractor import Extraction, Extractor, ExtractorSettings, checked_language
from linimasa.extract.language import identify
from linimasa.extract.titles import settled
from linimasa.model.document import Document
from linimasa.model.mention import Mention
from linimasa.model.outcome import Outcome
from linimasa.model.terms import ActorKind, DateBasis

INDONESIAN = "Presiden Rusia Vladimir Putin mengancam akan menyerang Ukraina jika tuntutannya tidak dipenuhi."
ENGLISH = "The foreign minister of Russia said on Monday that the talks with the United States had failed."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def read(extractor: Extractor, text: str, **fields: str) -> Extraction:
    return extractor.extract(Document("a", text, path="a.txt", **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "lang"), [(INDONESIAN, "id"), (ENGLISH, "en")])
def test_the_words_tell_the_language(extractor: Extractor, text: str, lang: str) -> None:
    assert read(extractor, text).document.lang == lang


def test_a_given_language_goes_before_the_words(extractor: Extractor) -> None:
    assert read(extractor, ENGLISH, lang="id").document.lang == "id"


def test_the_most_frequent_function_words_win() -> None:
    words = {"id": frozenset({"dan", "di"}), "en": frozenset({"and", "in", "di"})}
    assert identify("di Jakarta dan di Bandung", words) == "id"
    assert identify("And in", words) == "en"
    assert identify("Jakarta 123", words) is None
    assert identify("", words) is None


@pytest.mark.parametrize(
    ("text", "lang", "told"), [("123 456", None, "can't be told"), ("Rusia", "xx", "'xx'")]
)
def test_an_unknown_language_is_refused(extractor: Extractor, text: str, lang: str | None, told: str) -> None:
    with pytest.raises(SourceError, match=told) as caught:
        extractor.extract(Document("a", text, lang, path="a.txt", line=3))
    assert (caught.value.path, caught.value.line) == ("a.txt", 3)
    assert "en, id" in str(caught.value)


def test_an_option_for_an_unknown_language_is_refused() -> None:
    assert checked_language(None) is None
    assert checked_language("en") == "en"
    with pytest.raises(SettingError, match="there are: en, id"):
        checked_language("ms")


def test_a_given_day_is_kept(extractor: Extractor) -> None:
    text = "Jakarta, 5 Juli 2021 - " + INDONESIAN
    found = read(extractor, text, published="2021-07-09")
    assert (found.document.published, found.document.published_basis) == ("2021-07-09", DateBasis.EXPLICIT)
    assert found.dating.why == ""


def test_a_dateline_gives_the_day_unless_switched_off(extractor: Extractor) -> None:
    text = "Jakarta, 5 Juli 2021 - " + INDONESIAN
    found = read(extractor, text)
    assert (found.document.published, found.document.published_basis) == ("2021-07-05", DateBasis.INFERRED)
    assert "5 Juli 2021" in found.dating.why
    assert {s.doc.published_basis for s in found.statements} == {DateBasis.INFERRED}
    off = read(Extractor(ExtractorSettings(infer_dates=False)), text)
    assert off.document.published is None


def test_no_day_without_evidence(extractor: Extractor) -> None:
    found = read(extractor, "Rusia akan bertemu Ukraina pada 10 Januari.")
    assert found.document.published is None
    assert [s.time.value for s in found.statements if s.time] == ["XXXX-01-10"]


def test_each_sentence_has_one_outcome(extractor: Extractor) -> None:
    text = INDONESIAN + " Langit cerah. Pertemuan berlangsung."
    found = read(extractor, text)
    assert len(found.outcomes) == 3
    assert found.outcomes[0].outcome is Outcome.STATEMENTS
    assert found.outcomes[1].outcome is Outcome.NO_EVENT_WORD
    assert sum(one.statements for one in found.outcomes) == len(found.statements)


def test_a_title_is_read_by_itself(extractor: Extractor) -> None:
    title = "Putin Ancam Ukraina"
    found = read(extractor, INDONESIAN, title=title)
    told = [s for s in found.statements if s.field == "title"]
    assert [title[s.trigger.start : s.trigger.end] for s in told] == ["Ancam"]
    assert [p.code for s in told for p in (*s.actors, *s.recipients)] == ["RUS", "UKR"]
    assert len(found.title_outcomes) == 1
    assert all(m.text == INDONESIAN[m.start : m.end] for m in found.mentions)


def test_the_run_names_version_lexicon_and_settings(extractor: Extractor) -> None:
    assert extractor.run.startswith("linimasa ")
    assert "infer-dates on" in extractor.run
    assert extractor.run != Extractor(ExtractorSettings(infer_dates=False)).run


def person(text: str, actor: str | None, code: str | None = None, start: int = 0) -> Mention:
    end = start + len(text)
    return Mention(start, end, text, start, end, ActorKind.PERSON, actor=actor, name=text, code=code)


def test_a_bare_surname_in_a_title_is_the_person_of_the_text() -> None:
    full = person("Rahmat Wijaya", "x-rahmat-wijaya", "IDN")
    text = [full, person("ia", "x-rahmat-wijaya").moved(pronoun=True)]
    (found,) = settled("Wijaya Kecam AS", [person("Wijaya", "x-wijaya")], text)
    assert (found.actor, found.code, found.text, found.start) == ("x-rahmat-wijaya", "IDN", "Wijaya", 0)


def test_a_name_that_only_the_text_makes_sure_is_found() -> None:
    text = [person("Rahmat Wijaya", "x-rahmat-wijaya", "IDN"), person("Dewi Sari", "x-dewi-sari", "IDN")]
    title = "Wijaya Temui Sari di Wijayakusuma"
    found = settled(title, [], text)
    assert [(m.actor, title[m.start : m.end]) for m in found] == [
        ("x-rahmat-wijaya", "Wijaya"),
        ("x-dewi-sari", "Sari"),
    ]


def test_a_surname_of_two_persons_stays_open() -> None:
    text = [person("Rahmat Wijaya", "x-rahmat-wijaya", "IDN"), person("Dewi Wijaya", "x-dewi-wijaya", "IDN")]
    title = [person("Wijaya", None)]
    assert settled("Wijaya Kecam AS", title, text) == tuple(title)
    assert settled("Wijaya Kecam AS", [], text) == ()


def test_who_is_sure_in_the_title_stays() -> None:
    title = [person("Putin", "vladimir-putin", "RUS")]
    assert settled("Putin Kecam AS", title, [person("Igor Putin", "x-igor-putin", "RUS")]) == tuple(title)
