"""A source text as given, with what is known of its origin."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass

from linimasa.model.terms import DateBasis


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its origin. `text` is never altered: all offsets are code points into it.

    `published` is an ISO day or None; `published_basis` says how it was found (`explicit` when given or
    read from metadata, `inferred` when concluded from the text).
    """

    id: str
    text: str
    lang: str | None = None
    title: str = ""
    published: str | None = None
    published_basis: DateBasis | None = None
    source: str = ""
    url: str = ""
    path: str = ""
    line: int | None = None

    @property
    def hash(self) -> str:
        """SHA-256 (64 hex digits) of an NFC copy with `\\n` line ends: identity across encodings."""
        return text_hash(self.text or self.title)


def text_hash(text: str) -> str:
    """Return the SHA-256 of the NFC/LF copy of `text`, byte-order mark left out."""
    copy = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return hashlib.sha256(unicodedata.normalize("NFC", copy).encode("utf-8", "surrogatepass")).hexdigest()
