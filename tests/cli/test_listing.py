"""Rows in each form."""

from __future__ import annotations

import csv
import io
import json

import pytest

from linimasa.cli.listing import show, table

COLUMNS = ("nama", "angka")
ROWS = [{"nama": 'Kata, "kutip"\nbaris', "angka": 3}, {"nama": None, "angka": None}]


def test_json_and_csv_come_back(capsys: pytest.CaptureFixture[str]) -> None:
    show(COLUMNS, ROWS, "json")
    assert json.loads(capsys.readouterr().out) == ROWS
    show(COLUMNS, ROWS, "jsonl")
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == ROWS
    show(COLUMNS, ROWS, "csv")
    first, second = csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""))
    assert first == {"nama": 'Kata, "kutip"\nbaris', "angka": "3"}
    assert second == {"nama": "", "angka": ""}


def test_a_table_has_one_line_a_row() -> None:
    drawn = table(COLUMNS, [*ROWS, {"nama": "x" * 100, "angka": 4}])
    assert drawn.splitlines()[0].split() == list(COLUMNS)
    assert len(drawn.splitlines()) == 5
    assert "x" * 59 + "…" in drawn


def test_an_empty_table_has_its_head() -> None:
    assert table(COLUMNS, []).splitlines()[0].split() == list(COLUMNS)
