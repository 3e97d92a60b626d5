"""Names: states, capitals, organisations, groups and places, glued and spaced."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.extract.actors import ActorTagger
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind


def _by(mentions: tuple[Mention, ...], text: str) -> Mention:
    found = [m for m in mentions if m.text == text]
    assert found, [m.text for m in mentions]
    return found[0]


@pytest.mark.parametrize(
    ("lang", "sentence", "text", "code"),
    [
        ("id", "Pemerintah menilai AS dan RI harus bekerja sama.", "RI", "IDN"),
        ("id", "Tiongkok menolak tuduhan itu.", "Tiongkok", "CHN"),
        ("id", "Rapat itu dihadiri utusan dari Korut.", "utusan dari Korut", "PRK"),
        ("id", "Amerika Serikat(AS) menunda sidang.", "Amerika Serikat", "USA"),
        ("id", "Sidang Dewan Keamanan (DK) PBB berakhir.", "Dewan Keamanan (DK) PBB", "UN"),
        ("en", "US envoys left early.", "US envoys", "USA"),
        ("en", "The U.N. voted on Monday.", "U.N.", "UN"),
        ("en", "Turkish-backed militias advanced.", "Turkish-backed militias", None),
        ("en", "WHO staff arrived.", "WHO staff", "WHO"),
    ],
)
def test_a_name_gives_the_code(tag, lang: str, sentence: str, text: str, code: str | None) -> None:
    assert _by(tag(lang, "2025-06-10", sentence), text).code == code


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("Baku tembak pecah di dekat perbatasan.", []),
        ("Baku Tembak Pecah Lagi", []),
        ("Baku hantam terjadi di ruang sidang.", []),
        ("Baku menolak usul itu.", ["Baku"]),
        ("Utusan itu tiba di Baku kemarin.", ["Baku"]),
    ],
)
def test_a_capital_that_is_a_word_too(tag, sentence: str, texts: list[str]) -> None:
    found = [m.text for m in tag("id", "2025-06-10", sentence)]
    assert [text for text in found if "Baku" in text] == texts


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("PresidenPrabowo Subiantodijadwalkan terbang diIran.", {"Prabowo Subianto", "Iran"}),
        ("Ia menanyakan apakahAmerika Serikatakan hadir.", {"Amerika Serikat"}),
        ("Pesan RusiaVladimir Putindi istana.", {"Rusia", "Vladimir Putin"}),
        ("Serangan olehIsraeldi laut.", {"Israel"}),
        ("Presiden RIPrabowo Subianto berpidato.", {"Prabowo Subianto"}),
    ],
)
def test_glued_words_are_cut(tag, sentence: str, texts: set[str]) -> None:
    assert texts <= {m.text for m in tag("id", "2025-06-10", sentence)}


@pytest.mark.parametrize(
    "sentence",
    ["Kementerian itu bekerja.", "Lima hari berlalu.", "Perubahan iklim terasa.", "Kami rasa hal ini wajar."],
)
def test_ordinary_words_hold_no_state(tag, sentence: str) -> None:
    assert not [m for m in tag("id", "2025-06-10", sentence) if m.kind is ActorKind.STATE and not m.pronoun]


def test_a_capital_is_a_place_after_a_preposition_and_a_government_else(tag) -> None:
    place = _by(tag("id", "2025-06-10", "Ia tiba di Moskow kemarin."), "Moskow")
    actor = _by(tag("id", "2025-06-10", "Moskow menolak usul itu."), "Moskow")
    assert (place.kind, place.code) == (ActorKind.PLACE, "RUS")
    assert (actor.kind, actor.actor, actor.literally) == (ActorKind.STATE, "rus", "moscow")


def test_a_dateline_is_a_place(tag) -> None:
    first = tag("id", "2025-06-10", "JAKARTA - Indonesia menyambut baik hasil itu.")[0]
    assert (first.text, first.kind) == ("JAKARTA", ActorKind.PLACE)


def test_cities_have_coordinates_and_their_state(tag) -> None:
    place = _by(tag("en", "2025-06-10", "Talks were held in Kazan, Russia, on Friday."), "Kazan")
    assert (place.kind, place.code) == (ActorKind.PLACE, "RUS")
    assert place.lat == pytest.approx(55.8, abs=0.5)
    assert place.outer_end > place.end  # the state after the comma belongs to the place


@pytest.mark.parametrize(
    ("lang", "sentence", "text", "code"),
    [
        ("id", "Rapat digelar di Istana Merah Delima kemarin.", "Istana Merah Delima", None),
        ("id", "Pasukan berkumpul di perbatasan Ukraina.", "perbatasan Ukraina", "UKR"),
        ("id", "Ledakan terjadi di Ukraina timur.", "Ukraina timur", "UKR"),
        ("en", "Shelling hit eastern Ukraine.", "eastern Ukraine", "UKR"),
        ("en", "Guards left Larkhill Prison at dawn.", "Larkhill Prison", None),
    ],
)
def test_places_by_pattern(tag, lang: str, sentence: str, text: str, code: str | None) -> None:
    found = _by(tag(lang, "2025-06-10", sentence), text)
    assert (found.kind, found.code) == (ActorKind.PLACE, code)


def test_time_expressions_hold_no_names(taggers: dict[str, ActorTagger]) -> None:
    text = "Rapat pada Mei 2025 di Roma."
    with_times = taggers["id"].tag(text, [(0, len(text))], None, [(11, 19)])
    assert [m.text for m in with_times] == ["Roma"]


def test_decomposed_accents_and_offsets(tag) -> None:
    sentence = "Brasi\u0301lia menyambut Tu\u0308rkiye."
    for mention in tag("id", "2025-06-10", sentence):
        assert (sentence + "\n")[mention.start : mention.end] == mention.text


_WORDS = st.sampled_from(
    "Presiden Rusia Vladimir Putin bertemu di Jakarta , dan Menlu RI ( AS ) tentara Israel itu kedua negara"
    " ia Budi Santoso juru bicara PBB - untuk 45 orang mantan Kementerian Luar Negeri".split()
)


@given(st.lists(_WORDS, max_size=14))
@settings(max_examples=150, deadline=None)
def test_mentions_are_ordered_apart_and_quote_the_text(
    taggers: dict[str, ActorTagger], words: list[str]
) -> None:
    text = " ".join(words)
    for lang in ("id", "en"):
        last = 0
        for m in taggers[lang].tag(text, [(0, len(text))], None):
            assert m.outer_start >= last
            assert m.outer_start <= m.start < m.end <= m.outer_end
            assert text[m.start : m.end] == m.text
            last = m.outer_end


def test_a_name_is_longer_than_a_reference(tag) -> None:
    name = "Organization for Security and Co-operation in Europe"
    assert _by(tag("en", None, f"NATO left a session of the {name}."), name).code == "OSCE"


def test_money_names_no_state(tag) -> None:
    found = tag("id", None, "Bantuan senilai US$ 2 juta diberikan kepada Kuba.")
    assert [m.code for m in found] == ["CUB"]


def test_brussels_is_the_union_where_the_text_speaks_of_it(tag) -> None:
    union = _by(tag("id", None, "Uni Eropa bersidang.", "Petani mendesak Brussel mundur."), "Brussel")
    assert (union.code, union.literally) == ("EU", "brussels")
    assert _by(tag("id", None, "Belgia marah.", "Petani mendesak Brussel mundur."), "Brussel").code == "BEL"


def test_a_name_of_two_organisations_is_the_one_spoken_of(tag) -> None:
    assert _by(tag("id", None, "Uni Eropa marah.", "Dewan Eropa menolak."), "Dewan Eropa").code == "EU"
    assert _by(tag("id", None, "Dewan Eropa menolak."), "Dewan Eropa").code == "COE"
