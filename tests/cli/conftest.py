"""The program in this process, and a folder it built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from articles import corpus
from linimasa.cli.app import run


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str


Program = Callable[..., Answer]


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str]) -> Program:
    """Run the program with these words."""

    def call(*words: str | Path) -> Answer:
        code = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of two dispatches."""
    folder = tmp_path_factory.mktemp("cli")
    assert run(["build", str(corpus(folder)), "-o", str(folder / "out")]) == 0
    return folder / "out"
