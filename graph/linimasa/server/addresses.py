"""Addresses of pages: an IRI below the base is served under its path, with the reader's choices kept."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode

#: First parts of the paths under which things of the graph are served.
PARTS = (
    "actor", "claim", "doc", "event", "graph", "link", "mention", "place", "plan", "quantity", "rel", "role",
    "run", "type",
)  # fmt: skip
#: The page of the ontology, whose terms are IRIs with a fragment.
ONTOLOGY = "ont"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses for one reader: `lang` and `as_of` as the reader asked, None where not."""

    base: str
    lang: str | None = None
    as_of: str | None = None

    def of(self, iri: str) -> str | None:
        """Return the address of the page of an IRI, None where it isn't one of the graph's own."""
        if not iri.startswith(self.base):
            return None
        rest, _, fragment = iri.removeprefix(self.base).partition("#")
        if rest == ONTOLOGY:
            return self.page("/" + ONTOLOGY) + (f"#{quote(fragment, safe='')}" if fragment else "")
        if fragment or rest.partition("/")[0] not in PARTS or not rest.partition("/")[2]:
            return None
        return self.page("/" + quote(rest, safe="/-._~"))

    def page(self, path: str, **more: str) -> str:
        """Return the address of a path, with parameters."""
        kept = {"lang": self.lang, "as-of": self.as_of}
        values = {**{name: value for name, value in kept.items() if value}, **more}
        return path + ("?" + urlencode(values) if values else "")

    def iri(self, path: str) -> str:
        """Return the IRI that a path (as it was sent, percent-encoded) is the page of."""
        return self.base + unquote(path.lstrip("/"))
