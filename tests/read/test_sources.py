"""Folders in a fixed order; standard input by what it holds."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from linimasa.model.document import Document
from linimasa.read import FORMATS, read_sources


def test_a_folder_is_read_by_name_whatever_was_written_first(tmp_path: Path) -> None:
    for name in (
        "c.txt",
        "a/b.txt",
        "a/a.jsonl",
        "b.html.bak",
        ".x.txt",
        ".git/d.txt",
        "README.md",
        "LICENSE.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "Rusia."}' if name.endswith("jsonl") else "Rusia.", encoding="utf-8")
    found = list(read_sources([tmp_path]))
    assert [Path(one.path).relative_to(tmp_path).as_posix() for one in found] == [
        "c.txt",
        "a/a.jsonl",
        "a/b.txt",
    ]


def test_a_named_readme_is_read(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("Rusia bertemu AS.", encoding="utf-8")
    (found,) = read_sources([path])
    assert isinstance(found, Document)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"Rusia.", ["Rusia."]),
        (b"[Jenewa] Rusia.", ["[Jenewa] Rusia."]),
        (b'{"text": "Rusia."}\n{"text": "AS."}\n', ["Rusia.", "AS."]),
        (b'{\n "text": "Rusia."\n}\n', ["Rusia."]),
        (b'[{"text": "Rusia."}]', ["Rusia."]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    found = list(read_sources(["-"]))
    assert [one.text for one in found if isinstance(one, Document)] == texts
    assert {one.path for one in found} == {"-"}


def test_the_formats_are_these() -> None:
    suffixes = ".csv .htm .html .json .jsonl .markdown .md .ndjson .text .tsv .txt .xhtml"
    assert sorted(FORMATS) == suffixes.split()
