"""The actor network in a real Chromium, opened from disk with the network cut off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from render.conftest import PAGES, Opened, crowd, tie

Open = Callable[..., Opened]

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


def test_names_in_the_network_are_not_written_over_each_other(opened: Open) -> None:
    page = opened("actors")
    assert set(page("linimasa.view.named")) <= set(page("linimasa.nodes.getIds()"))
    assert len(page("linimasa.view.named")) >= 5


WRITTEN = """() => {
  const found = [], write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const half = this.measureText(text).width / 2, at = this.getTransform();
    found.push([at.transformPoint({ x: x - half, y }).x, at.transformPoint({ x: x + half, y }).x]);
    write.call(this, text, x, y);
  };
  linimasa.network.redraw();
  CanvasRenderingContext2D.prototype.fillText = write;
  return found;
}"""


def test_names_are_not_cut_by_the_edge_of_the_drawing(opened: Open) -> None:
    page = opened("actors", viewport={"width": 1000, "height": 700})
    # The network is moved until an actor stands at the left edge, where half of its name would be outside.
    page(
        """() => {
        const xs = Object.values(linimasa.network.getPositions()).map(({ x }) => x);
        const wide = document.querySelector('.vis-network canvas').clientWidth;
        const scale = linimasa.network.getScale(), { y } = linimasa.network.getViewPosition();
        linimasa.network.moveTo({ position: { x: Math.min(...xs) + (wide / 2 - 2) / scale, y } }); }"""
    )
    drawn = page(WRITTEN)
    near = [low for low, high in drawn if high > 0]
    assert 0 <= min(near) < 20


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
