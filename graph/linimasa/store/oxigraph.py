"""Oxigraph under rdflib: in memory or on disk, with terms as the rest of the project knows them.

Oxigraph types every plain text as `xsd:string` and drops the point of a decimal that needs none. Both are put
right where terms come out, so that a graph is the same whatever store it lies in.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from oxrdflib.store import OxigraphStore
from rdflib import BNode, Dataset, Graph, Literal, URIRef, Variable
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from linimasa.errors import StoreError
from linimasa.store.answer import Answer, once
from linimasa.store.apart import answer_apart
from linimasa.store.lines import Lines
from linimasa.store.terms import DECIMAL, STRING, decimal, iri_text, ours

_UNION = "__UNION__"


class Nodes:
    """Turns Oxigraph's terms into rdflib's, each once; keep one for one query or one reading of a graph."""

    def __init__(self) -> None:
        self._known: dict[Any, Node] = {}

    def __call__(self, term: Any) -> Any:
        """Return the rdflib term; None for None."""
        if term is None:
            return None
        node = self._known.get(term)
        if node is None:
            node = self._known[term] = _node(term)
        return node


def _node(term: Any) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        kind = term.datatype.value
        if kind == STRING:
            return Literal(term.value)
        return Literal(decimal(term.value) if kind == DECIMAL else term.value, datatype=URIRef(kind))
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.DefaultGraph):
        return DATASET_DEFAULT_GRAPH_ID
    raise StoreError(f"{term} is no term of RDF 1.1; leave it out")


class OxStore(OxigraphStore):
    """An Oxigraph store as an rdflib store. `path` is its folder, None in memory.

    Opened with `readonly` it can be read by several programs at once, and refuses changes by StoreError.
    """

    def __init__(self, path: Path | None = None, *, readonly: bool = False) -> None:
        self.path, self.readonly = path, readonly
        super().__init__(store=_opened(path, readonly))

    @property
    def native(self) -> ox.Store:
        """The store as Oxigraph's own, for what must be fast."""
        return self._inner

    def _writing(self) -> None:
        if self.readonly:
            raise StoreError("opened for reading; make changes by a build", path=self.path)

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        """Add a triple to a graph."""
        self._writing()
        super().add(triple, context, quoted)

    def addN(self, quads: Iterable[Any]) -> None:  # noqa: N802 - rdflib's name
        """Add quads in one go."""
        self._writing()
        super().addN(list(quads))

    def remove(self, triple: Any, context: Any = None) -> None:
        """Remove the triples of a pattern."""
        self._writing()
        super().remove(triple, context)

    def add_graph(self, graph: Graph) -> None:
        """Make a graph known; reading ones does nothing."""
        if not self.readonly and graph.identifier != DATASET_DEFAULT_GRAPH_ID:
            super().add_graph(graph)

    def remove_graph(self, graph: Graph) -> None:
        """Remove a graph with its triples."""
        self._writing()
        super().remove_graph(graph)

    def quads(self) -> Iterator[tuple[Any, Any, Any, Any]]:
        """Yield every quad, the graph as its name, None for the default graph."""
        node = Nodes()
        for quad in self.native.quads_for_pattern(None, None, None, None):
            graph = quad.graph_name
            name = None if isinstance(graph, ox.DefaultGraph) else node(graph)
            yield node(quad.subject), node(quad.predicate), node(quad.object), name

    def lines(self) -> Iterator[Lines]:
        """Yield the graphs as lines of N-Triples, the default graph first, then by name."""
        graphs = [graph for graph in self.native.named_graphs() if isinstance(graph, ox.NamedNode)]
        parts: list[ox.NamedNode | ox.DefaultGraph] = [ox.DefaultGraph()]
        for graph in (*parts, *sorted(graphs, key=lambda graph: graph.value)):
            data = self.native.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
            found = data.decode("utf-8").split("\n")
            found.pop()  # what follows the last line feed
            if found:
                yield graph.value if isinstance(graph, ox.NamedNode) else None, list(map(ours, found))

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        """Yield each triple of a pattern once, with the graphs that hold it."""
        if isinstance(context, Dataset):
            context = None
        try:
            found = self.native.quads_for_pattern(*_pattern(*triple_pattern, context))
        except (TypeError, ValueError):  # a text as subject and the like: there is none
            return
        node, seen = Nodes(), set()
        for quad in found:
            if context is None:
                if quad.triple in seen:
                    continue
                seen.add(quad.triple)
            triple = (node(quad.subject), node(quad.predicate), node(quad.object))
            yield triple, (self._graphs(quad, context, node))

    def _graphs(self, quad: Any, context: Any, node: Nodes) -> Iterator[Graph]:
        if context is not None:
            yield context
            return
        for one in self.native.quads_for_pattern(quad.subject, quad.predicate, quad.object, None):
            yield Graph(store=self, identifier=node(one.graph_name))

    def contexts(self, triple: Any = None) -> Generator[Graph, None, None]:
        """Yield the graphs, or those that hold a triple."""
        node = Nodes()
        if triple is None:
            names = {node(name) for name in self.native.named_graphs()}
        else:
            names = {node(q.graph_name) for q in self.native.quads_for_pattern(*_pattern(*triple, None))}
        for name in sorted(names):
            yield Graph(store=self, identifier=name)

    def answer(self, text: str, prefixes: Mapping[str, str], timeout: float | None = None) -> Answer:
        """Return what Oxigraph answers over all graphs; with a `timeout`, in seconds, by a process apart.

        SyntaxError for what isn't a query, TimeoutError, OSError.
        """
        if timeout is not None:
            return answer_apart(self.path, self._copy, text, prefixes, timeout)
        found: Any = self.native.query(text, prefixes=dict(prefixes), use_default_graph_as_union=True)
        return _answer(found)

    def _copy(self) -> bytes:
        return self.native.dump(format=ox.RdfFormat.N_QUADS) or b""

    def query(
        self,
        query: str | Query,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's name
        initBindings: Mapping[str, Any],  # noqa: N803 - rdflib's name
        queryGraph: Any,  # noqa: N803 - rdflib's name
        **kwargs: object,
    ) -> Result:
        """Answer by Oxigraph; what it can't take (a prepared query) rdflib answers, told by
        NotImplementedError."""
        if kwargs or not isinstance(query, str):
            raise NotImplementedError("only queries as text, without further arguments")
        answer: Any = self.native.query(
            query,
            use_default_graph_as_union=queryGraph == _UNION,
            default_graph=None if queryGraph == _UNION else _term(queryGraph),
            prefixes={**{p: str(n) for p, n in self.namespaces()}, **{p: str(n) for p, n in initNs.items()}},
            substitutions={ox.Variable(str(k).lstrip("?")): _term(v) for k, v in initBindings.items()},
        )
        return result_of(_answer(answer))


