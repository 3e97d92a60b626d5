"""How much of the sources is given on: `none` leaves no word of a text in pages and exports."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from articles import jsonl, record
from linimasa import build
from linimasa import open as open_graph
from linimasa.analyse import read_scene
from linimasa.errors import SettingError, StoreError
from linimasa.export.formats import FORMATS, export_bytes, export_text
from linimasa.lexicon.additions import COLUMNS
from linimasa.model.iri import local_name
from linimasa.model.shown import TextShown, shown_words
from linimasa.model.statement import Statement
from linimasa.pipeline import read_records
from linimasa.pipeline.giving import giving, to_give
from linimasa.pipeline.graph import GraphPlan, redecide
from linimasa.pipeline.pages import render
from linimasa.read.texts import TEXTS, kept_texts
from linimasa.store.gazetteer import GazetteerReference
from linimasa.store.validate import validate

#: A spokesman, a vague group, an unnamed source, a condition, numbers and dates in words.
ARTICLE = (
    "JAKARTA - Seorang diplomat senior yang gugup mengatakan kepada wartawan bahwa Rusia akan bertemu "
    "Amerika Serikat di Jakarta pada awal pekan depan jika gencatan senjata yang rapuh itu bertahan.\r\n"
    "Puluhan ribu tentara Rusia menyerang Ukraina pada pagi buta hari Minggu dan menewaskan sedikitnya dua "
    "belas orang.\r\n"
    "Sekutu dan mitra kami di Eropa mengecam Moskow dengan kalimat yang amat tajam.\r\n"
    "Kementerian Pertahanan Inggris membantah telah mengirim pasukan ke Ukraina, kata juru bicaranya dalam "
    "wawancara tengah malam.\r\n"
)
TITLE = "Diplomat Gugup Bicara"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("shown")
    return jsonl(place / "a.jsonl", record("satu", text=ARTICLE, title=TITLE), record("dua"))


@pytest.fixture(scope="module")
def folders(source: Path) -> dict[str, Path]:
    """The same source built with each choice."""
    made = {}
    for shown in TextShown:
        made[shown.value] = source.parent / shown.value
        build(source, made[shown.value], text=shown.value)
    return made


def words(text: str) -> str:
    """The words of a file, JSON's and HTML's escapes undone."""
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), html.unescape(text))
    return " " + " ".join(re.findall(r"\w+", plain.lower())) + " "


def told(folder: Path) -> Iterator[str]:
    """The words that records hold of their texts, those aside that are names."""
    tables = GazetteerReference()
    for one in read_records(folder / "statements.jsonl"):
        assert isinstance(one, Statement)
        yield from (one.sentence.text, one.quote.text, one.condition_text or "", one.doc.title)
        yield from (quantity.text for quantity in one.quantities)
        if one.time and not one.time.text[-4:].isdigit():  # a date in full is a fact
            yield one.time.text
        for who in (*one.actors, *one.recipients, *one.attributed_to):
            if who.actor is None or tables.actor(local_name(who.actor)) is None:
                yield who.text
        yield from (source.channel or "" for source in one.attributed_to)


def given(folder: Path, shown: TextShown | None = None) -> dict[str, str]:
    """All that is given out: pages as built, every export."""
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html"))}
    assert len(files) >= 3
    shown = shown or giving(folder)
    return {
        **files,
        **{form: export_bytes(folder, form, shown=shown).decode("utf-8", "replace") for form in FORMATS},
    }


def test_with_none_no_words_are_given_out(folders: dict[str, Path]) -> None:
    out = {name: words(text) for name, text in given(folders["none"]).items()}
    spans = {" ".join(re.findall(r"\w+", text.lower())) for text in told(folders["none"])}
    long = {span for span in spans if span.count(" ") >= 2}
    assert len(long) > 12
    rare = "gugup rapuh wartawan bertahan buta sedikitnya mitra tajam wawancara tengah gugur puluhan"
    for name, text in out.items():
        assert [span for span in long if f" {span} " in text] == [], name
        assert [word for word in rare.split() if f" {word} " in text] == [], name


def test_with_none_offsets_and_hashes_stay(folders: dict[str, Path]) -> None:
    folder = folders["none"]
    records = [one for one in read_records(folder / "statements.jsonl") if isinstance(one, Statement)]
    scene = read_scene(to_give(open_graph(folder).graph, folder, TextShown.NONE))
    spans = {(claim.start, claim.end) for claim in scene.claims.values()}
    assert {(one.quote.start, one.quote.end) for one in records} <= spans
    assert all(claim.quote == "" for claim in scene.claims.values())
    assert {document.label for document in scene.documents.values()} == {"satu", "dua"}
    text = export_text(folder, "turtle", shown=TextShown.NONE)
    assert all(one.doc.hash in text for one in records)
    assert re.search(r"\[\d+–\d+\]", export_text(folder, "csv", shown=TextShown.NONE))


def test_with_none_the_graph_keeps_its_shape(folders: dict[str, Path]) -> None:
    folder = folders["none"]
    whole = open_graph(folder).graph
    bare = to_give(whole, folder, TextShown.NONE)
    assert validate(bare) == ()
    assert len(read_scene(bare).events) == len(read_scene(whole).events)
    known = {iri for iri in read_scene(whole).actors if "-x-" not in iri and "-src-" not in iri}
    assert known <= read_scene(bare).actors.keys()
    labels = {event.label.en for event in read_scene(bare).events.values()}
    assert any("unnamed source" in label or "group" in label for label in labels)


def test_quotes_are_given_by_default(folders: dict[str, Path], source: Path) -> None:
    whole = given(folders["quotes"])
    for name in ("events.html", "turtle", "trig", "nquads", "csv"):
        assert " puluhan ribu tentara rusia menyerang ukraina " in words(whole[name]), name
        assert " yang amat tajam jakarta " not in words(whole[name])
    assert not (folders["quotes"] / TEXTS).exists()
    build(source, source.parent / "plain")
    assert given(source.parent / "plain") == whole


def test_full_keeps_and_gives_the_whole_texts(folders: dict[str, Path], tmp_path: Path) -> None:
    folder = folders["full"]
    assert set(kept_texts(folder).values()) >= {ARTICLE}
    scene = read_scene(to_give(open_graph(folder).graph, folder, TextShown.FULL))
    texts = {document.label: document.text for document in scene.documents.values()}
    assert texts[TITLE] == ARTICLE
    for claim in scene.claims.values():
        if claim.document.endswith(next(iter(kept_texts(folder)))[:12]):
            text = next(iter(kept_texts(folder).values()))
            assert text[claim.start : claim.end] == claim.quote or claim.iri.rpartition("/")[2][13] == "t"
    assert "fullText" in export_text(folder, "turtle", shown=giving(folder))
    assert "fullText" not in export_text(folder, "turtle", shown=TextShown.QUOTES)
    build(folder / TEXTS, tmp_path / "again")
    assert (tmp_path / "again" / "graph.ttl").read_bytes() == (folder / "graph.ttl").read_bytes()


def test_a_later_build_without_texts_takes_them_away(source: Path, tmp_path: Path) -> None:
    build(source, tmp_path, text="full")
    assert (tmp_path / TEXTS).is_file()
    build(source, tmp_path)
    assert not (tmp_path / TEXTS).exists()


def test_pages_are_written_again_as_they_were_built(folders: dict[str, Path]) -> None:
    for folder in folders.values():
        before = {path.name: path.read_bytes() for path in folder.glob("*.html")}
        render(folder)
        assert {path.name: path.read_bytes() for path in folder.glob("*.html")} == before


def test_decisions_bring_no_words_back(folders: dict[str, Path], tmp_path: Path) -> None:
    for shown in ("none", "full"):
        folder = tmp_path / shown
        shutil.copytree(folders[shown], folder)
        before = {path.name: path.read_bytes() for path in folder.glob("*.html")}
        redecide(folder, ",".join(COLUMNS) + "\n", GraphPlan())
        assert {path.name: path.read_bytes() for path in folder.glob("*.html")} == before
        assert json.loads((folder / "report.json").read_bytes())["text"] == shown
        assert (folder / TEXTS).exists() == (shown == "full")


def test_pages_with_another_choice(folders: dict[str, Path], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    shutil.copytree(folders["quotes"], folder)
    render(folder, text="none")
    for path in folders["none"].glob("*.html"):
        assert (folder / path.name).read_bytes() == path.read_bytes()
    with pytest.raises(StoreError, match="build with --text full"):
        render(folder, text="full")


def test_a_choice_that_isnt_there(source: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="choose one of full, quotes, none"):
        build(source, tmp_path / "out", text="half")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("span", "shown"),
    [(("kata ia", 3, 10), "kata ia"), (("", 3, 10), "[3–10]"), (("", None, None), "")],
)
def test_what_stands_for_a_span(span: tuple[Any, Any, Any], shown: str) -> None:
    assert shown_words(*span) == shown


def test_broken_texts_are_named(folders: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / TEXTS).write_text('{"hash": "a", "text": "b", "title": ""}\n{"no": 1}\n', encoding="utf-8")
    with pytest.raises(StoreError, match="line 2"):
        kept_texts(tmp_path)
