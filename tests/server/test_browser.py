"""The site in a real Chromium that can reach nothing but the server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from server.conftest import EVIL, Server, Visit

Open = Callable[..., Visit]

QUOTES = "SELECT ?c ?q ?d { ?c lini:quote ?q ; lini:document ?d }"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/actor/usa", "/type/consult", "/search?q=script", "/queries", "/ont"])
def test_a_page_opens_without_an_error_or_a_strange_request(visit: Open, path: str, theme: str) -> None:
    one = visit(path, color_scheme=theme)
    assert one.page.locator("h1").count() == 1
    background = one.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (background == "rgb(20, 22, 26)") == (theme == "dark")
    one.well()


def test_the_theme_can_be_chosen_and_stays(visit: Open) -> None:
    one = visit("/actor/usa", color_scheme="light")
    one.page.locator("#theme").click()
    assert one.page.evaluate("document.documentElement.dataset.theme") == "dark"
    one.page.goto(one.page.url.replace("/actor/usa", "/actor/rus"))
    assert one.page.evaluate("document.documentElement.dataset.theme") == "dark"
    one.well()


def test_texts_that_try_to_run_stay_texts(visit: Open, server: Server) -> None:
    rows = server.query(QUOTES).json()["results"]["bindings"]
    base = "https://w3id.org/linimasa"
    paths = {row[name]["value"].removeprefix(base) for row in rows for name in ("c", "d")}
    assert len(paths) == 7
    for path in sorted(paths):
        one = visit(path)
        assert one.page.evaluate("document.querySelectorAll('main img, main script').length") == 0
        one.well()


def test_a_reader_goes_from_the_search_to_a_statement_by_keyboard(visit: Open) -> None:
    one = visit("/?lang=en")
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.className") == "skip"
    one.page.locator("input[name=q]").focus()
    one.page.keyboard.type("amerika")
    one.page.keyboard.press("Enter")
    one.until("location.pathname === '/search'")
    one.page.locator(".found a").first.press("Enter")
    one.until("location.pathname === '/actor/usa'")
    one.page.locator(".events a[href*='2022-01-10-consult']").press("Enter")
    one.until("location.pathname.startsWith('/event/')")
    assert one.page.locator("article.claim").count() == 2
    one.well()


def test_the_day_can_be_chosen_on_a_page(visit: Open) -> None:
    one = visit("/actor/usa?lang=en")
    one.page.locator("input[type=date]").fill("2022-01-05")
    one.page.locator("form.asof button").click()
    one.until("document.querySelector('.then')")
    assert "5 January 2022" in one.page.locator(".then").text_content()
    assert one.page.locator(".events li").count() == 2
    one.page.locator(".then a").click()
    one.until("!document.querySelector('.then')")
    assert one.page.locator(".events li").count() == 3
    one.well()


def test_a_phone_shows_no_sideways_scroll(visit: Open) -> None:
    for path in ("/", "/actor/usa", "/query", "/ont"):
        one = visit(path, viewport={"width": 375, "height": 720})
        assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_the_pages_of_the_build_run_under_their_own_policy(visit: Open, folder: Path) -> None:
    names = sorted(path.stem for path in folder.glob("*.html"))
    assert {"actors", "events", "timeline", "map"} <= set(names)
    for name in names:
        one = visit(f"/{name}.html")
        one.until("window.linimasa && document.querySelector('.sub')?.textContent")
        one.well()


def ask(one: Visit, query: str) -> None:
    one.until("Boolean(window.linimasa)")
    one.page.evaluate("text => window.linimasa.yasgui.getTab().getYasqe().setValue(text)", query)
    one.page.evaluate("window.linimasa.run()")


def test_the_query_page_asks_the_endpoint(visit: Open) -> None:
    one = visit("/query?lang=en")
    ask(one, "PREFIX lini: <https://w3id.org/linimasa/ont#>\nSELECT ?s { ?s a lini:State } ORDER BY ?s")
    one.until("document.querySelectorAll('.yasr tbody tr').length >= 3")
    links = one.page.evaluate("[...document.querySelectorAll('.yasr td a')].map(a => a.textContent)")
    assert {"act:rus", "act:ukr", "act:usa"} <= set(links)
    one.page.locator(".yasr td a", has_text="act:usa").click()
    one.until("location.pathname === '/actor/usa'")
    one.well()


def test_results_that_try_to_run_stay_texts(visit: Open) -> None:
    one = visit("/query?lang=en")
    ask(one, "SELECT ?o { ?s ?p ?o FILTER(CONTAINS(STR(?o), '<')) }")
    one.until("document.querySelectorAll('.yasr tbody tr').length > 3")
    text = one.page.locator(".yasr table").text_content()
    assert EVIL in text
    assert "<img src=x onerror=alert(1)>" in text
    assert one.page.evaluate("document.querySelectorAll('.yasr table img, .yasr table script').length") == 0
    one.well()


def test_shipped_queries_are_filled_in(visit: Open) -> None:
    one = visit("/query?lang=en#name=between")
    one.until("document.querySelectorAll('#parameters input').length === 5")
    one.page.locator("#parameters input[name=a]").fill("Amerika Serikat")
    one.page.locator("#parameters input[name=b]").fill("RUS")
    one.page.locator("#fill").click()
    one.until("document.querySelectorAll('.yasr tbody tr').length >= 1")
    assert "2022-01-10" in one.page.locator(".yasr tbody").text_content()
    assert "actor/usa>" in one.page.evaluate("window.linimasa.yasgui.getTab().getYasqe().getValue()")
    one.well()


def test_a_wrong_parameter_is_said_on_the_page(visit: Open) -> None:
    one = visit("/query?lang=en#name=between")
    one.until("document.querySelectorAll('#parameters input').length === 5")
    one.page.locator("#parameters input[name=a]").fill("Nirwana Raya")
    one.page.locator("#parameters input[name=b]").fill("RUS")
    one.page.locator("#fill").click()
    one.until("document.getElementById('ready-about').textContent.includes('Nirwana')")
    assert one.dialogs == []


def test_the_query_page_asks_for_a_day(visit: Open) -> None:
    one = visit("/query?lang=en&as-of=2022-01-01")
    ask(one, "PREFIX lini: <https://w3id.org/linimasa/ont#>\nSELECT (COUNT(?e) AS ?n) { ?e a lini:Event }")
    one.until("document.querySelector('.yasr tbody td')?.textContent === '0'")
    one.well()
