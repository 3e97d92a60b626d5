"""Which store a graph lies in: chosen by `--store`, remembered in the folder.

`memory` is rdflib's own store, read from `graph.trig` each time; `oxigraph` a store on disk in the folder;
`auto` takes the first for small graphs and the second from LIMIT triples on; a URL is a SPARQL 1.1 endpoint.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from linimasa.errors import SettingError, StoreError

AUTO, MEMORY, OXIGRAPH = "auto", "memory", "oxigraph"
KINDS = (AUTO, MEMORY, OXIGRAPH)
#: From this many triples on `auto` puts a graph on disk: rdflib takes seconds to read more.
LIMIT = 50_000

#: The folder of the store on disk, and the file that remembers the choice, in the folder of a build.
STORE_DIR = "store"
STORE_JSON = "store.json"


def checked_store(value: str) -> str:
    """Return a choice that can be made; SettingError for another, which never repeats a password."""
    if value in KINDS:
        return value
    if "://" not in value:
        raise SettingError(f"--store {value}: choose one of {', '.join(KINDS)} or the URL of an endpoint")
    parts = urlsplit(value)
    if "@" in parts.netloc:
        raise SettingError(
            "--store: a URL with a user or password would be logged; leave them out and set "
            "LINIMASA_STORE_USER and LINIMASA_STORE_PASSWORD, or LINIMASA_STORE_TOKEN"
        )
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingError(f"--store {value}: must begin with http:// or https:// and name a host")
    if parts.query or parts.fragment:
        raise SettingError("--store: the URL of an endpoint has no ? and no #; give the path alone")
    return value


def is_endpoint(choice: str) -> bool:
    """Whether a choice is a SPARQL endpoint."""
    return "://" in choice


def remember(folder: Path, choice: str, graphs: Mapping[str, str] | None = None) -> None:
    """Note a choice in a folder, with the digests of the graphs that an endpoint is to hold; `auto`, which is
    chosen without a note, needs none."""
    if choice != AUTO:
        note = {"store": choice} | ({"graphs": dict(graphs)} if graphs else {})
        text = json.dumps(note, indent=1) + "\n"
        (folder / STORE_JSON).write_text(text, encoding="utf-8", newline="\n")


def remembered(folder: Path) -> str:
    """Return the choice noted in a folder, `auto` where there is none; StoreError for a note that is none."""
    path = folder / STORE_JSON
    if not path.is_file():
        return AUTO
    try:
        return checked_store(json.loads(path.read_text(encoding="utf-8"))["store"])
    except (ValueError, KeyError, TypeError, SettingError) as error:
        message = 'isn\'t a note of a store, as {"store": "memory"}; build again with --store'
        raise StoreError(message, path=path) from error


def kind_for(choice: str, triples: int) -> str:
    """Return `memory`, `oxigraph` or a URL for a choice and a graph of so many triples."""
    if choice != AUTO:
        return choice
    return OXIGRAPH if triples >= LIMIT else MEMORY
