"""Bytes to text, unaltered: byte-order mark, line ends and every other character stay."""

from __future__ import annotations

from linimasa.errors import SourceError

#: Longest text of one document, in characters: some forty times the longest news report met so far.
MAX_CHARACTERS = 2_000_000
#: Longest file, in bytes: what is read at once must fit into memory.
MAX_BYTES = 512 * 2**20


def decode(data: bytes) -> str:
    """Return the text of UTF-8 bytes; SourceError where they are something else."""
    if b"\0" in data[:65536]:
        raise SourceError("this is binary data, not text; give text, Markdown, HTML, JSON lines, JSON or CSV")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"not UTF-8 (byte {error.start}, line {line}); convert it, e.g. `iconv -f WINDOWS-1252 -t UTF-8`"
        ) from error


def checked(text: str) -> str:
    """Return a document's text; SourceError where it is longer than one document may be."""
    if len(text) > MAX_CHARACTERS:
        raise SourceError(
            f"a document of {len(text):,} characters, more than {MAX_CHARACTERS:,}; split it into articles"
        )
    return text
