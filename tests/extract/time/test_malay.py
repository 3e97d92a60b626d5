"""Malay: forty expressions in sentences of our own, read on Wednesday 29 December 2021."""

from __future__ import annotations

import pytest

from extract.time.time_cases import read, values
from linimasa.extract.time import TimeTagger

CASES = [
    ("Perdana Menteri tiba di Tokyo pada 5 Disember 2013.", "5 Disember 2013", "2013-12-05"),
    ("Menteri Luar akan bertolak pada 10 Januari.", "10 Januari", "2022-01-10"),
    ("Perjanjian itu ditandatangani pada 31 Ogos 1957.", "31 Ogos 1957", "1957-08-31"),
    ("Rundingan diadakan pada Khamis (30/12/2021).", "Khamis (30/12/2021)", "2021-12-30"),
    ("Duta itu dipanggil pada hari Isnin, 27 Disember 2021.", "hari Isnin, 27 Disember 2021", "2021-12-27"),
    ("Wisma Putra mengeluarkan kenyataan pada Jumaat.", "Jumaat", "2021-12-24"),
    ("Kedua-dua pemimpin akan bertemu pada hari Khamis.", "hari Khamis", "2021-12-30"),
    ("Mesyuarat Isnin lepas gagal.", "Isnin lepas", "2021-12-27"),
    ("Lawatan dijadualkan pada Selasa depan.", "Selasa depan", "2022-01-04"),
    ("Katanya kepada pemberita semalam.", "semalam", "2021-12-28"),
    ("Pasukan itu berundur kelmarin.", "kelmarin", "2021-12-27"),
    ("Delegasi akan pulang esok.", "esok", "2021-12-30"),
    ("Sidang akan bersambung lusa.", "lusa", "2021-12-31"),
    ("Kedutaan ditutup hari ini.", "hari ini", "2021-12-29"),
    ("Mereka berunding malam tadi.", "malam tadi", "2021-12-28TNI"),
    ("Perdana Menteri berlepas pagi tadi.", "pagi tadi", "2021-12-29TMO"),
    ("Parlimen bersidang minggu lepas.", "minggu lepas", "2021-W51"),
    ("Rundingan akan disambung minggu hadapan.", "minggu hadapan", "2022-W01"),
    ("Sekatan diumumkan bulan lalu.", "bulan lalu", "2021-11"),
    ("Beliau melawat Jepun tahun lepas.", "tahun lepas", "2020"),
    ("Pilihan raya akan diadakan tahun hadapan.", "tahun hadapan", "2022"),
    ("Amaran itu dikemas kini awal bulan ini.", "awal bulan ini", "2021-12"),
    ("Perjanjian itu tamat pada penghujung tahun ini.", "penghujung tahun ini", "2021"),
    ("Dua hari lalu konsulat itu diserang.", "Dua hari lalu", "2021-12-27"),
    ("Tiga bulan lepas duta itu dipanggil pulang.", "Tiga bulan lepas", "2021-09"),
    ("Gencatan senjata tamat dua minggu lagi.", "dua minggu lagi", "2022-W02"),
    ("Latihan ketenteraan berlangsung selama sepuluh hari.", "selama sepuluh hari", "P10D"),
    ("Sekatan itu berkuat kuasa selama beberapa minggu.", "selama beberapa minggu", "PXW"),
    ("Beliau ditahan hampir lapan tahun.", "hampir lapan tahun", "P8Y"),
    ("Mesyuarat itu diadakan setiap tahun.", "setiap tahun", "P1Y"),
    ("Ketua negara melawat Moscow pada 18-20 Jun 2025.", "18-20 Jun 2025", "2025-06-18/2025-06-20"),
    (
        "Sidang kemuncak bermula antara 10 hingga 13 Januari.",
        "antara 10 hingga 13 Januari",
        "2022-01-10/2022-01-13",
    ),
    ("Eksport merosot pada suku pertama 2022.", "suku pertama 2022", "2022-Q1"),
    ("Kedua-dua negara bermusuhan pada tahun 1990-an.", "tahun 1990-an", "199"),
    ("Ini cabaran abad ke-21.", "abad ke-21", "20"),
    ("Perang itu bermula sejak Februari 2014.", "Februari 2014", "2014-02"),
    ("Ketika ini kedutaan masih dibuka.", "Ketika ini", "PRESENT_REF"),
    ("Sidang bermula pukul 15.30 GMT.", "pukul 15.30 GMT", "2021-12-29T15:30"),
    ("Ucapan Hari Malaysia 2024 itu ringkas.", "Hari Malaysia 2024", "2024-09-16"),
    ("Gencatan senjata bermula pada Aidilfitri 2025.", "Aidilfitri 2025", "2025-03-31"),
]


@pytest.fixture(scope="module")
def tagger() -> TimeTagger:
    return TimeTagger("ms")


def test_there_are_forty() -> None:
    assert len(CASES) == 40


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_value(tagger: TimeTagger, text: str, words: str, value: str) -> None:
    assert values(tagger, text).get(words) == value


def test_a_week_is_no_sunday(tagger: TimeTagger) -> None:
    assert values(tagger, "Beliau tiba pada hari Ahad, bukan minggu lepas.") == {
        "hari Ahad": "2021-12-26",
        "minggu lepas": "2021-W51",
    }


def test_what_isnt_a_time(tagger: TimeTagger) -> None:
    assert read(tagger, "Resolusi 2202 diluluskan dengan 15 undi.") == ()
