"""Each reader against small tables written from the codebook of its format."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from exchange.conftest import written
from linimasa.errors import SettingError, SourceError
from linimasa.exchange import gdelt, icews, polecat
from linimasa.exchange.desk import Desk
from linimasa.exchange.formats import IMPORTS, format_of
from linimasa.exchange.row import Row, from_to, iso_day
from linimasa.model.iri import local_name
from linimasa.model.statement import Participant
from linimasa.model.terms import Certainty, Modality, Precision
from linimasa.read import Problem


def read(form: str, desk: Desk, *files: Path) -> tuple[list[Row], list[Problem]]:
    """The rows and problems of files."""
    stage = files[0].parent / "stage"
    stage.mkdir(exist_ok=True)
    found = list(format_of(form).read(desk, files, stage))
    return [f for f in found if isinstance(f, Row)], [f for f in found if isinstance(f, Problem)]


def names(side: Sequence[Participant]) -> list[str]:
    return [local_name(one.actor or "") for one in side]


def line(columns: Sequence[str], **cells: str) -> list[str]:
    known = {name.replace(" ", "_"): name for name in columns}
    values = {known[key]: value for key, value in cells.items()}
    return [values.get(name, "") for name in columns]


def gdelt_event(number: str = "1001", **cells: str) -> list[str]:
    usual = {
        "SQLDATE": "20211230",
        "Actor1Code": "USAGOV",
        "Actor1Name": "UNITED STATES",
        "Actor1CountryCode": "USA",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "RUS",
        "Actor2Name": "RUSSIA",
        "Actor2CountryCode": "RUS",
        "EventCode": "041",
        "EventRootCode": "04",
        "NumMentions": "7",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Moscow, Moskva, Russia",
        "ActionGeo_Lat": "55.75",
        "ActionGeo_Long": "37.6",
        "DATEADDED": "20211231120000",
        "SOURCEURL": "https://news.example/a",
    }
    return line(gdelt.EVENTS, GLOBALEVENTID=number, **{**usual, **cells})


def gdelt_mention(number: str = "1001", **cells: str) -> list[str]:
    usual = {
        "EventTimeDate": "20211231120000",
        "MentionTimeDate": "20220102120000",
        "MentionType": "1",
        "MentionSourceName": "other.example",
        "MentionIdentifier": "https://other.example/b",
        "Confidence": "40",
    }
    return line(gdelt.MENTIONS, GLOBALEVENTID=number, **{**usual, **cells})


def test_gdelt_has_the_columns_of_its_codebook() -> None:
    assert len(gdelt.EVENTS) == 61
    assert len(gdelt.MENTIONS) == 16
    assert gdelt.EVENTS[26] == "EventCode"
    assert gdelt.EVENTS[60] == "SOURCEURL"


def test_gdelt_events_and_mentions(desk: Desk, tmp_path: Path) -> None:
    events = written(tmp_path / "x.export.CSV", [gdelt_event()])
    mentions = written(
        tmp_path / "x.mentions.CSV",
        [
            gdelt_mention(),
            gdelt_mention(MentionIdentifier="https://news.example/a"),
            gdelt_mention("77"),
        ],
    )
    rows, problems = read("gdelt", desk, mentions, events)
    assert problems == []
    event, mention = rows
    assert (event.what.type, event.what.mode, event.rule) == ("CONSULT", "phone", "cameo 041")
    assert (names(event.actors), names(event.recipients)) == (["usa"], ["rus"])
    assert event.time is not None
    assert event.time.value == "2021-12-30"
    assert event.place is not None
    assert local_name(event.place.place or "") == "moscow"
    assert (event.url, event.published) == ("https://news.example/a", "2021-12-31")
    assert event.flags == ("mentions:7",)
    assert (mention.url, mention.published, mention.confidence) == (
        "https://other.example/b",
        "2022-01-02",
        0.4,
    )
    assert (mention.what, mention.actors, mention.time) == (event.what, event.actors, event.time)
    assert desk.tally.passed == {"mention in the event's own article": 1, "mention without its event": 1}


@pytest.mark.parametrize(
    ("cells", "local", "sector"),
    [
        ({"KnownGroupCode": "UNO", "Code": "IGOUNO", "Name": "UNITED NATIONS"}, "un", "IGO"),
        ({"CountryCode": "KEN", "Type1Code": "COP", "Name": "KENYAN POLICE"}, "x-police-of-kenya", "COP"),
        ({"CountryCode": "RUS", "Type1Code": "MIL", "Name": "RUSSIAN ARMY"}, "rus-armed-forces", "MIL"),
        ({"CountryCode": "RUS", "Type1Code": "GOV", "Name": "SERGEY LAVROV"}, "sergey-lavrov", "GOV"),
        ({"Name": "VILLAGER", "Type1Code": "CVL"}, "x-villager", "CVL"),
    ],
)
def test_gdelt_actors(desk: Desk, tmp_path: Path, cells: dict[str, str], local: str, sector: str) -> None:
    actor = {f"Actor1{part}": "" for part in ("CountryCode", "Type1Code", "Code", "Name", "KnownGroupCode")}
    actor |= {f"Actor1{part}": value for part, value in cells.items()}
    rows, _ = read("gdelt", desk, written(tmp_path / "e.CSV", [gdelt_event(**actor)]))
    (party,) = rows[0].actors
    assert (local_name(party.actor or ""), party.sector) == (local, sector)


def test_gdelt_lines_that_cant_be_used(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path / "e.CSV",
        [
            gdelt_event("1", EventCode="---"),
            gdelt_event("2", SQLDATE="20211399"),
            [*gdelt_event("3"), "more"],
            gdelt_event(
                "4", Actor1Code="", Actor1Name="", Actor1CountryCode="", Actor2Name="", Actor2CountryCode=""
            ),
            gdelt_event("5", Actor1CountryCode="QQQ", Actor1Type1Code="ZZZ"),
            gdelt_event("6"),
        ],
    )
    with path.open("ab") as stream:
        stream.write(b"\xff\xfe broken\n")
    rows, problems = read("gdelt", desk, path)
    assert len(rows) == 2
    assert sorted((p.line, p.message.split(" ")[0]) for p in problems if p.line) == [
        (1, "event"),
        (2, "'20211399'"),
        (3, "62"),
        (7, "not"),
    ]
    assert desk.tally.passed == {"neither side is told": 1}
    assert desk.tally.unknown["event code"] == {"---": 1}
    assert desk.tally.unknown["country code"] == {"QQQ": 1}
    assert desk.tally.unknown["actor type"] == {"ZZZ": 1}


def icews_row(**cells: str) -> list[str]:
    usual = {
        "Event_ID": "1",
        "Event_Date": "2014-03-06",
        "Source_Name": "Ministry (Afghanistan)",
        "Source_Sectors": "Government",
        "Source_Country": "Afghanistan",
        "Event_Text": "Make statement",
        "CAMEO_Code": "10",
        "Target_Name": "Hamid Karzai",
        "Target_Country": "Afghanistan",
        "Story_ID": "55",
        "Publisher": "The Example Post",
        "City": "Kabul",
        "Country": "Afghanistan",
        "Latitude": "34.5",
        "Longitude": "69.1",
    }
    return line(icews.COLUMNS, **{**usual, **cells})


def test_icews(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path / "events.tab",
        [
            icews.COLUMNS,
            icews_row(),
            icews_row(Event_Text="Speaks oddly", CAMEO_Code="42", Event_Date="2014-03-07"),
            icews_row(Source_Name="Some Stranger", Source_Sectors="Military,Odd Sector"),
            icews_row(Event_Text="Speaks oddly", CAMEO_Code="231"),
            [*icews_row(), "a tab too many"],
        ],
    )
    rows, problems = read("icews", desk, path)
    assert [row.rule for row in rows] == ["cameo 01", "cameo 042", "cameo 01", "cameo 0231"]
    first, _, stranger, _ = rows
    assert names(first.actors) == ["x-ministry-of-afghanistan"]
    assert names(first.recipients) == ["hamid-karzai"]
    assert first.place is not None
    assert local_name(first.place.place or "") == "kabul"
    assert (first.source, first.title) == ("The Example Post", "The Example Post, story 55")
    assert (stranger.actors[0].code, stranger.actors[0].sector) == ("AFG", "MIL")
    assert desk.tally.unknown["sector"] == {"Odd Sector": 1}
    assert [(p.line, p.message.split(" ")[0]) for p in problems] == [(6, "21")]


def polecat_row(**cells: str) -> list[str]:
    usual = {
        "Event_ID": "20220103-1",
        "Event_Date": "2022-01-03",
        "Event_Type": "CONSULT",
        "Event_Mode": "visit",
        "Contexts": "military;diplomatic",
        "Actor_Name": "Sergey Lavrov",
        "Actor_Country": "RUS",
        "Primary_Actor_Sector": "GOV",
        "Recipient_Name": "Turkey;NATO",
        "Recipient_Country": "TUR",
        "City": "Ankara",
        "Country": "TUR",
        "Source": "Example Agency",
        "Publication_Date": "2022-01-04",
    }
    return line(polecat.COLUMNS, **{**usual, **cells})


def test_polecat_has_the_columns_of_its_codebook() -> None:
    assert len(polecat.COLUMNS) == 40


def test_polecat(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path / "ngecEvents.txt",
        [
            polecat.COLUMNS,
            polecat_row(),
            polecat_row(
                Event_Type="COERCE", Event_Mode="restrict", Actor_Name="", Primary_Actor_Sector="MIL"
            ),
            polecat_row(Event_Mode="waving"),
            polecat_row(Event_Type="DANCE"),
            polecat_row(Event_Date="soon"),
        ],
    )
    rows, problems = read("polecat", desk, path)
    visit, coerce, odd = rows
    assert (visit.what.type, visit.what.mode, visit.context) == (
        "CONSULT",
        "visit",
        ("diplomatic", "military"),
    )
    assert (names(visit.actors), names(visit.recipients)) == (["sergey-lavrov"], ["tur", "nato"])
    assert visit.published == "2022-01-04"
    assert (coerce.what.type, coerce.what.mode) == ("COERCE", "blockade")
    assert names(coerce.actors) == ["rus-armed-forces"]
    assert (odd.what.type, odd.what.mode) == ("CONSULT", None)
    assert desk.tally.unknown["event mode"] == {"CONSULT waving": 1}
    assert desk.tally.unknown["event type"] == {"DANCE": 1}
    assert [p.line for p in problems] == [5, 6]


def test_polecat_with_more_names_than_cells(desk: Desk, tmp_path: Path) -> None:
    header = [*polecat.COLUMNS[:20], "An Extra Name", *polecat.COLUMNS[20:]]
    rows, problems = read("polecat", desk, written(tmp_path / "w.txt", [header, polecat_row()]))
    assert problems == []
    assert names(rows[0].recipients) == ["tur", "nato"]


def test_another_table_is_told_apart(desk: Desk, tmp_path: Path) -> None:
    rows, problems = read("polecat", desk, written(tmp_path / "w.txt", [icews.COLUMNS, icews_row()]))
    assert rows == []
    assert "is it another format?" in problems[0].message


def test_visits_and_travels(desk: Desk, tmp_path: Path) -> None:
    records = [
        {"id": "v", "start": "2016-12-26", "end": "2016-12-27", "visitor": "Prime Minister Shinzo Abe",
         "country": "Japan", "text": "Laid a wreath."},
        {"id": "w", "start": "1950-01-02", "end": "", "visitor": "Prime Minister Nobody", "country": "Oz"},
        {"id": "t", "start": "2016-12-17", "end": "2016-12-19", "name": "John Forbes Kerry",
         "country": "Saudi Arabia", "locale": "Riyadh, Jeddah", "text": "Met the King."},
        {"id": "h", "start": "1905-04-03", "end": "1905-04-29", "name": "John Milton Hay", "country": "Italy",
         "locale": "Genoa", "text": "Vacation trip."},
        {"id": "b", "start": "2016-12-19", "end": "2016-12-17", "visitor": "A B", "country": "Japan"},
    ]  # fmt: skip
    path = tmp_path / "v.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records) + "[]\n{\n", encoding="utf-8")
    rows, problems = read("visits", desk, path)
    visit, stranger, journey = rows
    assert (names(visit.actors), names(visit.recipients)) == (["shinzo-abe"], ["usa"])
    assert visit.time is not None
    assert (visit.time.value, visit.time.precision) == ("2016-12-26/2016-12-27", Precision.DAYS)
    assert names(stranger.actors) == ["x-prime-minister-nobody-of-oz"]
    assert (names(journey.actors), names(journey.recipients)) == (["john-kerry"], ["sau"])
    assert journey.place is not None
    assert local_name(journey.place.place or "") == "riyadh"
    assert {row.what.modality for row in rows} == {Modality.OCCURRED}
    assert desk.tally.passed == {"a holiday": 1}
    assert [p.line for p in problems] == [5, 6, 7]


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20220110
DTEND;VALUE=DATE:20220112
SUMMARY:Russia – United States: strategic stability
LOCATION:Geneva
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20220112T090000Z
DTEND:20220112T110000Z
SUMMARY:Council
ORGANIZER;CN=NATO:mailto:a@b.example
ATTENDEE;CN=Russia:mailto:c@d.example
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20220113
SUMMARY:Dentist
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:Russia and NATO
END:VEVENT
END:VCALENDAR
"""


