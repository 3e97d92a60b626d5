"""Texts cut at their spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linimasa.server.marking import Piece, pieces

SPANS = st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40), st.sampled_from("abcd")), max_size=6)


@given(st.text(max_size=30), st.integers(0, 9), SPANS)
def test_the_pieces_are_the_text_and_each_letter_has_its_spans(
    text: str, start: int, spans: list[tuple[int, int, str]]
) -> None:
    found = pieces(text, start, spans)
    assert "".join(piece.text for piece in found) == text
    at = start
    for piece in found:
        for offset in range(at, at + len(piece.text)):
            assert sorted(piece.marks) == sorted(name for a, b, name in spans if a <= offset < b)
        at += len(piece.text)


def test_the_shortest_span_comes_first() -> None:
    assert pieces("abcdef", 10, [(10, 15, "long"), (12, 14, "short")]) == [
        Piece("ab", ("long",)),
        Piece("cd", ("short", "long")),
        Piece("e", ("long",)),
        Piece("f", ()),
    ]
