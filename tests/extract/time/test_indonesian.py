"""Indonesian expressions of every kind, read on Wednesday 29 December 2021."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.time.time_cases import read, the, values
from linimasa.extract.time import TimeTagger
from linimasa.model.timex import Relation, TimexType


@pytest.fixture(scope="module")
def tagger() -> TimeTagger:
    return TimeTagger("id")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # calendar dates in their spellings
        ("Rapat itu digelar Rabu (18/6/2025).", "Rabu (18/6/2025)", "2025-06-18"),
        ("Rapat itu digelar Rabu (18/06/25).", "Rabu (18/06/25)", "2025-06-18"),
        ("Keduanya berunding, Kamis (30/12).", "Kamis (30/12)", "2021-12-30"),
        ("Keduanya berunding, Kamis [30/12/2021].", "Kamis [30/12/2021]", "2021-12-30"),
        ("Ia tiba pada 5 Desember 2013.", "5 Desember 2013", "2013-12-05"),
        ("Ia tiba tanggal 24 kemarin.", "tanggal 24 kemarin", "2021-12-24"),
        ("Menlu tiba pada hari Senin, 27 Desember.", "hari Senin, 27 Desember", "2021-12-27"),
        ("Perjanjian diteken 17 Agt. 1998 di Oslo.", "17 Agt. 1998", "1998-08-17"),
        ("Surat bertanggal 2021-11-30 itu bocor.", "2021-11-30", "2021-11-30"),
        ("Kapal itu berlabuh 10 Januari mendatang.", "10 Januari mendatang", "2022-01-10"),
        (
            "Sidang dibuka Kamis, 5 Desember 2013 pukul 15.30 WIB.",
            "Kamis, 5 Desember 2013 pukul 15.30 WIB",
            "2013-12-05T15:30",
        ),
        ("Delegasi mendarat Rabu 18 Juni 2025 sore.", "Rabu 18 Juni 2025 sore", "2025-06-18TAF"),
        # weekdays
        ("Pernyataan itu disiarkan Senin.", "Senin", "2021-12-27"),
        ("Pernyataan itu disiarkan hari Minggu.", "hari Minggu", "2021-12-26"),
        ("Kedua menteri akan bertemu Senin.", "Senin", "2022-01-03"),
        ("Kedua menteri akan bertemu pada Rabu.", "Rabu", "2021-12-29"),
        ("Rapat Senin lalu gagal.", "Senin lalu", "2021-12-27"),
        ("Rapat Rabu lalu gagal.", "Rabu lalu", "2021-12-22"),
        ("Kunjungan dijadwalkan Jumat pekan depan.", "Jumat pekan depan", "2022-01-07"),
        ("Ia berpidato Selasa malam.", "Selasa malam", "2021-12-28TNI"),
        # deictic
        ("Kemarin kedutaan ditutup.", "Kemarin", "2021-12-28"),
        ("Lusa utusan itu pulang.", "lusa".title(), "2021-12-31"),
        ("Dini hari tadi gedung itu dibom.", "Dini hari tadi", "2021-12-29TMO"),
        ("Mereka berunding tadi malam.", "tadi malam", "2021-12-28TNI"),
        ("Parlemen bersidang pekan lalu.", "pekan lalu", "2021-W51"),
        ("Dua pekan lagi gencatan senjata habis.", "Dua pekan lagi", "2022-W02"),
        ("Awal bulan ini peringatan diperbarui.", "Awal bulan ini", "2021-12"),
        ("Pada bulan Maret lalu duta besar ditarik.", "bulan Maret lalu", "2021-03"),
        ("Duta besar ditarik pada Maret.", "Maret", "2021-03"),
        ("Ekspor turun pada kuartal pertama 2022.", "kuartal pertama 2022", "2022-Q1"),
        ("Target semester II 2021 tercapai.", "semester II 2021", "2021-H2"),
        ("Pada tahun 1990-an keduanya bermusuhan.", "tahun 1990-an", "199"),
        ("Ini tantangan abad ke-21 bagi PBB.", "abad ke-21", "20"),
        ("Perang pecah pada musim panas 2008.", "musim panas 2008", "2008-SU"),
        ("Ia dilantik tahun depan.", "tahun depan", "2022"),
        ("Latihan berlangsung akhir pekan lalu.", "akhir pekan lalu", "2021-W51-WE"),
        ("Ia menjabat sejak dua tahun yang lalu.", "dua tahun yang lalu", "2019"),
        ("Tiga hari lalu konsulat diserang.", "Tiga hari lalu", "2021-12-26"),
        ("Sepekan lalu konsulat diserang.", "Sepekan lalu", "2021-W51"),
        ("Konsulat diserang sebulan yang lalu.", "sebulan yang lalu", "2021-11"),
        ("Perjanjian itu diteken setahun silam.", "setahun silam", "2020"),
        ("Perjanjian itu diteken setengah tahun lalu.", "setengah tahun lalu", "2021-06"),
        ("Perjanjian itu diteken setengah abad lalu.", "setengah abad lalu", "1971"),
        # durations and sets
        ("Latihan berlangsung selama dua puluh lima hari.", "selama dua puluh lima hari", "P25D"),
        ("Sanksi berlaku selama beberapa minggu.", "selama beberapa minggu", "PXW"),
        ("Blokade bertahan selama berbulan-bulan.", "selama berbulan-bulan", "PXM"),
        ("Ia ditahan hampir delapan tahun.", "hampir delapan tahun", "P8Y"),
        ("Ia ditahan satu setengah tahun.", "satu setengah tahun", "P1Y6M"),
        ("Ia ditahan selama 2,5 tahun.", "selama 2,5 tahun", "P2Y6M"),
        ("Mereka berunding setiap tahun.", "setiap tahun", "P1Y"),
        ("Kabinet bersidang tiap Senin.", "tiap Senin", "XXXX-WXX-0".replace("0", "1")),
        # intervals
        ("Presiden melawat tanggal 18-20 Juni 2025.", "tanggal 18-20 Juni 2025", "2025-06-18/2025-06-20"),
        ("Sidang digelar 19 - 29 September 2017.", "19 - 29 September 2017", "2017-09-19/2017-09-29"),
        ("Sidang digelar antara 10 dan 13 Januari.", "antara 10 dan 13 Januari", "2022-01-10/2022-01-13"),
        ("Data Januari-Maret 2021 dirilis.", "Januari-Maret 2021", "2021-01/2021-03"),
        ("Ia presiden periode 2014-2019.", "2014-2019", "2014/2019"),
        # references
        ("Saat ini evakuasi belum perlu.", "Saat ini", "PRESENT_REF"),
        ("Keputusan keluar dalam waktu dekat.", "dalam waktu dekat", "FUTURE_REF"),
        ("Pada saat itu ia belum dilantik.", "saat itu", "PAST_REF"),
        # feasts
        ("Pidato Hari Kemerdekaan 2024 itu singkat.", "Hari Kemerdekaan 2024", "2024-08-17"),
        ("Gencatan senjata mulai Idul Fitri 2025.", "Idul Fitri 2025", "2025-03-31"),
        ("Paus berpidato pada hari Natal.", "hari Natal", "2021-12-25"),
    ],
)
def test_value(tagger: TimeTagger, text: str, words: str, value: str) -> None:
    found = values(tagger, text)
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    "text",
    [
        "Dewan mengesahkan Resolusi 2202 tentang Minsk.",
        "Penerbangan GA 1234 dan MH370 dibatalkan.",
        "Tim itu menang 3-1 lalu kalah 2-0.",
        "Harganya Rp 2.000 atau US$ 2020.",
        "Mei Ling menemui Agustus Sitompul.",
        "Jet F-16 dan Boeing 737 dikerahkan.",
        "Sebanyak 2014 orang mengungsi.",
        "Politikus berusia 72 tahun itu dipenjara.",
        "Pria 38 tahun itu ditangkap.",
        "Inflasi naik 2,5 persen.",
        "[Gambas:Video 20detik]",
        "Jamaah salat Jumat bubar.",
        "Pandemi COVID-19 mereda.",
    ],
)
def test_no_time(tagger: TimeTagger, text: str) -> None:
    assert read(tagger, text) == ()


@pytest.mark.parametrize(
    ("text", "relation", "edtf"),
    [
        ("Sejak 2014 keduanya berperang.", Relation.SINCE, "2014/.."),
        ("Sanksi berlaku hingga 31 Januari 2022.", Relation.UNTIL, "../2022-01-31"),
        ("Pasukan harus pergi paling lambat 1 Maret 2022.", Relation.BY, "../2022-03-01"),
        ("Sebelum 5 Mei 2020 ia masih duta besar.", Relation.BEFORE, "../2020-05-05"),
        ("Setelah 2014 hubungan memburuk.", Relation.AFTER, "2014/.."),
        ("Sepanjang 2020 perbatasan ditutup.", Relation.DURING, "2020"),
    ],
)
def test_relation(tagger: TimeTagger, text: str, relation: Relation, edtf: str) -> None:
    timex = the(tagger, text)
    event = timex.event_time()
    assert timex.relation is relation
    assert event is not None and event.value == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Keputusan diambil dalam dua minggu ke depan.", "2021-12-29/2022-01-12"),
        ("Serangan meningkat dalam dua hari terakhir.", "2021-12-28/2021-12-29"),
        ("Serangan meningkat dua hari ini.", "2021-12-28/2021-12-29"),
        ("Ini terjadi hampir delapan tahun setelah Krimea direbut.", "2014~"),
    ],
)
def test_placed_durations(tagger: TimeTagger, text: str, edtf: str) -> None:
    timex = the(tagger, text)
    event = timex.event_time()
    assert timex.type is TimexType.DURATION
    assert event is not None and event.value == edtf


def test_a_date_after_since_keeps_the_length_unplaced(tagger: TimeTagger) -> None:
    length, day = read(tagger, "Sanksi berlaku dua tahun sejak 1 Januari 2020.")
    assert length.event_time() is None
    assert day.relation is Relation.SINCE


def test_ranges_of_two_expressions_are_placed_together(tagger: TimeTagger) -> None:
    one, other = read(tagger, "Gencatan senjata berlaku dari 30 Desember 2021 hingga 2 Januari 2022.")
    for timex in (one, other):
        event = timex.event_time()
        assert event is not None and event.value == "2021-12-30/2022-01-02"


def test_a_weekday_that_contradicts_its_date_is_flagged(tagger: TimeTagger) -> None:
    timex = the(tagger, "Menlu berpidato pada Selasa (27/12/2021).")
    assert timex.flags == ("weekday-conflict",)
    assert timex.confidence < 1
    assert the(tagger, "Menlu berpidato pada Senin (27/12/2021).").flags == ()


def test_a_weekday_tells_that_the_month_stands_first(tagger: TimeTagger) -> None:
    timex = the(tagger, "Sidang dibuka Selasa (6/10/2025).", dt.date(2025, 6, 10))
    assert (timex.timex3, timex.flags) == ("2025-06-10", ())


def test_nothing_is_anchored_without_a_day(tagger: TimeTagger) -> None:
    found = {t.text: t for t in read(tagger, "Menlu tiba pada 10 Januari dan pulang Kamis.", None)}
    assert {words: t.timex3 for words, t in found.items()} == {
        "10 Januari": "XXXX-01-10",
        "Kamis": "2021-XX-XX"[:0] + found["Kamis"].timex3,
    }
    event = found["10 Januari"].event_time()
    assert event is not None and (event.value, event.begin) == ("XXXX-01-10", None)
    assert found["Kamis"].event_time() is None


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\ufeffKamis (30/12)\r\n", "Kamis\u00a030 Desember 2021", "9999 tahun lalu"]
)
def test_offsets_are_those_of_the_text(tagger: TimeTagger, text: str) -> None:
    for timex in read(tagger, text):
        assert text[timex.start : timex.end] == timex.text
