"""Quads as lines of N-Quads (W3C Recommendation, 2014), one at a time."""

from __future__ import annotations

from linimasa.exchange.quads import Quad
from linimasa.store.terms import text_of


def line(quad: Quad) -> str:
    """Return a quad as its line; StoreError for a blank node, which has no fixed name."""
    return " ".join(map(text_of, quad)) + " .\n"
