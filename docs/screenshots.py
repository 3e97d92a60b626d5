"""Take the pictures of the pages that README shows: `make pictures` after `make demo`.

Needs Chromium (its path in LINIMASA_CHROMIUM, else /usr/bin/chromium) and the development packages.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("LINIMASA_CHROMIUM", "/usr/bin/chromium")
IMAGES = Path(__file__).parent / "images"
PAGES = ("actors", "events", "timeline", "map", "matrix", "story")


def main(folder: Path) -> None:
    """Write one PNG a page of the graph in `folder`, 1280 by 800 pixels."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(
            offline=True,
            viewport={"width": 1280, "height": 800},
            reduced_motion="reduce",
            color_scheme="light",
            locale="en",
        )
        page = context.new_page()
        for name in PAGES:
            page.goto((folder / f"{name}.html").resolve().as_uri())
            page.wait_for_function("window.linimasa && document.querySelector('.sub')?.textContent")
            page.wait_for_timeout(1500)
            page.screenshot(path=str(IMAGES / f"{name}.png"))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/demo"))
