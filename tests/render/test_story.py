"""The story: texts and all views in one page, linked both ways."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF

from linimasa.analyse import read_scene
from linimasa.model.iri import BASE
from linimasa.pipeline import BuildSettings, build
from linimasa.render.story import VIEWS
from linimasa.render.texts import texts
from render.conftest import Opened

Open = Callable[..., Opened]

ARTICLE = (
    "🕊 Hari itu cerah di pelabuhan. Indonesia mengecam Israel pada 4 Juli 2021.\n"
    "Tak ada yang lain di kota. Rusia mengancam Ukraina pada 5 Juli 2021."
)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The story of one article, built with each of the ways to give on its text."""
    folder = tmp_path_factory.mktemp("story")
    source = folder / "berita.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    found = {}
    for mode in ("full", "quotes", "none"):
        out = folder / mode
        build([source], out, BuildSettings(published="2021-07-06", lang="id", jobs=1, text=mode))
        found[mode] = out / "story.html"
    return found


def data_of(file: Path) -> dict[str, Any]:
    html = file.read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(html.split('id="data">', 1)[1].split("</script>", 1)[0])
    return data


def test_all_views_are_in_it_and_share_what_is_chosen(opened: Open) -> None:
    page = opened("story")
    assert page("Object.keys(linimasa.views)") == list(VIEWS)
    key = "event/2031-03-01-consult"
    page("key => linimasa.go('timeline', key)", key)
    for view in ("map", "text", "calendar", "matrix", "events", "actors"):
        button = page.page.locator(f".panel [data-event='{key}'] [data-go={view}]")
        button.click()
        page.settle()
        assert page("document.body.dataset.view") == view
        assert "Sinta Wira bertemu Budi Laga di Selat Uji" in page.page.locator(".panel").text_content()
    assert page.complaints == []


def test_filters_hold_for_every_view(opened: Open) -> None:
    page = opened("story")
    page.page.locator("input[data-standing=planned]").uncheck()
    for view in ("text", "timeline", "events", "map"):
        page("view => linimasa.go(view)", view)
        page.settle()
        assert "event/2031-03-20-consult" not in page(f"linimasa.views.{view}.visible()")
    assert page("document.querySelector('.mark[data-claims*=\"0050-1\"]')") is None


def test_words_lead_to_events_and_events_to_words(opened: Open) -> None:
    page = opened("story")
    mark = page.page.locator(".mark[data-claims='claim/aaaaaaaaaaaa-0250-1']")
    mark.click()
    panel = page.page.locator(".panel")
    assert panel.locator("article").get_attribute("data-event") == "event/2031-03-04-threaten"
    assert mark.get_attribute("aria-current") == "true"
    page("linimasa.go('timeline', 'event/2031-03-06-support')")
    panel.locator("button[data-claim='claim/bbbbbbbbbbbb-0200-1']").click()
    page.settle()
    assert page("document.body.dataset.view") == "text"
    assert page("document.activeElement.dataset.claims") == "claim/bbbbbbbbbbbb-0200-1"
    box = page.page.locator(".mark:focus").bounding_box()
    assert 0 < box["y"] < 900


def test_marks_are_reached_and_opened_by_keyboard(opened: Open) -> None:
    page = opened("story")
    page.page.locator(".texts").focus()
    page.page.keyboard.press("Tab")
    assert page("document.activeElement.classList.contains('mark')")
    page.page.keyboard.press("Enter")
    assert page.page.locator(".panel blockquote").count() >= 1


def test_claims_that_contradict_each_other_stand_side_by_side(opened: Open) -> None:
    page = opened("story")
    page("linimasa.go('timeline', 'event/2031-03-02-retreat')")
    sides = page.page.locator(".panel .sides > div")
    assert sides.count() == 2
    left, right = (sides.nth(i).bounding_box() for i in (0, 1))
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 2
    assert "pasukan telah ditarik" in sides.nth(0).text_content()
    assert "tak seorang pun ditarik" in sides.nth(1).text_content()
    assert page.page.locator(".panel .claim.against").count() == 2


