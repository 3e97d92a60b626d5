from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linimasa import resources
from linimasa.extract.sentences import split
from linimasa.extract.teasers import Teasers
from linimasa.lexicon.closed import load_closed

CLOSED = load_closed(resources.lexicon() / "id" / "closed.toml")


def pieces(text: str) -> list[tuple[str, bool, bool]]:
    spans = split(text)
    found = Teasers(CLOSED).pieces(text, spans, [() for _ in spans])
    return [(text[p.span[0] : p.span[1]], p.teaser, p.own) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kanada menolak.", [("Kanada menolak.", False, True)]),
        ("Baca juga: Kanada Menolak Usulan Peru", [("Kanada Menolak Usulan Peru", True, True)]),
        ("Simak Video 'Kanada Menolak Usulan Peru':", [("Kanada Menolak Usulan Peru", True, True)]),
        (
            "Baca juga:\nKanada Menolak Usulan Peru",
            [("Baca juga:", False, False), ("Kanada Menolak Usulan Peru", True, True)],
        ),
        ("Baca Juga\nKanada menolak.", [("Baca Juga", False, False), ("Kanada menolak.", False, True)]),
        (
            "Baca Juga: Kanada Menolak Usulan Peru Selain itu pihak lain setuju.",
            [("Kanada Menolak Usulan Peru", True, True), ("Selain itu pihak lain setuju.", False, True)],
        ),
        (
            'Baca Juga: Kanada Menolak Usulan Peru "Kami setuju," kata Peru.',
            [("Kanada Menolak Usulan Peru", True, True), ('"Kami setuju," kata Peru.', False, True)],
        ),
        ("Baca juga: semua berita kami di sini", [("semua berita kami di sini", False, False)]),
        ("Scroll to continue", [("Scroll to continue", False, False)]),
    ],
)
def test_teasers_are_told_from_the_article(text: str, expected: list[tuple[str, bool, bool]]) -> None:
    assert pieces(text) == expected


@given(st.lists(st.sampled_from(["Baca juga: ", "Peru Menolak", "kata dia", '"', "\n", ". ", ": ", " "])))
def test_pieces_lie_apart_and_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    spans = split(text)
    found = [p.span for p in Teasers(CLOSED).pieces(text, spans, [() for _ in spans])]
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
