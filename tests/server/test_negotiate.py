"""Accept headers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linimasa.server.negotiate import CSV, GRAPHS, HTML, JSON, ROWS, TRUTHS, TURTLE, XML, Form, chosen
from linimasa.server.wording import reader_language

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "forms", "expected"),
    [
        (None, ROWS, JSON),
        ("", ROWS, JSON),
        ("*/*", ROWS, JSON),
        ("text/csv", ROWS, CSV),
        ("TEXT/CSV", ROWS, CSV),
        ("text/csv;q=0.5, application/sparql-results+xml", ROWS, XML),
        ("application/sparql-results+xml;q=0.2, text/csv ; q=0.3", ROWS, CSV),
        ("application/json", ROWS, JSON),
        ("application/*", ROWS, JSON),
        ("text/*, text/csv;q=0.1, text/html;q=0", ROWS, ROWS[3]),
        ("text/csv", TRUTHS, None),
        ("image/png", ROWS, None),
        ("application/sparql-results+json;q=0, */*", ROWS, XML),
        ("*/*;q=0", ROWS, None),
        (BROWSER, ROWS, HTML),
        (BROWSER, GRAPHS, HTML),
        ("text/turtle;q=abc, application/ld+json", GRAPHS, GRAPHS[2]),
        ("nonsense", GRAPHS, None),
        (None, GRAPHS, TURTLE),
    ],
)
def test_the_best_form_is_chosen(accept: str | None, forms: tuple[Form, ...], expected: Form | None) -> None:
    assert chosen(accept, forms) == expected


@given(st.text(max_size=60))
def test_any_header_gives_a_form_or_none(accept: str) -> None:
    found = chosen(accept, ROWS)
    assert found is None or found in ROWS


@pytest.mark.parametrize(
    ("asked", "accept", "expected"),
    [
        ("en", "id", "en"),
        ("xx", "en-GB,en;q=0.9", "en"),
        (None, "de, en;q=0.5, id;q=0.4", "en"),
        (None, "id-ID", "id"),
        (None, "de", "id"),
        (None, "*", "id"),
        (None, None, "id"),
    ],
)
def test_the_reader_s_language(asked: str | None, accept: str | None, expected: str) -> None:
    assert reader_language(asked, accept) == expected
