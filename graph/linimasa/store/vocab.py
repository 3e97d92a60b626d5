"""The namespaces of the graph and the terms it uses: the one place where RDF names are made."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD

from linimasa.errors import StoreError
from linimasa.model.iri import BASE

EDTF = "http://id.loc.gov/datatypes/edtf/"
EDTF_TYPE = URIRef(EDTF + "EDTF")
WIKIDATA = "http://www.wikidata.org/entity/"

#: Prefix and path below the base, for the names of the project itself.
_OWN = {
    "lini": "ont#",
    "typ": "type/",
    "rel": "rel/",
    "plan": "plan/",
    "act": "actor/",
    "plc": "place/",
    "ev": "event/",
    "clm": "claim/",
    "men": "mention/",
    "doc": "doc/",
    "run": "run/",
    "qty": "quantity/",
    "role": "role/",
    "link": "link/",
    "gra": "graph/",
}

#: Prefixes of the vocabularies that are used as they are.
_REUSED = {
    "dct": str(DCTERMS),
    "edtf": EDTF,
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "skos": str(SKOS),
    "wd": WIKIDATA,
    "xsd": str(XSD),
}

_LANG = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\Z")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_IRI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+\Z")


def prefixes(base: str = BASE) -> dict[str, str]:
    """Return every prefix that queries and files may use, with its namespace."""
    return {**{prefix: base + path for prefix, path in _OWN.items()}, **_REUSED}


@dataclass(frozen=True, slots=True)
class Names:
    """Makes IRIs below one base; records carry the default base and are moved to it."""

    base: str = BASE

    def lini(self, local: str) -> URIRef:
        """Return a class, property or term of the ontology."""
        return URIRef(f"{self.base}ont#{local}")

    def of(self, prefix: str, local: str) -> URIRef:
        """Return the IRI that `prefix:local` stands for."""
        return URIRef(self.base + _OWN[prefix] + local)

    def moved(self, iri: str) -> URIRef:
        """Return an IRI of the records below this base."""
        return URIRef(self.base + iri[len(BASE) :] if iri.startswith(BASE) else iri)

    def document(self, text_hash: str) -> URIRef:
        """Return the IRI of a document, which is also that of its named graph."""
        return self.of("doc", text_hash[:12])

    def graph(self, name: str) -> URIRef:
        """Return the IRI of one of the graphs `reference`, `ontology`, `links`, `merged`."""
        return self.of("gra", name)


def day(value: str) -> Literal:
    """Return an ISO day as xsd:date; StoreError where it is none, since one bad date breaks queries."""
    try:
        datetime.date.fromisoformat(value)
    except ValueError as error:
        raise StoreError(f"{value!r} isn't a day (YYYY-MM-DD); mend the record that holds it") from error
    return Literal(value, datatype=XSD.date)


def words(text: str, lang: str | None) -> Literal:
    """Return words of a document, tagged with its language where that is a valid tag."""
    return Literal(text, lang=lang) if lang and _LANG.match(lang) else Literal(text)


def number(value: float) -> Literal:
    """Return a share as a decimal of at most four places: the same bytes whatever computed it."""
    plain = format(Decimal(str(round(value, 4))), "f")
    if "." in plain:
        plain = plain.rstrip("0")
        plain += "0" if plain.endswith(".") else ""
    else:
        plain += ".0"
    return Literal(plain, datatype=XSD.decimal)


def is_iri(text: str) -> bool:
    """Whether a text can stand as an IRI as it is."""
    return bool(_IRI.match(text))


def quoted(text: str) -> str:
    """Return a text as a quoted string of Turtle or SPARQL; half a character (a surrogate) is replaced."""
    whole = _SURROGATE.sub("\ufffd", text)
    return '"' + _CONTROL.sub(lambda m: f"\\u{ord(m[0]):04X}", whole.translate(_ESCAPES)) + '"'


def bind(graph: Dataset | Graph, base: str = BASE) -> None:
    """Bind every prefix on a graph, so that queries need no PREFIX lines."""
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace, override=True, replace=True)
