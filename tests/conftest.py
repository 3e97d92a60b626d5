"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

#: Laws are about results: a busy machine fails none, and every run tries the same examples.
settings.register_profile("linimasa", deadline=None, derandomize=True)
settings.load_profile("linimasa")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material: $LINIMASA_SHARED, else ../shared; skipped where absent unless required."""
    folder = Path(os.environ.get("LINIMASA_SHARED") or ROOT.parent / "shared")
    if (folder / "gold").is_dir():
        return folder
    if os.environ.get("LINIMASA_REQUIRE_SHARED") == "1":
        pytest.fail(f"the shared material is required but {folder} isn't there")
    pytest.skip(f"needs the shared material, which isn't at {folder}")
