"""Oxigraph under rdflib, in memory or on disk, for reading.

A query sees all named graphs as one, in which a triple is there once however many graphs hold it. Oxigraph
has no such view (its union counts a triple for each graph), so the store holds the graphs flat, which also
takes half the room and time. What asks for named graphs is answered from the TriG file beside the store,
loaded into memory when first needed.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from oxrdflib.store import OxigraphStore
from rdflib import Dataset, Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from linimasa.errors import StoreError
from linimasa.store.answer import Answer
from linimasa.store.apart import answer_apart
from linimasa.store.lines import Lines
from linimasa.store.loading import file_triples
from linimasa.store.oxanswer import ox_answer, result_of
from linimasa.store.oxterms import Nodes, ox_term
from linimasa.store.terms import ours

#: A query that may look into named graphs; one that merely has such a word is answered all the same.
_GRAPH = re.compile(r"\bGRAPH\b|\\u", re.IGNORECASE)
_UNION = "__UNION__"
_ALL = (None, None, None, None)


class OxStore(OxigraphStore):
    """A graph in Oxigraph as an rdflib store that can't be changed.

    `flat` holds its triples in the default graph and lies in the folder `path` (None: in memory); `named` is
    the TriG or N-Quads file with the same triples by graph.
    """

    def __init__(self, flat: ox.Store, named: Path, path: Path | None = None) -> None:
        super().__init__(store=flat)
        self.named, self.path = named, path
        self._whole: ox.Store | None = None

    @property
    def flat(self) -> ox.Store:
        """The triples of all graphs, each once, in Oxigraph's default graph."""
        return self._inner

    @property
    def whole(self) -> ox.Store:
        """The named graphs, and all triples in the default graph, in memory."""
        if self._whole is None:
            store = ox.Store()
            _load_file(store, self.named)
            # What the file has in its default graph is in `flat` too.
            store.bulk_load(
                self.flat.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()),
                ox.RdfFormat.N_TRIPLES,
                lenient=True,
            )
            self._whole = store
        return self._whole

    def close(self, commit_pending_transaction: bool = False) -> None:  # noqa: ARG002 - rdflib's signature
        """Let go of the store's files."""
        self._store = self._whole = None

    def answer(self, text: str, prefixes: Mapping[str, str], timeout: float | None = None) -> Answer:
        """Return what Oxigraph answers; with a `timeout`, in seconds, by a process of its own.

        SyntaxError for what isn't a query, TimeoutError, OSError.
        """
        store = self.whole if _GRAPH.search(text) else self.flat
        if timeout is None:
            return ox_answer(store.query(text, prefixes=dict(prefixes)))
        path = self.path if store is self.flat else None
        return answer_apart(path, lambda: _dump(store, None), text, prefixes, timeout)

    def query(
        self,
        query: str | Query,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's name
        initBindings: Mapping[str, Any],  # noqa: N803 - rdflib's name
        queryGraph: Any,  # noqa: N803 - rdflib's name
        **kwargs: object,
    ) -> Result:
        """Answer by Oxigraph; what it can't take (a prepared query, one graph alone) rdflib answers, told by
        NotImplementedError."""
        if kwargs or initBindings or not isinstance(query, str) or queryGraph != _UNION:
            raise NotImplementedError("only queries as text over all graphs, without further arguments")
        store = self.whole if _GRAPH.search(query) else self.flat
        names = {prefix: str(name) for prefix, name in (*self.namespaces(), *initNs.items())}
        return result_of(ox_answer(store.query(query, prefixes=names)))

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        """Yield the triples of a pattern, over all graphs or within one, each with the graph asked for."""
        one = context is not None and not isinstance(context, Dataset)
        store = self.whole if one else self.flat
        graph = ox_term(context) if one else ox.DefaultGraph()
        if one and isinstance(graph, ox.DefaultGraph):
            return  # the files of the project leave it empty
        try:
            s, p, o = (None if term is None else ox_term(term) for term in triple_pattern)
            found = store.quads_for_pattern(s, p, o, graph)
        except (TypeError, ValueError):  # a text as subject and the like: there is none
            return
        node = Nodes()
        for quad in found:
            yield (node(quad.subject), node(quad.predicate), node(quad.object)), iter((context,))

    def quads(self, pattern: Any = _ALL) -> Iterator[tuple[Any, Any, Any, Any]]:
        """Yield the triples of a pattern with the name of their graph, None for the default graph."""
        node = Nodes()
        if any(term is not None for term in pattern):
            terms = [None if term is None else ox_term(term) for term in (*pattern, None)[:4]]
            found: Iterable[Any] = (
                q for q in self.whole.quads_for_pattern(*terms) if q.graph_name != ox.DefaultGraph()
            )
        else:
            found = ox.parse(path=str(self.named), format=_format(self.named), lenient=True)
        for quad in found:
            graph = quad.graph_name
            name = None if isinstance(graph, ox.DefaultGraph) else node(graph)
            yield node(quad.subject), node(quad.predicate), node(quad.object), name

    def flat_lines(self) -> list[str]:
        """Return the triples of all graphs as lines of N-Triples, in no order; some may come twice."""
        if self.named.suffix == ".nq":  # read sooner than a store gives its triples out
            return list(file_triples(self.named))
        return _lines(_dump(self.flat, ox.DefaultGraph()))

    def lines(self) -> Iterator[Lines]:
        """Yield the named graphs as lines of N-Triples, by name."""
        yield from _named_lines(self.whole)

    def contexts(self, triple: Any = None) -> Generator[Graph, None, None]:
        """Yield the named graphs, or those that hold a triple, by name."""
        node = Nodes()
        if triple is None:
            names = {node(name) for name in self.whole.named_graphs()}
        else:
            s, p, o = (None if term is None else ox_term(term) for term in triple)
            names = {node(quad.graph_name) for quad in self.whole.quads_for_pattern(s, p, o, None)}
        for name in sorted(names - {DATASET_DEFAULT_GRAPH_ID}):
            yield Graph(store=self, identifier=name)

    def __len__(self, context: Any = None) -> int:
        """Return the number of triples, over all graphs or within one."""
        if context is None or isinstance(context, Dataset):
            return len(self.flat)
        return sum(1 for _ in self.triples((None, None, None), context))

    def add_graph(self, graph: Graph) -> None:
        """Do nothing: a graph is there or isn't."""

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise StoreError(
            "opened for reading; make changes by a build, or open it with writable=True", path=self.path
        )

    add = addN = remove = remove_graph = update = _refuse  # noqa: N815 - rdflib's names


