"""Networks of hundreds of actors, drawn on a canvas, in a real Chromium with the network cut off."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

import linimasa.render.crowd as large
from linimasa.render import render_actors, render_story
from render.conftest import Opened
from render.test_accessible import faults
from render.test_pages import read
from seeds import outputs

Open = Callable[..., Opened]
GROUPS, SIZE = 34, 10
ACTORS = GROUPS * SIZE
KINDS = ("State", "Organization", "Person", "Group")
NAME = "<script>window.hacked=1</script><b>Aktor</b>"


def turtle() -> str:
    """Groups of ten, each tied to its first member, the first members to each other; one name would run."""
    lines = [
        "@prefix lini: <https://w3id.org/linimasa/ont#> . @prefix typ: <https://w3id.org/linimasa/type/> .",
        "@prefix a: <https://w3id.org/linimasa/actor/> . @prefix e: <https://w3id.org/linimasa/event/> .",
        "@prefix c: <https://w3id.org/linimasa/claim/> . @prefix d: <https://w3id.org/linimasa/doc/> .",
        "@prefix r: <http://www.w3.org/2000/01/rdf-schema#> .",
        "@prefix x: <http://www.w3.org/2001/XMLSchema#> .",
        "d:one a lini:Document ; r:label 'Berita'@id .",
    ]
    for i in range(ACTORS):
        label = NAME if i == 0 else f"Aktor {i}"
        lines.append(f"a:x{i} a lini:{KINDS[i % 4]} ; r:label '{label}'@id .")
        first = i // SIZE * SIZE
        other = (first + SIZE) % ACTORS if i == first else first
        kind = "accuse" if i % 3 == 0 else "consult"
        lines.append(
            f"e:e{i} a lini:Event ; r:label 'Peristiwa {i}'@id ; lini:type typ:{kind} ;"
            f" lini:rootType typ:{kind} ; lini:status lini:occurred ; lini:actor a:x{i} ;"
            f" lini:recipient a:x{other} ; lini:precision lini:day ;"
            f" lini:date '2031-0{1 + i % 9}-01'^^x:date ."
            f" c:c{i} a lini:Claim ; lini:event e:e{i} ; lini:document d:one ; lini:quote 'nomor {i:03}'@id ."
        )
    return "\n".join(lines)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=turtle())


@pytest.fixture
def page(opened: Open, graph: Graph, tmp_path: Path) -> Opened:
    """The network of all actors, each drawn."""
    return write(opened, tmp_path, render_actors(graph))


def write(opened: Open, folder: Path, html: str, **settings: Any) -> Opened:
    file = folder / "crowd.html"
    file.write_text(html, encoding="utf-8")
    return opened(file, **settings)


def shown(page: Opened) -> set[str]:
    page.settle()
    return set(page("Object.values(linimasa.shown()).flat()"))


def put(page: Opened, actor: str) -> tuple[float, float]:
    """Bring an actor to the middle of the drawing; return where on the screen it is."""
    box = page.page.locator(".force").bounding_box()
    point = page(
        """id => { const graph = linimasa.network, node = graph.graphData().nodes.find(one => one.id === id);
        graph.zoom(1).centerAt(node.x, node.y); return graph.graph2ScreenCoords(node.x, node.y); }""",
        actor,
    )
    page.page.wait_for_timeout(1000)  # its map of what lies where is drawn anew but once a second
    return box["x"] + point["x"], box["y"] + point["y"]


def test_all_actors_are_drawn_and_none_of_their_names_runs(page: Opened) -> None:
    assert f"{ACTORS} aktor" in page.page.locator(".sub").text_content()
    assert page("linimasa.network.graphData().nodes.length") == ACTORS
    x, y = put(page, "actor/x0")
    page.page.mouse.move(x - 3, y)
    page.page.mouse.move(x, y)
    page.page.locator(".tip b").wait_for()
    assert NAME in page.page.locator(".tip").text_content()
    assert page("window.hacked") is None
    assert page("document.querySelectorAll('#app script, #app b b').length") == 0
    assert page.complaints == []
    assert page.dialogs == []
    assert len(page.requests) == 1
    assert "340 aktor digambar sebagai pulau-pulau" in page.page.locator(".side").text_content()


def test_a_click_on_a_dot_shows_its_ties_and_on_a_row_the_statements(page: Opened) -> None:
    x, y = put(page, "actor/x10")
    page.page.mouse.move(x - 3, y)
    page.page.mouse.move(x, y)
    page.page.wait_for_timeout(150)
    page.page.mouse.click(x, y)
    panel = page.page.locator(".panel")
    panel.get_by_role("heading", name="Hubungan Aktor 10").wait_for()
    assert panel.locator(".list button").count() == SIZE + 1
    panel.locator(".list button").first.click()
    assert "nomor" in panel.locator("blockquote").first.text_content()
    page.page.keyboard.press("Escape")
    assert panel.locator(".list button").count() == 200


def test_a_long_list_shows_more_when_asked(page: Opened) -> None:
    more = page.page.locator(".panel .more")
    assert "140" in more.text_content()
    more.click()
    assert page.page.locator(".panel .list button").count() == ACTORS
    assert not more.is_visible()
    assert page("document.activeElement.closest('li') === document.querySelectorAll('.list li')[200]")


def test_filters_search_and_period_work_on_it(page: Opened) -> None:
    every = shown(page)
    assert len(every) == ACTORS
    page.page.locator("input[data-type=accuse]").uncheck()
    assert every - shown(page) == {f"event/e{i}" for i in range(0, ACTORS, 3)}
    page.page.locator("input[data-type=accuse]").check()
    page.page.locator("input[type=search]").fill("077")
    assert shown(page) == {"event/e77"}
    page.page.locator("input[type=search]").fill("")
    end = page.page.locator("input[data-end=to]")
    end.focus()
    end.press("ArrowLeft")
    assert every - shown(page) == {f"event/e{i}" for i in range(8, ACTORS, 9)}


def test_the_keyboard_moves_and_widens_the_drawing(page: Opened) -> None:
    page.page.locator(".force").focus()
    before = page("linimasa.network.centerAt().x")
    page.page.keyboard.press("ArrowRight")
    assert page("linimasa.network.centerAt().x") > before
    scale = page("linimasa.network.zoom()")
    page.page.keyboard.press("+")
    assert page("linimasa.network.zoom()") > scale


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_fault_is_in_it(opened: Open, graph: Graph, tmp_path: Path, theme: str) -> None:
    page = write(opened, tmp_path, render_actors(graph), color_scheme=theme)
    assert faults(page) == []
    page.page.locator(".panel .list button").first.click()
    assert faults(page) == []


def test_too_many_actors_are_gathered_until_a_community_is_chosen(
    opened: Open, graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "SINGLY", 100)
    page = write(opened, tmp_path, render_actors(graph))
    discs = page("linimasa.network.graphData().nodes.length")
    assert 3 < discs < 100
    rows = page.page.locator(".panel .list button")
    assert rows.count() == discs
    assert "terlalu banyak untuk digambar sekaligus" in page.page.locator(".side").text_content()
    assert faults(page) == []
    size = int(rows.first.locator(".n").text_content())
    rows.first.click()
    page.settle()
    assert page.page.locator(".sub").text_content().startswith(f"{size} aktor")
    assert page("linimasa.network.graphData().nodes.length") == ACTORS
    page.page.locator(".panel .back").click()
    page.settle()
    assert rows.count() == discs
    page.page.locator("input[type=search]").fill("077")
    assert shown(page) == {"event/e77"}
    assert "Aktor 77" in rows.first.text_content()
    assert page.complaints == []


def test_the_story_has_it_too(opened: Open, graph: Graph, tmp_path: Path) -> None:
    page = write(opened, tmp_path, render_story(graph))
    page("linimasa.go('actors')")
    page.settle()
    assert page.page.locator(".force canvas").count() == 1
    page("linimasa.go('events')")
    page.settle()
    assert page.complaints == []


def test_small_networks_carry_no_more_scripts_than_they_need(graph: Graph, scene: Any) -> None:
    both, small = read(render_actors(graph)), read(render_actors(scene))
    assert len(small.scripts) == len(both.scripts)
    assert "ForceGraph" not in render_actors(scene)
    assert "vis.Network" not in render_actors(graph)


def test_places_have_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    file = tmp_path / "crowd.ttl"
    file.write_text(turtle(), encoding="utf-8")
    code = (
        "import hashlib; from rdflib import Graph; from linimasa.render import render_actors;"
        f"print(hashlib.sha256(render_actors(Graph().parse({str(file)!r})).encode()).hexdigest())"
    )
    assert len(outputs(code)) == 1


def test_events_beyond_what_a_page_can_carry_are_counted(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    from linimasa.render import actors

    monkeypatch.setattr(actors, "EVENTS", 330)
    data = json.loads(read(render_actors(graph)).data)
    assert data["left"]["actors"]["events"] == ACTORS - 330
    assert len(data["events"]) == 330
