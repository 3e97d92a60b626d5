"""The event graph in a real Chromium, opened from disk with the network cut off."""

from __future__ import annotations

from collections.abc import Callable

from render.conftest import Opened, tie, visible

Open = Callable[..., Opened]


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
