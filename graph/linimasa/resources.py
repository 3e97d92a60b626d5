"""Where the shipped ontology, lexicons and gazetteers are, in a wheel and in a checkout.

An editable install doesn't see the copies that the wheel build makes, so the packaged folder is
tried first and the checkout second.
"""

from __future__ import annotations

from pathlib import Path

from linimasa.errors import LinimasaError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def _folder(packaged: str, checkout: str) -> Path:
    for candidate in (_PACKAGE / packaged, _CHECKOUT / checkout):
        if candidate.is_dir():
            return candidate
    raise LinimasaError(f"the installation is incomplete: no folder {packaged!r}; install linimasa again")


def ontology() -> Path:
    """Return the folder of the ontology, its shapes and the named queries."""
    return _folder("_ontology", "ontology")


def lexicon() -> Path:
    """Return the folder that holds one folder of lexicon files a language."""
    return _folder("_data/lexicon", "data/lexicon")


def gazetteer() -> Path:
    """Return the folder of the gazetteer tables."""
    return _folder("_data/gazetteer", "data/gazetteer")


def exchange() -> Path:
    """Return the folder of the codes of other event tables."""
    return _folder("_data/exchange", "data/exchange")
