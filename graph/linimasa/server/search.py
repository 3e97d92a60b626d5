"""Finding things by their names, whatever the capitals and accents."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import Dataset, Literal
from rdflib.namespace import RDFS, SKOS

#: Kinds of things that are found, as the first part of their path, in the order in which they are listed.
KINDS = ("actor", "place", "event", "doc")


@dataclass(slots=True)
class _Names:
    labels: dict[str, str] = field(default_factory=dict)
    every: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its kind, IRI and label."""

    kind: str
    iri: str
    label: str


class Labels:
    """The names of the actors, places, events and documents of one graph."""

    def __init__(self, dataset: Dataset, base: str) -> None:
        names: defaultdict[str, _Names] = defaultdict(_Names)
        for predicate in (RDFS.label, SKOS.prefLabel, SKOS.altLabel):
            for subject, _, value in dataset.triples((None, predicate, None)):
                iri = str(subject)
                if not isinstance(value, Literal) or not iri.startswith(base):
                    continue
                if predicate != SKOS.altLabel:
                    names[iri].labels.setdefault(value.language or "", str(value))
                names[iri].every.append(str(value))
        self._base = base
        self._names = dict(sorted(names.items()))
        self._folded = {iri: fold("\n".join(sorted(one.every))) for iri, one in self._names.items()}

    def label(self, iri: str, lang: str) -> str:
        """Return the label in a language, else in any, else the last part of the IRI."""
        one = self._names.get(iri)
        labels = one.labels if one else {}
        found = labels.get(lang) or labels.get("") or next((labels[key] for key in sorted(labels)), "")
        return found or iri.rstrip("/").rsplit("/", 1)[-1].rpartition("#")[2]

    def known(self, iri: str) -> bool:
        """Whether a thing has a name."""
        return iri in self._names

    def kind(self, iri: str) -> str:
        """Return the first part of an IRI's path, "" for one that isn't of this graph."""
        return iri.removeprefix(self._base).partition("/")[0] if iri.startswith(self._base) else ""

    def find(self, words: str, lang: str) -> Iterator[Hit]:
        """Yield what has all these words in its names, by kind; the shortest names of a kind first."""
        wanted = fold(words).split()
        if not wanted:
            return
        hits = [
            Hit(self.kind(iri), iri, self.label(iri, lang))
            for iri, text in self._folded.items()
            if self.kind(iri) in KINDS and all(word in text for word in wanted)
        ]
        yield from sorted(hits, key=lambda hit: (KINDS.index(hit.kind), len(hit.label), hit.label, hit.iri))


def fold(text: str) -> str:
    """Return a text without what searching doesn't see: capitals and accents."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
