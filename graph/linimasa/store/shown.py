"""The graph as it is given out: whole texts added, or every word of the sources taken out.

What stands behind pages, endpoint and exports is the dataset that `given_out` returns, so none of them can
show more than was chosen.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from rdflib import Dataset, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS
from rdflib.term import Node

from linimasa.lexicon import gazetteer
from linimasa.model.iri import BASE, local_name
from linimasa.model.shown import TextShown
from linimasa.model.terms import DateBasis, Precision
from linimasa.resolve import Moment
from linimasa.resolve.identity import owner
from linimasa.store.gazetteer import GazetteerReference
from linimasa.store.labels import LANGUAGES, load_wording
from linimasa.store.scheme import load_scheme
from linimasa.store.union import UnionDataset
from linimasa.store.vocab import Names, words

#: Properties whose values are words of a text.
_WORDS = ("quote", "dateText", "conditionText", "channel", "text", "fullText")
#: What an actor that one document alone knows is called where its words are withheld.
_CALLED = {"Group": "group", "UnnamedActor": "source"}
_Labels = dict[str | None, str]
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_OWN_ACTOR = re.compile(r"(actor/[0-9a-f]{12}-x-)(.+)\Z")
#: Within the local name of an event, or of a link between two: words up to the digits at the end.
_OWN_EVENT = re.compile(r"([0-9a-f]{12}-x-)(.+?)(?=-(?:[0-9a-f]{16}|[0-9a-f]{4})(?:--|\Z))")

Quad = tuple[Any, Any, Any, Any]


def given_out(
    dataset: Dataset, shown: TextShown, base: str = BASE, texts: Mapping[str, str] | None = None
) -> Dataset:
    """Return the graph to give out; the one given isn't changed.

    `full` adds the `texts` (by hash) to their documents as `lini:fullText`. With `none` the properties that
    hold words stay, with empty values, so that queries and shapes hold; documents are called by their ids;
    actors that no table knows lose the words that describe them, also in IRIs and event labels.
    """
    if shown is TextShown.QUOTES:
        return dataset
    quads = (
        _full(dataset, base, texts or {}) if shown is TextShown.FULL else _Withholding(dataset, base).quads()
    )
    out = UnionDataset(base)
    out.addN((s, p, o, out.graph(g)) for s, p, o, g in quads)
    return out


def _full(dataset: Dataset, base: str, texts: Mapping[str, str]) -> Iterator[Quad]:
    names = Names(base)
    yield from dataset.quads((None, None, None, None))
    for node, _, digest, graph in dataset.quads((None, names.lini("textHash"), None, None)):
        text = texts.get(str(digest))
        if text is not None:
            lang = next((str(o) for _, _, o, _ in dataset.quads((node, DCTERMS.language, None, None))), None)
            yield node, names.lini("fullText"), words(_SURROGATE.sub("\ufffd", text), lang), graph


class _Withholding:
    """Takes the words out of one graph: first looks who and what is named by them, then goes through it."""

    def __init__(self, dataset: Dataset, base: str) -> None:
        self.dataset, self.base, self.names = dataset, base, Names(base)
        self.wordy = {self.names.lini(name) for name in _WORDS}
        self.hidden: dict[Node, Node] = {}
        self.labels: dict[Node, _Labels] = {}
        for node in self._of_class("Document"):
            called = self._text(node, DCTERMS.identifier) or local_name(str(node))
            self.labels[node] = {None: called}
        actors = dict(self._actors())
        self.labels.update(actors)
        for name in ("actor", "recipient"):
            for node in actors:
                for event in self._subjects(self.names.lini(name), node):
                    if event not in self.labels:
                        self.labels[event] = self._event(event)

    def _actors(self) -> Iterator[tuple[Node, _Labels]]:
        """Yield the actors that words of a text name, with other labels.

        One document's own actors are called by their kind. Bodies that no table knows ("usa-navy") have an
        English name made of state and kind, but the text's own words as their Indonesian one.
        """
        reference = GazetteerReference(gazetteer.load())
        for kind in ("Group", "UnnamedActor", "Organization", "State"):
            for node in self._of_class(kind):
                if owner(str(node)):
                    yield node, self._called(node, _CALLED.get(kind, "actor"))
                elif reference.actor(local_name(str(node))) is None:
                    name = self._label(node, "en")
                    yield node, {**dict.fromkeys(LANGUAGES, name), None: name}

    def quads(self) -> Iterator[Quad]:
        """Yield the quads of the graph without the words."""
        for s, p, o, g in self.dataset.quads((None, None, None, None)):
            value: Node = o
            if p in self.wordy and isinstance(o, Literal):
                value = Literal("", lang=o.language)
            elif p == RDFS.label and s in self.labels and isinstance(o, Literal):
                known = self.labels[s]
                lang = o.language if o.language in known else None
                value = Literal(known[lang], lang=lang)
            yield self._hide(s), p, self._hide(value), g

    def _hide(self, node: Node) -> Node:
        """Return a node whose IRI names no words of a text."""
        if not isinstance(node, URIRef) or "-x-" not in node:
            return node
        if node not in self.hidden:
            self.hidden[node] = URIRef(_OWN_EVENT.sub(_digest, _OWN_ACTOR.sub(_digest, str(node))))
        return self.hidden[node]

    def _called(self, node: Node, kind: str) -> _Labels:
        local = local_name(str(self._hide(node)))
        wording = {lang: load_wording()[lang].words[f"withheld_{kind}"] for lang in LANGUAGES}
        called: _Labels = {lang: text.format(id=local) for lang, text in wording.items()}
        return {**called, None: called["en"]}

    def _event(self, event: Node) -> _Labels:
        """Return an event's labels made anew; the date is in them where it was in the old ones."""
        lini = self.names.lini
        info = load_scheme().types[local_name(self._text(event, lini("type")))]
        edtf = self._text(event, lini("edtf"))
        when = Moment(None, None, None, edtf, Precision.DAY, DateBasis.EXPLICIT, told=True) if edtf else None
        labels: _Labels = {}
        for lang in LANGUAGES:
            wording = load_wording()[lang]
            actors, recipients = (self._names(event, lini(name), lang) for name in ("actor", "recipient"))
            dated = wording.date(when) in self._label(event, lang)
            labels[lang] = wording.label(info, lang, actors, recipients, when if dated else None)
        return {**labels, None: labels["en"]}

    def _names(self, event: Node, side: URIRef, lang: str) -> list[str]:
        actors = sorted({o for _, _, o, _ in self.dataset.quads((event, side, None, None))}, key=str)
        return [self.labels[a][lang] if a in self.labels else self._label(a, lang) for a in actors]

    def _label(self, node: Node, lang: str) -> str:
        found = [
            o for _, _, o, _ in self.dataset.quads((node, RDFS.label, None, None)) if isinstance(o, Literal)
        ]
        by_lang = {o.language: str(o) for o in sorted(found, key=str, reverse=True)}
        return by_lang.get(lang) or local_name(str(node)).replace("-", " ")

    def _text(self, node: Node, predicate: URIRef) -> str:
        return min((str(o) for _, _, o, _ in self.dataset.quads((node, predicate, None, None))), default="")

    def _of_class(self, kind: str) -> list[Node]:
        return sorted(set(self._subjects(RDF.type, self.names.lini(kind))), key=str)

    def _subjects(self, predicate: URIRef, value: Node) -> Iterator[Node]:
        for s, _, _, _ in self.dataset.quads((None, predicate, value, None)):
            yield s


def _digest(match: re.Match[str]) -> str:
    return match[1] + hashlib.sha256(match[2].encode("utf-8")).hexdigest()[:8]
