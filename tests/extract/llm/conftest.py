"""A service on this machine that answers as a language model's would, well or badly."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from stub import Stub


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stub]:
    """The service; what it answers is set by the test."""
    if importlib.util.find_spec("openai") is None:
        pytest.skip("openai isn't installed; pip install 'linimasa[llm]'")
    for name in ("LINIMASA_API_KEY", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user-cache"))
    server = Stub()
    yield server
    server.close()
