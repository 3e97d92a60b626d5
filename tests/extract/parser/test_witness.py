"""A parser's word on the parties of statements."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest
from tiny import pipeline

from linimasa.cli.app import run
from linimasa.errors import SettingError
from linimasa.extract.extractor import Extraction, Extractor, ExtractorSettings
from linimasa.extract.methods import method_for
from linimasa.extract.parser import loading
from linimasa.extract.parser.loading import SpacyParser, load_parser
from linimasa.extract.parser.witness import SecondWitness
from linimasa.model.document import Document
from linimasa.model.statement import Witness, statement_from_dict, to_dict
from linimasa.model.terms import Verdict

pytestmark = pytest.mark.usefixtures("spacy")
TEXT = "Rusia mengancam Ukraina. Ukraina dikunjungi oleh Menteri Luar Negeri Belanda."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def heard(text: str, extractor: Extractor, **options: bool) -> Extraction:
    found = extractor.extract(Document("a", text, "id", published="2021-07-05"))
    return SecondWitness(SpacyParser(pipeline(**options))).hear(found)


def verdicts(found: Extraction) -> list[tuple[str, str, str]]:
    return [
        (s.trigger.text, s.witness.actors, s.witness.recipients)
        for s in found.statements
        if s.witness is not None
    ]


def test_agreement(extractor: Extractor) -> None:
    assert verdicts(heard(TEXT, extractor)) == [
        ("mengancam", "agrees", "agrees"),
        ("dikunjungi", "agrees", "agrees"),
    ]


def test_disagreement(extractor: Extractor) -> None:
    found = heard("Rusia mengancam Ukraina.", extractor, swapped=True)
    assert verdicts(found) == [("mengancam", "differs", "differs")]


def test_silence_of_a_noun(extractor: Extractor) -> None:
    found = heard("Pertemuan Rusia dengan Ukraina berlangsung di Jenewa.", extractor)
    assert {(a, r) for _, a, r in verdicts(found)} == {("silent", "silent")}


def test_inside_a_quotation(extractor: Extractor) -> None:
    found = heard('"Rusia mengancam Ukraina setiap hari," kata Presiden Polandia.', extractor)
    assert ("mengancam", "agrees", "agrees") in verdicts(found)


def test_nothing_but_the_witness_changes(extractor: Extractor) -> None:
    plain = extractor.extract(Document("a", TEXT, "id", published="2021-07-05"))
    told = heard(TEXT, extractor, swapped=True)
    rows = [{**to_dict(s), "witness": None} for s in told.statements]
    assert rows == [to_dict(s) for s in plain.statements]
    assert [to_dict(s)["witness"] for s in plain.statements] == [None, None]


def test_the_record_keeps_it(extractor: Extractor) -> None:
    (first, _) = heard(TEXT, extractor).statements
    row = json.loads(json.dumps(to_dict(first)))
    assert row["witness"] == {"parser": "xx_tiny 1", "actors": "agrees", "recipients": "agrees"}
    assert statement_from_dict(row) == first
    del row["witness"]  # records of an earlier version
    assert statement_from_dict(row).witness is None


def test_another_language_stays_without(extractor: Extractor) -> None:
    nlp = pipeline()
    nlp.meta["parses"] = "en"
    found = extractor.extract(Document("a", TEXT, "id"))
    assert SecondWitness(SpacyParser(nlp)).hear(found) == found


def test_a_pipeline_that_parses_nothing_is_refused(extractor: Extractor) -> None:
    import spacy

    found = extractor.extract(Document("a", TEXT, "id"))
    with pytest.raises(SettingError, match="no heads and labels"):
        SecondWitness(SpacyParser(spacy.blank("xx"))).hear(found)


# -- by name -------------------------------------------------------------------------------------


def offer(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Let an entry point `small` be installed."""
    points = EntryPoints([EntryPoint("small", value, loading.GROUP)])
    monkeypatch.setattr(loading, "entry_points", lambda group: points.select(group=group))


def test_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "tiny:pipeline")
    found = method_for(ExtractorSettings(parser="small")).extract(Document("a", TEXT, "id"))
    assert found.statements[0].witness == Witness("xx_tiny 1", Verdict.AGREES, Verdict.AGREES)
    assert all(s.run.endswith(", parser xx_tiny 1") for s in found.statements)


def test_an_entry_point_that_gives_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "builtins:list")
    with pytest.raises(SettingError, match="neither a spaCy pipeline nor a parser"):
        load_parser("small")


def test_an_unknown_name() -> None:
    with pytest.raises(SettingError, match="--parser nobody: neither a folder"):
        load_parser("nobody")


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="not a spaCy pipeline"):
        load_parser(str(tmp_path))


def test_without_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SettingError, match=r"linimasa\[parser\]"):
        load_parser("any")


def test_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(monkeypatch, "tiny:pipeline")
    source = tmp_path / "2021-07-05.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert run(["extract", str(source), "--lang", "id", "--parser", "small"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["witness"]["actors"] for row in rows] == ["agrees", "agrees"]
    assert run(["build", str(source), "-o", str(tmp_path / "out"), "--parser", "small"]) == 0
    kept = (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["witness"]["recipients"] for line in kept] == ["agrees", "agrees"]
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["witness"]["actors"] == {"agrees": 2, "differs": 0, "adds": 0, "silent": 0}
    capsys.readouterr()
    assert run(["explain", str(tmp_path / "out"), json.loads(kept[0])["id"]]) == 0
    assert "witness    xx_tiny 1: actors agrees, recipients agrees" in capsys.readouterr().out
    assert run(["extract", str(source), "--parser", "nobody"]) == 2
    assert "--parser nobody" in capsys.readouterr().err
