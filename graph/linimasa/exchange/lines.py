"""The lines of tables, read one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from linimasa.errors import SourceError
from linimasa.read import Problem


def numbered(files: Sequence[Path]) -> Iterator[tuple[str, int, str] | Problem]:
    """Yield each line that isn't empty as file name, number from 1, and text without its line break.

    A byte-order mark is left out; a line that isn't UTF-8 is a Problem. SourceError where a file can't be
    read.
    """
    for path in sorted(files):
        try:
            with path.open("rb") as stream:
                for number, data in enumerate(stream, 1):
                    try:
                        text = data.decode("utf-8").rstrip("\r\n")
                    except UnicodeDecodeError:
                        yield Problem(str(path), number, "not UTF-8; save the table in UTF-8")
                        continue
                    text = text.removeprefix("\ufeff") if number == 1 else text
                    if text.strip():
                        yield str(path), number, text
        except OSError as error:
            message = f"can't be read ({error.strerror}); check the name and its permissions"
            raise SourceError(message, path=path) from error
