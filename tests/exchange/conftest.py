"""A desk with the shipped tables, and tables as lists of quads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from linimasa.exchange.desk import Desk, open_desk
from linimasa.exchange.parties import Parties
from linimasa.exchange.tally import Tally
from linimasa.lexicon import gazetteer
from linimasa.lexicon.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def tables() -> Gazetteer:
    return gazetteer.load()


@pytest.fixture(scope="session")
def shared_parties(tables: Gazetteer) -> Parties:
    return Parties(tables, Tally())


@pytest.fixture
def desk(tables: Gazetteer) -> Desk:
    return open_desk(tables, Tally())


def written(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """A file of rows divided by tabs."""
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path