def _answer(found: Any) -> Answer:
    node = Nodes()
    if isinstance(found, ox.QueryBoolean):
        return Answer("ASK", ("answer",), ((Literal(bool(found)),),))
    if isinstance(found, ox.QuerySolutions):
        names = tuple(variable.value for variable in found.variables)
        return Answer("SELECT", names, (tuple(map(node, row)) for row in found))
    triples = ((node(t.subject), node(t.predicate), node(t.object)) for t in found)
    return Answer("CONSTRUCT", ("subject", "predicate", "object"), once(triples))


def result_of(answer: Answer) -> Result:
    """Return an answer as rdflib's own."""
    result = Result(answer.kind)
    if answer.kind == "ASK":
        result.askAnswer = any(bool(row[0]) for row in answer.rows)
    elif answer.kind == "SELECT":
        names = result.vars = [Variable(name) for name in answer.columns]
        result.bindings = [
            {name: term for name, term in zip(names, row, strict=True) if term is not None}
            for row in answer.rows
        ]
    else:
        result.graph = Graph()
        for row in answer.rows:
            result.graph.add(row)
    return result


def _opened(path: Path | None, readonly: bool) -> ox.Store:
    if path is None:
        return ox.Store()
    try:
        return ox.Store.read_only(str(path)) if readonly else ox.Store(str(path))
    except OSError as error:
        why = str(error).splitlines()[0][:200]
        raise StoreError(f"the store can't be opened ({why}); build it again", path=path) from error


def _term(node: Any) -> Any:
    """Return an rdflib term or graph as Oxigraph's; ValueError for what Oxigraph can't hold."""
    if isinstance(node, Graph):
        node = node.identifier
    if node == DATASET_DEFAULT_GRAPH_ID:
        return ox.DefaultGraph()
    if isinstance(node, Literal):
        kind = ox.NamedNode(str(node.datatype)) if node.datatype else None
        return ox.Literal(str(node), language=node.language, datatype=None if node.language else kind)
    if isinstance(node, BNode):
        return ox.BlankNode(str(node))
    return ox.NamedNode(str(node))


def _pattern(*terms: Any) -> tuple[Any, ...]:
    return tuple(None if term is None else _term(term) for term in terms)


def load_lines(store: OxStore, graphs: Iterable[Lines]) -> None:
    """Load graphs given as names and lines of N-Triples, as fast as Oxigraph can.

    StoreError for a line that can't be read.
    """
    try:
        source: Any = _Stream(_quads(graphs))  # all that is asked of a file is read()
        store.native.bulk_load(source, ox.RdfFormat.N_QUADS, lenient=True)
    except SyntaxError as error:
        raise StoreError(f"the graph can't be loaded ({error})", path=store.path) from error


def _quads(graphs: Iterable[Lines]) -> Iterator[bytes]:
    for name, lines in graphs:
        end = "." if name is None else iri_text(name) + " ."
        yield "".join(f"{line[:-1]}{end}\n" for line in lines).encode("utf-8")


class _Stream:
    """Pieces of bytes as a file for reading, so that no whole copy is held."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, b""

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` bytes, none at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = piece
        size = len(self._rest) if size < 0 else size
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken
