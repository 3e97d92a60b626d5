"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from chromium import need

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


@pytest.fixture(scope="session")
def player() -> Iterator[Any]:
    """Playwright, once for all tests of a process: a second one beside it would refuse to start."""
    need()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started
