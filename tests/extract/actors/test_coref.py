"""References: short names, pronouns, pairs; nobody where the text leaves it open."""

from __future__ import annotations

import pytest

from linimasa.model.mention import Mention


def _by(mentions: tuple[Mention, ...], text: str) -> Mention:
    found = [m for m in mentions if m.text == text]
    assert found, [m.text for m in mentions]
    return found[-1]


def _antecedents(mention: Mention) -> list[str | None]:
    return [m.actor for m in mention.antecedent]


def test_a_surname_means_the_full_name_of_the_document(tag) -> None:
    mentions = tag("id", "2022-01-01", "Menlu Kuba Rudolf Zenda tiba.", "Kata Zenda, sidang ditunda.")
    assert _by(mentions, "Zenda").actor == "x-rudolf-zenda"
    assert _by(mentions, "Zenda").code == "CUB"


def test_a_short_name_in_brackets_means_the_name_before_it(tag) -> None:
    mentions = tag("id", "2022-01-01", "Menlu Kuba Rudolf Karl Zenda (RKZ) tiba.", "RKZ menolak usulan itu.")
    assert _by(mentions, "RKZ").actor == "x-rudolf-karl-zenda"
    assert _by(mentions, "RKZ").code == "CUB"


def test_two_of_one_surname_are_left_open(tag) -> None:
    mentions = tag("en", "2022-01-01", "Envoy Anna Zenda met envoy Rudolf Zenda.", "Then Zenda left.")
    assert not [m for m in mentions if m.text == "Zenda" and m.actor is not None]


def test_a_pronoun_means_the_subject_before(tag) -> None:
    mentions = tag(
        "id", "2021-12-29", "Vladimir Putin berbicara dengan Joe Biden.", "Ia menuntut jaminan keamanan."
    )
    assert (_by(mentions, "Ia").actor, _antecedents(_by(mentions, "Ia"))) == (
        "vladimir-putin",
        ["vladimir-putin"],
    )


def test_a_pronoun_agrees_in_gender(tag) -> None:
    mentions = tag("en", "2021-12-29", "Ursula von der Leyen met Joe Biden.", "He thanked the host.")
    assert _by(mentions, "He").actor == "joe-biden"


def test_a_pronoun_without_a_person_stays_open(tag) -> None:
    found = _by(tag("id", "2021-12-29", "Ekspor naik.", "Dia menolak."), "Dia")
    assert (found.actor, found.code, found.antecedent, found.pronoun) == (None, None, (), True)


@pytest.mark.parametrize(
    ("lang", "first", "second", "words", "actors"),
    [
        ("id", "Kuba dan Iran berunding.", "Kedua negara sepakat.", "Kedua negara", ["cub", "irn"]),
        (
            "id",
            "Putin menelepon Biden.",
            "Kedua pemimpin puas.",
            "Kedua pemimpin",
            ["vladimir-putin", "joe-biden"],
        ),
        ("en", "Cuba met Iran.", "Both sides agreed.", "Both sides", ["cub", "irn"]),
        ("id", "Kuba, Iran dan Chile berunding.", "Kedua negara sepakat.", "Kedua negara", []),
    ],
)
def test_pairs(tag, lang: str, first: str, second: str, words: str, actors: list[str]) -> None:
    assert _antecedents(_by(tag(lang, "2021-12-29", first, second), words)) == actors


def test_the_state_and_the_organisation_spoken_of(tag) -> None:
    assert _by(tag("id", None, "Kuba protes.", "Negara itu menolak."), "Negara itu").code == "CUB"
    assert _by(tag("id", None, "NATO bersidang.", "Aliansi itu menolak."), "Aliansi itu").code == "NATO"


def test_a_bare_title_means_its_bearer_in_the_text(tag) -> None:
    mentions = tag(
        "id",
        "2025-06-19",
        "Presiden Prabowo Subianto bertemu Presiden Rusia Vladimir Putin.",
        "Presiden puas.",
    )
    assert _by(mentions, "Presiden").actor == "prabowo-subianto"
    foreign = tag("en", "2018-09-30", "Donald Trump spoke in Ohio.", "The President said little.")
    assert _by(foreign, "President").actor == "donald-trump"


def test_a_bare_title_of_a_foreign_story_is_left_open(tag) -> None:
    mentions = tag("id", "2017-03-01", "Kuba dan Chile berunding.", "Presiden menolak.")
    assert not [m for m in mentions if m.text == "Presiden" and m.actor is not None]


def test_unnamed_sources_are_the_documents_own(tag) -> None:
    mentions = tag("id", None, "Seorang diplomat Kuba menolak.", "Seorang diplomat Iran setuju.")
    assert [m.actor for m in mentions] == ["src-1", "src-2"]


def test_a_pair_far_back_means_the_two_the_text_is_about(tag) -> None:
    mentions = tag(
        "id",
        "2025-06-19",
        "Vladimir Putin menelepon Xi Jinping.",
        "Putin berterima kasih kepada Xi.",
        "Hal itu disampaikan Yuri Ushakov.",
        "Serangan itu melanggar hukum.",
        "Harga minyak naik.",
        "Warga cemas.",
        '"Kedua pemimpin menolak perang."',
    )
    assert _antecedents(_by(mentions, "Kedua pemimpin")) == ["vladimir-putin", "xi-jinping"]


