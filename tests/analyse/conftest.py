from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Dataset

from linimasa.analyse import Scene, read_scene
from linimasa.store import open_graph

STORY = Path(__file__).with_name("story.ttl")


@pytest.fixture(scope="session")
def story() -> Dataset:
    """The invented crisis as a graph."""
    return open_graph(STORY).graph


@pytest.fixture(scope="session")
def scene(story: Dataset) -> Scene:
    """The invented crisis as records."""
    return read_scene(story)
