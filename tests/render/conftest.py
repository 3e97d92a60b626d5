from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import Dataset

from chromium import launched
from linimasa.analyse import Scene, read_scene
from linimasa.render import (
    render_actors,
    render_events,
    render_map,
    render_matrix,
    render_story,
    render_timeline,
)
from linimasa.store import open_graph

STORY = Path(__file__).parents[1] / "analyse" / "story.ttl"
PAGES: dict[str, Callable[..., str]] = {
    "actors": render_actors,
    "events": render_events,
    "timeline": render_timeline,
    "map": render_map,
    "matrix": render_matrix,
}
#: These and the page that holds all views.
ALL = {**PAGES, "story": render_story}


@pytest.fixture(scope="session")
def story() -> Dataset:
    """The invented crisis as a graph."""
    return open_graph(STORY).graph


@pytest.fixture(scope="session")
def scene(story: Dataset) -> Scene:
    """The invented crisis as records."""
    return read_scene(story)


@pytest.fixture(scope="session")
def browser(player: Any) -> Iterator[Any]:
    """A real Chromium; skipped where there is none unless LINIMASA_REQUIRE_BROWSER=1."""
    yield from launched(player)


class Opened:
    """A page opened from disk with the network cut: what it asked for and complained of is kept."""

    def __init__(self, browser: Any, file: Path, **settings: Any) -> None:
        settings = {"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", **settings}
        self.context = browser.new_context(offline=True, **settings)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.context.route("**/*", self._route)
        self.page.goto(file.as_uri())
        self.until("window.linimasa && document.querySelector('.sub')?.textContent")
        self.settle()

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _route(self, route: Any) -> None:
        self.requests.append(route.request.url)
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            route.abort()

    def until(self, script: str) -> None:
        """Wait until a script gives something true (the page's policy refuses Playwright's own way)."""
        for _ in range(200):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"it never came to {script!r}; the page said {self.complaints}")

    def settle(self) -> None:
        """Wait until what a change asked for is drawn."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def __call__(self, script: str, argument: Any = None) -> Any:
        """Return what a script gives in the page."""
        return self.page.evaluate(script, argument)


@pytest.fixture(scope="session")
def files(story: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every page of the story, written to disk."""
    folder = tmp_path_factory.mktemp("pages")
    written = {}
    for kind, render in ALL.items():
        written[kind] = folder / f"{kind}.html"
        written[kind].write_text(render(story), encoding="utf-8", newline="\n")
    return written


@pytest.fixture
def opened(browser: Any, files: dict[str, Path]) -> Iterator[Callable[..., Opened]]:
    """Open a page of the story by its kind, or a file."""
    contexts = []

    def open_page(kind: str | Path, **settings: Any) -> Opened:
        one = Opened(browser, files[kind] if isinstance(kind, str) else kind, **settings)
        contexts.append(one.context)
        return one

    yield open_page
    for context in contexts:
        context.close()


#: What gives the keys of the events that a page shows.
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
