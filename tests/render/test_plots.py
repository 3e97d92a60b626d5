"""Pictures for papers: what they show, and that they come out the same each time."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from linimasa.analyse import Scene
from linimasa.errors import SettingError
from linimasa.model.iri import BASE
from linimasa.render.plots import KINDS, Plot, draw_plot
from render.conftest import STORY
from seeds import outputs

ARU, BAS = BASE + "actor/aru", BASE + "actor/bas"


def texts(svg: bytes) -> list[str]:
    return [
        "".join(node.itertext()).strip() for node in ET.fromstring(svg).iter() if node.tag.endswith("}text")
    ]


def wanted(kind: str, **more: str) -> Plot:
    return Plot(kind, ARU, BAS, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_have_the_same_bytes_whatever_the_hash_seed_and_the_day(kind: str) -> None:
    code = (
        "import hashlib; from linimasa.analyse import read_scene; from linimasa.store import open_graph;"
        f"from linimasa.render.plots import *; s = read_scene(open_graph({str(STORY)!r}).graph);"
        f"p = Plot({kind!r}, {ARU!r}, {BAS!r});"
        "print([hashlib.sha256(draw_plot(s, p, form)).hexdigest() for form in ('svg', 'png')])"
    )
    assert len(outputs(code)) == 1


def test_what_happened_is_counted_by_month_and_type(scene: Scene) -> None:
    found = texts(draw_plot(scene, wanted("months", first="2031-01-01")))
    assert "Peristiwa per bulan" in found
    assert {"dukungan", "ancaman", "pernyataan"} <= set(found)
    # A plan, a disputed act and what one side alone tells are no counts.
    assert not {"penarikan", "tuduhan, kecaman", "serangan"} & set(found)


def test_many_months_are_years(scene: Scene) -> None:
    from dataclasses import replace

    old = replace(scene.events[BASE + "event/2031-03-01-consult"], iri=BASE + "event/old", date="2001-05-01")
    found = texts(
        draw_plot(replace(scene, events={**scene.events, old.iri: old}), wanted("months", lang="en"))
    )
    assert "Events a year" in found
    assert "2001" in found


def test_tension_names_both_parties_in_the_chosen_language(scene: Scene) -> None:
    assert "Ketegangan antara Arunika dan Baskara" in texts(draw_plot(scene, wanted("tension")))
    assert "Tension between Arunica and Bascara" in texts(draw_plot(scene, wanted("tension", lang="en")))


def test_the_network_names_its_actors_and_follows_the_period(scene: Scene) -> None:
    whole = texts(draw_plot(scene, wanted("network", lang="en")))
    assert {"Arunica", "Bascara", "northern rebels", "planned"} <= set(whole)
    late = texts(draw_plot(scene, wanted("network", first="2031-01-01", lang="en")))
    assert "northern rebels" not in late
    assert "Arunica" in late


def test_a_png_is_one(scene: Scene) -> None:
    assert draw_plot(scene, wanted("network"), "png").startswith(b"\x89PNG")


def test_a_name_that_tries_to_run_stays_text(scene: Scene) -> None:
    svg = draw_plot(scene, wanted("network"))
    assert b"<script>alert" not in svg
    assert "<script>alert(1)</script>" in texts(svg)


def test_errors_say_what_to_do(scene: Scene) -> None:
    with pytest.raises(SettingError, match="--a and --b"):
        draw_plot(scene, Plot("tension", ARU, ARU))
    with pytest.raises(SettingError, match="--from and --to"):
        draw_plot(scene, wanted("months", first="2040-01-01"))
    with pytest.raises(SettingError, match="--from and --to"):
        draw_plot(scene, wanted("network", first="2040-01-01"))
    with pytest.raises(SettingError, match="nothing dated happened between"):
        draw_plot(scene, wanted("tension", first="2040-01-01"))
    with pytest.raises(SettingError, match="choose months, tension, network"):
        draw_plot(scene, wanted("pie"))


def test_the_command_writes_a_picture(built_story: Path) -> None:
    from linimasa.cli.app import run

    out = built_story.parent / "tension.svg"
    words = ["plot", str(built_story), "--kind", "tension", "--a", "Arunika", "--b", "BAS", "-o", str(out)]
    assert run(words) == 0
    assert "Ketegangan antara Arunika dan Baskara" in texts(out.read_bytes())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kind", "months", "-o", "x.gif"], ".svg or .png"),
        (["--kind", "months", "--from", "yesterday", "-o", "x.svg"], "2022-01-31"),
        (["--kind", "tension", "--a", "Arunka", "--b", "bas", "-o", "x.svg"], "did you mean"),
        (["--kind", "tension", "-o", "x.svg"], "--a and --b"),
    ],
)
def test_the_command_refuses_in_one_line(
    built_story: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from linimasa.cli.app import run

    assert run(["plot", str(built_story), *words]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


@pytest.fixture
def built_story(tmp_path: Path) -> Path:
    """A folder that holds the graph of the story."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "graph.ttl").write_text(STORY.read_text(encoding="utf-8"), encoding="utf-8")
    return folder
