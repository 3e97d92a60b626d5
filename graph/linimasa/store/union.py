"""The rdflib Dataset that graphs are given out as: queries see all named graphs, prefixes are bound."""

from __future__ import annotations

import warnings
from collections.abc import Generator
from typing import Any

from rdflib import Dataset, Graph
from rdflib.store import Store

from linimasa.model.iri import BASE
from linimasa.store.vocab import bind


class UnionDataset(Dataset):
    """A Dataset whose default graph is the union of all graphs.

    rdflib 7.6 calls its own deprecated properties at every triple pattern, parse and serialisation, which
    warns a thousand times a query and costs time; here they answer without a warning. `store` is the store
    below, rdflib's own in memory if none is given.
    """

    def __init__(self, base: str = BASE, store: Store | None = None) -> None:
        super().__init__(store="default" if store is None else store, default_union=True)
        bind(self, base)

    @property
    def default_context(self) -> Graph:
        """The default graph, under the name that rdflib itself still uses."""
        return self._default_context

    @default_context.setter
    def default_context(self, value: Graph) -> None:
        self._default_context = value

    @property
    def identifier(self) -> Any:
        """The name of the dataset, under the name that rdflib itself still uses."""
        return super(Dataset, self).identifier

    def contexts(self, triple: Any = None) -> Generator[Graph, None, None]:
        """Yield the graphs, under the name that rdflib itself still uses."""
        return self.graphs(triple)

    def quads(self, quad: Any = None) -> Generator[Any, None, None]:
        """Yield the quads of a pattern, the graph as its name; a store that knows a shorter way is asked."""
        native = getattr(self.store, "quads", None)
        if native is None:
            yield from super().quads(quad)
        else:
            yield from native(quad or (None, None, None, None))

    def parse(self, *args: Any, **kwargs: Any) -> Any:
        """Parse as rdflib does; its TriG reader makes a graph of a class that it calls deprecated."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            return super().parse(*args, **kwargs)
