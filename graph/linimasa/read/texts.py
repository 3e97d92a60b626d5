"""The whole texts of a folder's documents, kept by `build --text full` alone.

One JSON object a line with the fields of a source document, so that the file can be built from again; `hash`
is the document's. The order is that of the build.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from linimasa.errors import StoreError
from linimasa.model.document import Document
from linimasa.model.terms import DateBasis

TEXTS = "texts.jsonl"


def texts_file(documents: Iterable[Document]) -> str:
    """Return the lines of these documents. A day that was concluded from a text is left to be concluded."""
    return "".join(_line(document) for document in documents)


def _line(document: Document) -> str:
    given = document.published_basis is DateBasis.EXPLICIT
    row = {
        "id": document.id,
        "hash": document.hash,
        "lang": document.lang,
        "published": document.published if given else None,
        "title": document.title,
        "text": document.text,
        "source": document.source,
        "url": document.url,
    }
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, which JSON input may hold
        line = json.dumps(row)
    return line + "\n"


def kept_texts(folder: Path | str) -> dict[str, str]:
    """Return the texts kept in a folder by their documents' hashes, a title where there is no text.

    Empty where none were kept; StoreError where the file is broken.
    """
    path = Path(folder) / TEXTS
    if not path.is_file():
        return {}
    texts = {}
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line:
            continue
        try:
            row = json.loads(line)
            texts[str(row["hash"])] = str(row["text"] or row["title"])
        except (ValueError, KeyError, TypeError) as error:
            message = f"not a text that `build --text full` kept ({error}); build again"
            raise StoreError(message, path=path, line=number) from error
    return texts


def without_texts(folder: Path | str, gone: Collection[str]) -> str:
    """Return the lines of a folder's texts without those of these hashes."""
    data = (Path(folder) / TEXTS).read_text(encoding="utf-8")
    lines = (line for line in data.split("\n") if line)
    return "".join(line + "\n" for line in lines if json.loads(line)["hash"] not in gone)
