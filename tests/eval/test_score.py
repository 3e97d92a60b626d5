"""Our scorer: its definitions on small cases, its laws, and its agreement with the shared one."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from gate import GoldSet, gold_sets, read
from hypothesis import given, settings
from hypothesis import strategies as st
from score import FIGURES, MUTUAL, Tally, day, pair_up, quads, score, score_records, spans

from linimasa.extract.extractor import Extractor

Event = dict[str, Any]


def event(kind: str, start: int, end: int, actors: str = "", recipients: str = "", **more: Any) -> Event:
    """An event whose parties are codes, each on words of its own."""

    def parties(codes: str, base: int) -> list[Event]:
        rows = enumerate(codes.split())
        return [{"start": base + n * 5, "end": base + n * 5 + 3, "code": code} for n, code in rows]

    row: Event = {"type": kind, "trigger": {"start": start, "end": end}, "time": None, "status": "actual"}
    row |= {"actors": parties(actors, 100), "recipients": parties(recipients, 200), "attributed_to": []}
    return row | more


def when(value: str) -> Event:
    return {"start": 0, "end": 4, "value": value}


def run(gold: list[Event], found: list[Event]) -> dict[str, Tally]:
    return score([{"id": "a", "events": gold}], {"a": found}, {})


# -- definitions --------------------------------------------------------------------------------------


def test_precision_recall_and_f1() -> None:
    tally = Tally(6, 2, 4)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)
    assert Tally(1, 2, 3) + Tally(1, 1, 1) == Tally(2, 3, 4)


def test_a_trigger_counts_without_its_type_an_event_with_it() -> None:
    figures = run([event("REQUEST", 0, 8)], [event("ACCUSE", 4, 12)])
    assert figures["trigger"] == Tally(1)
    assert figures["event"] == Tally(0, 1, 1)


def test_triggers_must_overlap() -> None:
    assert run([event("ACCUSE", 0, 8)], [event("ACCUSE", 8, 12)])["trigger"] == Tally(0, 1, 1)


def test_events_are_paired_once_the_longest_overlap_first() -> None:
    gold = [event("ACCUSE", 0, 8), event("ACCUSE", 6, 20)]
    found = [event("ACCUSE", 5, 20)]
    assert pair_up(gold, found, typed=True) == [(gold[1], found[0])]
    assert run(gold, found)["event"] == Tally(1, 0, 1)


def test_spans_are_used_once() -> None:
    assert spans([{"start": 0, "end": 5}, {"start": 3, "end": 9}], [{"start": 0, "end": 9}]) == Tally(1, 0, 1)


def test_parties_are_compared_for_events_of_the_right_type_alone() -> None:
    assert run([event("ACCUSE", 0, 8, "RUS")], [event("REQUEST", 0, 8, "RUS")])["actor"] == Tally()


def test_equal_parties_are_compared_together() -> None:
    gold = event("CONSULT", 0, 8, "RUS", "USA")
    found = gold | {"actors": gold["recipients"], "recipients": gold["actors"]}
    figures = run([gold], [found])
    assert (figures["actor"], figures["recipient"]) == (Tally(2), Tally())
    other = gold | {"type": "ACCUSE"}
    swapped = run([other], [found | {"type": "ACCUSE"}])
    assert (swapped["actor"], swapped["recipient"]) == (Tally(0, 1, 1), Tally(0, 1, 1))


@pytest.mark.parametrize(
    ("gold", "found", "tally"),
    [
        ("2021-12-30", "2021-12-30", Tally(1)),
        ("2021-12-30", "2021-12-30T15:30", Tally(1)),
        ("2014~", "2014", Tally(1)),
        ("2014/..", "2014~/..", Tally(1)),
        ("2021-12-30", "2021-12-31", Tally(0, 1, 1)),
        ("2021-12-30", "", Tally(0, 0, 1)),
        ("", "2021-12-30", Tally(0, 1, 0)),
        ("", "", Tally()),
    ],
)
def test_dates_are_compared_to_the_day(gold: str, found: str, tally: Tally) -> None:
    times = [when(value) if value else None for value in (gold, found)]
    figures = run([event("ACCUSE", 0, 8, time=times[0])], [event("ACCUSE", 0, 8, time=times[1])])
    assert figures["date"] == tally


def test_a_wrong_status_is_wrong_and_missed() -> None:
    figures = run([event("ACCUSE", 0, 8)], [event("ACCUSE", 0, 8, status="planned")])
    assert figures["status"] == Tally(0, 1, 1)


def test_quads_hold_what_a_data_set_would() -> None:
    events = [
        event("ACCUSE", 0, 1, "RUS", "USA GBR", time=when("2021-12-30T10:00")),
        event("ASSAULT", 2, 3, "RUS"),
        event("CONSULT", 4, 5, "USA RUS", "UKR"),
        event("AGREE", 6, 7, "USA"),
        event("STATEMENT", 8, 9, "USA"),
        event("AID", 10, 11, "USA", "UKR", status="negated"),
        event("COERCE", 12, 13, "", "UKR"),
    ]
    assert quads(events) == {
        ("RUS", "ACCUSE", "USA", "2021-12-30"),
        ("RUS", "ACCUSE", "GBR", "2021-12-30"),
        ("RUS", "ASSAULT", "", None),
        ("RUS", "CONSULT", "UKR", None),
        ("RUS", "CONSULT", "USA", None),
        ("UKR", "CONSULT", "USA", None),
        ("USA", "AGREE", "", None),
    }


def test_times_are_found_exact_and_valued() -> None:
    gold = [{"start": 0, "end": 5, "value": "2021"}, {"start": 10, "end": 15, "value": "2022~"}]
    found = [{"start": 0, "end": 6, "value": "2021"}, {"start": 10, "end": 15, "value": "2022"}]
    found.append({"start": 30, "end": 35, "value": "2023"})
    figures = score([{"id": "a", "events": [], "times": gold}], {}, {"a": found})
    assert figures["timex"] == figures["timex-value"] == Tally(2, 1, 0)
    assert figures["timex-strict"] == Tally(1, 2, 1)


def test_records_want_type_actor_and_recipient() -> None:
    def record(name: str, actors: str, recipients: str) -> Event:
        return {"id": name} | event("ACCUSE", 0, 1, actors, recipients)

    records = [
        record("a", "RUS", "USA"),
        record("b", "RUS", ""),
        record("c", "RUS", "USA"),
        record("d", "", ""),
    ]
    found = {
        "a": [event("ACCUSE", 0, 1, "RUS", "GBR"), event("STATEMENT", 0, 1, "RUS")],
        "b": [event("ACCUSE", 0, 1, "RUS"), event("REQUEST", 0, 1, "RUS")],
        "c": [event("REQUEST", 0, 1, "RUS", "USA")],
    }
    figures = score_records(records, found)
    assert figures == {"type": 0.5, "actor": 0.5, "full": 0.25, "per-record": 1.0, "silent": 0.25}


# -- laws ---------------------------------------------------------------------------------------------

_CODES = st.lists(st.sampled_from(["RUS", "USA", "UKR", "NATO"]), max_size=3, unique=True).map(" ".join)
_EVENTS = st.lists(
    st.builds(
        lambda kind, start, size, actors, recipients, value, status: event(
            kind, start, start + size, actors, recipients, time=when(value) if value else None, status=status
        ),
        st.sampled_from(["ACCUSE", "CONSULT", "STATEMENT", "AID", "AGREE"]),
        st.integers(0, 60),
        st.integers(1, 12),
        _CODES,
        _CODES,
        st.sampled_from(["", "2021-12-30", "2021-12-30T10:00", "2014~", "../2021"]),
        st.sampled_from(["actual", "planned", "hypothetical", "negated"]),
    ),
    max_size=6,
)


@settings(deadline=None, derandomize=True)
@given(events=_EVENTS)
def test_the_gold_itself_is_faultless(events: list[Event]) -> None:
    for figure, tally in run(events, events).items():
        if figure in ("trigger", "event", "quad", "quad-undated"):
            assert (tally.wrong, tally.missed) == (0, 0)


@settings(deadline=None, derandomize=True)
@given(gold=_EVENTS, found=_EVENTS)
def test_what_is_wrong_one_way_is_missed_the_other_way(gold: list[Event], found: list[Event]) -> None:
    there, back = run(gold, found), run(found, gold)
    for figure in ("quad", "quad-undated"):
        assert there[figure] == Tally(back[figure].right, back[figure].missed, back[figure].wrong)
    for figure in ("trigger", "event"):
        assert there[figure].right + there[figure].wrong == len(found)
        assert there[figure].right + there[figure].missed == len(gold)


def test_days_drop_what_is_finer() -> None:
    assert day(None) is None
    assert day({"value": ""}) is None
    assert day({"value": "2021-12-25T10:00/2021-12-31~"}) == "2021-12-25/2021-12-31"
    assert {"AGREE", "CONSULT", "COOPERATE"} == MUTUAL


# -- the shared scorer --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def theirs(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("shared_score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(theirs: Any, documents: list[Event], statements: Any, timexes: Any) -> None:
    """Both scorers count alike."""
    with contextlib.redirect_stdout(io.StringIO()):
        counted, _ = theirs.score(documents, defaultdict(list, statements), defaultdict(list, timexes))
    ours = score(documents, statements, timexes)
    assert {f: (t.right, t.wrong, t.missed) for f, t in ours.items()} == {
        figure: (int(row.tp), int(row.fp), int(row.fn)) for figure, row in counted.items()
    }
    assert list(counted) == list(FIGURES)
    for figure, row in counted.items():
        assert (ours[figure].precision, ours[figure].recall) == (row.p, row.r)
        assert ours[figure].f1 == pytest.approx(row.f)


@settings(deadline=None, derandomize=True)
@given(gold=_EVENTS, found=_EVENTS)
def test_the_shared_scorer_counts_any_events_alike(
    gold: list[Event], found: list[Event], theirs: Any
) -> None:
    same(theirs, [{"id": "a", "events": gold, "times": []}], {"a": found}, {"a": []})


@pytest.mark.parametrize("name", ["own-en", "shared-id"])
def test_the_shared_scorer_counts_what_is_extracted_alike(name: str, theirs: Any) -> None:
    rows = gold_sets()[name].rows
    statements, timexes = read(rows, Extractor())
    same(theirs, rows, statements, timexes)


def test_the_shared_scorer_counts_records_alike(shared: Path, tmp_path: Path) -> None:
    gold: GoldSet = gold_sets()["shared-plover"]
    statements, _ = read(gold.rows, Extractor())
    predicted = tmp_path / "predicted.jsonl"
    lines = [json.dumps(row) + "\n" for rows in statements.values() for row in rows]
    predicted.write_text("".join(lines), encoding="utf-8")
    ours = score_records(gold.rows, statements)
    for figure in ("full", "per-record"):
        command = [sys.executable, str(shared / "tools" / "score_records.py"), str(gold.path), str(predicted)]
        printed = subprocess.run([*command, "--only", figure], capture_output=True, text=True, check=True)
        assert printed.stdout.strip() == f"{ours[figure]:.3f}"
