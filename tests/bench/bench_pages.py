"""How long a page takes from opening it to answering a click; run as `python tests/bench/bench_pages.py`.

The bounds are those of the project: 2 s with 300 events, 6 s with 5,000, and as long for networks of 5,000
actors drawn one by one and of 20,000 drawn by their communities. Each figure is the best of several runs in a
real Chromium (its path in LINIMASA_CHROMIUM, else /usr/bin/chromium), so that a busy machine does not decide.
Exit code 1 past a bound.
"""

from __future__ import annotations

import datetime
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from rdflib import Graph

from linimasa.analyse import Scene, read_scene
from linimasa.model.iri import BASE
from linimasa.render import (
    render_actors,
    render_events,
    render_map,
    render_matrix,
    render_story,
    render_timeline,
)

CHROMIUM = os.environ.get("LINIMASA_CHROMIUM", "/usr/bin/chromium")
BOUNDS = {300: 2.0, 5000: 6.0}
RUNS = 3
#: The pages that list every event take them all; the networks draw as many as they always do.
PAGES: Mapping[str, tuple[Callable[..., str], bool]] = {
    "actors": (render_actors, False),
    "events": (render_events, False),
    "timeline": (render_timeline, True),
    "map": (render_map, True),
    "matrix": (render_matrix, True),
    "story": (render_story, True),
}
STATES = "idn sgp mys tha vnm phl mmr khm lao brn chn jpn kor prk ind aus nzl usa rus ukr gbr fra deu".split()
TYPES = "consult agree support aid accuse reject threaten assault sanction statement".split()


#: Actors of the networks that are drawn on a canvas, with their events.
CROWDS = {5_000: 15_000, 20_000: 20_000}


def crisis(events: int) -> Scene:
    """Return a made crisis: each event with two states, a day, a place and one quote of its own."""
    start = datetime.date(2030, 1, 1)
    rows = [
        f"a:{code} a l:State ; r:label '{code.upper()}'@id . p:{code} a l:Place ; l:inCountry a:{code} ."
        for code in STATES
    ]
    for i in range(events):
        doer, target = STATES[i * 7 % len(STATES)], STATES[(i * 11 + 3) % len(STATES)]
        status = "planned" if i % 5 == 0 else "occurred"
        kind, day = TYPES[i % len(TYPES)], start + datetime.timedelta(days=i * 3 % 700)
        rows.append(
            f"e:e{i} a l:Event ; r:label 'Peristiwa nomor {i} {kind}'@id ; l:type t:{kind} ;"
            f" l:rootType t:{kind} ; l:status l:{status} ; l:actor a:{doer} ; l:recipient a:{target} ;"
            f" l:place p:{doer} ; l:precision l:day ; l:date '{day}'^^x:date ."
            f" c:c{i} a l:Claim ; l:event e:e{i} ; l:document d:d{i // 10} ; l:charStart {i % 10 * 80} ;"
            f" l:charEnd {i % 10 * 80 + 31} ; l:quote 'Kata-kata pernyataan nomor {i}'@id ."
            f" d:d{i // 10} a l:Document ; r:label 'Berita {i // 10}'@id ."
        )
    return scene(rows)


def crowd(actors: int, events: int) -> Scene:
    """Return a made network: groups of sixty around one of them, tied to others by every fourth event."""
    rows = [f"a:x{i} a l:State ; r:label 'Aktor {i}'@id ." for i in range(actors)]
    for i in range(events):
        doer = i % actors
        target = i * 7919 % actors if i % 4 == 0 else doer // 60 * 60 + i // actors
        kind, day = TYPES[i % 9], datetime.date(2030, 1, 1) + datetime.timedelta(days=i % 400)
        rows.append(
            f"e:e{i} a l:Event ; r:label 'Peristiwa {i}'@id ; l:type t:{kind} ; l:rootType t:{kind} ;"
            f" l:status l:occurred ; l:actor a:x{doer} ; l:recipient a:x{target} ; l:precision l:day ;"
            f" l:date '{day}'^^x:date . c:c{i} a l:Claim ; l:event e:e{i} ; l:document d:one ;"
            f" l:quote 'Kata {i}'@id ."
        )
    return scene([*rows, "d:one a l:Document ; r:label 'Berita'@id ."])


def scene(rows: Iterable[str]) -> Scene:
    """Return the records of statements in Turtle."""
    head = "".join(f"@prefix {p}: <{BASE}{name}> . " for p, name in HEAD.items())
    return read_scene(Graph().parse(data=head + FOREIGN + "\n".join(rows)))


HEAD = {"l": "ont#", "t": "type/", "a": "actor/", "p": "place/", "e": "event/", "c": "claim/", "d": "doc/"}
FOREIGN = (
    "@prefix r: <http://www.w3.org/2000/01/rdf-schema#> . @prefix x: <http://www.w3.org/2001/XMLSchema#> .\n"
)


def ready(browser: Browser, file: Path) -> float:
    """Return the seconds from opening a page to what a click on its list shows."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(file.as_uri())
    page.locator(".panel .list button").first.click()
    page.locator(".panel .back").wait_for()
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def timed(browser: Browser, file: Path, make: Callable[[], str], what: str, bound: float) -> bool:
    """Print how long a page takes to make and to open; tell whether it is late."""
    start = time.perf_counter()
    file.write_text(make(), encoding="utf-8")
    made = time.perf_counter() - start
    seconds = min(ready(browser, file) for _ in range(RUNS))
    size = file.stat().st_size / 1e6
    print(
        f"{what}: ready in {seconds:5.2f} s (bound {bound:.0f}), made in {made:5.2f} s, {size:.1f} MB",
        flush=True,
    )
    return seconds > bound


def main() -> int:
    """Print each figure and its bound."""
    late = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        file = Path(folder, "page.html")
        for events, bound in BOUNDS.items():
            made = crisis(events)
            for name, (render, whole) in PAGES.items():
                options: dict[str, Any] = {"limit": events} if whole else {}
                make = partial(render, made, **options)
                late += timed(browser, file, make, f"{name:9}{events:6} events", bound)
        for actors, events in CROWDS.items():
            make = partial(render_actors, crowd(actors, events))
            late += timed(browser, file, make, f"actors   {actors:6} actors", BOUNDS[5000])
        browser.close()
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
