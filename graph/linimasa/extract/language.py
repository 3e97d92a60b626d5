"""Language identification by the share of function words: exact enough for whole documents, no model."""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+")
#: Only the first part of a long text is counted.
_WINDOW = 5000


def identify(text: str, function_words: Mapping[str, frozenset[str]]) -> str | None:
    """Return the code of the language whose function words are most frequent, None where none occurs."""
    words = [w.lower() for w in _WORD.findall(text[:_WINDOW])]
    counts = {code: sum(w in entries for w in words) for code, entries in function_words.items()}
    best = max(sorted(counts), key=lambda code: counts[code], default=None)
    return best if best is not None and counts[best] else None
