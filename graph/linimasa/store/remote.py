"""A SPARQL endpoint under rdflib: the graphs of a folder that lie on a server."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import Any

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.store import Store

from linimasa.errors import StoreError
from linimasa.store.answer import Answer
from linimasa.store.endpoint import Endpoint
from linimasa.store.lines import Lines
from linimasa.store.oxanswer import result_of
from linimasa.store.terms import iri_text, node_of, text_of

_UNION = "__UNION__"
_ALL = (None, None, None, None)


class RemoteStore(Store):
    """The graphs of an endpoint whose names begin with `base`, for reading; it is changed by builds.

    Every pattern is one request: ask by SPARQL rather than triple by triple.
    """

    context_aware = True
    graph_aware = True

    def __init__(self, endpoint: Endpoint, base: str) -> None:
        super().__init__()
        self.endpoint, self.base = endpoint, base
        self._prefixes: dict[str, Any] = {}

    def close(self, commit_pending_transaction: bool = False) -> None:  # noqa: ARG002 - rdflib's signature
        """Close the connections."""
        self.endpoint.close()

    def answer(self, text: str, prefixes: Mapping[str, str], timeout: float | None = None) -> Answer:
        """Return what the endpoint answers; SyntaxError, TimeoutError, StoreError."""
        return self.endpoint.answer(text, prefixes, timeout)

    def query(
        self,
        query: str | Query,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's name
        initBindings: Mapping[str, Any],  # noqa: N803 - rdflib's name
        queryGraph: Any,  # noqa: N803 - rdflib's name
        **kwargs: object,
    ) -> Result:
        """Answer by the endpoint; what it isn't made for rdflib answers, told by NotImplementedError."""
        if kwargs or initBindings or not isinstance(query, str) or queryGraph != _UNION:
            raise NotImplementedError("only queries as text over all graphs, without further arguments")
        names = {prefix: str(name) for prefix, name in (*self._prefixes.items(), *initNs.items())}
        return result_of(self.endpoint.answer(query, names))

    def names(self) -> list[str]:
        """Return the names of the graphs, sorted."""
        found = self.endpoint.answer("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", {})
        return sorted(str(row[0]) for row in found.rows if str(row[0]).startswith(self.base))

    def lines(self) -> Iterator[Lines]:
        """Yield the graphs as lines of N-Triples, by name; StoreError where the endpoint gives only part."""
        counts = f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} {self._own()} }} GROUP BY ?g"
        found = {str(row[0]): int(row[1]) for row in self.endpoint.answer(counts, {}).rows}
        for name in sorted(found):
            lines = self.endpoint.get(name)
            if len(set(lines)) != found[name]:
                raise StoreError(
                    f"{self.endpoint.url} gave {len(lines)} of {found[name]} triples of <{name}>; have its "
                    "limit of rows raised"
                )
            yield name, lines

    def quads(self, pattern: Any = _ALL) -> Iterator[tuple[Any, Any, Any, Any]]:
        """Yield the triples of a pattern with the name of their graph."""
        if any(term is not None for term in pattern):
            yield from self._rows((*pattern, None)[:4], "?s ?p ?o ?g")
            return
        for name, lines in self.lines():
            graph = URIRef(name or "")
            for line in lines:
                s, p, o = line[:-2].split(" ", 2)
                yield node_of(s), node_of(p), node_of(o), graph

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        """Yield the triples of a pattern, over all graphs or within one."""
        one = context is not None and not isinstance(context, Dataset)
        name = getattr(context, "identifier", context) if one else None
        if one and name == DATASET_DEFAULT_GRAPH_ID:
            return
        if isinstance(triple_pattern[0], Literal) or isinstance(triple_pattern[1], Literal):
            return
        for row in self._rows((*triple_pattern, name), "?s ?p ?o"):
            yield row, iter((context,))

    def _rows(self, pattern: Any, asked: str) -> Iterator[Any]:
        """Yield the rows of one pattern; what is given comes back as it was given."""
        given = [getattr(term, "identifier", term) for term in pattern]
        texts = [
            f"?{key}" if term is None else text_of(term) for key, term in zip("spog", given, strict=True)
        ]
        s, p, o, g = texts
        where = f"GRAPH {g} {{ {s} {p} {o} }} {self._own() if given[3] is None else ''}"
        free = [name for name in asked.split() if name in texts]
        chosen = f"DISTINCT {' '.join(free)}" if free else "(1 AS ?there)"
        limit = "" if free else "LIMIT 1"
        for row in self.endpoint.answer(f"SELECT {chosen} {{ {where} }} {limit}", {}).rows:
            cells = dict(zip(free, row, strict=False))
            full = [cells.get(text, term) for text, term in zip(texts, given, strict=True)]
            yield tuple(full[: len(asked.split())])

    def _own(self) -> str:
        return f'FILTER(STRSTARTS(STR(?g), "{self.base}"))'

    def contexts(self, triple: Any = None) -> Generator[Graph, None, None]:
        """Yield the graphs, or those that hold a triple, by name."""
        names = self.names() if triple is None else {str(row[3]) for row in self.quads((*triple, None))}
        for name in sorted(names):
            yield Graph(store=self, identifier=URIRef(name))

    def __len__(self, context: Any = None) -> int:
        """Return the number of triples, over all graphs or within one."""
        one = context is not None and not isinstance(context, Dataset)
        where = f"GRAPH {iri_text(str(context.identifier))}" if one else "GRAPH ?g"
        inner = f"SELECT DISTINCT ?s ?p ?o {{ {where} {{ ?s ?p ?o }} {'' if one else self._own()} }}"
        return int(
            next(iter(self.endpoint.answer(f"SELECT (COUNT(*) AS ?n) {{ {{ {inner} }} }}", {}).rows))[0]
        )

    def bind(self, prefix: str, namespace: Any, override: bool = True) -> None:
        """Remember a prefix."""
        if override or prefix not in self._prefixes:
            self._prefixes[prefix] = namespace

    def prefix(self, namespace: Any) -> str | None:
        """Return the prefix of a namespace."""
        return next((prefix for prefix, name in self._prefixes.items() if name == namespace), None)

    def namespace(self, prefix: str) -> Any:
        """Return the namespace of a prefix."""
        return self._prefixes.get(prefix)

    def namespaces(self) -> Iterator[tuple[str, Any]]:
        """Yield prefixes and namespaces."""
        yield from self._prefixes.items()

    def add_graph(self, graph: Graph) -> None:
        """Do nothing: a graph is there or isn't."""

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise StoreError("an endpoint is changed by a build alone; open it with writable=True to try things")

    add = addN = remove = remove_graph = update = _refuse  # noqa: N815 - rdflib's names


def open_remote(url: str, base: str) -> RemoteStore:
    """Return the store at a URL; nothing is asked yet."""
    return RemoteStore(Endpoint(url), base)
