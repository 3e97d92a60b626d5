"""What a new article changes on the timeline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articles import jsonl, record
from linimasa import build

PLAN = "JAKARTA - Presiden Joe Biden akan bertemu Presiden Vladimir Putin di Jenewa pada 16 Juni 2021.\n"
HELD = "JENEWA - Presiden Joe Biden bertemu Presiden Vladimir Putin di Jenewa pada 16 Juni 2021.\n"
CALLED_OFF = (
    "JENEWA - Pertemuan Presiden Joe Biden dengan Presiden Vladimir Putin di Jenewa pada 16 Juni 2021 "
    "dibatalkan.\n"
)
ATTACK = "KIEV - Rusia menyerang Ukraina pada 3 Juni 2021.\n"
DENIAL = "MOSKOW - Rusia membantah telah menyerang Ukraina pada 3 Juni 2021.\n"
OTHER = "TOKYO - Jepang mengecam Korea Utara pada 8 Juni 2021.\n"

FIRST = record("rencana", text=PLAN, published="2021-06-01", title="Rencana Jenewa")


def rows(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    return found


@pytest.fixture
def differ(program: Any, tmp_path: Path) -> Any:
    """The changes between two builds of these documents."""

    def call(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
        for name, documents in (("a", old), ("b", new)):
            build(jsonl(tmp_path / f"{name}.jsonl", *documents), tmp_path / name)
        answer = program("diff", tmp_path / "a", tmp_path / "b", "--format", "json", "--labels", "en")
        assert (answer.code, answer.err) == (0, "")
        return rows(answer.out)

    return call


def article(name: str, text: str, published: str) -> dict[str, Any]:
    return record(name, text=text, published=published, title="")


def of(changes: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [row for row in changes if row["change"] == kind]


def test_a_plan_is_held(differ: Any) -> None:
    found = differ([FIRST], [FIRST, article("terjadi", HELD, "2021-06-17")])
    (held,) = of(found, "held")
    assert (held["before"], held["after"], held["date"]) == ("planned", "occurred", "2021-06-16")
    assert held["documents"] == "terjadi"
    assert "bertemu Presiden Vladimir Putin" in held["quote"]
    (source,) = of(found, "source")
    assert (source["before"], source["after"]) == ("1", "2")
    assert not of(found, "gone")


def test_a_plan_is_called_off(differ: Any) -> None:
    found = differ([FIRST], [FIRST, article("batal", CALLED_OFF, "2021-06-10")])
    (row,) = of(found, "status")
    assert (row["before"], row["after"]) == ("planned", "cancelled")
    assert not of(found, "held")


def test_a_new_event_and_a_gone_one(differ: Any) -> None:
    other = article("lain", OTHER, "2021-06-09")
    (row,) = differ([FIRST], [FIRST, other])
    assert (row["change"], row["before"], row["after"]) == ("new", None, "occurred")
    assert row["date"] == "2021-06-08"
    assert "Japan" in row["label"]
    (back,) = differ([FIRST, other], [FIRST])
    assert (back["change"], back["before"], back["after"]) == ("gone", "occurred", None)
    assert back["event"] == row["event"]


def test_a_known_event_gets_a_source(differ: Any) -> None:
    attack = article("satu", ATTACK, "2021-06-04")
    again = article("dua", ATTACK.replace("KIEV", "WARSAWA"), "2021-06-05")
    (row,) = differ([attack], [attack, again])
    assert (row["change"], row["before"], row["after"], row["documents"]) == ("source", "1", "2", "dua")


def test_a_claim_is_contradicted(differ: Any) -> None:
    attack = article("satu", ATTACK, "2021-06-04")
    found = differ([attack], [attack, article("dua", DENIAL, "2021-06-05")])
    (row,) = of(found, "contradicted")
    assert row["before"].startswith("Rusia menyerang Ukraina")
    assert "membantah" in row["after"] or "menyerang" in row["after"]
    (status,) = of(found, "status")
    assert (status["before"], status["after"]) == ("occurred", "disputed")


@pytest.mark.parametrize(
    ("first", "second", "before", "after"),
    [
        ("pekan depan", "10 Juni 2021", "[2021-06-07..2021-06-13]", "2021-06-10"),
        ("16 Juni 2021", "17 Juni 2021", "2021-06-16", "2021-06-17"),
    ],
)
def test_a_date_moves(differ: Any, first: str, second: str, before: str, after: str) -> None:
    plans = [PLAN.replace("16 Juni 2021", day) for day in (first, second)]
    old, new = (article(name, text, "2021-06-02") for name, text in zip(("satu", "dua"), plans, strict=True))
    found = differ([old], [old, new])
    (row,) = of(found, "moved")
    assert (row["before"], row["after"], row["documents"]) == (before, after, "dua")
    assert {one["change"] for one in found} == {"moved", "source"}


@pytest.mark.parametrize(("vague", "edtf"), [("Juni 2021", "2021-06"), ("2021", "2021")])
def test_a_date_becomes_more_exact(differ: Any, vague: str, edtf: str) -> None:
    text = "TOKYO - Jepang menyerang Korea Utara pada {}.\n"
    old = article("satu", text.format(vague), "2021-07-04")
    new = article("dua", text.format("8 Juni 2021"), "2021-07-05")
    found = differ([old], [old, new])
    (row,) = of(found, "moved")
    assert (row["before"], row["after"], row["documents"]) == (edtf, "2021-06-08", "dua")
    assert {one["change"] for one in found} == {"moved", "source"}
    assert {one["change"] for one in differ([old], [new])} == {"moved", "source"}
    assert {one["change"] for one in differ([new], [new, old])} == {"source"}


def test_a_month_with_two_days_tells_of_neither(differ: Any) -> None:
    text = "TOKYO - Jepang menyerang Korea Utara pada {}.\n"
    old, *new = (
        article(name, text.format(day), "2021-07-04")
        for name, day in (("satu", "Juni 2021"), ("dua", "8 Juni 2021"), ("tiga", "20 Juni 2021"))
    )
    assert [one["change"] for one in differ([old], [old, *new])] == ["new", "new"]


def test_nothing_changes(program: Any, tmp_path: Path) -> None:
    build(jsonl(tmp_path / "a.jsonl", FIRST), tmp_path / "a")
    answer = program("diff", tmp_path / "a", tmp_path / "a")
    assert (answer.code, answer.out) == (0, "nothing has changed\n")
    assert program("diff", tmp_path / "a", tmp_path / "a", "--format", "json").out == "[]\n"
    refused = program("diff", tmp_path / "a", tmp_path / "none")
    assert (refused.code, "linimasa build" in refused.err) == (2, True)


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_other_forms(program: Any, tmp_path: Path, form: str) -> None:
    build(jsonl(tmp_path / "a.jsonl", FIRST), tmp_path / "a")
    build(jsonl(tmp_path / "b.jsonl", FIRST, article("lain", OTHER, "2021-06-09")), tmp_path / "b")
    answer = program("diff", tmp_path / "a", tmp_path / "b", "--format", form)
    assert answer.code == 0
    assert "2021-06-08" in answer.out
    assert "Jepang" in answer.out
