"""A folder with texts that try to run, and real servers of it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Error as PlaywrightError

from chromium import launched
from factories import day, document, person, place, source, state, statement, unnamed
from linimasa.model.statement import Quote, Statement
from linimasa.pipeline import build
from linimasa.pipeline.records import statement_line

EVIL = '<script>alert("nama")</script>'
EVIL_SENTENCE = 'Kata <img src=x onerror=alert(1)> "dan" <b>tebal</b> bertemu di sini & di sana, kelonengan.'
TITLE = "</title><script>alert(2)</script> Judul"
EARLY = document("a", "2022-01-03", title=TITLE, source=EVIL, url="javascript:alert(3)")
LATE = document("b", "2022-01-11", lang="en", title="They met")
USA, RUS = state("USA"), state("RUS")


def quoted(record: Statement, words: str) -> Statement:
    """The record with the quote that these words of its sentence are."""
    start = record.sentence.text.index(words)
    begin = record.sentence.start + start
    return replace(record, quote=Quote(begin, begin + len(words), words))


def records() -> list[Statement]:
    """A plan that was held, a threat said earlier than printed, a denial, and texts that try to run."""
    evil = replace(person(EVIL, "USA"), name=EVIL)
    return [
        quoted(
            statement(actors=[USA, RUS], time=day("2022-01-10"), modality="planned", doc=EARLY, start=60,
                      sentence=EVIL_SENTENCE, place=place("geneva", "CHE")),
            "<img src=x onerror=alert(1)> \"dan\" <b>tebal</b> bertemu di sini",
        ),
        statement(actors=[USA, RUS], time=day("2022-01-10"), doc=LATE, place=place("geneva", "CHE")),
        statement("THREATEN", [RUS], [state("UKR")], start=190, doc=LATE, said_on="2022-01-04",
                  trigger="mengancam", attributed_to=(source("Wati", "IDN"),)),
        statement("ACCUSE", [evil], [RUS], start=290, doc=EARLY, trigger="menuduh",
                  attributed_to=(unnamed(EVIL),)),
        statement("AID", [USA], [state("UKR")], start=390, polarity="negative", doc=LATE, trigger="membantu"),
    ]  # fmt: skip


def built(folder: Path, found: list[Statement]) -> Path:
    """A folder built from records."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "records.jsonl"
    path.write_text("".join(map(statement_line, found)), encoding="utf-8")
    build([path], folder / "out")
    return folder / "out"


@dataclass
class Server:
    """A running server: its address, its process, a client for it."""

    address: str
    process: subprocess.Popen[str]
    http: httpx.Client

    def query(
        self, text: str, accept: str = "application/sparql-results+json", **more: str
    ) -> httpx.Response:
        """Ask by GET."""
        return self.http.get("/sparql", params={"query": text, **more}, headers={"Accept": accept})


@contextmanager
def running(folder: Path, *words: str) -> Iterator[Server]:
    """Run `linimasa serve` on a free port until the end of the block."""
    command = [
        sys.executable,
        "-m",
        "linimasa",
        "serve",
        str(folder),
        "--port",
        "0",
        "--workers",
        "1",
        *words,
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.match(r"(http://\S+/) \((.*), Ctrl-C stops\)\n\Z", line)
        assert found, line + process.stderr.read()
        # No proxy of the machine's own stands between: the address is a loopback one.
        with httpx.Client(base_url=found[1], timeout=60, trust_env=False) as client:
            yield Server(found[1], process, client)
    finally:
        process.kill()
        process.wait()
        if process.stderr is not None:
            process.stderr.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is served and never changed."""
    return built(tmp_path_factory.mktemp("served"), records())


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[Server]:
    """A server as it is without options."""
    with running(folder) as one:
        yield one


@pytest.fixture(scope="session")
def browser(player: Any) -> Iterator[Any]:
    """A real Chromium that can reach nothing but this machine."""
    yield from launched(player, "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")


class Visit:
    """A page of the server in a browser: what it complained of and asked for is kept."""

    def __init__(self, browser: Any, address: str, path: str, **settings: Any) -> None:
        settings = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **settings}
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.strange: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on(
            "request", lambda request: request.url.startswith(address) or self.strange.append(request.url)
        )
        self.page.goto(address.rstrip("/") + path)

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def until(self, script: str) -> None:
        """Wait until a script gives something true (the policy refuses Playwright's own way)."""
        for _ in range(400):
            with suppress(PlaywrightError):  # a new page may be loading just now
                if self.page.evaluate(script):
                    return
            self.page.wait_for_timeout(50)
        pytest.fail(f"it never came to {script!r}; the page said {self.complaints}")

    def well(self) -> None:
        """Check that nothing went wrong, nothing ran, and nothing left the server."""
        assert self.complaints == []
        assert self.dialogs == []
        assert self.strange == []


@pytest.fixture
def visit(browser: Any, server: Server) -> Iterator[Callable[..., Visit]]:
    """Open a path of the server."""
    contexts = []

    def open_path(path: str, address: str = server.address, **settings: Any) -> Visit:
        one = Visit(browser, address, path, **settings)
        contexts.append(one.context)
        return one

    yield open_path
    for context in contexts:
        context.close()
