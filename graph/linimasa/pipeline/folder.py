"""The folder of a build: locked while it is written, its files made beside and moved into place whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from linimasa.errors import StoreError
from linimasa.state import STAGE, commit, finish, lock


@contextmanager
def locked(folder: Path) -> Iterator[Path]:
    """Make and lock a folder and yield an empty one inside it, whose files the caller writes and then moves.

    StoreError where it can't be written or another build holds it. A build that was killed leaves no lock.
    """
    with _writable(folder):
        new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
    stage = folder / STAGE
    try:
        with _writable(folder), lock(folder):
            finish(folder)
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir()
            try:
                yield stage
            finally:
                shutil.rmtree(stage, ignore_errors=True)
    except BaseException:
        if new:
            with suppress(OSError):
                folder.rmdir()  # only if it is still empty
        raise


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"can't be written ({error.strerror or error}); choose another folder with -o"
        raise StoreError(message, path=folder) from error


def move(stage: Path, folder: Path, gone: Iterable[str] = ()) -> tuple[str, ...]:
    """Put the finished files in the place of the old ones, all in one step, and return their names.

    `gone` are names that go where none of the finished ones has them.
    """
    return commit(stage, folder, gone)


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file with line feeds."""
    with path.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as stream:
        stream.write(text)
