"""Paths to documents: which file is which format, folders in a fixed order, `-` for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from linimasa.errors import SourceError
from linimasa.read.csv_file import read_csv
from linimasa.read.day import given_day
from linimasa.read.decode import MAX_BYTES
from linimasa.read.html import read_html
from linimasa.read.json_file import read_json
from linimasa.read.jsonl import read_jsonl
from linimasa.read.markdown import read_markdown
from linimasa.read.origin import Found, Given, Problem, Raw, Reader
from linimasa.read.plain import read_plain

#: The reader of each file name suffix.
FORMATS: dict[str, Reader] = {
    ".csv": read_csv,
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".ndjson": read_jsonl,
    ".text": read_plain,
    ".tsv": read_csv,
    ".txt": read_plain,
    ".xhtml": read_html,
}
#: Files of a folder that speak of the folder.
_ABOUT = frozenset({"readme", "license", "licence", "changelog", "notice", "sources", "contributing"})
STDIN = "-"


def read_sources(paths: Iterable[str | Path], published: str | None = None, lang: str | None = None) -> Found:
    """Yield each document of the sources, or a Problem in its place.

    `published` (ISO day) and `lang` hold for all documents and go before what these say of themselves.
    SettingError, at once, where `published` is no day.
    """
    given = Given(given_day(published), lang)
    return _all([str(path) for path in paths], given)


def _all(paths: Sequence[str], given: Given) -> Found:
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            yield from _folder(Path(path), given)
        else:
            yield from _source(path, given)


def _folder(folder: Path, given: Given) -> Found:
    files = list(article_files(folder))
    if not files:
        known = ", ".join(sorted(FORMATS))
        yield Problem(str(folder), None, f"the folder holds no source; sources end in {known}")
    for path in files:
        yield from _source(str(path), given)


def article_files(folder: Path) -> Iterator[Path]:
    """Yield the sources below a folder by name; hidden files and those about the folder are passed over."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            about = path.stem.lower() in _ABOUT and path.suffix.lower() in (".md", ".txt", ".markdown")
            if path.suffix.lower() in FORMATS and not name.startswith(".") and not about:
                yield path


def _source(path: str, given: Given) -> Found:
    try:
        raw = load(path)
        yield from reader_of(raw)(raw, given)
    except SourceError as error:
        yield Problem(path, error.line, error.message)


def load(path: str) -> Raw:
    """Return a file's bytes (`-`: standard input's); SourceError where it can't be read or is empty."""
    try:
        if path == STDIN:
            data, stem = sys.stdin.buffer.read(), "stdin"
        else:
            if Path(path).stat().st_size > MAX_BYTES:
                raise SourceError(f"more than {MAX_BYTES // 2**20} MB; split the file")
            data, stem = Path(path).read_bytes(), Path(path).stem
    except FileNotFoundError:
        raise SourceError("no such file; check the name") from None
    except OSError as error:
        raise SourceError(f"can't be read ({error.strerror}); check its permissions") from error
    except ValueError as error:
        raise SourceError(f"not a file name ({error}); check the name") from error
    if not data.strip():
        raise SourceError("the file is empty; give it a text or leave it out")
    return Raw(path, stem, data)


def reader_of(raw: Raw) -> Reader:
    """Return the reader for a source: by the file's suffix, else by its first character."""
    known = FORMATS.get(Path(raw.path).suffix.lower())
    if known is not None and raw.path != STDIN:
        return known
    head = raw.data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{"):
        return read_json if _is_one_object(raw.data) else read_jsonl
    if head.startswith(b"["):
        return read_json if head[1:].lstrip().startswith((b"{", b"]")) else read_plain
    if head[:200].lower().startswith((b"<!doctype html", b"<html")):
        return read_html
    return read_plain


def _is_one_object(data: bytes) -> bool:
    """Whether JSON data is one object set out over lines, not one a line."""
    return data.lstrip().split(b"\n", 1)[0].strip() == b"{"
