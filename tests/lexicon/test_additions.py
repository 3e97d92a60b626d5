"""A user's own actors: they add, they override, and what is wrong is named by file and line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from linimasa.errors import LexiconError
from linimasa.extract.actors import WhoIs
from linimasa.lexicon import additions, gazetteer
from linimasa.lexicon.extending import extended
from linimasa.lexicon.gazetteer import Gazetteer

HEADER = "id,kind,name,aliases,code,country,sector,office,from,to,decision,into"


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return gazetteer.load()


def _file(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    path = tmp_path / "actors.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def _with(shipped: Gazetteer, tmp_path: Path, *rows: str) -> Gazetteer:
    return extended(shipped, additions.read([_file(tmp_path, *rows)]))


def test_new_actors_resolve(shipped: Gazetteer, tmp_path: Path) -> None:
    known = WhoIs(
        _with(
            shipped,
            tmp_path,
            "rudolf-zenda,person,Rudolf Zenda,Zendo,,CUB,,foreign-minister,2030-01-01,,,",
            "zorblax-council,organisation,Zorblax Council,ZBXC,ZBX,,IGO,,,,,",
            "grey-wasps,group,Grey Wasps,Tawon Kelabu,,MLI,REB,,,,,",
            "cub,,,Ruritanoa,,,,,,,,",
        )
    )
    day = dt.date(2031, 1, 1)
    assert known.who("Zendo", day).actor == "rudolf-zenda"
    assert known.who("Menlu Kuba", day).actor == "rudolf-zenda"
    assert known.who("ZBXC", day).code == "ZBX"
    assert (known.who("Tawon Kelabu", day).actor, known.who("Ruritanoa", day).code) == ("grey-wasps", "CUB")


def test_a_users_holder_ends_ours(shipped: Gazetteer, tmp_path: Path) -> None:
    rows = ("jane-doe,person,Jane Doe,,,USA,,head-of-state,2024-03-01,2024-04-01,,",)
    known = _with(shipped, tmp_path, *rows)

    def holders(day: str) -> set[str]:
        return {row.person for row in known.holders(("head-of-state",), "USA", day)}

    assert [holders(day) for day in ("2024-02-01", "2024-03-15")] == [{"joe-biden"}, {"jane-doe"}]
    assert {row.person for row in shipped.holders(("head-of-state",), "USA", "2024-03-15")} == {"joe-biden"}


def test_a_users_name_goes_before_ours(shipped: Gazetteer, tmp_path: Path) -> None:
    known = _with(shipped, tmp_path, "joe-biden,,Joseph Biden,Uncle Joe,,,,,,,,")
    assert known.persons["joe-biden"].name == "Joseph Biden"
    assert {"Joe Biden", "Uncle Joe"} <= set(known.persons["joe-biden"].aliases.split("|"))


def test_no_rows_change_nothing(shipped: Gazetteer, tmp_path: Path) -> None:
    rows = additions.read([_file(tmp_path)])
    assert extended(shipped, rows) is shipped
    assert rows.digest == ""


def test_the_digest_follows_additions_not_decisions(tmp_path: Path) -> None:
    one = additions.read([_file(tmp_path, "joe-biden,,,Joey,,,,,,,,")]).digest
    two = additions.read([_file(tmp_path, "joe-biden,,,Jojo,,,,,,,,")]).digest
    both = [_file(tmp_path, "joe-biden,,,Joey,,,,,,,,", "x-a,,,,,,,,,,merge,x-b")]
    assert one != two
    assert additions.read(both).digest == one


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Jane Doe,person,Jane Doe,,,USA,,,,,,", "lower-case letters"),
        ("jane-doe,minister,Jane Doe,,,USA,,,,,,", "none of person"),
        ("jane-doe,person,Jane Doe,,,USA,BOSS,,,,,", "sector 'BOSS'"),
        ("jane-doe,person,Jane Doe,,,USA,,head-of-state,soon,,,", "YYYY-MM-DD"),
        ("jane-doe,person,Jane Doe,,,USA,,head-of-state,2024,2023,,", "before from"),
        ("jane-doe,person,Jane Doe,,,USA,,,2024,,,", "name the office"),
        ("a,,,,,,,,,,unite,b", "neither merge nor split"),
        ("a,,,,,,,,,,merge,", "names the other actor"),
        ("a,,,,,,,,,,,b", "into is for merging"),
        ("a,person,,,,,,,,,split,", "row of its own"),
        ("a,b", "2 fields where 12 are expected"),
    ],
)
def test_a_wrong_row_is_refused_with_its_file_and_line(tmp_path: Path, row: str, says: str) -> None:
    path = _file(tmp_path, "joe-biden,,,Joey,,,,,,,,", row)
    with pytest.raises(LexiconError, match=says) as caught:
        additions.read([path])
    assert (caught.value.path, caught.value.line) == (str(path), 3)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("joe-biden,group,,,,,,,,,,", "is a person already"),
        ("jane-doe,,Jane Doe,,,,,,,,,", "set its kind"),
        ("jane-doe,person,,,,,,,,,,", "give its name"),
        ("zzz,state,Zorblax,,,,,,,,,", "states can't be added"),
        ("jane-doe,person,Jane Doe,,,ZZZ,,,,,,", "ISO 3166"),
        ("jane-doe,person,Jane Doe,,,USA,,boss,,,,", "office 'boss' is none of"),
        ("jane-doe,person,Jane Doe,,,,,head-of-state,,,,", "neither a state nor"),
        ("cub,,,,,,,head-of-state,,,,", "only persons"),
    ],
)
def test_a_row_that_doesnt_fit_the_gazetteer_is_refused(
    shipped: Gazetteer, tmp_path: Path, row: str, says: str
) -> None:
    with pytest.raises(LexiconError, match=says) as caught:
        _with(shipped, tmp_path, row)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("header", "says"), [("name", "name the columns"), ("id,nick", "'nick' is unknown"), ("id,id", "twice")]
)
def test_a_wrong_header_is_refused(tmp_path: Path, header: str, says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        additions.read([_file(tmp_path, header=header)])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such file"):
        additions.read([tmp_path / "none.csv"])


def test_merges_follow_each_other_but_not_in_a_circle(tmp_path: Path) -> None:
    rows = additions.read([_file(tmp_path, "x-a,,,,,,,,,,merge,x-b", "x-b,,,,,,,,,,merge,x-c")])
    assert additions.merges(rows.decisions) == {"x-a": "x-c", "x-b": "x-c"}
    circle = additions.read([_file(tmp_path, "x-a,,,,,,,,,,merge,x-b", "x-b,,,,,,,,,,merge,x-a")])
    with pytest.raises(LexiconError, match="merged into itself"):
        additions.merges(circle.decisions)
