"""Laws of the readers: whatever a file holds, each line is a row, passed over, or told with its place."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.exchange import gdelt, icews, polecat
from linimasa.exchange.desk import Desk
from linimasa.exchange.formats import IMPORTS
from linimasa.exchange.parties import Parties
from linimasa.exchange.records import RecordSet
from linimasa.exchange.row import Row
from linimasa.exchange.tables import load_cameo
from linimasa.exchange.tally import Tally
from linimasa.lexicon import gazetteer
from linimasa.model.statement import statement_from_dict, to_dict
from linimasa.read import Problem

TABLES = gazetteer.load()
CAMEO = load_cameo()
#: Cells as they come, and some that mean something.
CELL = st.one_of(
    st.sampled_from(
        [
            *["", "USA", "GOV", "MIL", "UNO", "042", "014", "20211230", "2021-12-30", "CONSULT", "visit"],
            *["Russia", "Police (Kenya)", "RUS;USA", "Make a visit", "55.5", "---", "planned", "None", "1"],
            "Moscow, Russia",
        ]
    ),
    st.text(st.characters(exclude_characters="\t\r\n", exclude_categories=("Cs",)), max_size=8),
)
HEADS = {"icews": icews.COLUMNS, "polecat": polecat.COLUMNS}
WIDTHS = {"gdelt": (61, 65, 16, 3), "icews": (20, 21), "polecat": (40, 41), "quadruples": (4, 3)}


def lines(form: str) -> st.SearchStrategy[list[list[str]]]:
    widths = st.sampled_from(WIDTHS[form])
    return st.lists(widths.flatmap(lambda n: st.lists(CELL, min_size=n, max_size=n)), max_size=6)


def read(form: str, data: bytes) -> tuple[list[Row | Problem], Tally]:
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        path, stage = Path(folder) / "table", Path(folder) / "stage"
        stage.mkdir()
        path.write_bytes(data)
        desk = Desk(CAMEO, Parties(TABLES, tally), tally)
        return list(IMPORTS[form].read(desk, [path], stage)), tally


@pytest.mark.parametrize("form", WIDTHS)
def test_each_line_is_accounted_for(form: str) -> None:
    @settings(max_examples=8)
    @given(lines(form))
    def law(rows: list[list[str]]) -> None:
        head = [list(HEADS[form])] if form in HEADS else []
        kept = [row for row in rows if "\t".join(row).strip()]
        text = "".join("\t".join(row) + "\n" for row in head + kept)
        found, tally = read(form, text.encode("utf-8"))
        assert len(found) + tally.passed.total() >= len({"\t".join(row) for row in kept}) - len(HEADS)
        for one in found:
            if isinstance(one, Problem):
                assert one.line is not None
                assert one.message
            else:
                made = RecordSet("t", form, "").statement(one)
                assert made.actors or made.recipients
                assert statement_from_dict(to_dict(made)) == made
                if one.what.modality.value in ("planned", "considered"):
                    assert made.status.value in ("planned", "hypothetical")

    law()


@pytest.mark.parametrize("form", IMPORTS)
def test_no_bytes_break_a_reader(form: str) -> None:
    @settings(max_examples=8)
    @given(st.binary(max_size=200))
    def law(data: bytes) -> None:
        found, _ = read(form, data)
        assert all(isinstance(one, Row | Problem) for one in found)

    law()


def test_gdelt_widths_are_those_of_its_tables() -> None:
    assert WIDTHS["gdelt"][:3] == (
        len(gdelt.EVENTS),
        len(gdelt.EVENTS) + len(gdelt.EXTRA),
        len(gdelt.MENTIONS),
    )
