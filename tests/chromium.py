"""The real browser of the tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path(os.environ.get("LINIMASA_CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--mute-audio",
]


def launched(player: Any, *more: str) -> Iterator[Any]:
    """Yield a Chromium that is closed afterwards."""
    chromium = player.chromium.launch(executable_path=str(CHROMIUM), args=[*ARGUMENTS, *more])
    yield chromium
    chromium.close()


def need() -> None:
    """Skip where there is no Chromium, or fail where LINIMASA_REQUIRE_BROWSER=1."""
    if CHROMIUM.is_file():
        return
    if os.environ.get("LINIMASA_REQUIRE_BROWSER") == "1":
        pytest.fail(f"a browser is required but {CHROMIUM} isn't there; set LINIMASA_CHROMIUM")
    pytest.skip(f"needs Chromium, which isn't at {CHROMIUM}; set LINIMASA_CHROMIUM")
