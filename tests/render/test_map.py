"""The map in a real Chromium, and what holds for its outlines."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

from linimasa.lexicon import gazetteer
from linimasa.render import map as map_page
from render.conftest import Opened

Open = Callable[..., Opened]

STRAIT, OLD, CITY = "place/selat-uji", "place/kota-tua", "place/sgp"


def test_every_outline_stays_on_the_globe_and_no_ring_crosses_it() -> None:
    for code, rings in map_page.world()["states"].items():
        for ring in rings:
            x = y = 0
            xs, ys = [], []
            for dx, dy in zip(ring[::2], ring[1::2], strict=True):
                x, y = x + dx, y + dy
                assert -1800 <= x <= 1800, code
                assert -900 <= y <= 900, code
                xs.append(x)
                ys.append(y)
            steps = [abs(b - a) for a, b in itertools.pairwise(xs)]
            # Antarctica runs along the lower edge of the map.
            assert max(steps) < 900 or (code == "ATA" and min(ys) < -800), f"{code} jumps across the map"


def test_states_of_the_gazetteer_have_a_point_to_be_drawn_at() -> None:
    states = {state.code for state in gazetteer.load().states.values() if state.kind == "state"}
    world = map_page.world()
    # Tuvalu is too small for both scales of outlines.
    assert states - world["points"].keys() <= {"TUV"}
    for lon, lat in world["points"].values():
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


def test_places_near_each_other_share_a_mark_until_the_map_goes_near(opened: Open) -> None:
    page = opened("map")
    page("for (let i = 0; i < 30; i++) document.querySelector('.corner button').click()")
    marks = page("linimasa.spots()")
    assert len(marks) == 1
    label = page.page.locator(".spot").get_attribute("aria-label")
    assert "Selat Uji" in label
    assert "3 peristiwa" in label
    page.page.locator(".spot").click()
    page.settle()
    assert len(page("linimasa.spots()")) > 1


def test_a_mark_shows_the_events_of_its_place_with_their_quotes(opened: Open) -> None:
    page = opened("map")
    page.page.locator(f".spot[data-place='{STRAIT}']").click()
    panel = page.page.locator(".panel")
    assert panel.locator("h2").text_content() == "Selat Uji"
    assert "Sinta Wira bertemu Budi Laga di Selat Uji" in panel.text_content()
    assert page.page.locator(".spot[aria-current=true]").get_attribute("data-place") == STRAIT
    page.page.keyboard.press("Escape")
    assert page.page.locator(".spot[aria-current=true]").count() == 0


def test_marks_follow_the_period_and_a_plan_is_a_ring(opened: Open) -> None:
    page = opened("map")
    assert set(page("linimasa.spots()")) == {STRAIT, OLD, CITY}
    assert page.page.locator(f".spot[data-place='{CITY}'] .ring").count() == 1
    assert page.page.locator(f".spot[data-place='{STRAIT}'] .ring").count() == 0
    end = page.page.locator("input[data-end=to]")
    end.focus()
    end.press("ArrowLeft")
    page.settle()
    assert set(page("linimasa.spots()")) == {STRAIT, OLD}


def test_marks_and_list_are_reached_by_keyboard(opened: Open) -> None:
    page = opened("map")
    page.page.locator(".map").focus()
    before = page("linimasa.view.x")
    page.page.keyboard.press("ArrowRight")
    assert page("linimasa.view.x") > before
    page.page.keyboard.press("+")
    page.page.keyboard.press("Tab")
    assert page("document.activeElement.className") == "spot"
    page.page.keyboard.press("Enter")
    assert page.page.locator(".panel blockquote").count() >= 1
    page.page.keyboard.press("Escape")
    page.page.locator(f".panel .list button[data-key='{OLD}']").focus()
    page.page.keyboard.press("Enter")
    assert "Kota Tua <b>lama</b>" in page.page.locator(".panel h2").text_content()


def test_what_has_no_place_is_listed_and_never_put_somewhere(opened: Open) -> None:
    page = opened("map")
    page.page.locator(".panel button[data-key=unplaced]").click()
    keys = [row.get_attribute("data-key") for row in page.page.locator(".panel .list button").all()]
    assert "event/2031-03-03-accuse" in keys
    assert "event/2031-03-01-consult" not in keys


def test_states_are_shaded_by_their_events_and_chosen_by_a_click(opened: Open, tmp_path: Path) -> None:
    from rdflib import Graph

    base = "https://w3id.org/linimasa/"
    graph = Graph().parse(
        data=f"""@prefix l: <{base}ont#> . @prefix a: <{base}actor/> . @prefix e: <{base}event/> .
        a:idn a l:State . a:aus a l:State .
        e:m a l:Event ; l:type <{base}type/consult> ; l:status l:occurred ; l:actor a:idn , a:aus ."""
    )
    file = tmp_path / "map.html"
    file.write_text(map_page.render_map(graph, lang="en"), encoding="utf-8")
    page = opened(file)
    shaded = "[...document.querySelectorAll('path')].filter(p => p.style.fill).map(p => p.dataset.code)"
    assert sorted(page(shaded)) == ["AUS", "IDN"]
    at = page(
        """() => { const box = document.querySelector('path[data-code=AUS]').getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]; }"""
    )
    page.page.mouse.click(*at)
    assert page.page.locator(".panel .list button").get_attribute("data-key") == "event/m"
    page.page.locator("#shade").uncheck()
    page.settle()
    assert page(shaded) == []


def test_the_outlines_travel_in_the_page() -> None:
    from rdflib import Dataset

    html = map_page.render_map(Dataset())
    data = html.split('id="data">', 1)[1].split("</script>", 1)[0]
    assert json.loads(data)["world"]["points"].keys() >= {"IDN", "SGP", "RUS"}
