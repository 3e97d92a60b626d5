"""Plain text stays as it is: every odd character, every offset."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linimasa.model.document import Document
from linimasa.read import Given
from linimasa.read.origin import Raw
from linimasa.read.plain import read_plain
from linimasa.read.sources import read_sources


def only(path: Path, **options: str) -> Document:
    (found,) = read_sources([path], **options)
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffJAKARTA - Rusia",
        "baris satu\r\nbaris dua\r\n",
        "baris satu\rbaris dua",
        "Ame\u0301rique dan \u212b",
        "spasi\u00a0keras\u2028pemisah\x0bbaris",
        "😀 emoji di luar BMP",
        "  tepi kosong \n\n",
    ],
)
def test_text_is_never_altered(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    assert only(path).text == text


@given(st.text().filter(lambda text: text.encode("utf-8", "ignore").strip() and "\0" not in text))
def test_any_text_comes_back(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    expected = data.decode("utf-8")
    found = list(read_plain(Raw("a.txt", "a", data), Given()))
    if expected.strip():
        assert [one.text for one in found if isinstance(one, Document)] == [expected]
    else:
        assert not isinstance(found[0], Document)


def test_the_file_name_gives_id_and_day(tmp_path: Path) -> None:
    path = tmp_path / "2021-12-29-perundingan.txt"
    path.write_text("Rusia bertemu Ukraina.", encoding="utf-8")
    found = only(path)
    assert (found.id, found.published, found.published_basis) == (
        "2021-12-29-perundingan",
        "2021-12-29",
        "explicit",
    )


@pytest.mark.parametrize(
    "name", ["perundingan", "12021-12-29", "2021-13-29", "2021-12-29-2021-12-30", "20211229", "2021-12-291"]
)
def test_other_names_give_no_day(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text("Rusia bertemu Ukraina.", encoding="utf-8")
    found = only(path)
    assert found.published is None
    assert found.published_basis is None


def test_the_option_goes_before_the_name(tmp_path: Path) -> None:
    path = tmp_path / "2021-12-29.txt"
    path.write_text("Rusia bertemu Ukraina.", encoding="utf-8")
    assert only(path, published="2022-01-01").published == "2022-01-01"
    assert only(path, lang="id").lang == "id"
