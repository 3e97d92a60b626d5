"""`linimasa query`: parameters as options, the day of asking, HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Program

EVENT_OF_LAVROV = "Retno Marsudi"


@pytest.mark.parametrize(
    "words",
    [
        ("--name", "between", "--a", "IDN", "--b", "RUS", "--from", "2021-12-01"),
        ("--a=IDN", "--name=between", "--b=Rusia", "--from=2021-12-01"),
        ("--name", "between", "--param", "a=act:idn", "--b", "Rusia", "--param", "from=2021-12-01"),
    ],
)
def test_parameters_are_options(built: Path, program: Program, words: tuple[str, ...]) -> None:
    answer = program("query", built, *words, "--format", "csv")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "date,type,event\n"
    earlier = [word.replace("2021-12-01", "2021-01-01") for word in words]
    assert EVENT_OF_LAVROV in program("query", built, *earlier, "--format", "csv").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--name", "between", "--c", "IDN"), "no option --c; query 'between' takes --a, --b, --from"),
        (("--name", "by-document", "--c", "IDN"), "takes no parameters"),
        (("--name", "between", "--a"), "option --a needs a value"),
        (("--name", "nothing", "--a", "b"), "no query named 'nothing'"),
        (("--name", "between", "--a", "IDN"), "parameter 'b' (actor) needs a value"),
        (("ASK {}", "--a", "IDN"), "--a"),
    ],
)
def test_wrong_options_are_said(built: Path, program: Program, words: tuple[str, ...], message: str) -> None:
    answer = program("query", built, *words)
    assert answer.code == 2
    assert message in answer.err
    assert answer.err.count("\n") == 1


def test_an_option_of_the_command_keeps_its_value(built: Path, program: Program) -> None:
    answer = program("query", built, "--name", "timeline", "--format", "csv", "--min-confidence", "1")
    assert (answer.code, answer.out) == (0, "date,status,event\n")


def test_the_graph_of_a_day(built: Path, program: Program) -> None:
    count = ("SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a lini:Document }", "--format", "csv")
    found = {
        day: program("query", built, *count, "--as-of", day).out.split()[1]
        for day in ("2021-07-04", "2021-07-05", "2022-11-15")
    }
    assert found == {"2021-07-04": "0", "2021-07-05": "1", "2022-11-15": "2"}
    assert "Biden" not in program("timeline", built, "--as-of", "2021-07-05").out
    assert "Biden" in program("timeline", built).out
    answer = program("timeline", built, "--as-of", "besok")
    assert (answer.code, "--as-of 'besok' isn't a day" in answer.err) == (2, True)


def test_rows_as_a_page(built: Path, program: Program) -> None:
    out = program("timeline", built, "--format", "html").out
    assert out.startswith("<!doctype html>")
    assert "</table>" in out
