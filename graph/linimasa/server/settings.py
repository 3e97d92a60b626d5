"""How a folder is served."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from linimasa.model.iri import BASE

#: The address and port that are used where none is given: this machine alone.
HOST, PORT = "127.0.0.1", 8765


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """`folder` is that of a build, `base` the base of its IRIs, `text` how much of the sources is given on
    (None: as the folder was built). `timeout` is in seconds and `rows` the most rows or triples a query may
    give; `workers` is the number of processes that answer queries. `hosts` are further names under which the
    server may be called, beside this machine's own; `writable` allows SPARQL Update.
    """

    folder: Path
    base: str = BASE
    text: str | None = None
    host: str = HOST
    port: int = PORT
    hosts: tuple[str, ...] = ()
    writable: bool = False
    timeout: float = 30.0
    rows: int = 100_000
    workers: int = 2
