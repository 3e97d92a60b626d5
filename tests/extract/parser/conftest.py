"""What the parser's tests share."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def spacy() -> None:
    """SpaCy is installed."""
    if importlib.util.find_spec("spacy") is None:
        pytest.skip("spaCy isn't installed; pip install 'linimasa[parser]'")
