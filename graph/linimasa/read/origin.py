"""What the reader is told, what it reads from, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from linimasa.model.document import Document


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that was left out: the file, the line in it where known, and what to do."""

    path: str
    line: int | None
    message: str
    document: str | None = None

    def __str__(self) -> str:
        place = self.path + (f", line {self.line}" if self.line is not None else "")
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of all documents; it goes before what they say of themselves."""

    published: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """A source's bytes with the name to show for it; `stem` is the id of a document without one."""

    path: str
    stem: str
    data: bytes


Found = Iterator[Document | Problem]
#: A format's reader.
Reader = Callable[[Raw, Given], Found]
