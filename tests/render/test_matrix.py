"""Matrix and calendar in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rdflib import Graph

from linimasa.analyse import Scene, actor_network
from linimasa.model.iri import BASE
from linimasa.render import render_matrix
from render.conftest import Opened

Open = Callable[..., Opened]


def test_the_matrix_counts_what_the_rolled_up_network_draws(opened: Open, scene: Scene) -> None:
    page = opened("matrix")
    shown: dict[str, set[str]] = {}
    for key, events in page("linimasa.pairs()"):
        shown.setdefault(key.replace("=", ">"), set()).update(events)
    drawn: dict[str, set[str]] = {}
    for a, b, data in actor_network(scene, rolled=True).edges(data=True):
        pair = f"{a.removeprefix(BASE)}>{b.removeprefix(BASE)}"
        drawn.setdefault(pair, set()).update(iri.removeprefix(BASE) for iri in data["events"])
    assert shown == drawn


def test_a_cell_shows_the_statements_of_a_pair_in_a_month(opened: Open) -> None:
    page = opened("matrix", locale="en")
    page.page.get_by_role("button", name="EN", exact=True).click()
    cell = page.page.get_by_role("button", name="Bascara → Arunica, March 2031: 1 events (verbal conflict 1)")
    cell.click()
    panel = page.page.locator(".panel")
    assert panel.locator("article").count() == 1
    assert "mengancam akan memberlakukan embargo" in panel.text_content()
    assert cell.get_attribute("aria-current") == "true"
    page.page.keyboard.press("Escape")
    assert page.page.locator(".cell[aria-current]").count() == 0


def test_a_plan_is_hollow_in_its_pile(opened: Open) -> None:
    page = opened("matrix")
    page.page.locator("input[data-standing=held]").uncheck()
    page.page.locator("input[data-standing=claimed]").uncheck()
    page.settle()
    fills = page("[...document.querySelectorAll('.cell rect')].map(rect => rect.getAttribute('fill'))")
    assert fills
    assert set(fills) == {"none"}


def test_parties_stand_against_each_other_on_request(opened: Open) -> None:
    page = opened("matrix")
    months = "[...document.querySelectorAll('.matrix thead th')].slice(1).map(th => th.ariaLabel)"
    assert page(months) == ["Januari 2029", "Juni 2030", "Maret 2031"]
    page.page.locator("#columns").select_option("party")
    page.settle()
    heads = page("[...document.querySelectorAll('.matrix thead th')].slice(1).map(th => th.textContent)")
    rows = page("[...document.querySelectorAll('.matrix tbody th')].map(th => th.textContent)")
    assert heads == rows
    assert {"Arunika", "Baskara", "Perserikatan Uji"} <= set(rows)


def test_the_calendar_tells_what_was_planned_from_what_was_held(opened: Open) -> None:
    page = opened("matrix")
    page.page.locator(".tabs button[data-view=calendar]").click()
    assert page("document.querySelector('.tabs [aria-current]').textContent") == "Kalender"
    calendar = "linimasa.views.calendar"
    assert set(page(f"{calendar}.visible()")) == {"event/2031-03-01-consult", "event/2031-03-20-consult"}
    assert page(f"{calendar}.outcome('event/2031-03-20-consult')") == "planned"
    assert page(f"{calendar}.outcome('event/2031-03-01-consult')") == "unplanned"
    entry = page.page.locator(".entry[data-key='event/2031-03-20-consult']")
    assert "diumumkan 5 Maret 2031" in entry.text_content()
    entry.click()
    assert "perundingan dijadwalkan pada 20 Maret" in page.page.locator(".panel").text_content()
    assert page("[...document.querySelectorAll('.days .plan')].map(d => d.textContent)") == ["20"]
    assert page("[...document.querySelectorAll('.days .done')].map(d => d.textContent)") == ["1"]


def test_a_plan_that_came_true_is_one_entry(opened: Open, tmp_path: Path) -> None:
    page = opened(write(tmp_path, "occurred", "planned", "occurred"))
    assert page("linimasa.views.calendar.outcome('event/e')") == "held"
    page = opened(write(tmp_path, "occurred", "occurred"))
    assert page("linimasa.views.calendar.outcome('event/e')") == "unplanned"
    page = opened(write(tmp_path, "disputed", "planned", "occurred"))
    assert page("linimasa.views.calendar.outcome('event/e')") == "claimed"
    page = opened(write(tmp_path, "postponed", "postponed"))
    assert page("linimasa.views.calendar.outcome('event/e')") == "postponed"


def write(folder: Path, status: str, *modalities: str) -> Path:
    """A page of one meeting with a status, told once with each modality."""
    claims = "".join(
        f"c:c{i} a l:Claim ; l:event e:e ; l:document d:d{i} ; l:modality l:{modality} ."
        for i, modality in enumerate(modalities)
    )
    graph = Graph().parse(
        data=f"""@prefix l: <{BASE}ont#> . @prefix a: <{BASE}actor/> . @prefix e: <{BASE}event/> .
        @prefix c: <{BASE}claim/> . @prefix d: <{BASE}doc/> . a:x a l:State . a:y a l:State .
        e:e a l:Event ; l:type <{BASE}type/consult> ; l:rootType <{BASE}type/consult> ;
            l:status l:{status} ; l:actor a:x , a:y . {claims}"""
    )
    file = folder / "one.html"
    file.write_text(render_matrix(graph), encoding="utf-8")
    return file


def test_views_of_a_page_share_filters_and_are_found_by_their_address(opened: Open, files: Any) -> None:
    page = opened("matrix")
    page.page.locator("input[data-standing=planned]").uncheck()
    page.page.locator(".tabs button[data-view=calendar]").click()
    page.settle()
    assert page("linimasa.views.calendar.visible()") == ["event/2031-03-01-consult"]
    assert not page.page.locator("input[data-standing=planned]").is_checked()
    page.page.goto(files["matrix"].as_uri() + "#calendar")
    page.page.reload()
    page.until("window.linimasa && document.body.dataset.view")
    assert page("document.body.dataset.view") == "calendar"
