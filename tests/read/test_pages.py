"""HTML and Markdown: the article's words, and the day only where the page declares it."""

from __future__ import annotations

from pathlib import Path

import pytest

from linimasa.model.document import Document
from linimasa.read import read_sources

BODY = (
    "<article><h1>Rusia dan AS Berunding</h1><p>Diplomat Rusia dan Amerika Serikat bertemu di Jenewa pada "
    "hari Senin untuk membahas jaminan keamanan yang dituntut Moskow selama berbulan-bulan.</p>"
    "<p>Pertemuan itu berlangsung tujuh jam dan berakhir tanpa terobosan, kata kedua pihak.</p></article>"
)


def page(head: str, body: str = BODY) -> str:
    return f"<!doctype html><html lang='en'><head><title>Situs</title>{head}</head><body>{body}</body></html>"


def only(path: Path, content: str) -> Document:
    path.write_text(content, encoding="utf-8")
    (found,) = read_sources([path])
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2022-01-10T21:00:00+07:00">', "2022-01-10"),
        ('<meta name="DC.date.issued" content="2022-01-10">', "2022-01-10"),
        ('<meta itemprop="datePublished" content="2022-01-10">', "2022-01-10"),
        ('<script type="application/ld+json">{"datePublished": "2022-01-10"}</script>', "2022-01-10"),
        (
            '<script type="application/ld+json">{"@graph": [{}, {"datePublished": "2022-01-10"}]}</script>',
            "2022-01-10",
        ),
        ('<script type="application/ld+json">{rusak</script>', None),
        ('<meta name="date" content="Senin lalu">', None),
        ('<meta property="article:modified_time" content="2022-02-01">', None),
        ("", None),
    ],
)
def test_the_day_is_what_the_page_declares(tmp_path: Path, head: str, day: str | None) -> None:
    found = only(tmp_path / "a.html", page(head))
    assert found.published == day
    assert found.title == "Rusia dan AS Berunding"
    assert "bertemu di Jenewa" in found.text
    assert "<" not in found.text


def test_dates_in_the_words_are_no_declaration(tmp_path: Path) -> None:
    body = BODY.replace("<p>Pertemuan", "<p>Diterbitkan 3 Maret 2020. Pertemuan")
    assert only(tmp_path / "a.html", page("", body)).published is None


def test_source_and_address_come_from_the_page(tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="Koran Contoh"><link rel="canonical" href="https://example.org/a">'
    found = only(tmp_path / "a.html", page(head))
    assert (found.source, found.url) == ("Koran Contoh", "https://example.org/a")


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    found = only(
        tmp_path / "a.md",
        "---\ndate: 2022-01-10\nlang: id\nsource: 'Koran'\ntags:\n  - x\n---\n# Rusia dan AS\n\n"
        "Diplomat **Rusia** bertemu\n[diplomat AS](https://example.org).\n\n- Butir *satu*\n- Butir dua\n\n"
        "> Kutipan `kata`  \n> lagi\n\n```\nkode\n```\n\n| a | b |\n|---|---|\n| x | y |\n",
    )
    assert found.title == "Rusia dan AS"
    assert (found.published, found.lang, found.source) == ("2022-01-10", "id", "Koran")
    assert found.text == (
        "Diplomat Rusia bertemu diplomat AS.\nButir satu\nButir dua\nKutipan kata\nlagi\na\nb\nx\ny"
    )


def test_a_title_in_front_matter_leaves_the_heading_in_the_text(tmp_path: Path) -> None:
    found = only(tmp_path / "2022-01-10.md", "---\ntitle: Judul\n---\n# Kepala\n\nRusia bertemu AS.\n")
    assert (found.title, found.text, found.published) == ("Judul", "Kepala\nRusia bertemu AS.", "2022-01-10")
