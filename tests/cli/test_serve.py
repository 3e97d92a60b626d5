"""`linimasa serve`: what can't be served is said in one line."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from cli.conftest import Program


def test_a_folder_without_a_graph(tmp_path: Path, program: Program) -> None:
    answer = program("serve", tmp_path)
    assert (answer.code, "holds no graph" in answer.err) == (2, True)
    assert answer.err.count("\n") == 1


def test_a_port_that_is_taken(built: Path, program: Program) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = program("serve", built, "--port", str(port), "--workers", "1")
    assert answer.code == 2
    assert f"can't listen on 127.0.0.1 port {port}" in answer.err
    assert "--port" in answer.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--host", "nirwana.invalid"), "names no address"),
        (("--port", "70000"), "70000"),
        (("--timeout", "0"), "timeout"),
        (("--text", "full"), "build with --text full"),
        (("--base", "nothing"), "isn't a base"),
    ],
)
def test_wrong_options(built: Path, program: Program, words: tuple[str, ...], message: str) -> None:
    answer = program("serve", built, "--workers", "1", *words)
    assert (answer.code, message in answer.err) == (2, True), answer.err
    assert answer.err.count("\n") == 1
