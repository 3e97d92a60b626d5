"""N-Quads loaded flat."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linimasa.errors import StoreError
from linimasa.store import loading
from linimasa.store.loading import file_triples, flat_file
from linimasa.store.terms import literal_text, node_of, ours

NAMED = [
    '<http://e/a> <http://e/p> "kata > . <x> ." <http://e/g> .',
    "<http://e/a> <http://e/p> <http://e/b> <http://e/g> .",
    "<http://e/a> <http://e/p> <http://e/b> <http://e/h> .",
    '<http://e/a> <http://e/p> "5"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> .',
]
BARE = ["<http://e/a> <http://e/p> <http://e/c> .", '<http://e/a> <http://e/p> "d"@id .']


def triples(store: ox.Store) -> set[str]:
    return {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}


@pytest.mark.parametrize("size", [1 << 20, 60, 7])
def test_each_triple_is_there_once_whatever_graphs_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(loading, "_PIECE", size)
    path = tmp_path / "a.nq"
    path.write_text("\n".join(NAMED) + "\n")
    store = flat_file(path)
    assert len(store) == 3
    assert triples(store) == {text.removesuffix(" .") for text in set(file_triples(path))}
    path.write_text("\n".join(NAMED + BARE))  # some lines without a graph, and no line feed at the end
    assert len(flat_file(path, tmp_path / "disk")) == 5


def test_what_isnt_n_quads_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.nq"
    path.write_text("<http://e/a> <http://e/p> .\n")
    with pytest.raises(StoreError, match="can't be loaded"):
        flat_file(path)
    with pytest.raises(StoreError, match="can't be read"):
        flat_file(tmp_path / "missing.nq")


@given(st.text(st.characters(blacklist_categories=["Cs"])), st.sampled_from([None, "id"]))
def test_any_text_comes_out_of_a_store_as_it_went_in(value: str, lang: str | None) -> None:
    text = literal_text(value, lang, None)
    store = ox.Store()
    line = f"<http://e/a> <http://e/p> {text} ."
    store.load(line.encode(), ox.RdfFormat.N_TRIPLES)
    dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert dumped is not None
    assert ours(dumped) == line + "\n"
    assert str(node_of(text)) == value


@pytest.mark.parametrize("lexical", ["0.957", "1.0", "12.0", "-3.5"])
def test_a_decimal_keeps_its_point(lexical: str) -> None:
    text = literal_text(lexical, None, "http://www.w3.org/2001/XMLSchema#decimal")
    line = f"<http://e/a> <http://e/p> {text} ."
    store = ox.Store()
    store.load(line.encode(), ox.RdfFormat.N_TRIPLES)
    assert ours(store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b"") == line + "\n"