def test_who_urges_both_sides_is_neither(tag) -> None:
    mentions = tag(
        "en",
        "2022-07-24",
        "Cuba and Iran signed.",
        "Cuba praised Iran.",
        "Recep Tayyip Erdogan urged both sides to wait.",
    )
    assert _antecedents(_by(mentions, "both sides")) == ["cub", "irn"]


def test_they_and_both_are_two_that_one_subject_joins(tag) -> None:
    start = "Presiden Vladimir Putin dan Presiden Xi Jinping membahas perang Iran dan Israel"
    both = tag("id", "2025-06-19", f"{start}, setelah keduanya berbicara lewat telepon.")
    assert _antecedents(_by(both, "keduanya")) == ["vladimir-putin", "xi-jinping"]
    they = tag("id", "2025-06-19", f"{start}.", "Kemarin mereka bertemu.")
    assert _antecedents(_by(they, "mereka")) == ["vladimir-putin", "xi-jinping"]


def test_a_body_that_speaks_of_itself_is_they(tag) -> None:
    mentions = tag("id", "2025-06-19", "Kementerian Luar Negeri Kuba mengatakan mereka menolak usulan itu.")
    assert _by(mentions, "mereka").code == "CUB"


def test_three_joined_parties_are_no_pair(tag) -> None:
    mentions = tag("id", None, "Kuba, Iran dan Chile berunding.", "Mereka sepakat.")
    assert _antecedents(_by(mentions, "Mereka")) == []


def test_sources_are_no_pair(tag) -> None:
    mentions = tag("en", None, "A diplomat met another diplomat.", "Both sides agreed.")
    assert _antecedents(_by(mentions, "Both sides")) == []


@pytest.mark.parametrize("words", ["negaranya", "pemerintahnya"])
def test_ones_own_state_is_the_speakers(tag, words: str) -> None:
    found = _by(tag("id", "2022-01-14", f"Sergei Ryabkov menegaskan bahwa {words} menolak usul AS."), words)
    assert (found.code, found.actor) == ("RUS", "rus")


def test_the_state_in_a_title_can_be_referred_to(tag) -> None:
    mentions = tag(
        "id", "2025-07-15", "Ia bertemu Presiden Belarus Alexander Lukashenko.", "Kota di negara itu sepi."
    )
    assert _by(mentions, "negara itu").code == "BLR"


def test_the_alliance_is_nato_where_nato_is_named(tag) -> None:
    mentions = tag("en", None, "NATO met the OSCE.", "The OSCE left.", "The alliance refused.")
    assert _by(mentions, "The alliance").code == "NATO"
    assert _by(tag("en", None, "ASEAN met.", "The alliance refused."), "The alliance").code == "ASEAN"


def test_one_of_a_force_is_he(tag) -> None:
    text = ("Seorang pejabat pertahanan Jepang menolak berkomentar.", "Namun dia mengatakan kapal siaga.")
    assert _by(tag("id", "2022-01-01", *text), "dia").code == "JPN"
    many = ("Pejabat militer Jepang menolak berkomentar.", "Namun dia mengatakan kapal siaga.")
    assert _by(tag("id", "2022-01-01", *many), "dia").code is None


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Peru memprotes Cile atas penangkapan nelayan oleh negara tetangga kecil itu.", "", "CHL"),
        ("Turki menutup perbatasan dengan Suriah setelah kudeta di negara itu.", "negara itu", "SYR"),
        ("Iran dikecam. Negara pegunungan itu membalas.", "Negara pegunungan itu", "IRN"),
        ("Israel siaga. Serangan ke republik Islam itu batal.", "republik Islam", "IRN"),
    ],
)
def test_an_epithet_of_a_state_refers_back(tag, text: str, words: str, code: str) -> None:
    found = _by(tag("id", "2022-01-01", *text.split(". ")), words or "negara tetangga kecil itu")
    assert found.code == code


def test_a_state_within_a_state_is_no_epithet(tag) -> None:
    mentions = tag("id", "2022-01-01", "Iran siaga.", "Negara bagian itu aman dan negara anggota itu pergi.")
    assert not [m for m in mentions if m.pronoun]


def test_both_koreas_are_two(tag) -> None:
    found = _by(tag("id", "2022-01-01", "Kedua Korea masih berselisih."), "Kedua Korea")
    assert [(m.code, m.text) for m in found.antecedent] == [("PRK", "Kedua Korea"), ("KOR", "Kedua Korea")]


def test_members_are_those_of_the_body_before(tag) -> None:
    text = ("Mark Rutte berpidato di Den Haag.", "Ia mendorong anggotanya membayar lebih.")
    assert _by(tag("id", "2025-06-01", *text), "anggotanya").code == "NATO"
    assert _by(tag("id", "2025-06-01", "Cile mendorong anggotanya."), "anggotanya").code is None


def test_a_servant_who_opens_a_sentence_is_that_of_the_subject_before(tag) -> None:
    text = ("Emmanuel Macron tiba di Kanada.", "Sekretaris persnya mengatakan ia akan pulang.")
    assert _by(tag("id", "2025-06-01", *text), "Sekretaris persnya").code == "FRA"
    open_ = ("Kapal tiba di Kanada.", "Sekretaris persnya mengatakan ia akan pulang.")
    assert _by(tag("id", "2025-06-01", *open_), "Sekretaris persnya").code != "FRA"
