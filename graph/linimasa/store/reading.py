"""Turtle and TriG into rdflib's store in memory, by Oxigraph's parser, which is many times faster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rdflib import Graph, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from linimasa.errors import StoreError
from linimasa.model.iri import BASE
from linimasa.store.lines import Lines
from linimasa.store.terms import node_of
from linimasa.store.union import UnionDataset

_LONGEST = 200


def read_file(path: Path, base: str = BASE) -> UnionDataset:
    """Return the graph of a Turtle, TriG or N-Quads file; StoreError, with the line, where it can't be read.

    Prefixes that the file declares are bound beside ours.
    """
    import pyoxigraph as ox

    from linimasa.store.oxterms import Nodes

    dataset, node = UnionDataset(base), Nodes()
    try:
        # Turtle is TriG with the default graph alone.
        form = ox.RdfFormat.N_QUADS if path.suffix == ".nq" else ox.RdfFormat.TRIG
        parser = ox.parse(path.read_bytes(), form, lenient=True)
        _add(
            dataset,
            ((node(q.subject), node(q.predicate), node(q.object), node(q.graph_name)) for q in parser),
        )
        known = {str(namespace) for _, namespace in dataset.namespaces()}
        for prefix, namespace in parser.prefixes.items():
            if namespace not in known:
                dataset.bind(prefix, URIRef(namespace), override=False)
    except OSError as error:
        message = f"can't be read ({error.strerror}); make a graph with `linimasa build SOURCE -o DIR`"
        raise StoreError(message, path=path) from error
    except (SyntaxError, ValueError) as error:
        first = (str(error).strip().splitlines() or [type(error).__name__])[0][:_LONGEST]
        raise StoreError(f"isn't Turtle or TriG ({first})", path=path) from error
    return dataset


def read_lines(graphs: Iterable[Lines], base: str = BASE) -> UnionDataset:
    """Return the graph of lines of N-Triples."""
    dataset = UnionDataset(base)
    known: dict[str, Any] = {}

    def node(text: str) -> Any:
        found = known.get(text)
        if found is None:
            found = known[text] = node_of(text)
        return found

    def quads() -> Iterator[tuple[Any, Any, Any, Any]]:
        for name, lines in graphs:
            graph = DATASET_DEFAULT_GRAPH_ID if name is None else URIRef(name)
            for line in lines:
                s, p, o = line[:-2].split(" ", 2)
                yield node(s), node(p), node(o), graph

    _add(dataset, quads())
    return dataset


def _add(dataset: UnionDataset, quads: Iterable[tuple[Any, ...]]) -> None:
    graphs: dict[Any, Graph] = {DATASET_DEFAULT_GRAPH_ID: dataset.default_graph}

    def within() -> Iterator[tuple[Any, Any, Any, Graph]]:
        for s, p, o, name in quads:
            if name not in graphs:
                graphs[name] = dataset.graph(name)
            yield s, p, o, graphs[name]

    dataset.store.addN(within())