def open_flat(path: Path, named: Path) -> OxStore:
    """Open the store in a folder for reading; StoreError where that fails."""
    try:
        return OxStore(ox.Store.read_only(str(path)), named, path)
    except OSError as error:
        why = str(error).splitlines()[0][:200]
        raise StoreError(f"the store can't be opened ({why}); build it again", path=path) from error


def file_lines(named: Path) -> Iterator[Lines]:
    """Yield the named graphs of an N-Quads or TriG file as lines of N-Triples, by name."""
    whole = ox.Store()
    _load_file(whole, named)
    yield from _named_lines(whole)


def _named_lines(store: ox.Store) -> Iterator[Lines]:
    graphs = [graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]
    for graph in sorted(graphs, key=lambda graph: graph.value):
        yield graph.value, _lines(_dump(store, graph))


def _format(path: Path) -> Any:
    return ox.RdfFormat.N_QUADS if path.suffix == ".nq" else ox.RdfFormat.TRIG


def _load_file(store: ox.Store, path: Path) -> None:
    try:
        store.bulk_load(path=str(path), format=_format(path), lenient=True)
    except SyntaxError as error:
        raise StoreError(f"can't be read ({error})", path=path) from error
    except OSError as error:
        raise StoreError(f"can't be read ({error.strerror or error}); build it again", path=path) from error


def _dump(store: ox.Store, graph: Any) -> bytes:
    form = ox.RdfFormat.N_QUADS if graph is None else ox.RdfFormat.N_TRIPLES
    return store.dump(format=form, from_graph=graph) or b""


def _lines(data: bytes) -> list[str]:
    found = ours(data).split("\n")
    found.pop()  # what follows the last line feed
    return found
