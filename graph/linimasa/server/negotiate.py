"""Which form of an answer a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A form of an answer: `name` as in `?format=`, `type` its media type, `aliases` others that ask for it,
    `suffix` what stands after an IRI's path to ask for it."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """All media types that ask for this form."""
        return (self.type, *self.aliases)

    @property
    def header(self) -> str:
        """The Content-Type to answer with."""
        return f"{self.type}; charset=utf-8" if self.type.startswith("text/") else self.type


HTML = Form("html", "text/html", ("application/xhtml+xml",), ".html")

#: For rows and truth values; CSV and TSV have no form for the latter (SPARQL 1.1 Query Results CSV and TSV).
JSON = Form("json", "application/sparql-results+json", ("application/json",))
XML = Form("xml", "application/sparql-results+xml", ("application/xml", "text/xml"))
CSV = Form("csv", "text/csv")
TSV = Form("tsv", "text/tab-separated-values")

#: For graphs.
TURTLE = Form("turtle", "text/turtle", ("application/x-turtle",), ".ttl")
NTRIPLES = Form("nt", "application/n-triples", ("text/plain",), ".nt")
JSONLD = Form("jsonld", "application/ld+json", ("application/json",), ".jsonld")
RDFXML = Form("rdfxml", "application/rdf+xml", ("application/xml",), ".rdf")

TRUTHS = (JSON, XML, HTML)
ROWS = (JSON, XML, CSV, TSV, HTML)
GRAPHS = (TURTLE, NTRIPLES, JSONLD, RDFXML, HTML)


def chosen(accept: str | None, forms: Sequence[Form]) -> Form | None:
    """Return the form that an Accept header likes best, None where it likes none.

    Of equally liked ones the first of `forms`; so without a header the first of all. A more exact range goes
    before a wider one. A part that can't be read counts for nothing.
    """
    if accept is None or not accept.strip():
        return forms[0]
    ranges = [found for part in accept.split(",") if (found := _range(part)) is not None]
    best, most = None, 0.0
    for form in forms:
        liked = _quality(form, ranges)
        if liked > most:
            best, most = form, liked
    return best


def _range(part: str) -> tuple[str, float] | None:
    kind, *settings = (piece.strip().lower() for piece in part.split(";"))
    main, slash, sub = kind.partition("/")
    if not slash or not main or not sub or (main == "*" and sub != "*"):
        return None
    for setting in settings:
        name, _, value = setting.partition("=")
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                return None
            return (kind, quality) if 0 <= quality <= 1 else None
    return kind, 1.0


def _quality(form: Form, ranges: Sequence[tuple[str, float]]) -> float:
    """Return how much a form is liked: a range that names one of its types decides, else one that holds the
    type it is sent as."""
    wider = form.type.partition("/")[0] + "/*"
    for wanted in (form.types, (wider,), ("*/*",)):
        found = [quality for name, quality in ranges if name in wanted]
        if found:
            return max(found)
    return 0.0
