"""The timeline in a real Chromium, opened from disk with the network cut off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from render.conftest import Opened, visible

Open = Callable[..., Opened]

COVERED = """[...document.querySelectorAll('.lane')].flatMap(lane => {
  const boxes = [...lane.querySelectorAll('.item')].map(item => item.getBoundingClientRect());
  return boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right
    && a.top < b.bottom && b.top < a.bottom)); }).length"""


def test_a_search_moves_the_timeline_to_what_it_finds(opened: Open) -> None:
    page = opened("timeline", viewport={"width": 900, "height": 600})
    page("document.querySelector('.lanes').scrollLeft = 99999")
    page.page.locator("input[type=search]").fill("2030")
    page.settle()
    item = page.page.locator(".item[data-key='event/2030-06-support']").bounding_box()
    room = page.page.locator(".lanes").bounding_box()
    assert room["x"] < item["x"] < room["x"] + room["width"]


def test_the_timeline_draws_a_date_as_vague_as_it_is(opened: Open) -> None:
    page = opened("timeline")
    kind = "key => document.querySelector(`.item[data-key='${key}'] svg`).getAttribute('class')"
    assert page(kind, "event/2031-03-01-consult") == "day"
    assert page(kind, "event/2031-03-02-retreat") == "before"
    assert page(kind, "event/2029-assault") == "open"
    assert page(kind, "event/2030-06-support") == "within"
    assert page(kind, "event/undated-sanction") == "undated"
    dash = (
        "key => document.querySelector(`.item[data-key='${key}'] svg > *`).getAttribute('stroke-dasharray')"
    )
    assert page(dash, "event/2031-03-01-consult") == ""
    assert page(dash, "event/2031-03-20-consult") == "4 3"


def test_the_timeline_has_lanes_by_party_or_by_type(opened: Open) -> None:
    page = opened("timeline")
    titles = "[...document.querySelectorAll('.lane')].map(lane => lane.getAttribute('aria-label'))"
    assert {"Arunika", "Baskara", "pemberontak utara"} <= set(page(titles))
    page.page.locator("#lanes").select_option("type")
    page.settle()
    assert "ancaman" in page(titles)
    assert "Arunika" not in page(titles)


def test_marks_of_a_lane_do_not_cover_each_other(opened: Open) -> None:
    assert opened("timeline")(COVERED) == 0


def test_choosing_a_mark_shows_both_sides_of_what_is_contested(opened: Open) -> None:
    page = opened("timeline")
    page.page.locator(".item[data-key='event/2031-03-02-retreat']").first.click()
    panel = page.page.locator(".panel")
    panel.locator("blockquote").first.wait_for()
    assert panel.locator(".claim.against").count() >= 1
    assert "pernyataan yang saling bertentangan" in panel.text_content()
    assert panel.locator("blockquote").count() == 2


def test_events_are_filtered_by_the_language_that_tells_of_them(opened: Open) -> None:
    page = opened("timeline")
    page.page.locator("select[data-told=lang]").select_option("en")
    assert visible(page, "timeline") == {
        "event/2031-03-01-consult",
        "event/undated-assault",
        "event/2030-06-support",
        "event/2031-03-05-statement",
        "event/2031-03-06-support",
    }
    page.page.get_by_role("button", name="EN", exact=True).click()
    assert page.page.locator("select[data-told=lang]").input_value() == "en"
    page.page.locator("select[data-told=lang]").select_option("")
    assert len(visible(page, "timeline")) > 5
    assert page.page.locator("select[data-told=publisher]").count() == 0, "only one is named"


def busy(days: list[str | None]) -> str:
    """Return a page of accusations between two parties, one a day; None has no date."""
    from rdflib import Graph

    from linimasa.render import render_timeline

    lines = [
        "@prefix lini: <https://w3id.org/linimasa/ont#> . @prefix typ: <https://w3id.org/linimasa/type/> .",
        "@prefix a: <https://w3id.org/linimasa/actor/> . @prefix e: <https://w3id.org/linimasa/event/> .",
        "@prefix x: <http://www.w3.org/2001/XMLSchema#> . a:one a lini:State . a:two a lini:State .",
        "@prefix r: <http://www.w3.org/2000/01/rdf-schema#> .",
    ]
    for i, day in enumerate(days):
        lines.append(
            f"e:m{i:03} r:label 'Tuduhan ke-{i} yang namanya amat panjang'@id ; a lini:Event ;"
            f" lini:type typ:accuse ; lini:rootType typ:accuse ;"
            f" lini:status lini:occurred ; lini:actor a:one ; lini:recipient a:two ."
        )
        if day:
            lines.append(
                f"e:m{i:03} lini:precision lini:day ; lini:date '{day}'^^x:date ;"
                f" lini:begin '{day}'^^x:date ; lini:end '{day}'^^x:date ."
            )
    return render_timeline(Graph().parse(data="\n".join(lines)))


def test_words_give_way_in_a_lane_of_many_events(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "busy.html"
    file.write_text(busy([f"2031-0{1 + i // 56}-{1 + i % 28:02}" for i in range(240)]), encoding="utf-8")
    page = opened(file)
    assert page.page.locator(".item").count() == 240
    assert page("document.querySelector('.lane').clientHeight") <= 13 * 34
    assert page(COVERED) == 0
    words = "[...document.querySelectorAll('.item')].reduce((sum, item) => sum + item.clientWidth, 0)"
    before = page(words)
    for _ in range(3):
        page.page.get_by_role("button", name="Perbesar").click()
    assert page(words) > 1.2 * before, "there is room for them again where one has zoomed in"


def test_events_without_a_date_stand_in_columns_behind_the_axis(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "undated.html"
    file.write_text(busy(["2031-01-01", "2031-01-02", *[None] * 40]), encoding="utf-8")
    page = opened(file)
    assert page.page.locator(".item").count() == 42
    assert page("document.querySelector('.lane').clientHeight") <= 13 * 34
    assert page(COVERED) == 0
    lefts = page(
        "[...document.querySelectorAll('.item')].filter(item => item.querySelector('.undated'))"
        ".map(item => item.offsetLeft)"
    )
    assert len(lefts) == 40
    assert len(set(lefts)) == 4
    assert page("document.querySelector('.chart').clientWidth") >= max(lefts) + 300
