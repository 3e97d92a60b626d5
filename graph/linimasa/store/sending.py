"""The graphs of a folder sent to its endpoint: those that changed, each by one request.

What an endpoint holds can't be changed in one step. So the names of the graphs that are about to change are
noted in the folder first; who opens the folder after a break sends these graphs again as the folder has them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from linimasa.errors import StoreError
from linimasa.store.choice import STORE_JSON, is_endpoint, remembered
from linimasa.store.endpoint import Endpoint
from linimasa.store.lines import Lines
from linimasa.store.oxigraph import file_lines

#: In the folder of a build: the graphs that a build was sending, one name a line.
SENDING = ".sending"
_ANY = "SELECT ?d { ?d a <%sont#Document> } LIMIT 1"


def digests(graphs: Iterable[Lines]) -> dict[str, str]:
    """Return what tells whether a graph has changed, by name."""
    return {
        name or "": hashlib.sha256("\n".join(sorted(lines)).encode("utf-8")).hexdigest()
        for name, lines in graphs
    }


def sent(folder: Path) -> dict[str, str]:
    """Return the digests of the graphs that an endpoint was given, by name."""
    path = folder / STORE_JSON
    if not path.is_file():
        return {}
    data = json.loads(path.read_text(encoding="utf-8"))
    graphs: dict[str, str] = data.get("graphs", {})
    return graphs


def send(stage: Path, folder: Path, base: str) -> None:
    """Bring the endpoint of the state in `stage` from that of `folder` to the new one; the caller holds the
    folder's lock. Without an endpoint this does nothing. StoreError where the endpoint refuses."""
    url = remembered(stage)
    if not is_endpoint(url):
        return
    restore(folder, base)
    old, new = sent(folder) if remembered(folder) == url else {}, sent(stage)
    changed = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
    (folder / SENDING).write_text("".join(f"{name}\n" for name in changed), encoding="utf-8")
    _bring(url, stage / "graph.trig", changed, base)


def restore(folder: Path, base: str) -> None:
    """Send what a broken build may have changed again, as the folder has it."""
    note, url = folder / SENDING, remembered(folder)
    if not note.is_file():
        return
    if is_endpoint(url):
        names = note.read_text(encoding="utf-8").split("\n")
        _bring(url, folder / "graph.trig", [name for name in names if name], base)
    note.unlink()


def _bring(url: str, trig: Path, names: list[str], base: str) -> None:
    wanted = set(names)
    endpoint = Endpoint(url)
    try:
        there = set()
        for name, lines in file_lines(trig) if trig.is_file() else ():
            if name is not None and name in wanted:
                endpoint.put(name, lines)
                there.add(name)
        for name in names:
            if name not in there:
                endpoint.delete(name)
        if there and not any(endpoint.answer(_ANY % base, {}).rows):
            raise StoreError(
                f"{url} doesn't show all graphs together to a query; have it do so (Oxigraph: "
                "--union-default-graph; Fuseki: tdb2:unionDefaultGraph) and build again"
            )
    except TimeoutError:
        raise StoreError(f"{url} doesn't answer; try again") from None
    finally:
        endpoint.close()
