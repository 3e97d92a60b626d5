"""Content lines of a calendar keep to RFC 5545."""

from __future__ import annotations

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from linimasa.export.calendar import _escaped, _folded

_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300)


@given(_WORDS)
def test_folding_comes_back(line: str) -> None:
    folded = _folded(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(piece.encode("utf-8")) <= 75 for piece in folded.split("\r\n"))


@given(_WORDS.map(str.strip))
def test_escaping_comes_back(words: str) -> None:
    event = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\nSUMMARY:{_escaped(words)}\r\nEND:VEVENT\r\n")
    assert str(event["SUMMARY"]) == words