def test_whole_texts_are_shown_only_where_they_were_asked_for(opened: Open, shown: dict[str, Path]) -> None:
    for mode, file in shown.items():
        page = opened(file)
        words = page.page.locator(".texts").text_content()
        assert ("Tak ada yang lain di kota." in words) == (mode == "full")
        assert ("Indonesia mengecam Israel" in words) == (mode != "none")
        assert page.complaints == []


def test_offsets_count_letters_whatever_their_width(opened: Open, shown: dict[str, Path]) -> None:
    for mode in ("full", "quotes"):
        page = opened(shown[mode])
        quotes = {claim["quote"] for claim in data_of(shown[mode])["claims"].values()}
        marks = set(page("[...document.querySelectorAll('.mark')].map(node => node.textContent)"))
        assert quotes == marks


def test_without_words_places_and_hashes_remain(opened: Open, shown: dict[str, Path]) -> None:
    html = shown["none"].read_text(encoding="utf-8")
    for word in ("mengecam Israel", "mengancam Ukraina", "Hari itu", "pelabuhan"):
        assert word not in html
    text = next(iter(data_of(shown["none"])["texts"].values()))
    assert len(text["hash"]) == 64
    assert [piece[2] for piece in text["pieces"]] == [None] * len(text["pieces"])
    page = opened(shown["none"])
    start, end = text["pieces"][0][:2]
    assert page.page.locator(".mark").first.text_content().startswith(f"[{start}–{end}]")


def test_on_paper_the_whole_text_stands_and_nothing_to_press(opened: Open) -> None:
    page = opened("story")
    page.page.emulate_media(media="print")
    bars = "[...document.querySelectorAll('.dock, .tools, .time, .tabs')]"
    hidden = bars + ".map(node => getComputedStyle(node).display)"
    assert set(page(hidden)) == {"none"}
    assert page("getComputedStyle(document.querySelector('.texts')).overflow") == "visible"
    assert page("document.querySelector('.stage').clientHeight") >= page(
        "document.querySelector('.page').scrollHeight"
    )
    assert page("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_on_a_phone_what_is_chosen_comes_into_sight(opened: Open) -> None:
    page = opened("story", viewport={"width": 390, "height": 800})
    page.page.locator(".mark").first.click()
    page.settle()
    box = page.page.locator(".panel h2").bounding_box()
    assert 0 <= box["y"] < 800


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)), min_size=1, max_size=6)


@given(st.text(st.characters(codec="utf-8"), min_size=50, max_size=60), spans, st.booleans(), st.booleans())
def test_every_claim_stands_once_with_its_own_words(
    text: str, places: list[tuple[int, int]], whole: bool, known: bool
) -> None:
    graph, doc = Graph(), URIRef(BASE + "doc/d")
    ont = BASE + "ont#"

    def say(s: URIRef, name: str, o: Any) -> None:
        graph.add((s, URIRef(ont + name), o))

    graph.add((doc, RDF.type, URIRef(ont + "Document")))
    say(doc, "textHash", Literal("h"))
    if whole:
        say(doc, "fullText", Literal(text))
    for i, (start, length) in enumerate(places):
        event, claim = URIRef(f"{BASE}event/{i}"), URIRef(f"{BASE}claim/{i}")
        graph.add((event, RDF.type, URIRef(ont + "Event")))
        graph.add((claim, RDF.type, URIRef(ont + "Claim")))
        say(claim, "event", event)
        say(claim, "document", doc)
        say(claim, "quote", Literal(text[start : start + length]))
        say(claim, "charStart", Literal(str(start)))
        say(claim, "charEnd", Literal(str(start + length)))
    sentences = {"h": [(0, text[:25]), (25, text[25:])]} if known else {}
    pieces = texts(read_scene(graph), BASE, sentences)["doc/d"]["pieces"]
    found = [(claim, piece) for piece in pieces for claim in piece[3]]
    assert sorted(claim[0] for claim, _ in found) == sorted(f"claim/{i}" for i in range(len(places)))
    for (_, start, end), piece in found:
        assert piece[2] is not None
        assert piece[2][start - piece[0] : end - piece[0]] == text[start:end]
