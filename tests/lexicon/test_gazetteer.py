"""The gazetteer loads strictly and fast, and tells who held what when."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.lexicon import gazetteer, names
from linimasa.lexicon.names import NameKind


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in resources.gazetteer().glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def _append(path: Path, line: str) -> int:
    text = path.read_text(encoding="utf-8") + line + "\n"
    path.write_text(text, encoding="utf-8")
    return text.count("\n")


@pytest.mark.parametrize(
    ("table", "line", "says"),
    [
        ("state_names.csv", "XXX,en,Nowhere,name,strong,test,2026-11-23", "no state"),
        ("state_names.csv", "FRA,en,Gaul,nickname,strong,test,2026-11-23", "not a kind"),
        ("state_names.csv", "FRA,en,Gaul,alias,firm,test,2026-11-23", "neither strong nor weak"),
        ("offices.csv", "nobody,head-of-state,fra,FRA,,,1990,,test,2026-11-23", "no id of persons.csv"),
        ("offices.csv", "joe-biden,minister,usa,USA,,,2001,1999,test,2026-11-23", "before from"),
        ("places.csv", "atlantis,Atlantis,,city,XXX,,,,0,0,test,2026-11-23", "no state"),
        ("groups.csv", "x,X,,ABC,,,,,,,,,test,2026-11-23", "not a sector"),
        ("organisation_weak_names.csv", "nothing,en,N,test,2026-11-23", "no id of organisations.csv"),
        ("persons.csv", "joe-biden,Joe Biden,,,USA,m,,test,2026-11-23", "twice"),
        ("members.csv", "too,short", "fields where 6 are expected"),
    ],
)
def test_a_broken_row_is_refused_with_its_file_and_line(
    folder: Path, table: str, line: str, says: str
) -> None:
    number = _append(folder / table, line)
    with pytest.raises(LexiconError, match=says) as caught:
        gazetteer.load(folder)
    assert caught.value.path == str(folder / table)
    assert caught.value.line is None or caught.value.line >= number - 1


def test_a_wrong_header_and_a_missing_table_are_refused(folder: Path) -> None:
    (folder / "members.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="header must be organisation,state,from,to"):
        gazetteer.load(folder)
    (folder / "members.csv").unlink()
    with pytest.raises(LexiconError, match="no such table"):
        gazetteer.load(folder)


def test_holders_change_on_the_day_of_the_hand_over() -> None:
    tables = gazetteer.load()
    for day, person in (("2019-12-01", "donald-trump"), ("2021-12-29", "joe-biden")):
        assert {row.person for row in tables.holders(("head-of-state",), "USA", day)} == {person}
    assert tables.holders(("head-of-state",), "USA", "1700-01-01") == ()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("", "0000-01-01", "0000-01-01"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-02", "2021-02-01", "2021-02-31"),
    ],
)
def test_partial_dates_have_bounds(value: str, first: str, last: str) -> None:
    assert (gazetteer.first_day(value), gazetteer.last_day(value)) == (first, last)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "us"),
        ("St. Petersburg", "st petersburg"),
        ("Kim Jong-un", "kim jong un"),
        ("Côte d'Ivoire", "cote d ivoire"),
        ("Brasília", "brasilia"),
        ("Perserikatan Bangsa-Bangsa", "perserikatan bangsa bangsa"),
    ],
)
def test_names_fold_to_one_key(name: str, key: str) -> None:
    assert names.key_of(name) == key


def test_english_demonyms_are_no_indonesian_names() -> None:
    tables = gazetteer.load()
    kinds = {
        lang: {r.kind for r in names.build(tables, lang).readings.get("thai", ())} for lang in ("id", "en")
    }
    assert NameKind.DEMONYM in kinds["en"]
    assert NameKind.DEMONYM not in kinds["id"]


def test_loading_is_fast() -> None:
    def seconds() -> float:
        begin = time.process_time()
        gazetteer.load()
        return time.process_time() - begin

    assert min(seconds() for _ in range(5)) < 0.15
