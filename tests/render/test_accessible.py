"""axe-core finds no serious fault in any page, whatever is open in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from render.conftest import ALL, Opened

Open = Callable[..., Opened]


def faults(page: Opened) -> list[str]:
    """The serious and critical violations that axe-core finds, each with the first elements at fault."""
    from axe_playwright_python.sync_playwright import Axe

    found: dict[str, Any] = Axe().run(page.page).response
    return [
        f"{one['id']} ({one['impact']}): " + " | ".join(node["html"][:160] for node in one["nodes"][:3])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", ALL)
def test_no_page_has_a_serious_fault(opened: Open, kind: str, theme: str) -> None:
    page = opened(kind, color_scheme=theme)
    for view in page("Object.keys(linimasa.views)"):
        page("view => linimasa.go(view)", view)
        page.settle()
        assert faults(page) == [], view
        while not page.page.locator(".panel blockquote").count():
            page.page.locator(".panel .list button").first.click()
        assert faults(page) == [], f"{view} with statements open"


@pytest.mark.parametrize("kind", ALL)
def test_no_page_has_a_serious_fault_on_a_phone(opened: Open, kind: str) -> None:
    page = opened(kind, viewport={"width": 390, "height": 800})
    assert faults(page) == []


def test_axe_sees_a_fault_where_there_is_one(opened: Open) -> None:
    page = opened("timeline")
    page("document.querySelector('input[type=search]').removeAttribute('aria-label')")
    page("document.querySelector('input[type=search]').removeAttribute('placeholder')")
    assert any(fault.startswith("label ") for fault in faults(page))
