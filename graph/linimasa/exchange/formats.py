"""The event tables that can be read, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from linimasa.errors import SettingError
from linimasa.exchange.desk import Desk
from linimasa.exchange.quadruples import read_quadruples
from linimasa.exchange.row import Found


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its reader takes the desk, the files and a folder to sort in; `publisher` made the tables."""

    read: Callable[[Desk, Sequence[Path], Path], Found]
    publisher: str
    about: str


#: Every format with what it is.
IMPORTS: dict[str, Format] = {
    "quadruples": Format(read_quadruples, "", "subject, relation, object, day, divided by tabs"),
}


def format_of(name: str) -> Format:
    """Return a format by name; SettingError where there is none."""
    if name not in IMPORTS:
        raise SettingError(f"no format {name!r} to import; choose one of {', '.join(IMPORTS)}")
    return IMPORTS[name]
