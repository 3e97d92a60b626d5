"""POLECAT, the tables of the PLOVER-based event coder NGEC.

Columns: Halterman, Bagozzi, Beger, Schrodt and Scarborough, *PLOVER and POLECAT: A New Political Event
Ontology and Dataset*, 2023, and the POLECAT codebook in the Harvard Dataverse, doi:10.7910/DVN/AJGVIT: 40
columns, `Event ID` to `Version`. Types are PLOVER's and ours; modes are translated by the ontology's
`ploverMode`. Names, countries and sectors may be lists divided by semicolons.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from linimasa.exchange.cells import Cells, headed
from linimasa.exchange.desk import Desk
from linimasa.exchange.row import Found, Row, What, iso_day, on_day
from linimasa.model.statement import EventPlace, Participant
from linimasa.model.terms import EventType
from linimasa.read import Problem

#: The columns, in order.
COLUMNS = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country"
    "|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID"
    "|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors"
    "|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country"
    "|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People"
    "|Story Organizations|Story Locations|Language|Version"
).split("|")


def read_polecat(desk: Desk, files: Sequence[Path], stage: Path) -> Found:  # noqa: ARG001 - as all readers
    """Yield the rows of POLECAT tables."""
    modes = _modes()
    for cells in headed(files, COLUMNS):
        if isinstance(cells, Problem):
            yield cells
            continue
        try:
            row = _row(desk, cells, modes)
        except ValueError as error:
            yield cells.bad(error)
            continue
        if row.actors or row.recipients:
            yield row
        else:
            desk.tally.passed["neither side has a name"] += 1


def _modes() -> dict[tuple[str, str], What]:
    """Return our kind of event for each type and mode of PLOVER; its own type goes before another of ours."""
    from linimasa.store.scheme import load_scheme

    found: dict[tuple[str, str], What] = {}
    infos = load_scheme().types.values()
    for info in sorted(infos, key=lambda i: (i.root != (i.plover or "").lower(), i.local)):
        if info.plover and info.plover_mode:
            mode = info.local.removeprefix(info.root).removeprefix("-") or None
            found.setdefault((info.plover, info.plover_mode), What(info.root.upper(), mode))
    return found


def _row(desk: Desk, cells: Cells, modes: dict[tuple[str, str], What]) -> Row:
    day = iso_day(cells["Event Date"])
    what = _what(desk, cells["Event Type"].upper(), cells["Event Mode"].lower(), modes)
    actors, recipients = _side(desk, cells, "Actor", day), _side(desk, cells, "Recipient", day)
    name = "-".join(filter(None, (what.type, what.mode)))
    who, whom = (", ".join(one.text for one in side) for side in (actors, recipients))
    return Row(
        key=cells.text,
        what=what,
        name=name,
        words=" · ".join(filter(None, (who, name, whom))),
        actors=actors,
        recipients=recipients,
        time=on_day(day),
        place=_place(desk, cells),
        rule=f"plover {cells['Event Type']} {cells['Event Mode']}".strip(),
        title=f"{cells['Source'] or 'POLECAT'}, event {cells['Event ID']}" if cells["Event ID"] else "",
        source=cells["Source"],
        published=iso_day(cells["Publication Date"]) if cells["Publication Date"] else None,
        context=tuple(sorted(set(_list(cells["Contexts"])))),
    )


def _what(desk: Desk, type_: str, mode: str, modes: dict[tuple[str, str], What]) -> What:
    if type_ not in EventType.__members__:
        desk.tally.strange("event type", type_)
        raise ValueError(f"event type {type_!r} isn't one of PLOVER's")
    if not mode:
        return What(type_, None)
    if (type_, mode) not in modes:
        desk.tally.strange("event mode", f"{type_} {mode}")
    return modes.get((type_, mode), What(type_, None))


def _side(desk: Desk, cells: Cells, side: str, day: str) -> tuple[Participant, ...]:
    """Return the parties of a side: its names, or where it has none the parts of states that it tells."""
    states = [desk.parties.state(code) for code in _list(cells[f"{side} Country"])]
    for code, state in zip(_list(cells[f"{side} Country"]), states, strict=True):
        if state is None:
            desk.tally.strange("country code", code)
    known = [state for state in states if state is not None]
    primary = _list(cells[f"Primary {side} Sector"])[:1] or _list(cells[f"{side} Sectors"])[:1]
    sector = desk.parties.sector(primary[0]) if primary else None
    names = _list(cells[f"{side} Name"]) or _list(cells[f"{side} Name Raw"])
    if names:
        padded = itertools.chain(known, itertools.repeat(known[0] if len(known) == 1 else None))
        parties = [
            desk.parties.named(name, day, state, sector) for name, state in zip(names, padded, strict=False)
        ]
    else:
        parties = [_part(desk, state, primary) for state in known]
    return tuple(dict.fromkeys(parties))


def _part(desk: Desk, state: Participant, primary: list[str]) -> Participant:
    return desk.parties.part(state, primary[0]) if primary and primary[0] != "GOV" else state


def _place(desk: Desk, cells: Cells) -> EventPlace | None:
    country = cells["Country"]
    state = (desk.parties.state(country) or desk.parties.country(country)) if country else None
    for column in ("City", "Placename", "Province"):
        if cells[column] and cells[column].lower() != "none":
            return desk.parties.place(cells[column], state, cells["Latitude"], cells["Longitude"])
    return None if state is None else desk.parties.place(state.text, None)


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip() and part.strip().lower() != "none"]
