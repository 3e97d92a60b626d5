"""Events in the tables of other event coders: quadruples, GDELT's and POLECAT's columns, with their codes.

Those tables can't say that something is denied, threatened or disputed, so only what happened or goes on is
written, and a planned meeting as what CAMEO and PLOVER have for it: an intent, an agreement to meet.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from rdflib import Dataset

from linimasa.exchange.desk import relation_names
from linimasa.exchange.gdelt import EVENTS, EXTRA
from linimasa.exchange.polecat import COLUMNS
from linimasa.exchange.tables import keyed
from linimasa.export.happenings import EventRow, Party, event_rows
from linimasa.export.network import pairs
from linimasa.export.select import EVERYTHING, Selection
from linimasa.model.iri import local_name
from linimasa.store import TypeInfo, load_scheme

#: CAMEO's and PLOVER's code of an intent to meet.
_MEET = "036"
_BLANKS = re.compile(r"\s+")


def to_quadruples(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return `subject relation object day` for each pair of parties of what happened on a known day."""
    names = relation_names()
    lines = set()
    for row in event_rows(dataset, base, selection):
        if not (row.fact and row.precision == "day" and _asked(row, selection)):
            continue
        kind = (row.type, row.mode or None)
        relation = names.get(kind) or "-".join(filter(None, kind))
        for one, other in pairs(row):
            lines.add("\t".join((_cell(one.name_en), relation, _cell(other.name_en), row.date)))
    return "".join(f"{line}\n" for line in sorted(lines, key=lambda line: (line.rsplit("\t", 1)[1], line)))


def to_gdelt(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return rows of GDELT 2.0's 61 columns and four of ours (status, quote, first and last day), no header.

    A row is a pair of parties. What is told to a month or less exactly is left out: the table has room for a
    day alone.
    """
    groups = {row[0]: code for code, row in keyed("known_groups.csv", "code actor").items()}
    lines = []
    for row in event_rows(dataset, base, selection):
        code = _cameo(row)
        if code is None or not _day(row) or not _asked(row, selection):
            continue
        sides: list[tuple[Party | None, Party | None]] = [*pairs(row)]
        lone = (*row.actors, *row.recipients)
        if not sides and lone:
            sides = [(lone[0], None) if row.actors else (None, lone[0])]
        for number, (one, other) in enumerate(sides, 1):
            cells = (
                _gdelt(row, code, number) | _actor("Actor1", one, groups) | _actor("Actor2", other, groups)
            )
            lines.append("\t".join(_cell(cells.get(name, "")) for name in (*EVENTS, *EXTRA)))
    return "".join(line + "\n" for line in lines)


def to_polecat(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return rows of POLECAT's 40 columns and four of ours, with a header; lists are joined by semicolons."""
    lines = ["\t".join((*COLUMNS, *EXTRA))]
    for row in event_rows(dataset, base, selection):
        info, code = _info(row), _cameo(row)
        if code is None or info.plover is None or not _day(row):
            continue
        lines.append("\t".join(_cell(cell) for cell in _polecat(row, info, code)))
    return "".join(line + "\n" for line in lines)


def _day(row: EventRow) -> bool:
    """Whether an event has a day, or a first and a last one."""
    return bool(row.date) and row.precision in ("day", "days")


def _asked(row: EventRow, selection: Selection) -> bool:
    return row.type != "STATEMENT" or selection.statements


def _info(row: EventRow) -> TypeInfo:
    types = load_scheme().types
    root = row.type.lower()
    return types.get(f"{root}-{row.mode}") or types[root]


def _cameo(row: EventRow) -> str | None:
    """Return the CAMEO code of what may stand in a table that can't tell a plan from a fact, else None."""
    if row.fact:
        return _info(row).cameo
    return _MEET if row.status == "planned" and row.type == "CONSULT" else None


def _gdelt(row: EventRow, code: str, number: int) -> dict[str, str]:
    first = row.sources[0] if row.sources else None
    day = row.date.replace("-", "")
    date = datetime.date.fromisoformat(row.date)
    share = (date.timetuple().tm_yday - 1) / 365
    added = first.published if first and first.published else row.date
    quad = _info(row).quad
    cells = {
        "GLOBALEVENTID": f"{local_name(row.iri)}-{number}",
        "SQLDATE": day,
        "MonthYear": day[:6],
        "Year": day[:4],
        "FractionDate": f"{date.year + share:.4f}",
        "IsRootEvent": "1",
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": "" if quad is None else str(quad),
        "NumMentions": str(len(row.sources)),
        "NumSources": str(len({s.publisher for s in row.sources})),
        "NumArticles": str(len({s.document for s in row.sources})),
        "ActionGeo_FullName": row.place,
        "ActionGeo_Lat": row.lat,
        "ActionGeo_Long": row.lon,
        "DATEADDED": added.replace("-", "") + "000000",
        "SOURCEURL": (first.url or first.document) if first else "",
    }
    return cells | dict(zip(EXTRA, _extra(row), strict=True))


def _actor(side: str, party: Party | None, groups: dict[str, str]) -> dict[str, str]:
    if party is None:
        return {}
    group, type_ = groups.get(local_name(party.iri), ""), party.sector
    return {
        f"{side}Code": (party.code + type_) or group,
        f"{side}Name": party.name_en,
        f"{side}CountryCode": party.code,
        f"{side}KnownGroupCode": group,
        f"{side}Type1Code": type_,
    }


def _extra(row: EventRow) -> tuple[str, str, str, str]:
    return row.status, row.sources[0].quote if row.sources else "", row.begin, row.last


def _polecat(row: EventRow, info: TypeInfo, code: str) -> Iterator[str]:
    first = row.sources[0] if row.sources else None
    meet = code == _MEET and not row.fact
    cells = {
        "Event ID": local_name(row.iri),
        "Event Date": row.date,
        "Event Type": "AGREE" if meet else info.plover or "",
        "Event Mode": "meet" if meet else info.plover_mode or "",
        "Quad Code": "" if info.quad is None else str(info.quad),
        "Placename": row.place,
        "Latitude": row.lat,
        "Longitude": row.lon,
        "Source": first.publisher or first.document if first else "",
        "Publication Date": first.published if first else "",
    }
    for side, parties in (("Actor", row.actors), ("Recipient", row.recipients)):
        cells[f"{side} Name"] = _list(party.name_en for party in parties)
        cells[f"{side} Name Raw"] = cells[f"{side} Name"]
        cells[f"{side} Country"] = _list(party.code for party in parties)
        cells[f"{side} Sectors"] = _list(party.sector for party in parties)
        cells[f"Primary {side} Sector"] = next((party.sector for party in parties if party.sector), "")
    yield from (cells.get(name, "") for name in COLUMNS)
    yield from _extra(row)


def _list(values: Iterable[str]) -> str:
    return ";".join(dict.fromkeys(value.replace(";", ",") for value in values if value))


def _cell(text: str) -> str:
    """Return a text as a cell: tabs and line breaks would end it."""
    return _BLANKS.sub(" ", text).strip()
