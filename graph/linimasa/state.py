"""The state of a folder: replaced in one step, however many files it has.

A build writes its files into a folder beside, `.building`. One rename makes that `.ready`: from then on the
new state counts. Its files are then moved into place; who opens the folder after a break in between moves the
rest first. So a folder holds the old state or the new one, whole, at whatever moment a build is killed.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from linimasa.errors import StoreError

STAGE = ".building"
READY = ".ready"
#: In `.ready`: names, one a line, that the new state no longer has.
_GONE = ".gone"
#: How long a reader waits for a build that is just moving its files, in seconds.
_PATIENCE = 20.0


def commit(stage: Path, folder: Path, gone: Iterable[str] = ()) -> tuple[str, ...]:
    """Make the files and folders of `stage` the state of `folder` and return their names.

    `gone` are names that go where the stage has none of them. The caller holds the folder's lock. OSError
    where the disk refuses: then the old state stays.
    """
    names = tuple(sorted(path.name for path in stage.iterdir()))
    lost = sorted(set(gone) - set(names))
    (stage / _GONE).write_text("".join(f"{name}\n" for name in lost), encoding="utf-8")
    for path in stage.rglob("*"):
        _sync(path)
    _sync(stage)
    stage.replace(folder / READY)
    _sync(folder)
    finish(folder)
    return names


def settle(folder: Path) -> None:
    """Finish what a build that was killed had decided; without one this does nothing.

    StoreError where the folder can't be written or a build holds it for too long.
    """
    if not (folder / READY).is_dir():
        return
    try:
        with lock(folder, _PATIENCE):
            finish(folder)
    except OSError as error:
        message = (
            f"a build was broken off here and can't be finished ({error.strerror or error}); open it once"
        )
        raise StoreError(message + " with the right to write", path=folder) from error


@contextmanager
def lock(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold a folder against other builds; StoreError where one has it for more than `patience` seconds.

    A program that was killed leaves no lock.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        _take(handle, folder, patience)
        yield
    finally:
        os.close(handle)


def _take(handle: int, folder: Path, patience: float) -> None:
    waited = 0.0
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except OSError:
            if waited >= patience:
                message = "another build is writing here; wait for it or choose another folder with -o"
                raise StoreError(message, path=folder) from None
        time.sleep(0.05)
        waited += 0.05


def finish(folder: Path) -> None:
    """Move what is ready into place; the caller holds the lock. Every step may be done again."""
    ready = folder / READY
    if not ready.is_dir():
        return
    note = ready / _GONE
    if note.is_file():
        for name in note.read_text(encoding="utf-8").split():
            _remove(folder / name)
    for path in sorted(ready.iterdir()):
        if path.name == _GONE:
            continue
        target = folder / path.name
        if path.is_dir() or target.is_dir():
            _remove(target)
        path.replace(target)
    note.unlink(missing_ok=True)
    _sync(folder)
    ready.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have a file or folder on the disk before what follows."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
