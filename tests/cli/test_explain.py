"""`linimasa explain` shows what a statement rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linimasa.cli.app import run


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    text = (
        "Presiden Rusia Vladimir Putin mengunjungi Jepang pada 5 Juli 2021. "
        "Ia akan menuduh Ukraina dan menolak pertemuan dengan Jepang.\n"
    )
    (folder / "2021-07-05-a.txt").write_text(text, encoding="utf-8")
    assert run(["build", str(folder / "2021-07-05-a.txt"), "--lang", "id", "-o", str(folder / "out")]) == 0
    return folder / "out"


def ids(folder: Path) -> dict[str, str]:
    rows = map(json.loads, (folder / "statements.jsonl").read_text(encoding="utf-8").splitlines())
    return {row["type"]: row["id"] for row in rows}


def lines(answer: Any) -> list[tuple[str, str]]:
    assert answer.code == 0
    return [(line[:11].strip(), line[11:]) for line in answer.out.splitlines()]


def test_a_statement_is_explained(program: Any, out: Path) -> None:
    shown = lines(program("explain", out, ids(out)["ACCUSE"]))
    first = dict(reversed(shown))
    assert first["trigger"] == "menuduh"
    assert first["frame"].startswith("accuse-menuduh: ACCUSE")
    assert "as in: " in first["frame"]
    assert first["rule"].startswith("verb:accuse-menuduh:active")
    assert "akan (planned)" in first["modality"]
    assert "[Ukraina = ukr]" in first["sentence"]
    assert any(key == "considered" and value.startswith("pertemuan: CONSULT") for key, value in shown)


def test_missing_context_is_said(program: Any, out: Path) -> None:
    assert "context" in dict(lines(program("explain", out, ids(out)["ACCUSE"])))
    assert "context" not in dict(lines(program("explain", out, ids(out)["CONSULT"])))


def test_dates_stand_with_their_value(program: Any, out: Path) -> None:
    shown = dict(lines(program("explain", out, ids(out)["CONSULT"])))
    assert "[5 Juli 2021 = 2021-07-05]" in shown["sentence"]


def test_what_isnt_there_is_refused(program: Any, out: Path, tmp_path: Path) -> None:
    answer = program("explain", out, "x-1")
    assert (answer.code, "no statement 'x-1'" in answer.err) == (2, True)
    answer = program("explain", tmp_path, "x-1")
    assert (answer.code, "no statements here" in answer.err) == (2, True)


def test_every_statement_of_a_build_can_be_explained(program: Any, built: Path) -> None:
    rows = [
        json.loads(line) for line in (built / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert {row["doc"]["lang"] for row in rows} == {"id", "en"}
    for row in rows:
        shown = dict(lines(program("explain", built, row["id"])))
        assert shown["trigger"] == row["trigger"]["text"]
        assert f": {row['type']}" in shown["frame"]
        assert "subject" in shown or "again" in shown
