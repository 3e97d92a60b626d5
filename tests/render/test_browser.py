"""The pages in a real Chromium, opened from disk with the network cut off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from render.conftest import ALL, PAGES, Opened

Open = Callable[..., Opened]

VISIBLE = {
    "actors": "Object.values(linimasa.shown()).flat()",
    "events": "linimasa.visible()",
    "timeline": "linimasa.visible()",
    "map": "linimasa.visible()",
    "matrix": "linimasa.visible()",
}


def open_statements(page: Opened, query: str) -> None:
    """Search, and go down the list by its first row until statements stand in the panel."""
    page.page.locator("input[type=search]").fill(query)
    page.settle()
    while not page.page.locator(".panel blockquote").count():
        page.page.locator(".panel .list button").first.click()


def visible(page: Opened, kind: str) -> set[str]:
    """The events that a page shows."""
    page.settle()
    return set(page(VISIBLE[kind]))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", ALL)
def test_it_opens_without_a_network_an_error_or_a_request(opened: Open, kind: str, theme: str) -> None:
    page = opened(kind, color_scheme=theme)
    assert page.complaints == []
    assert [url for url in page.requests if not url.startswith("file:")] == []
    assert len(page.requests) == 1
    assert page("document.documentElement.dataset.theme") == theme
    assert page.page.locator(".panel .list button").count() > 3


@pytest.mark.parametrize("kind", ALL)
def test_texts_that_try_to_run_stay_texts(opened: Open, kind: str) -> None:
    page = opened(kind)
    seen = ""
    for button in page.page.locator(".panel .list button").all():
        button.click()
        seen += page.page.locator(".panel").text_content()
        page.page.locator(".panel .back").click()
        seen += page.page.locator(".panel").text_content()
    for lang in ("EN", "ID"):
        page.page.get_by_role("button", name=lang, exact=True).click()
    page.settle()
    assert page.dialogs == []
    assert page("window.hacked") is None
    assert page("document.querySelectorAll('#app script, #app img, #app b b').length") == 0
    assert "<script>alert(1)</script>" in seen
    assert page.complaints == []


@pytest.mark.parametrize("kind", PAGES)
def test_the_period_takes_out_what_lies_outside_it(opened: Open, kind: str) -> None:
    page = opened(kind)
    before = visible(page, kind)
    assert "event/2031-03-20-consult" in before
    end = page.page.locator("input[data-end=to]")
    end.focus()
    end.press("ArrowLeft")
    after = visible(page, kind)
    assert before - after == {"event/2031-03-20-consult"}
    assert "6 Maret 2031" in page.page.locator(".time .span").text_content()
    assert "event/2029-assault" in after, "what has begun and has no end goes on"


@pytest.mark.parametrize("kind", PAGES)
def test_playing_lets_the_period_grow_day_by_day(opened: Open, kind: str) -> None:
    page = opened(kind)
    page.page.locator(".time button").click()
    first = page("linimasa.state.to")
    page.until("linimasa.state.to >= 1")
    assert first == 0
    page.page.locator(".time button").click()
    halted = page("linimasa.state.to")
    page.page.wait_for_timeout(900)
    assert page("linimasa.state.to") == halted


@pytest.mark.parametrize("kind", PAGES)
def test_search_finds_names_in_both_languages_and_quotes(opened: Open, kind: str) -> None:
    page = opened(kind)
    page.page.keyboard.press("/")
    page.page.keyboard.type("fajar dijadwalkan")
    assert visible(page, kind) == {"event/2031-03-20-consult"}
    page.page.locator("input[type=search]").fill("BASCARAN official")
    assert visible(page, kind) == {"event/2031-03-02-retreat"}
    page.page.locator("input[type=search]").fill("zzzz")
    assert visible(page, kind) == set()
    assert page.page.locator(".empty").is_visible()
    page.page.locator("input[type=search]").fill("")
    assert len(visible(page, kind)) > 5
    assert not page.page.locator(".empty").is_visible()


@pytest.mark.parametrize("kind", PAGES)
def test_the_legend_filters_by_standing_type_and_class(opened: Open, kind: str) -> None:
    page = opened(kind)
    before = visible(page, kind)
    page.page.locator("input[data-standing=planned]").uncheck()
    assert before - visible(page, kind) == {"event/2031-03-20-consult"}
    page.page.locator("input[data-standing=planned]").check()
    page.page.locator("input[data-type=support]").uncheck()
    gone = before - visible(page, kind)
    assert gone == {"event/2030-06-support", "event/2031-03-06-support"}
    page.page.locator("input[data-type=support]").check()
    page.page.locator("input[data-quad='4']").uncheck()
    assert "event/2029-assault" in before - visible(page, kind)


@pytest.mark.parametrize("kind", PAGES)
def test_both_languages_and_themes_at_a_click(opened: Open, kind: str) -> None:
    page = opened(kind)
    page.page.get_by_role("button", name="EN", exact=True).click()
    page.settle()
    assert page("document.documentElement.lang") == "en"
    assert page.page.get_by_role("heading", level=1).text_content() in (
        "Actor network",
        "Event graph",
        "Timeline",
        "Map",
        "Who does what to whom",
    )
    open_statements(page, "BASCARA official")
    assert "Bascaran official" in page("document.querySelector('.panel').textContent")
    page.page.get_by_role("button", name="Dark").click()
    page.settle()
    assert page("getComputedStyle(document.body).backgroundColor") == "rgb(20, 22, 26)"
    assert page.complaints == []


def tie(page: Opened, key: str) -> tuple[float, float]:
    """Where on the screen the middle of a tie or a node is."""
    box = page.page.locator(".canvas").bounding_box()
    point = page(
        """key => { const at = linimasa.network.getPositions(), edge = linimasa.edges.get(key);
        const [a, b] = edge ? [at[edge.from], at[edge.to]] : [at[key], at[key]];
        return linimasa.network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }); }""",
        key,
    )
    return box["x"] + point["x"], box["y"] + point["y"]


STRAIGHT = "actor/budi-laga>actor/sinta-wira>consult/held"


def test_hovering_a_line_shows_a_quote_and_clicking_it_all_statements(opened: Open) -> None:
    page = opened("actors")
    page.page.mouse.move(*tie(page, STRAIGHT))
    page.page.locator(".tip q").wait_for()
    assert "Sinta Wira bertemu Budi Laga" in page.page.locator(".tip").text_content()
    page.page.mouse.click(*tie(page, STRAIGHT))
    panel = page.page.locator(".panel")
    page.page.locator(".panel blockquote").first.wait_for()
    quotes = panel.locator("blockquote").all_text_contents()
    assert quotes == ["Sinta Wira bertemu Budi Laga di Selat Uji", "Ms Wira held a meeting"]
    text = panel.text_content()
    assert "1 Maret 2031" in text
    assert "teks itu sendiri" in text
    assert "Kabar Uji" in text
    page.page.keyboard.press("Escape")
    assert panel.locator(".list button").count() > 3


def test_what_is_contested_shows_both_sides(opened: Open) -> None:
    page = opened("actors")
    page.page.locator(".panel button[data-key='actor/aru-army>actor/bas>retreat/claimed']").click()
    text = page.page.locator(".panel").text_content()
    assert "bertentangan dengan tentara Arunika" in text
    assert "pejabat Baskara atas nama Baskara" in text
    assert "membantah" in text
    assert "paling lambat 2 Maret 2031" in text


@pytest.mark.parametrize("kind", PAGES)
def test_what_one_side_alone_tells_is_never_plainly_said_to_have_happened(opened: Open, kind: str) -> None:
    page = opened(kind)
    open_statements(page, "kami menuduh")
    assert page.page.locator(".panel .chip").all_text_contents() == ["terjadi, kata satu pihak saja"]


def test_a_search_moves_the_timeline_to_what_it_finds(opened: Open) -> None:
    page = opened("timeline", viewport={"width": 900, "height": 600})
    page("document.querySelector('.lanes').scrollLeft = 99999")
    page.page.locator("input[type=search]").fill("2030")
    page.settle()
    item = page.page.locator(".item[data-key='event/2030-06-support']").bounding_box()
    room = page.page.locator(".lanes").bounding_box()
    assert room["x"] < item["x"] < room["x"] + room["width"]


def test_people_roll_up_into_their_states_and_open_again(opened: Open) -> None:
    page = opened("actors")
    names = "linimasa.nodes.get().filter(n => !n.hidden).map(n => n.id)"
    assert "actor/sinta-wira" in page(names)
    page.page.locator("#roll").check()
    page.settle()
    rolled = set(page(names))
    assert rolled == {"actor/aru", "actor/bas", "actor/uni", "actor/rebels", "actor/x-evil"}
    assert "actor/aru>actor/bas>consult/held" in page("linimasa.shown()")
    page.page.locator("#roll").uncheck()
    page.settle()
    assert "actor/sinta-wira" in page(names)


def test_widths_count_events_and_follow_the_filters(opened: Open) -> None:
    page = opened("actors")
    page.page.locator("#roll").check()
    page.settle()
    width = "key => linimasa.edges.get(key).width"
    one = page(width, "actor/bas>actor/aru>threaten/held")
    assert one > 0
    page.page.locator("input[data-standing=planned]").uncheck()
    page.settle()
    assert page("key => linimasa.edges.get(key).hidden", "actor/aru>actor/bas>consult/planned") is True


def test_nodes_stay_where_they_were_put_until_they_are_let_go(opened: Open) -> None:
    page = opened("actors")
    before = page("linimasa.network.getPositions()")
    page.page.wait_for_timeout(300)
    assert page("linimasa.network.getPositions()") == before
    page.page.locator("#physics").check()
    page.page.wait_for_timeout(700)
    assert page("linimasa.network.getPositions()") != before


def test_an_event_shows_its_quote_on_hover_and_its_links_on_click(opened: Open) -> None:
    page = opened("events")
    page("linimasa.network.fit({animation: false})")
    page.settle()
    page.page.mouse.move(*tie(page, "event/2031-03-04-threaten"))
    page.page.locator(".tip q").wait_for()
    assert "mengancam akan memberlakukan embargo" in page.page.locator(".tip").text_content()
    page.page.mouse.click(*tie(page, "event/2031-03-04-threaten"))
    page.page.locator(".panel blockquote").wait_for()
    link = page.page.locator(".panel .rel button", has_text="Embargo terhadap Arunika")
    assert "isinya" in page.page.locator(".panel").text_content()
    link.click()
    assert "hanya disebut" in page.page.locator(".panel").text_content()


def test_actors_of_the_event_graph_can_be_put_away(opened: Open) -> None:
    page = opened("events")
    hidden = "linimasa.nodes.get().filter(n => n.hidden).length"
    assert page(hidden) == 0
    page.page.locator("#show-actors").uncheck()
    page.settle()
    assert page(hidden) > 3
    assert visible(page, "events")


@pytest.mark.parametrize("kind", PAGES)
def test_it_can_be_used_by_keyboard_alone(opened: Open, kind: str) -> None:
    page = opened(kind)
    page.page.keyboard.press("Tab")
    assert page("document.activeElement.className") == "skip"
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Tab")
    assert page("!!document.activeElement.closest('.panel')")
    page.page.keyboard.press("Enter")
    assert page.page.locator(".panel blockquote").count() >= 1


@pytest.mark.parametrize("kind", ALL)
def test_it_fits_a_phone(opened: Open, kind: str) -> None:
    page = opened(kind, viewport={"width": 390, "height": 800})
    assert page("document.documentElement.scrollWidth") <= 390
    assert page.complaints == []


def test_an_empty_graph_says_so(opened: Open, tmp_path: Any) -> None:
    from rdflib import Dataset

    for kind, render in ALL.items():
        file = tmp_path / f"{kind}.html"
        file.write_text(render(Dataset()), encoding="utf-8")
        page = opened(file)
        assert page.page.locator(".empty").text_content() == "Graf ini belum memuat peristiwa."
        assert page.complaints == []


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
    page = opened("timeline")
    covered = page(
        """[...document.querySelectorAll('.lane')].flatMap(lane => {
          const boxes = [...lane.querySelectorAll('.item')].map(item => item.getBoundingClientRect());
          return boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right
            && a.top < b.bottom && b.top < a.bottom)); }).length"""
    )
    assert covered == 0


def test_choosing_a_mark_shows_both_sides_of_what_is_contested(opened: Open) -> None:
    page = opened("timeline")
    page.page.locator(".item[data-key='event/2031-03-02-retreat']").first.click()
    panel = page.page.locator(".panel")
    panel.locator("blockquote").first.wait_for()
    assert panel.locator(".claim.against").count() >= 1
    assert "pernyataan yang saling bertentangan" in panel.text_content()
    assert panel.locator("blockquote").count() == 2


def test_names_in_the_network_are_not_written_over_each_other(opened: Open) -> None:
    page = opened("actors")
    assert set(page("linimasa.view.named")) <= set(page("linimasa.nodes.getIds()"))
    assert len(page("linimasa.view.named")) >= 5


def test_a_large_network_opens_rolled_up(opened: Open, tmp_path: Any) -> None:
    from linimasa.render import actors

    assert '"start":"open"' in PAGES["actors"](crowd(actors.ROLLED // 2))
    file = tmp_path / "crowd.html"
    file.write_text(PAGES["actors"](crowd(actors.ROLLED)), encoding="utf-8")
    page = opened(file)
    assert page.page.locator("#roll").is_checked()
    assert page("linimasa.nodes.length") == 2
    note = f"{2 * actors.ROLLED} aktor terlalu banyak"
    assert note in page.page.locator(".side").text_content()
    page.page.locator("#roll").uncheck()
    page.settle()
    assert page("linimasa.nodes.length") == 2 * actors.ROLLED
    assert note not in page.page.locator(".side").text_content()


def crowd(pairs: int) -> Any:
    """Two states whose envoys meet, each pair once."""
    from rdflib import Graph

    lines = [
        "@prefix lini: <https://w3id.org/linimasa/ont#> . @prefix typ: <https://w3id.org/linimasa/type/> .",
        "@prefix a: <https://w3id.org/linimasa/actor/> . @prefix e: <https://w3id.org/linimasa/event/> .",
        "a:one a lini:State . a:two a lini:State .",
    ]
    for i in range(pairs):
        lines.append(f'a:p{i} a lini:Person ; lini:country a:one ; lini:sector "GOV" .')
        lines.append(f'a:q{i} a lini:Person ; lini:country a:two ; lini:sector "GOV" .')
        lines.append(
            f"e:m{i} a lini:Event ; lini:type typ:consult ; lini:rootType typ:consult ;"
            f" lini:status lini:occurred ; lini:actor a:p{i} , a:q{i} ."
        )
    return Graph().parse(data="\n".join(lines))


def test_pages_of_300_events_are_ready_within_two_seconds(opened: Open, tmp_path: Any) -> None:
    import time

    for kind, render in PAGES.items():
        file = tmp_path / f"{kind}.html"
        file.write_text(render(crowd(300)), encoding="utf-8")
        start = time.perf_counter()
        page = opened(file)
        assert len(visible(page, kind)) == 300
        assert time.perf_counter() - start < 6, (
            "two seconds on a free machine, three times that on a busy one"
        )


def test_one_community_can_be_looked_at_alone(opened: Open) -> None:
    page = opened("actors")
    home = page("Object.fromEntries(linimasa.data.nets.open.nodes.map(n => [n.id, n.community]))")
    before = set(page("Object.keys(linimasa.shown())"))
    page.page.locator("#community").select_option("1")
    page.settle()
    left = set(page("Object.keys(linimasa.shown())"))
    assert left
    assert left < before
    names = page("linimasa.nodes.get().filter(n => !n.hidden).map(n => n.id)")
    assert {home[name] for name in names} == {1}
    page.page.locator("#community").select_option("0")
    page.settle()
    assert set(page("Object.keys(linimasa.shown())")) == before


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
