"""The bare words of a SPARQL text: what it asks for, whatever stands in its strings, names and comments."""

from __future__ import annotations

import re

# Each token is cut out whole, the longest first; group 1 is a prefixed name, group 2 a bare word.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|#[^\n\r]*"
    r"|[?$]\w+"
    r"|@[A-Za-z]+(?:-[A-Za-z0-9]+)*"
    r"|((?:_|[^\W\d_](?:[\w.\u00b7-]*[\w\u00b7-])?)?:(?:[\w:%.\u00b7-]|\\.)*)"
    r"|([A-Za-z_]\w*)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def words(text: str) -> frozenset[str]:
    """Return the keywords and function names of a query, in capitals.

    Where engines read a text differently, the words of either reading count: escapes of characters, which may
    stand anywhere, and dots after a prefixed name, which may belong to it.
    """
    found: set[str] = set()
    for version in {text, _ESCAPE.sub(_meant, text)}:
        for token in _TOKEN.finditer(version):
            if token[2]:
                found.add(token[2].upper())
            elif token[1]:
                found.update(part.upper() for part in token[1].split(".")[1:])
    return frozenset(found)


def _meant(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else match[0]
