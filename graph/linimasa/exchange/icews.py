"""ICEWS Coded Event Data, the tab-separated tables of the Harvard Dataverse.

Columns: Boschee, Lautenschlager, O'Brien, Shellman, Starz and Ward, *ICEWS Coded Event Data*, Harvard
Dataverse, doi:10.7910/DVN/28075, with its codebook. `Event ID` alone isn't unique, with `Event Date` it is.
CAMEO codes often come without their leading nought, so that the event's words go first. Planned and past
aren't told apart: what a code calls an intent stays one (AGREE), all else counts as what the story tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linimasa.exchange.cells import Cells, headed
from linimasa.exchange.desk import Desk
from linimasa.exchange.row import Found, Row, What, iso_day, on_day
from linimasa.exchange.tables import keyed
from linimasa.model.statement import EventPlace, Participant
from linimasa.read import Problem

#: The columns, in order.
COLUMNS = (
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity"
    "|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province"
    "|Country|Latitude|Longitude"
).split("|")


def read_icews(desk: Desk, files: Sequence[Path], stage: Path) -> Found:  # noqa: ARG001 - as all readers
    """Yield the rows of ICEWS tables."""
    sectors = {name: row[0] for name, row in keyed("icews_sectors.csv", "name sector").items()}
    for cells in headed(files, COLUMNS):
        if isinstance(cells, Problem):
            yield cells
            continue
        try:
            row = _row(desk, cells, sectors)
        except ValueError as error:
            yield cells.bad(error)
            continue
        if row.actors or row.recipients:
            yield row
        else:
            desk.tally.passed["neither side has a name"] += 1


def _row(desk: Desk, cells: Cells, sectors: dict[str, str]) -> Row:
    day = iso_day(cells["Event Date"])
    what, rule = _what(desk, cells)
    story = cells["Story ID"]
    publisher = cells["Publisher"]
    return Row(
        key=cells.text,
        what=what,
        name=cells["Event Text"] or cells["CAMEO Code"],
        words=" · ".join(filter(None, (cells["Source Name"], cells["Event Text"], cells["Target Name"]))),
        actors=_side(desk, cells, "Source", day, sectors),
        recipients=_side(desk, cells, "Target", day, sectors),
        time=on_day(day),
        place=_place(desk, cells),
        rule=rule,
        title=f"{publisher or 'ICEWS'}, story {story}" if story else "",
        source=publisher,
    )


def _what(desk: Desk, cells: Cells) -> tuple[What, str]:
    code = desk.cameo.codes.get(cells["Event Text"].lower())
    if code is not None:
        return desk.cameo.types[code], f"cameo {code}"
    plain = cells["CAMEO Code"]
    if len(plain) == 2 or (plain not in desk.cameo.types and f"0{plain}" in desk.cameo.types):
        plain = f"0{plain}"
    return desk.coded(plain)


def _side(desk: Desk, cells: Cells, side: str, day: str, sectors: dict[str, str]) -> tuple[Participant, ...]:
    name = cells[f"{side} Name"]
    if not name:
        return ()
    told = [sector.strip() for sector in cells[f"{side} Sectors"].split(",") if sector.strip()]
    for sector in told:
        if sector not in sectors:
            desk.tally.strange("sector", sector)
    known = next((sectors[sector] for sector in told if sector in sectors), None)
    state = desk.parties.country(cells[f"{side} Country"])
    return (desk.parties.named(name, day, state, known),)


def _place(desk: Desk, cells: Cells) -> EventPlace | None:
    country = cells["Country"]
    state = desk.parties.country(country)
    for column in ("City", "Province"):
        if cells[column]:
            return desk.parties.place(cells[column], state, cells["Latitude"], cells["Longitude"])
    return desk.parties.place(country, None)
