"""What holds for the files without a browser."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset

from linimasa.errors import SettingError
from linimasa.render import actors_view, events_view, render_actors, render_events
from linimasa.render.page import to_json
from linimasa.render.words import load_words
from render.conftest import ALL, STORY
from seeds import outputs


class Reader(HTMLParser):
    """Collects scripts, links and the data of a page as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.links: list[str] = []
        self.policy = ""
        self.data = ""
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links += [values[name] or "" for name in ("src", "href", "srcset", "action") if name in values]
        if tag == "script":
            self.scripts.append(values)
            self._in_data = values.get("id") == "data"
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"] or ""

    def handle_endtag(self, _: str) -> None:
        self._in_data = False

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


@pytest.mark.parametrize("kind", ALL)
def test_nothing_in_a_page_points_outside(story: Dataset, kind: str) -> None:
    html = ALL[kind](story)
    assert read(html).links == []
    assert not re.search(r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//""", html)
    assert "sourceMappingURL" not in html
    assert "@import" not in html


@pytest.mark.parametrize("kind", ALL)
def test_only_the_scripts_of_the_page_may_run(story: Dataset, kind: str) -> None:
    reader = read(ALL[kind](story))
    runnable = [s for s in reader.scripts if s.get("type") != "application/json"]
    assert reader.policy.startswith("default-src 'none'; ")
    script_rule = next(rule for rule in reader.policy.split("; ") if rule.startswith("script-src"))
    assert "unsafe" not in script_rule
    assert script_rule.count("'sha256-") == len(runnable)


@pytest.mark.parametrize("kind", ALL)
def test_texts_that_try_to_run_arrive_as_data(story: Dataset, kind: str) -> None:
    html = ALL[kind](story)
    data = json.loads(read(html).data)
    labels = {text for event in data["events"].values() for text in event["label"]}
    assert "Dukungan <b>tebal</b>" in labels
    assert "<script>alert(1)</script>" not in html
    assert "<img" not in html
    assert "window.hacked=1</script>" not in html


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back_from_the_data_block(text: str) -> None:
    written = to_json({"text": text})
    assert not set("<>&\u2028\u2029") & set(written)
    written.encode("utf-8")
    assert json.loads(written)["text"].encode("utf-16", "surrogatepass") == text.encode(
        "utf-16", "surrogatepass"
    )


@pytest.mark.parametrize("kind", ALL)
def test_a_title_is_text_too(story: Dataset, kind: str) -> None:
    html = ALL[kind](story, title="</title><script>alert(3)</script>", lang="en")
    assert "<title>&lt;/title&gt;&lt;script&gt;" in html
    assert "alert(3)</script>" not in html
    assert '<html lang="en">' in html


@pytest.mark.parametrize("kind", ALL)
def test_another_language_is_refused_by_name(story: Dataset, kind: str) -> None:
    with pytest.raises(SettingError, match="id or en"):
        ALL[kind](story, lang="fr")


def test_an_empty_graph_gives_pages_too() -> None:
    for render in ALL.values():
        assert json.loads(read(render(Dataset())).data)["events"] == {}


def test_pages_have_the_same_bytes_whatever_the_hash_seed_and_the_zone() -> None:
    code = (
        "import hashlib; from linimasa.store import open_graph; import linimasa.render as r;"
        f"g = open_graph({str(STORY)!r}).graph;"
        f"print([hashlib.sha256(getattr(r, 'render_' + k)(g).encode()).hexdigest() for k in {list(ALL)!r}])"
    )
    assert len(outputs(code)) == 1


def test_no_fact_is_drawn_of_what_is_only_spoken_of(story: Dataset) -> None:
    data = json.loads(read(render_actors(story)).data)
    for net in data["nets"].values():
        drawn = {key for edge in net["edges"] for key in edge["events"]}
        assert not {"event/undated-sanction", "event/undated-assault"} & drawn
    assert data["left"]["actors"]["spoken"] == 2


def test_lines_are_dashed_dotted_or_solid_by_standing(story: Dataset) -> None:
    net = actors_view(story)
    dashes = {edge["standing"]: edge["dashes"] for edge in net.edges}
    assert dashes["held"] is False
    assert dashes["planned"] != dashes["claimed"]
    assert dashes["planned"][0] > dashes["claimed"][0]


def test_pyvis_networks_can_be_gone_on_with(story: Dataset) -> None:
    for net in (actors_view(story), actors_view(story, rolled=True, lang="en"), events_view(story)):
        before = len(net.edges)
        net.add_node("mine", label="Mine")
        net.add_edge("mine", net.nodes[0]["id"])
        assert len(net.edges) == before + 1
        assert net.directed
        assert all({"x", "y"} <= node.keys() for node in net.nodes[:-1])


def test_events_stand_from_left_to_right_in_time_with_the_undated_last(story: Dataset) -> None:
    html = render_events(story)
    data = json.loads(read(html).data)
    at = {node["id"]: node["x"] for node in data["nets"]["events"]["nodes"] if node["node"] == "event"}
    dated = sorted(
        (key for key in at if data["events"][key]["date"]), key=lambda k: data["events"][k]["date"]
    )
    assert [at[key] for key in dated] == sorted(at[key] for key in dated)
    assert min(at["event/undated-sanction"], at["event/undated-assault"]) > max(at[key] for key in dated)


def test_many_actors_are_cut_and_the_page_says_how_many(story: Dataset) -> None:
    data = json.loads(read(render_actors(story, limit=3)).data)
    assert len(data["nets"]["open"]["nodes"]) == 3
    assert data["nets"]["open"]["cut"] == 5


def test_each_word_of_the_pages_is_used_and_there() -> None:
    assets = Path(render_actors.__code__.co_filename).parent / "assets"
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(assets.glob("*.js")))
    asked = set(re.findall(r"""\bt\("(\w+)"[,)]""", scripts))
    assert asked
    assert asked <= load_words()["id"].keys()
