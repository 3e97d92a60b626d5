"""The seed as a graph: made by hand, and built from its text."""

from __future__ import annotations

from pathlib import Path

import pytest

import linimasa
from linimasa.pipeline import BuildSettings, build
from linimasa.store import UnionDataset, open_graph


@pytest.fixture(scope="session")
def by_hand(shared: Path) -> UnionDataset:
    return open_graph(shared / "design" / "seed-handworked.ttl").graph


@pytest.fixture(scope="session")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> UnionDataset:
    folder = tmp_path_factory.mktemp("seed")
    build([shared / "seed"], folder, BuildSettings(published="2021-12-29", pages=False))
    return linimasa.open(folder).graph
