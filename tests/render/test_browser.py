"""What every page does in a real Chromium, opened from disk with the network cut off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from render.conftest import ALL, PAGES, Opened, crowd, open_statements, visible

Open = Callable[..., Opened]


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


@pytest.mark.parametrize("kind", PAGES)
def test_what_one_side_alone_tells_is_never_plainly_said_to_have_happened(opened: Open, kind: str) -> None:
    page = opened(kind)
    open_statements(page, "kami menuduh")
    assert page.page.locator(".panel .chip").all_text_contents() == ["terjadi, kata satu pihak saja"]


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
