"""The page on queries lists what is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from linimasa.query import named_query, query_names


@pytest.mark.parametrize("name", query_names())
def test_every_query_is_on_the_page(root: Path, name: str) -> None:
    rows = (root / "docs" / "queries.md").read_text(encoding="utf-8").splitlines()
    (row,) = [row for row in rows if row.startswith(f"| `{name}` |")]
    query = named_query(name)
    assert query.description in row
    for parameter in query.parameters:
        assert f"`{parameter.name}` ({parameter.type}" in row