def test_calendars(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    path.write_text(ICS.replace("\n", "\r\n"), encoding="utf-8")
    rows, problems = read("ics", desk, path)
    talks, council = rows
    assert sorted(names(talks.actors)) == ["rus", "usa"]
    assert talks.time is not None
    assert talks.time.value == "2022-01-10/2022-01-11"
    assert (talks.what.modality, talks.certainty) == (Modality.PLANNED, Certainty.POSSIBLE)
    assert talks.place is not None
    assert local_name(talks.place.place or "") == "geneva"
    assert names(council.actors) == ["nato", "rus"]
    assert council.time is not None
    assert council.time.value == "2022-01-12"
    assert council.what.modality is Modality.CANCELLED
    assert desk.tally.passed == {"no known party": 1}
    assert "has no DTSTART" in problems[0].message


def test_what_is_no_calendar(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    path.write_text("nothing of the kind", encoding="utf-8")
    rows, problems = read("ics", desk, path)
    assert rows == []
    assert "isn't an iCalendar file" in problems[0].message


@pytest.mark.parametrize("form", IMPORTS)
def test_a_file_that_isnt_there(desk: Desk, tmp_path: Path, form: str) -> None:
    with pytest.raises(SourceError, match="can't be read"):
        read(form, desk, tmp_path / "none")


def test_no_such_format() -> None:
    with pytest.raises(SettingError, match="choose one of gdelt"):
        format_of("acled")


def test_days() -> None:
    assert iso_day("20211230") == iso_day("2021-12-30T10:00") == "2021-12-30"
    for wrong in ("", "2021", "30.12.2021", "2021-02-30"):
        with pytest.raises(ValueError, match="isn't a day"):
            iso_day(wrong)
    with pytest.raises(ValueError, match="before it begins"):
        from_to("2021-12-30", "2021-12-29")


def test_real_lists_of_visits_can_be_read(desk: Desk, shared: Path) -> None:
    rows, problems = [], []
    for name in ("visits-to-us", "us-travels"):
        found = format_of("visits").read(desk, [shared / f"data/records/{name}.jsonl"], shared)
        for one in found:
            (problems if isinstance(one, Problem) else rows).append(one)
    assert problems == []
    assert len(rows) > 6500
    known = sum(not local_name(row.actors[0].actor or "x-").startswith("x-") for row in rows)
    assert known > 0.8 * len(rows)
