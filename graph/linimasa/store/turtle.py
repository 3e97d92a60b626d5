"""Turtle, TriG and N-Quads with the same bytes for the same graph, whatever the order, store or hash seed.

Subjects, predicates and objects are sorted; rdf:type comes first. The graphs of the project have no blank
nodes, and the writers refuse them: their labels could not be stable. Graphs come as lines of N-Triples, since
every store can give those fast, and terms are cut out of the lines rather than made into objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rdflib import Dataset, Graph
from rdflib.namespace import RDF, XSD

from linimasa.model.iri import BASE
from linimasa.store.lines import Lines, flat_lines, graph_lines
from linimasa.store.terms import iri_text
from linimasa.store.vocab import prefixes

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?\Z")
_SPLIT = re.compile(r"<(.*[/#])([^/#]*)>\Z", re.DOTALL)
_TYPE = f"<{RDF.type}>"
#: Which literals Turtle may write without quotes, by datatype.
_BARE = {
    f"<{XSD.integer}>": re.compile(r'"([+-]?[0-9]+)"\Z'),
    f"<{XSD.decimal}>": re.compile(r'"([+-]?[0-9]*\.[0-9]+)"\Z'),
    f"<{XSD.boolean}>": re.compile(r'"(true|false)"\Z'),
}


def turtle(graph: Graph | Dataset, base: str = BASE) -> str:
    """Return the triples of a graph, or of all graphs of a dataset together, as Turtle."""
    return turtle_of(flat_lines(graph), base)


def trig(dataset: Dataset, base: str = BASE) -> str:
    """Return a dataset as TriG, one block a named graph; triples of the default graph come first."""
    return trig_of(graph_lines(dataset), base)


def nquads(dataset: Graph | Dataset) -> str:
    """Return a dataset as N-Quads, sorted."""
    rows = []
    for name, lines in graph_lines(dataset):
        end = "." if name is None else iri_text(name) + " ."
        rows += [f"{line[:-1]}{end}\n" for line in lines]
    rows.sort()
    return "".join(rows)


def turtle_of(pieces: Iterable[Iterable[str]], base: str = BASE) -> str:
    """Return lines, which come in pieces, as Turtle; one that comes twice counts once."""
    writer = _Writer(prefixes(base))
    subjects: dict[str, list[str]] = {}
    for lines in pieces:
        _sort_in(subjects, lines)
    body = writer.block(subjects, "")
    return writer.head() + body


def trig_of(graphs: Iterable[Lines], base: str = BASE) -> str:
    """Return graphs, which come by name, as TriG."""
    writer, parts = _Writer(prefixes(base)), []
    for name, lines in graphs:
        subjects: dict[str, list[str]] = {}
        _sort_in(subjects, lines)
        if name is None:
            parts.append(writer.block(subjects, ""))
        else:
            parts.append(f"{writer.iri(iri_text(name))} {{\n{writer.block(subjects, '  ')}}}\n\n")
    return writer.head() + "".join(parts)


def _sort_in(subjects: dict[str, list[str]], lines: Iterable[str]) -> None:
    """Add lines to the rest of the line under each subject."""
    for line in lines:
        subject, rest = line.split(" ", 1)
        found = subjects.get(subject)
        if found is None:
            subjects[subject] = [rest]
        else:
            found.append(rest)


class _Writer:
    """Turns terms of N-Triples into those of Turtle, and remembers which prefixes were used."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._prefix_of = {namespace: prefix for prefix, namespace in known.items()}
        self._used: set[str] = set()
        self._iris: dict[str, str] = {}
        self._verbs: dict[str, tuple[str, str]] = {}

    def head(self) -> str:
        """Return the prefix declarations that what was written so far needs."""
        lines = [
            f"@prefix {prefix}: <{namespace}> .\n"
            for namespace, prefix in sorted(self._prefix_of.items(), key=lambda pair: pair[1])
            if prefix in self._used
        ]
        return "".join(lines) + "\n"

    def block(self, subjects: Mapping[str, list[str]], indent: str) -> str:
        """Return the triples, one paragraph a subject."""
        between, parts, known, verbs, written = f" ;\n{indent}    ", [], self._iris, self._verbs, self._object
        for subject in sorted(subjects, key=_whole):
            pairs = []
            for rest in set(subjects[subject]):
                verb, value = rest.split(" ", 1)
                text = value[:-2]
                pairs.append((verbs.get(verb) or self._verb(verb), known.get(text) or written(text)))
            pairs.sort()
            last, rows = None, []
            for key, text in pairs:
                if key is last:
                    rows[-1] = f"{rows[-1]} , {text}"
                else:
                    rows.append(f"{key[1]} {text}")
                    last = key
            parts.append(f"{indent}{self.iri(subject)} {between.join(rows)} .\n\n")
        return "".join(parts)

    def _verb(self, verb: str) -> tuple[str, str]:
        """Return what a predicate sorts by, and how it is written."""
        key = ("", "a") if verb == _TYPE else (_whole(verb), self.iri(verb))
        self._verbs[verb] = key
        return key

    def iri(self, text: str) -> str:
        """Return an IRI of N-Triples as it stands in Turtle."""
        known = self._iris.get(text)
        if known is None:
            known = self._iris[text] = self._shortened(text)
        return known

    def _shortened(self, text: str) -> str:
        split = _SPLIT.match(text)
        if split and split[1] in self._prefix_of and _LOCAL.match(split[2]):
            prefix = self._prefix_of[split[1]]
            self._used.add(prefix)
            return f"{prefix}:{split[2]}"
        return text

    def _object(self, text: str) -> str:
        if text[0] == "<":
            return self._iris.get(text) or self.iri(text)
        if text[-1] != ">":  # plain or with a language
            return text
        string, kind = text.rsplit("^^", 1)
        bare = _BARE.get(kind)
        found = bare.match(string) if bare else None
        return found[1] if found else f"{string}^^{self.iri(kind)}"


def _whole(text: str) -> str:
    return text[1:-1]
