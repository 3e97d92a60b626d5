"""The State Department's lists of visits by foreign leaders and of travels by presidents and secretaries.

JSON lines with the fields of the Office of the Historian's records (HistoryAtState/visits and
HistoryAtState/travels, CC0): `id`, `start`, `end`, `country`, `text`, and `visitor` for a visit to the United
States or `name`, `role`, `locale` for a journey from there. A journey for holidays, with nobody met, is no
diplomatic event and is passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from linimasa.exchange.desk import Desk
from linimasa.exchange.lines import numbered
from linimasa.exchange.row import Found, Row, What, from_to, iso_day
from linimasa.exchange.tables import rows
from linimasa.model.iri import actor_iri, slug
from linimasa.model.statement import EventPlace, Participant
from linimasa.model.terms import ActorKind
from linimasa.read import Problem

_VISIT = What("CONSULT", "visit")
_HOST = "USA"

_HOLIDAY = re.compile(r"\bvacation", re.IGNORECASE)
_MET = re.compile(r"\b(met|meeting|confer|discuss|address|visit|sign|attend|negotiat)", re.IGNORECASE)


def read_visits(desk: Desk, files: Sequence[Path], stage: Path) -> Found:  # noqa: ARG001 - as all readers
    """Yield the rows of lists of visits and travels."""
    titles = sorted((cells[0] for _, cells in rows("titles.csv", "title")), key=len, reverse=True)
    for found in numbered(files):
        if isinstance(found, Problem):
            yield found
            continue
        path, number, text = found
        try:
            record = json.loads(text)
            if not isinstance(record, dict):
                raise ValueError("not a JSON object")
            if record.get("name") and _HOLIDAY.search(str(record.get("text"))) and not _MET.search(text):
                desk.tally.passed["a holiday"] += 1
                continue
            yield _row(desk, record, titles)
        except (ValueError, RecursionError) as error:
            yield Problem(path, number, str(error))


def _row(desk: Desk, record: dict[str, Any], titles: list[str]) -> Row:
    begin = iso_day(_text(record, "start"))
    time = from_to(begin, iso_day(_text(record, "end")) if _text(record, "end") else begin)
    country = _text(record, "country")
    state = desk.parties.country(country)
    host = desk.parties.state(_HOST)
    visitor, traveller = _text(record, "visitor"), _text(record, "name")
    if visitor:
        actors, recipients = (_visitor(desk, visitor, country, state, begin, titles),), (host,)
        place = desk.parties.place("United States", host)
    elif traveller:
        who = desk.parties.named(traveller, begin, host, "GOV")
        actors, recipients = (replace(who, code=_HOST, sector="GOV"),), (state,)
        place = _place(desk, _text(record, "locale"), country, state)
    else:
        raise ValueError("neither a visitor nor a traveller; fields `visitor` or `name` tell who")
    return Row(
        key=json.dumps(record, sort_keys=True),
        what=_VISIT,
        name="visit",
        words=" · ".join(filter(None, (visitor or traveller, country, _text(record, "text")))),
        actors=actors,
        recipients=tuple(one for one in recipients if one is not None),
        time=time,
        place=place,
        rule="visit",
        source=_text(record, "source"),
    )


def _text(record: dict[str, Any], name: str) -> str:
    value = record.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _visitor(
    desk: Desk, name: str, country: str, state: Participant | None, day: str, titles: list[str]
) -> Participant:
    """Return a visitor without titles where the gazetteer has them; a stranger keeps title and country."""
    bare = name
    while (title := next((one for one in titles if bare.startswith(one + " ")), None)) is not None:
        bare = bare.removeprefix(title + " ")
        found = desk.parties.known(bare, day) if " " in bare else None
        if found is not None and found.kind is ActorKind.PERSON:
            return replace(found, text=name)
    desk.tally.strange("actor name", name)
    code = None if state is None else state.code
    iri = actor_iri(f"x-{slug(name)}-of-{slug(country or 'unknown')}")
    return Participant(0, 0, name, iri, name, ActorKind.PERSON, code, "GOV")


def _place(desk: Desk, locale: str, country: str, state: Participant | None) -> EventPlace | None:
    first = re.split(r"[,;(]", locale, maxsplit=1)[0]
    return desk.parties.place(first, state) or desk.parties.place(country, state)
