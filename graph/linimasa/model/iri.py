"""IRIs of the project: one base, readable local names, nothing random.

The patterns are those of the ontology's page ("IRIs"): a local name never holds anything but ASCII letters,
digits, dots and hyphens, so that it can stand unescaped in every format.
"""

from __future__ import annotations

import re
import unicodedata

from linimasa.errors import SettingError

#: The default base; another one is a setting of the store's writer.
BASE = "https://w3id.org/linimasa/"

_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae"}
)


#: An absolute IRI to which local names can be joined: it ends in "/" or "#".
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]\Z")


def checked_base(base: str | None) -> str:
    """Return the base of all IRIs, ours for None; SettingError where no name can be joined to it."""
    if base is None:
        return BASE
    if not _BASE.match(base):
        raise SettingError(f"--base {base!r} isn't a base; write an IRI that ends in / or #, such as {BASE}")
    return base


def slug(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens ("x" where nothing is left)."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-") or "x"


def actor_iri(local: str, base: str = BASE) -> str:
    """Return the IRI of an actor with this local name."""
    return f"{base}actor/{local}"


def place_iri(local: str, base: str = BASE) -> str:
    """Return the IRI of a place with this local name."""
    return f"{base}place/{local}"


def event_iri(local: str, base: str = BASE) -> str:
    """Return the IRI of an event with this local name."""
    return f"{base}event/{local}"


def local_name(iri: str) -> str:
    """Return the part of an IRI after its last slash."""
    return iri.rsplit("/", 1)[-1]
