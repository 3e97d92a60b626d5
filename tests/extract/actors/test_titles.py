"""Titles, roles and bodies: who bears them, for whom, on which day."""

from __future__ import annotations

import pytest

from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind


def _by(mentions: tuple[Mention, ...], text: str) -> Mention:
    found = [m for m in mentions if m.text == text]
    assert found, [m.text for m in mentions]
    return found[0]


def test_the_name_is_inside_and_the_title_around(tag) -> None:
    found = tag("id", "2021-12-29", "Presiden Rusia Vladimir Putin tiba.")[0]
    assert found.text == "Vladimir Putin"
    assert (found.outer_start, found.actor, found.code, found.sector) == (0, "vladimir-putin", "RUS", "GOV")


@pytest.mark.parametrize(
    ("day", "actor"), [("2019-12-29", "donald-trump"), ("2021-12-29", "joe-biden"), (None, None)]
)
def test_a_title_alone_goes_by_the_day(tag, day: str | None, actor: str | None) -> None:
    found = _by(tag("id", day, "Presiden AS menyambut tamu."), "Presiden AS")
    assert (found.actor, found.code) == (actor, "USA")


def test_a_name_goes_before_the_day(tag) -> None:
    found = _by(tag("id", "2014-05-01", "Wakil Presiden Biden berpidato."), "Biden")
    assert (found.actor, found.code) == ("joe-biden", "USA")


def test_a_former_office_is_nobodys_now(tag) -> None:
    found = tag("id", "2023-01-01", "Mantan Presiden AS mengkritik rencana itu.")[0]
    assert (found.actor, found.sector) == (None, "ELI")


def test_a_predicate_is_not_the_present_holder(tag) -> None:
    found = _by(
        tag("id", "2022-01-01", "Ia pernah menjabat sebagai perdana menteri Israel."),
        "perdana menteri Israel",
    )
    assert found.actor is None


@pytest.mark.parametrize(
    ("lang", "sentence", "text", "actor", "code"),
    [
        ("id", "Menteri Luar Negeri Ruritania, Rudolf Zenda, marah.", "Rudolf Zenda", "x-rudolf-zenda", None),
        (
            "id",
            "Dubes Inggris untuk Ruritania, Anne Hopeful, menjawab.",
            "Anne Hopeful",
            "x-anne-hopeful",
            "GBR",
        ),
        ("id", "Rudolf Zenda, juru bicara Kemlu Kuba, menjawab.", "Rudolf Zenda", "x-rudolf-zenda", "CUB"),
        ("en", "French envoy Anne Hopeful replied.", "Anne Hopeful", "x-anne-hopeful", "FRA"),
        (
            "en",
            "Rudolf Zenda, a spokesman for Cuba's Foreign Ministry, replied.",
            "Rudolf Zenda",
            "x-rudolf-zenda",
            "CUB",
        ),
    ],
)
def test_unknown_persons_by_pattern(
    tag, lang: str, sentence: str, text: str, actor: str, code: str | None
) -> None:
    found = _by(tag(lang, "2022-01-01", sentence), text)
    assert (found.kind, found.actor, found.code) == (ActorKind.PERSON, actor, code)


@pytest.mark.parametrize(
    "spelling", ["Volodymyr Zelensky", "Volodymyr Zelenskiy", "Wolodymyr Selenskyj Zelenskyy"]
)
def test_spellings_fold_only_to_a_full_name(tag, spelling: str) -> None:
    found = [m for m in tag("id", "2023-01-01", f"Presiden Ukraina {spelling} berbicara.") if m.code == "UKR"]
    known = spelling.count(" ") == 1
    assert (found[0].actor == "volodymyr-zelenskyy") is known


def test_fuzzy_spelling_never_links_across_states(tag) -> None:
    found = tag("en", "2023-01-01", "French President Wladimir Putin spoke.")[0]
    assert found.code == "FRA"
    assert found.actor != "vladimir-putin"


@pytest.mark.parametrize(
    ("lang", "sentence", "text", "code", "sector"),
    [
        ("id", "Para pejabat AS diam.", "Para pejabat AS", "USA", "GOV"),
        ("id", "Pasukan Moskow mundur.", "Pasukan Moskow", "RUS", "MIL"),
        ("id", "Angkatan Laut India berlatih.", "Angkatan Laut India", "IND", "MIL"),
        ("id", "Kedutaan Besar Kuba di Jakarta tutup.", "Kedutaan Besar Kuba di Jakarta", "CUB", "GOV"),
        ("id", "KBRI Teheran mengirim surat.", "KBRI Teheran", "IDN", "GOV"),
        (
            "id",
            "Kelompok separatis pimpinan Rusia menyerang.",
            "Kelompok separatis pimpinan Rusia",
            None,
            "REB",
        ),
        ("id", "Sekutu AS dan Eropa cemas.", "Sekutu AS dan Eropa", None, None),
        ("id", "Polisi Jepang menangkap dia.", "Polisi Jepang", "JPN", "COP"),
        ("en", "Israeli soldiers left.", "Israeli soldiers", "ISR", "MIL"),
        ("en", "Israel's Foreign Ministry objected.", "Israel's Foreign Ministry", "ISR", "GOV"),
        ("en", "The Mexican government agreed.", "Mexican government", "MEX", "GOV"),
        ("en", "Hamas officials agreed.", "Hamas officials", None, "REB"),
        ("en", "The army of Chad advanced.", "army of Chad", "TCD", "MIL"),
        ("en", "Rebels in Darfur agreed.", "Rebels", "SDN", "REB"),
        ("en", "A German-Russian citizen was held.", "German-Russian citizen", None, "CVL"),
    ],
)
def test_bodies_and_roles(
    tag, lang: str, sentence: str, text: str, code: str | None, sector: str | None
) -> None:
    found = _by(tag(lang, "2022-01-01", sentence), text)
    assert (found.code, found.sector) == (code, sector)


def test_a_spokesperson_speaks_for_a_body(tag) -> None:
    found = _by(tag("id", "2022-01-01", "Juru bicara militer Kuba menjawab."), "Juru bicara militer Kuba")
    assert (found.kind, found.speaks_for) == (ActorKind.UNNAMED, "cub-armed-forces")


def test_one_only_state_lends_its_code_to_its_people(tag) -> None:
    mentions = tag("en", None, "Protesters gathered in Norway.", "Police arrested dozens of people.")
    assert _by(mentions, "Police").code == "NOR"
    mixed = tag("en", None, "Norway and Sweden objected.", "Police arrested dozens of people.")
    assert _by(mixed, "Police").code is None


def test_a_title_that_the_table_denies_is_flagged(tag) -> None:
    found = _by(tag("id", "2021-12-29", "Presiden Kamala Harris berpidato."), "Kamala Harris")
    assert (found.actor, found.code) == ("kamala-harris", "USA")
    assert "title-conflict" in found.flags
