"""Turtle and TriG with the same bytes for the same graph, whatever the order, store or hash seed.

Subjects, predicates and objects are sorted; rdf:type comes first. The graphs of the project have no blank
nodes, and the writer refuses them: their labels could not be stable.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from linimasa.errors import StoreError
from linimasa.model.iri import BASE
from linimasa.store.vocab import prefixes, quoted

Triple = tuple[Node, Node, Node]

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?\Z")
_INTEGER = re.compile(r"[+-]?[0-9]+\Z")
_DECIMAL = re.compile(r"[+-]?[0-9]*\.[0-9]+\Z")
_SPLIT = re.compile(r"(.*[/#])([^/#]*)\Z", re.DOTALL)
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def turtle(graph: Graph | Dataset, base: str = BASE) -> str:
    """Return the triples of a graph, or of all graphs of a dataset together, as Turtle."""
    writer = _Writer(prefixes(base))
    body = writer.block(_triples(graph), indent="")
    return writer.head() + body


def trig(dataset: Dataset, base: str = BASE) -> str:
    """Return a dataset as TriG, one block a named graph; triples of the default graph come first."""
    writer = _Writer(prefixes(base))
    graphs: defaultdict[Node | None, list[Triple]] = defaultdict(list)
    for s, p, o, within in dataset.quads((None, None, None, None)):
        graphs[None if within == DATASET_DEFAULT_GRAPH_ID else within].append((s, p, o))
    parts = [writer.block(graphs.pop(None, []), indent="")]
    for name, triples in sorted(graphs.items(), key=lambda item: str(item[0])):
        if name is not None:
            parts.append(f"{writer.term(name)} {{\n{writer.block(triples, indent='  ')}}}\n\n")
    return writer.head() + "".join(parts)


def _triples(graph: Graph | Dataset) -> Iterable[Triple]:
    if isinstance(graph, Dataset):
        return {(s, p, o) for s, p, o, _ in graph.quads((None, None, None, None))}
    return graph


class _Writer:
    """Turns terms into text, and remembers which prefixes were used."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._prefix_of = {namespace: prefix for prefix, namespace in known.items()}
        self._used: set[str] = set()
        self._text: dict[Node, str] = {}

    def head(self) -> str:
        """Return the prefix declarations that what was written so far needs."""
        lines = [
            f"@prefix {prefix}: <{namespace}> .\n"
            for namespace, prefix in sorted(self._prefix_of.items(), key=lambda pair: pair[1])
            if prefix in self._used
        ]
        return "".join(lines) + "\n"

    def block(self, triples: Iterable[Triple], indent: str) -> str:
        """Return the triples, one paragraph a subject."""
        subjects: defaultdict[Node, defaultdict[Node, list[str]]]
        subjects = defaultdict(lambda: defaultdict(list))
        for s, p, o in triples:
            subjects[s][p].append(self.term(o))
        parts = []
        for subject in sorted(subjects, key=str):
            predicates = subjects[subject]
            rows = [
                f"{'a' if p == RDF.type else self.term(p)} {' , '.join(sorted(predicates[p]))}"
                for p in sorted(predicates, key=lambda p: (p != RDF.type, str(p)))
            ]
            parts.append(f"{indent}{self.term(subject)} " + f" ;\n{indent}    ".join(rows) + " .\n\n")
        return "".join(parts)

    def term(self, node: Node) -> str:
        """Return a term as it stands in Turtle."""
        text = self._text.get(node)
        if text is None or isinstance(node, Literal):
            text = self._make(node)
            if not isinstance(node, Literal):
                self._text[node] = text
        return text

    def _make(self, node: Node) -> str:
        if isinstance(node, URIRef):
            return self._iri(str(node))
        if isinstance(node, Literal):
            return self._literal(node)
        kind = "blank node" if isinstance(node, BNode) else type(node).__name__
        raise StoreError(f"a {kind} can't be written with the same bytes each time; give it an IRI")

    def _iri(self, iri: str) -> str:
        split = _SPLIT.match(iri)
        if split and split[1] in self._prefix_of and _LOCAL.match(split[2]):
            prefix = self._prefix_of[split[1]]
            self._used.add(prefix)
            return f"{prefix}:{split[2]}"
        return "<" + _NOT_IN_IRI.sub(lambda m: f"\\u{ord(m[0]):04X}", iri) + ">"

    def _literal(self, node: Literal) -> str:
        text = str(node)
        if node.datatype == XSD.integer and _INTEGER.match(text):
            return text
        if node.datatype == XSD.decimal and _DECIMAL.match(text):
            return text
        if node.datatype == XSD.boolean and text in ("true", "false"):
            return text
        string = quoted(text)
        if node.language:
            return f"{string}@{node.language}"
        if node.datatype is None or node.datatype == XSD.string:
            return string
        return f"{string}^^{self._iri(str(node.datatype))}"
