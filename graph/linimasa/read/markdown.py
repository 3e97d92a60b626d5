"""Markdown: the words without the marks; front matter gives title, day and language.

The document's text is what a reader sees, one line a block; offsets count in that text. Pictures, code and
raw HTML are left out, a link keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linimasa.errors import SourceError
from linimasa.read.day import iso_day, named_day
from linimasa.read.decode import decode
from linimasa.read.fields import document_of
from linimasa.read.origin import Found, Given, Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?\n?\Z")


def read_markdown(raw: Raw, given: Given) -> Found:
    """Yield the document; a first heading of level 1 is its title where the front matter names none."""
    source = decode(raw.data)
    fields: dict[str, object] = {}
    front = _FRONT.match(source)
    if front is not None:
        fields.update(_front_matter(front[1]))
        source = source[front.end() :]
    heading, text = _text(source.removeprefix("\ufeff"))
    if heading and not fields.get("title"):
        fields["title"] = heading
    elif heading:
        text = f"{heading}\n{text}" if heading != fields["title"] else text
    if not fields.get("published") and not fields.get("date"):
        fields["published"] = named_day(raw.stem)
    fields["text"] = text
    yield document_of(fields, given, path=raw.path, line=None, fallback=raw.stem)


def _front_matter(block: str) -> Iterator[tuple[str, str]]:
    """Yield the plain `key: value` lines; nested YAML is passed over."""
    for number, line in enumerate(block.splitlines(), 2):
        found = _FIELD.match(line)
        if found is None or not found[2]:
            continue
        key, value = found[1].lower(), found[2]
        if value[0] in "'\"" and value[-1] == value[0] and len(value) > 1:
            value = value[1:-1]
        if key in ("published", "date") and iso_day(value) is None:
            raise SourceError(f"line {number}: {key} {value!r} isn't a day; write it as YYYY-MM-DD")
        if key in ("id", "lang", "published", "date", "title", "source", "url"):
            yield key, value


def _text(source: str) -> tuple[str, str]:
    """Return the first level-1 heading that stands before all else, and the other blocks, one a line."""
    from markdown_it import MarkdownIt  # loaded only where a source is Markdown

    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    heading = ""
    lines: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline":
            continue
        words = _inline(token)
        if before is not None and before.tag == "h1" and not lines and not heading:
            heading = words
        elif words:
            lines.append(words)
    return heading, "\n".join(lines)


def _inline(token: Token) -> str:
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")  # a paragraph's lines are one text, whatever its author's editor wraps
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()
