"""The sample dispatches and their gold: complete, well-formed, compiled, and as hard as the press."""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

LANGUAGES = {"id": 10, "en": 6}
"""Fewest documents by language."""

LENGTHS = {"id": (350, 700), "en": (250, 500)}
"""Words a dispatch may have, by language."""

MUTUAL = ("CONSULT", "AGREE", "COOPERATE")
SENTENCE_END = re.compile(r"(?<=[.?!])[\"”]? (?=[\"“A-ZÀ-Ý])|\n")
ABBREVIATION = re.compile(r"\b(Jan|Dec|U\.S|U\.N)\.")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def gold(root: Path, language: str) -> list[dict[str, Any]]:
    return lines(root / "data" / "gold" / f"gold-{language}.jsonl")


def every_gold(root: Path) -> list[dict[str, Any]]:
    return [document for language in LANGUAGES for document in gold(root, language)]


def spans(document: dict[str, Any]) -> list[dict[str, Any]]:
    found = list(document["times"])
    for event in document["events"]:
        found += [event["trigger"], *event["actors"], *event["recipients"], *event["attributed_to"]]
        found += [span for span in (event["time"], event["place"]) if span]
    return found


def sentences(text: str) -> list[str]:
    guarded = ABBREVIATION.sub(lambda match: match[0].replace(".", "·"), text)
    return [part for part in SENTENCE_END.split(guarded) if part]


