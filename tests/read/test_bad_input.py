"""Bad input: one line with file, line and what to do; the other documents go on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linimasa.errors import SettingError
from linimasa.model.document import Document
from linimasa.read import Problem, read_sources

GOOD = json.dumps({"text": "Rusia bertemu Ukraina."})


@pytest.mark.parametrize(
    ("name", "data", "line", "words"),
    [
        ("a.txt", b"", None, "empty"),
        ("a.txt", b" \n\t\r\n", None, "empty"),
        ("a.txt", b"\x89PNG\r\n\x00\x00", None, "binary"),
        ("a.txt", "Réunion à Genève".encode("latin-1"), None, "not UTF-8"),
        ("a.txt", b"Rusia " * 400_000, None, "more than 2,000,000"),
        ("a.jsonl", b'{"text": "Rusia"', 1, "isn't JSON"),
        ("a.jsonl", b'["Rusia"]', 1, "a JSON list"),
        ("a.jsonl", b'"Rusia"', 1, "a JSON string"),
        ("a.jsonl", b"null", 1, "a JSON null"),
        ("a.jsonl", b'{"body": "Rusia"}', 1, "needs a field 'text'"),
        ("a.jsonl", b'{"text": ""}', 1, "empty"),
        ("a.jsonl", b'{"text": 3}', 1, "text must be text"),
        ("a.jsonl", b'{"text": "Rusia", "published": "29/12/2021"}', 1, "isn't a day"),
        ("a.jsonl", b'{"text": "Rusia", "date": "2021-02-30"}', 1, "isn't a day"),
        ("a.jsonl", b'{"text": "Rusia", "date": 20211229}', 1, "isn't a day"),
        ("a.jsonl", b'{"text": "Rusia", "lang": 3}', 1, "lang must be text"),
        ("a.jsonl", b"\xff\xfe", 1, "not UTF-8"),
        ("a.jsonl", b"[" * 100_000, 1, "nested too deep"),
        ("a.jsonl", b"\n\n", None, "empty"),
        ("a.jsonl", b'{"text": "' + b"Rusia " * 1_000_000 + b'"}', 1, "more than 2,000,000"),
        ("a.json", b"{", None, "not JSON"),
        ("a.json", b"[]", None, "empty"),
        ("a.json", b"[3]", None, "item 1"),
        ("a.csv", b"id,judul\n1,Rusia\n", None, "column 'text'"),
        ("a.csv", b'text\n"Rusia\n', 2, "not CSV"),
        ("a.csv", b"id,text\n1\n", 2, "1 fields where the header has 2"),
        ("a.html", b"<html><body></body></html>", None, "no article"),
        ("a.md", b"---\npublished: kemarin\n---\nRusia\n", None, "isn't a day"),
        ("a.md", b"![gambar](a.png)\n", None, "empty"),
    ],
)
def test_a_problem_in_place_of_a_document(
    tmp_path: Path, name: str, data: bytes, line: int | None, words: str
) -> None:
    path, good = tmp_path / name, tmp_path / "b.jsonl"
    path.write_bytes(data)
    good.write_text(GOOD, encoding="utf-8")
    found, other = read_sources([path, good])
    assert isinstance(found, Problem)
    assert (found.path, found.line) == (str(path), line)
    assert words in found.message
    assert "\n" not in str(found)
    assert isinstance(other, Document)


def test_a_broken_line_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{GOOD}\n{{rusak\n{GOOD}\n", encoding="utf-8")
    found = list(read_sources([path]))
    assert [isinstance(one, Document) for one in found] == [True, False, True]
    assert [one.line for one in found] == [1, 2, 3]


def test_a_missing_file(tmp_path: Path) -> None:
    (found,) = read_sources([tmp_path / "tiada.txt"])
    assert isinstance(found, Problem)
    assert "no such file" in found.message


def test_a_folder_without_sources(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (found,) = read_sources([tmp_path])
    assert isinstance(found, Problem)
    assert "no source" in found.message


def test_a_name_that_is_no_name() -> None:
    (found,) = read_sources(["a\0b.txt"])
    assert isinstance(found, Problem)


@pytest.mark.parametrize("day", ["29/12/2021", "2021-02-30", "kemarin", "", "20211229", "2021-W52-3"])
def test_a_wrong_day_is_refused_before_anything_is_read(day: str) -> None:
    with pytest.raises(SettingError, match="YYYY-MM-DD"):
        read_sources(["tiada.txt"], published=day)


def test_json_may_hold_half_a_surrogate_pair(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Rusia \\ud83d bertemu"}', encoding="utf-8")
    (found,) = read_sources([path])
    assert isinstance(found, Document)
    assert found.text == "Rusia \ud83d bertemu"
    assert len(found.hash) == 64
