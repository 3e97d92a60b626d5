"""The event tables that can be read, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from linimasa.errors import SettingError
from linimasa.exchange.calendars import read_calendars
from linimasa.exchange.desk import Desk
from linimasa.exchange.gdelt import read_gdelt
from linimasa.exchange.icews import read_icews
from linimasa.exchange.polecat import read_polecat
from linimasa.exchange.quadruples import read_quadruples
from linimasa.exchange.row import Found
from linimasa.exchange.visits import read_visits


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its reader takes the desk, the files and a folder to sort in; `publisher` made the tables."""

    read: Callable[[Desk, Sequence[Path], Path], Found]
    publisher: str
    about: str


#: Every format with what it is.
IMPORTS: dict[str, Format] = {
    "gdelt": Format(read_gdelt, "GDELT 2.0", "GDELT 2.0 events, with mentions beside them or without"),
    "icews": Format(read_icews, "ICEWS", "ICEWS Coded Event Data"),
    "ics": Format(read_calendars, "", "calendars of planned meetings"),
    "polecat": Format(read_polecat, "POLECAT", "POLECAT event tables"),
    "quadruples": Format(read_quadruples, "", "subject, relation, object, day, divided by tabs"),
    "visits": Format(
        read_visits, "US Department of State, Office of the Historian", "its lists of visits and travels"
    ),
}


def format_of(name: str) -> Format:
    """Return a format by name; SettingError where there is none."""
    if name not in IMPORTS:
        raise SettingError(f"no format {name!r} to import; choose one of {', '.join(IMPORTS)}")
    return IMPORTS[name]