def run_compiler(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "gold" / "compile.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def copied(root: Path, tmp_path: Path) -> Path:
    """A copy of the sample and the gold that a test may spoil."""
    for name in ("sample", "gold"):
        shutil.copytree(root / "data" / name, tmp_path / name)
    return tmp_path


def test_compiled_gold_is_up_to_date(root: Path) -> None:
    result = run_compiler(root / "data", "--check")
    assert result.returncode == 0, result.stderr


def test_every_dispatch_is_annotated(root: Path) -> None:
    dispatches = lines(root / "data" / "sample" / "dispatches.jsonl")
    annotated = {path.stem for path in (root / "data" / "gold" / "annotations").glob("*.json")}
    assert {dispatch["id"] for dispatch in dispatches} == annotated
    assert len(dispatches) == len(annotated)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_documents_of_news_length(root: Path, language: str) -> None:
    documents = gold(root, language)
    assert len(documents) >= LANGUAGES[language]
    shortest, longest = LENGTHS[language]
    odd = {
        d["id"]: len(d["text"].split())
        for d in documents
        if not shortest <= len(d["text"].split()) <= longest
    }
    assert odd == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_as_long_as_in_the_news(root: Path, language: str) -> None:
    for document in gold(root, language):
        lengths = [len(sentence.split()) for sentence in sentences(document["text"])]
        assert statistics.median(lengths) >= 20, document["id"]


def test_dispatches_have_their_fields_and_a_published_date(root: Path) -> None:
    fields = {"id", "lang", "published", "title", "source", "url", "text"}
    for dispatch in lines(root / "data" / "sample" / "dispatches.jsonl"):
        assert set(dispatch) == fields
        assert dispatch["source"] == "linimasa sample" and dispatch["url"] == ""
        published = date.fromisoformat(dispatch["published"])
        assert dispatch["id"].startswith(f"{dispatch['lang']}-{published.isoformat()}-")


def test_every_span_equals_its_quote(root: Path) -> None:
    for document in every_gold(root):
        for span in spans(document):
            assert document["text"][span["start"] : span["end"]] == span["text"], (document["id"], span)


def test_every_event_has_a_party_and_no_one_sided_speech(root: Path) -> None:
    for document in every_gold(root):
        for event in document["events"]:
            coded = [party for party in event["recipients"] if party["code"]]
            assert event["actors"] or coded, (document["id"], event["trigger"])
            if event["type"] in ("STATEMENT", "THREATEN"):
                assert event["actors"], (document["id"], event["trigger"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hard_statuses_are_well_represented(root: Path, language: str) -> None:
    events = [event for document in gold(root, language) for event in document["events"]]
    counts = Counter(event["status"] for event in events)
    assert counts["negated"] >= 5 and counts["hypothetical"] >= 5 and counts["planned"] >= 5
    assert sum(bool(event["attributed_to"]) for event in events) >= 5
    assert counts["actual"] > len(events) / 2


def test_every_type_occurs(root: Path) -> None:
    types = {event["type"] for document in every_gold(root) for event in document["events"]}
    assert len(types) == 17


def test_one_event_number_means_one_type_family(root: Path) -> None:
    for document in every_gold(root):
        kinds: dict[str, set[str]] = {}
        for event in document["events"]:
            if event["event"]:
                kinds.setdefault(event["event"], set()).add(event["type"])
        mixed = {number: types for number, types in kinds.items() if len(types) > 1}
        assert mixed == {}, document["id"]


def test_a_meeting_is_planned_in_one_document_and_held_in_another(root: Path) -> None:
    """The Geneva talks of 10 January 2022, by parties and date alone."""
    statuses: dict[str, set[str]] = {}
    for document in every_gold(root):
        for event in document["events"]:
            parties = {party["code"] for party in event["actors"] + event["recipients"]}
            day = (event["time"] or {}).get("value")
            if event["type"] == "CONSULT" and parties == {"USA", "RUS"} and day == "2022-01-10":
                statuses.setdefault(event["status"], set()).add(document["id"])
    assert len(statuses["planned"]) >= 2
    assert len(statuses["actual"]) >= 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"in": "no such words"}, "snippet occurs 0 times"),
        ({"in": "NATO"}, "make it unique"),
        ({"trigger": "absent"}, "trigger 'absent' occurs 0 times"),
        ({"type": "MEET"}, "unknown type 'MEET'"),
        ({"status": "done"}, "unknown status 'done'"),
        ({"actors": [], "recipients": []}, "neither an actor nor a recipient with a code"),
        (
            {"actors": [{"text": "Atlantis", "code": "ATL", "name": "Atlantis"}]},
            "'Atlantis' stands neither in",
        ),
        ({"time": {"text": "NATO", "value": "2021"}}, "is not among the document's times"),
        ({"colour": "red"}, "unknown keys"),
    ],
)
def test_a_faulty_annotation_is_named(copied: Path, change: dict[str, Any], message: str) -> None:
    path = copied / "gold" / "annotations" / "id-2021-12-29-jenewa.json"
    source = json.loads(path.read_text(encoding="utf-8"))
    source["events"][3].update(change)
    path.write_text(json.dumps(source, ensure_ascii=False), encoding="utf-8")
    result = run_compiler(copied, "--check")
    assert result.returncode == 2
    assert "id-2021-12-29-jenewa.json, event 4" in result.stderr
    assert message in result.stderr


def test_a_changed_annotation_makes_the_compiled_files_stale(copied: Path) -> None:
    path = copied / "gold" / "annotations" / "id-2021-12-29-jenewa.json"
    source = json.loads(path.read_text(encoding="utf-8"))
    source["events"][0]["status"] = "negated"
    path.write_text(json.dumps(source, ensure_ascii=False), encoding="utf-8")
    stale = run_compiler(copied, "--check")
    assert (stale.returncode, stale.stderr) == (1, "gold-id.jsonl is out of date: run compile.py\n")
    assert run_compiler(copied).returncode == 0
    assert run_compiler(copied, "--check").returncode == 0


def test_a_changed_dispatch_is_noticed(copied: Path) -> None:
    path = copied / "sample" / "dispatches.jsonl"
    path.write_text(
        path.read_text(encoding="utf-8").replace("bercakap-cakap", "berbincang"), encoding="utf-8"
    )
    result = run_compiler(copied, "--check")
    assert result.returncode == 2
    assert "'text' differs from the dispatch" in result.stderr
