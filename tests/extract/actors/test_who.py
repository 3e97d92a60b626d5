"""One phrase, one day: who is it?"""

from __future__ import annotations

import datetime as dt
import time

import pytest

from linimasa.extract.actors import WhoIs, who
from linimasa.lexicon.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("phrase", "on", "code", "sector"),
    [
        ("Menteri Luar Negeri Rusia", "2021-12-29", "RUS", "GOV"),
        ("President Halimah Yacob", "2019-05-01", "SGP", "GOV"),
        ("the Thai navy", "2019-05-01", "THA", "MIL"),
        ("Peru's Ministry of Culture", None, "PER", "GOV"),
        ("the International Criminal Court", None, "ICC", "JUD"),
        ("sekutu NATO", None, "NATO", None),
        ("troops", None, None, "MIL"),
        ("Interior Minister", "2019-05-01", None, "GOV"),
        ("tentara Israel", None, "ISR", "MIL"),
        ("parlemen Jerman", None, "DEU", "LEG"),
        ("Japanese police", None, "JPN", "COP"),
        ("mantan Presiden Barack Obama", "2020-01-01", "USA", "ELI"),
        ("Moskow", None, "RUS", "GOV"),
        ("zzz", None, None, None),
    ],
)
def test_code_and_sector(
    whois: WhoIs, phrase: str, on: str | None, code: str | None, sector: str | None
) -> None:
    answer = whois.who(phrase, dt.date.fromisoformat(on) if on else None)
    assert (answer.code, answer.sector) == (code, sector)


def test_the_answer_names_the_row_it_rests_on(tables: Gazetteer) -> None:
    answer = who("Menteri Luar Negeri Rusia", dt.date(2021, 12, 29), tables)
    assert answer.actor == "sergey-lavrov"
    assert "offices.csv" in answer.why
    assert "2004" in answer.why


def test_many_phrases_are_fast(whois: WhoIs) -> None:
    phrases = [
        "Presiden AS",
        "the Thai navy",
        "Menlu Kuba Rudolf Zenda",
        "rebels in Darfur",
        "UN officials",
    ] * 200
    begin = time.process_time()
    for phrase in phrases:
        whois.who(phrase, None)
    assert time.process_time() - begin < 0.4 * 3  # 5,000 in 2 s, with room for a busy machine


def test_a_group_is_asked_for_with_its_state(whois: WhoIs) -> None:
    assert (whois.who("UNITA", None).code, whois.who("UNITA", None).kind) == ("AGO", "group")


def test_an_official_of_an_organisation_stands_for_it(whois: WhoIs) -> None:
    assert whois.who("Jean-Pierre Lacroix", dt.date(2016, 2, 17)).code == "UN"
    assert whois.who("Antonio Guterres", dt.date(1999, 2, 17)).code == "PRT"
