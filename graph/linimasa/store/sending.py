"""The graphs of a folder sent to its endpoint: those that changed, each by one request.

What an endpoint holds can't be changed in one step. So the names of the graphs that are about to change are
noted in the folder first; who opens the folder after a break sends these graphs again as the folder has them.
"""

from __future__ import annotations

import json
from pathlib import Path

from linimasa.errors import StoreError
from linimasa.state import lock
from linimasa.store.choice import STORE_JSON, is_endpoint, remembered
from linimasa.store.endpoint import Endpoint
from linimasa.store.oxigraph import file_lines

#: In the folder of a build: the endpoint and the graphs that a build was sending, a line each.
SENDING = ".sending"
_TRIG = "graph.trig"
_ANY = "SELECT ?p { NODE ?p ?o } LIMIT 1"
_PATIENCE = 20.0


def send(stage: Path, folder: Path) -> None:
    """Bring the endpoint of the state in `stage` from that of `folder` to the new one.

    The caller holds the folder's lock, moves the stage into place then and lets the note SENDING go with
    that. Without an endpoint this does nothing. StoreError where the endpoint refuses.
    """
    url = remembered(stage)
    if not is_endpoint(url):
        return
    pending = _pending(folder, url)
    old, new = _sent(folder) if remembered(folder) == url else {}, _sent(stage)
    changed = [
        name for name in sorted({*old, *new, *pending}) if name in pending or old.get(name) != new.get(name)
    ]
    (folder / SENDING).write_text("".join(f"{line}\n" for line in (url, *changed)), encoding="utf-8")
    _bring(url, stage / _TRIG, changed)


def mend(folder: Path) -> None:
    """Send what a broken build may have changed again, as the folder has it; else do nothing.

    StoreError where the endpoint refuses or a build is under way.
    """
    if not (folder / SENDING).is_file():
        return
    with lock(folder, _PATIENCE):
        url = remembered(folder)
        names = _pending(folder, url)
        if names:
            _bring(url, folder / _TRIG, sorted(names))
        (folder / SENDING).unlink(missing_ok=True)


def _pending(folder: Path, url: str) -> set[str]:
    """Return the graphs that a broken build may have changed at an endpoint."""
    note = folder / SENDING
    if not note.is_file():
        return set()
    at, *names = note.read_text(encoding="utf-8").split("\n")
    return {name for name in names if name and at == url}


def _sent(folder: Path) -> dict[str, str]:
    """Return the digests of the graphs that the endpoint of a state holds, by name."""
    path = folder / STORE_JSON
    if not path.is_file():
        return {}
    graphs: dict[str, str] = json.loads(path.read_text(encoding="utf-8")).get("graphs", {})
    return graphs


def _bring(url: str, trig: Path, names: list[str]) -> None:
    """Make the endpoint hold the named graphs as a TriG file does, and not those that it doesn't have."""
    wanted, endpoint, one = set(names), Endpoint(url), ""
    try:
        for name, lines in file_lines(trig):
            if name is not None and name in wanted:
                endpoint.put(name, lines)
                wanted.discard(name)
                one = lines[0].split(" ", 1)[0]
        for name in sorted(wanted):
            endpoint.delete(name)
        if one and not any(endpoint.answer(_ANY.replace("NODE", one), {}).rows):
            raise StoreError(
                f"{url} doesn't show all graphs together to a query; have it do so (Oxigraph: "
                "--union-default-graph; Fuseki: tdb2:unionDefaultGraph) and build again"
            )
    except TimeoutError:
        raise StoreError(f"{url} doesn't answer; try again") from None
    finally:
        endpoint.close()
