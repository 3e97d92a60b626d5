"""What can't be done ends in one line that names file, line and what to do, and exit code 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from articles import TEXT, corpus, jsonl, record
from linimasa.cli.app import COMMANDS


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["bulid", "a.txt"], "did you mean `linimasa build`?"),
        (["tiada.txt"], "neither a command nor a file"),
        (["build", "tiada.txt", "-o", "out"], "tiada.txt: no such file"),
        (["build", "a.txt"], "Missing option '-o'"),
        (["build", "a.txt", "-o", "out", "--published", "29/12/2021"], "YYYY-MM-DD"),
        (["build", "a.txt", "-o", "out", "--lang", "xx"], "no such language"),
        (["build", "a.txt", "-o", "out", "--jobs", "0"], "at least one process"),
        (["build", "a.txt", "-o", "a.txt"], "can't be written"),
        (["build", "a.txt", "-o", "out", "--base", "foo"], "ends in / or #"),
        (["build", "a.txt", "-o", "out", "--base", "https://example.org/k"], "ends in / or #"),
        (["build", "a.txt", "-o", "out", "--base", "http://x y/"], "ends in / or #"),
        (["extract", "a.txt", "--published", "2021-02-30"], "YYYY-MM-DD"),
        (["extract", "a.txt", "--lang", "xx"], "no such language"),
        (["extract", "a.txt", "--format", "xml"], "Invalid value for '--format'"),
        (["extract", "a.txt", "--times", "--format", "csv"], "use --format jsonl or json"),
        (["extract", "a.txt", "--colour"], "No such option"),
        (["times", "tiada.txt"], "no such file"),
        (["times", "a.txt", "--lang", "xx"], "there are: en, id, ms; and, for written dates alone: af, "),
        (["who", "Presiden AS", "--on", "kemarin"], "YYYY-MM-DD"),
        (["query", ".", "SELECT"], "holds no graph"),
        (["query", "tiada", "SELECT * { ?s ?p ?o }"], "tiada"),
        (["query", "."], "give either SPARQL or --name"),
        (["query", ".", "--name", "tiada"], "no query named"),
        (["query", ".", "--name", "timeline", "--param", "lang"], "KEY=VALUE"),
        (["timeline", "."], "holds no graph"),
        (["render", "."], "holds no graph"),
        (["validate", "."], "holds no graph"),
        (["export", ".", "--format", "xml"], "no format 'xml'"),
        (["export", ".", "--format", "csv"], "holds no graph"),
    ],
)
def test_one_line_and_code_two(
    program: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Rusia mengancam Ukraina.", encoding="utf-8")
    answer = program(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert answer.err.startswith("linimasa: ")


@pytest.mark.parametrize("command", ["build", "extract"])
def test_some_left_out_is_code_one(program: Any, tmp_path: Path, command: str) -> None:
    path = jsonl(tmp_path / "a.jsonl", record("baik"), record("salah", published="kemarin"))
    out = ["-o", tmp_path / "out"] if command == "build" else []
    answer = program(command, path, *out)
    assert answer.code == 1
    assert f"left out: {path}, line 2: published 'kemarin' isn't a day" in answer.err


def test_extract_of_nothing_usable_is_code_two(program: Any, tmp_path: Path) -> None:
    answer = program("extract", tmp_path / "tiada.txt")
    assert (answer.code, answer.out) == (2, "")
    assert "no such file" in answer.err


@pytest.mark.parametrize("line", ["{rusak", '{"text": 3}', '{"text": "AS", "on": "kemarin"}', "[]"])
def test_who_names_the_line(line: str) -> None:
    data = json.dumps({"text": "Presiden AS", "on": None}) + "\n" + line + "\n"
    command = [sys.executable, "-m", "linimasa", "who", "-", "--format", "jsonl"]
    found = subprocess.run(command, input=data.encode(), capture_output=True, check=False)
    assert found.returncode == 2
    assert b"-, line 2: " in found.stderr


def test_who_answers_each_line() -> None:
    data = b'{"text": "the Thai navy", "on": null}\n\n{"text": "troops"}\n'
    command = [sys.executable, "-m", "linimasa", "who", "-", "--format", "jsonl"]
    found = subprocess.run(command, input=data, capture_output=True, check=True)
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert [row["code"] for row in rows] == ["THA", None]
    assert set(rows[0]) >= {"code", "sector", "kind", "actor", "name"}


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    many = (record(f"d{n}", text=f"{n} {TEXT}") for n in range(200))
    path = jsonl(tmp_path / "a.jsonl", *many)
    command = [sys.executable, "-m", "linimasa", "extract", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"{")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(program: Any, tmp_path: Path) -> None:
    closed = tmp_path / "tertutup"
    closed.mkdir(mode=0o500)
    answer = program("build", corpus(tmp_path), "-o", closed / "out")
    assert answer.code == 2
    assert "can't be written" in answer.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(program: Any, command: str) -> None:
    answer = program(command, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"Usage: linimasa {command}")
    assert len(answer.out.splitlines()) > 4


def test_help_and_version(program: Any) -> None:
    answer = program("--help")
    assert answer.code == 0
    assert all(f"\n  {command} " in answer.out for command in COMMANDS)
    assert program("--version").out.startswith("linimasa, version ")
    assert program() == program("--help")
