"""JSON lines, JSON and CSV say the same by the same names."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from linimasa.model.document import Document
from linimasa.read import Problem, read_sources

ROW = {
    "id": "a-1",
    "lang": "ID",
    "published": "2021-12-29T10:00:00+07:00",
    "title": "Judul",
    "text": 'Kata "Rusia",\r\nlalu Ukraina; dan\u2028lagi.',
    "source": "Koran",
    "url": "https://example.org/1",
}


def as_csv(row: dict[str, str], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(row), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(row)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", json.dumps(ROW, ensure_ascii=False) + "\n"),
        ("a.ndjson", "\ufeff\n" + json.dumps(ROW) + "\n\n"),
        ("a.json", json.dumps([ROW], indent=2)),
        ("b.json", json.dumps(ROW, indent=2)),
        ("c.json", json.dumps({"documents": [ROW]})),
        ("a.csv", as_csv(ROW, ",")),
        ("b.csv", "\ufeff" + as_csv(ROW, ";")),
        ("a.tsv", as_csv(ROW, "\t")),
    ],
)
def test_each_format_gives_the_same_document(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode("utf-8"))
    (found,) = read_sources([path])
    assert isinstance(found, Document)
    assert found.text == ROW["text"]
    assert (found.id, found.lang, found.title, found.published) == ("a-1", "id", "Judul", "2021-12-29")
    assert (found.source, found.url) == ("Koran", "https://example.org/1")


def read(tmp_path: Path, *records: Any, **options: str) -> list[Document | Problem]:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return list(read_sources([path], **options))


def test_date_stands_in_for_published(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {"text": "Rusia.", "date": "2021-12-29"})
    assert isinstance(found, Document)
    assert found.published == "2021-12-29"


def test_an_id_is_made_from_file_and_line(tmp_path: Path) -> None:
    first, second = read(tmp_path, {"text": "Rusia."}, {"text": "Ukraina.", "id": 7})
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.line, second.id, second.line) == ("a-1", 1, "7", 2)


def test_the_option_goes_before_the_field(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {"text": "Rusia.", "date": "2021-12-29"}, published="2022-01-01")
    assert isinstance(found, Document)
    assert found.published == "2022-01-01"


def test_a_title_without_a_text_is_a_document(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {"title": "Rusia Kecam AS"})
    assert isinstance(found, Document)
    assert (found.text, found.title) == ("", "Rusia Kecam AS")


def test_a_long_csv_field_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = "Rusia. " * 30_000
    path.write_text("text\n" + text + "\n", encoding="utf-8")
    (found,) = read_sources([path])
    assert isinstance(found, Document)
    assert found.text == text


def test_csv_problems_name_the_line_of_the_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,"dua\nbaris"\n2,a,b\n3,baik\n', encoding="utf-8")
    found = list(read_sources([path]))
    assert [one.line for one in found] == [2, 4, 5]
    assert [isinstance(one, Problem) for one in found] == [False, True, False]
