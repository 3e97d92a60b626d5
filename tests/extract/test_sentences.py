"""Sentence spans: where a sentence ends, which lines belong together, and what no rule may lose."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.extract.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


ONE = [
    # abbreviations, initials, numbers
    "Presiden bertemu Prof. Dr. Siti di Jl. Merdeka, Jakarta.",
    "Letjen. Ahmad dan Mr. Brown berunding di Washington D.C. pada Senin.",
    "The U.S. Senate approved the treaty by 52 votes.",
    "Sen. Murphy and Gov. Hochul visited Kyiv.",
    "George W. Bush menemui J. F. Maulana di Texas.",
    "Bantuan itu bernilai Rp 1.500.000 atau 3.5 persen dari anggaran.",
    "Rapat dimulai pukul 15.30 WIB.",
    # quotations of several sentences belong to their speaker
    "“Kami menolak. Kami tidak akan mundur,” kata Lavrov.",
    '"Kami menolak. Kami tidak akan mundur," kata Lavrov.',
    "“We refuse! Why should we go?” said the minister.",
    "«Kami menolak. Itu keputusan kami», ujarnya.",
    # a stop before a small letter ends nothing
    "Serangan itu ... kata seorang pejabat ... terjadi malam hari.",
    # a line broken within the sentence
    "Presiden Prancis bertemu\ndengan Perdana Menteri Jepang.",
    "Presiden Prancis menemui Perdana Menteri Jepang di\nTokyo.",
    "Ia berunding dengan Prancis, Jerman,\nItalia, dan Inggris.",
    "The minister of defence met the king of\r\nJordan.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rusia menolak. Ukraina setuju.", ["Rusia menolak.", "Ukraina setuju."]),
        ("Mengapa? Tidak jelas!", ["Mengapa?", "Tidak jelas!"]),
        ("Ia berkata, “Kami setuju.” Moskow diam.", ["Ia berkata, “Kami setuju.”", "Moskow diam."]),
        ("(Ia menolak.) Moskow diam.", ["(Ia menolak.)", "Moskow diam."]),
        # paragraphs and lists
        ("Judul Berita\nRusia menolak.", ["Judul Berita", "Rusia menolak."]),
        ("Beranda\n\nInternasional\n\nRusia menolak.", ["Beranda", "Internasional", "Rusia menolak."]),
        ("Rusia menolak.\r\nUkraina setuju.", ["Rusia menolak.", "Ukraina setuju."]),
        ("Rusia menolak.\u2028Ukraina setuju.", ["Rusia menolak.", "Ukraina setuju."]),
        # crawled text glues sentences together
        (
            "Ia menyetujui gencatan senjata.Washington diam.",
            ["Ia menyetujui gencatan senjata.", "Washington diam."],
        ),
        # blank margins aren't part of a sentence
        ("  Rusia menolak.  \n\t Ukraina setuju. ", ["Rusia menolak.", "Ukraina setuju."]),
        ("\ufeffRusia menolak.", ["Rusia menolak."]),
        ("", []),
        (" \n\u00a0\n", []),
    ],
)
def test_several_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_an_unclosed_quotation_ends_with_its_line() -> None:
    text = "“Kami menolak. Kami pergi.\nUkraina setuju. Rusia diam."
    assert sentences(text)[-2:] == ["Ukraina setuju.", "Rusia diam."]


def test_a_quotation_too_long_to_be_one_ends_sentences_as_others_do() -> None:
    filler = "Kami akan bekerja keras untuk negeri ini. " * 60
    assert len(sentences(f"“{filler}” kata menteri itu.")) > 50


def test_lines_are_joined_no_further_than_a_sentence_can_be_long() -> None:
    text = "\n".join(["kata demi kata demi kata"] * 500)
    assert len(split(text)) > 5
    assert max(end - start for start, end in split(text)) <= 1600


_TEXT = st.lists(
    st.sampled_from(
        ["Rusia", "menolak", "Dr.", "U.S.", "1.500", "di", "dan", ".", "!", "?", "…", "“", "”", '"', "«", "»",
         "\n", "\r\n", "\u2028", " ", "\u00a0", "\ufeff", ",", "(", ")", "–", "e\u0301", "🕊️", "J."]
    ),
    max_size=40,
).map(" ".join) | st.text(max_size=60)  # fmt: skip


@settings(deadline=None, derandomize=True)
@given(text=_TEXT)
def test_sentences_hold_every_word_in_order_and_once(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    outside = "".join(
        text[end:start]
        for (_, end), (start, _) in zip([(0, 0), *spans], [*spans, (len(text), len(text))], strict=True)
    )
    assert re.fullmatch(r"[\s\ufeff\u200b]*", outside)


@settings(deadline=None, derandomize=True)
@given(text=_TEXT)
def test_a_sentence_has_no_blank_margins(text: str) -> None:
    assert all(piece == piece.strip(" \t\u00a0\ufeff") for piece in sentences(text))
