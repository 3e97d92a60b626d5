"""GDELT 2.0: the tables of events (61 columns) and of mentions (16), tab-separated in spite of `.CSV`.

Columns: *The GDELT Event Database Data Format Codebook V2.0*, 19 February 2015. A row of events is an event
with the claim of the article that it was first found in; each row of mentions is a further claim, of an
article of its own, with the coder's confidence. Planned and past aren't told apart: what CAMEO calls an
intent stays one (AGREE), all else counts as what the article tells. Ethnic and religious codes aren't read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from linimasa.exchange.desk import Desk
from linimasa.exchange.lines import numbered
from linimasa.exchange.row import Found, Row, What, from_to, iso_day, on_day
from linimasa.exchange.sorting import Sorter
from linimasa.model.statement import EventPlace, Participant
from linimasa.model.terms import ActorKind, Modality
from linimasa.read import Problem

#: The columns of the table of events, in order.
EVENTS = tuple(
    "GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split()
    + [
        f"Actor{n}{part}"
        for n in (1, 2)
        for part in "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code"
        " Type2Code Type3Code".split()
    ]
    + "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources"
    " NumArticles AvgTone".split()
    + [
        f"{whose}Geo_{part}"
        for whose in ("Actor1", "Actor2", "Action")
        for part in "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
    ]
    + ["DATEADDED", "SOURCEURL"]
)
#: What our own export adds behind them: they tell a plan from a fact.
EXTRA = ("Status", "Quote", "Start", "End")
#: The columns of the table of mentions, in order.
MENTIONS = tuple(
    "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID"
    " Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone"
    " MentionDocTranslationInfo Extras".split()
)


def read_gdelt(desk: Desk, files: Sequence[Path], stage: Path) -> Found:
    """Yield a row for each event, and one for each mention of it in another article.

    Events and mentions are brought together on disk by their id, in the folder `stage`; a mention whose event
    isn't in the tables is passed over and counted.
    """
    sorter = Sorter(stage)
    for found in numbered(files):
        if isinstance(found, Problem):
            yield found
            continue
        path, number, text = found
        cells = text.split("\t")
        if len(cells) not in (len(EVENTS), len(EVENTS) + len(EXTRA), len(MENTIONS)):
            yield Problem(path, number, f"{len(cells)} cells where 61 (events) or 16 (mentions) are expected")
            continue
        kind = "1" if len(cells) == len(MENTIONS) else "0"
        sorter.add("\t".join((cells[0], kind, json.dumps([path, number]), text)))
    for _, lines in groupby((line.split("\t", 3) for line in sorter), key=lambda parts: parts[0]):
        yield from _one(desk, lines)


def _one(desk: Desk, lines: Iterator[list[str]]) -> Found:
    """Yield the rows of one event: of its own line, then of its mentions."""
    event: Row | None = None
    for _, kind, place, text in lines:
        path, number = json.loads(place)
        names = (*EVENTS, *EXTRA) if kind == "0" else MENTIONS
        cells = dict(zip(names, text.split("\t"), strict=False))
        try:
            if kind == "0":
                event = _event(desk, cells, text)
                if event.actors or event.recipients:
                    yield event
                else:
                    event = None
                    desk.tally.passed["neither side is told"] += 1
            elif event is None:
                desk.tally.passed["mention without its event"] += 1
            elif cells["MentionIdentifier"] == event.url:
                desk.tally.passed["mention in the event's own article"] += 1
            else:
                yield _mention(event, cells, text)
        except ValueError as error:
            yield Problem(path, number, str(error))


def _event(desk: Desk, cells: dict[str, str], text: str) -> Row:
    day = iso_day(cells["SQLDATE"])
    what, rule = desk.coded(cells["EventCode"])
    if cells.get("Status") == "planned" and what.type == "AGREE":
        what = What("CONSULT", None, Modality.PLANNED)
    name = desk.cameo.names.get(cells["EventCode"], cells["EventCode"])
    actors, recipients = _side(desk, cells, "Actor1", day), _side(desk, cells, "Actor2", day)
    who, whom = (", ".join(one.text for one in side) for side in (actors, recipients))
    return Row(
        key=text,
        what=what,
        name=name,
        words=" · ".join(filter(None, (who, name, whom))),
        actors=actors,
        recipients=recipients,
        time=from_to(cells["Start"], cells["End"])
        if cells.get("Start") and cells.get("End")
        else on_day(day),
        place=_place(desk, cells),
        rule=rule,
        url=cells["SOURCEURL"].strip(),
        published=iso_day(cells["DATEADDED"][:8]) if cells["DATEADDED"].strip() else None,
        flags=tuple(f"mentions:{n}" for n in [cells["NumMentions"].strip()] if n),
    )


def _mention(event: Row, cells: dict[str, str], text: str) -> Row:
    sure = cells["Confidence"].strip()
    if sure and not (sure.isdigit() and int(sure) <= 100):
        raise ValueError(f"confidence {sure!r} isn't a share of 100")
    return replace(
        event,
        key=text,
        url=cells["MentionIdentifier"].strip(),
        source=cells["MentionSourceName"].strip(),
        published=iso_day(cells["MentionTimeDate"][:8]),
        confidence=int(sure) / 100 if sure else 1.0,
        flags=(),
    )


def _side(desk: Desk, cells: dict[str, str], side: str, day: str) -> tuple[Participant, ...]:
    """Return a side's party: a known group, whom the gazetteer names so, a state or a part of it, else the
    name."""
    parties = desk.parties
    group, country, type_, name = (
        cells[f"{side}{part}"].strip() for part in ("KnownGroupCode", "CountryCode", "Type1Code", "Name")
    )
    if group:
        body = parties.group(group)
        if body is not None:
            return (body,)
        desk.tally.strange("known group", group)
    named = parties.known(name if name != name.upper() else name.title(), day) if name else None
    if named is not None and (named.kind is not ActorKind.STATE or not type_):
        return (named,)
    state = parties.state(country) if country else None
    if country and state is None:
        desk.tally.strange("country code", country)
    if state is not None:
        return (state if type_ in ("", "GOV") else parties.part(state, type_),)
    if not name:
        return ()
    words = name if name != name.upper() else name.title()
    return (parties.named(words, day, None, parties.sector(type_) if type_ else None),)


def _place(desk: Desk, cells: dict[str, str]) -> EventPlace | None:
    """Return the place of the act: `Kyiv, Kyyiv, Ukraine` is its first part, in the state of its last."""
    parts = [part.strip() for part in cells["ActionGeo_FullName"].split(",") if part.strip()]
    if not parts:
        return None
    state = desk.parties.known(parts[-1])
    if len(parts) == 1:
        return desk.parties.place(parts[0], None)
    return desk.parties.place(parts[0], state, cells["ActionGeo_Lat"], cells["ActionGeo_Long"])
