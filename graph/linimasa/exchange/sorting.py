"""Sorting of lines that needn't fit into memory: sorted runs on disk, merged."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from pathlib import Path

#: Characters gathered before a run is written.
_CHUNK = 2 << 20
#: Runs merged at once; more are first merged into one.
_FAN = 48


class Sorter:
    """Takes lines in any order and gives them back sorted, each once.

    A line holds no line break; `folder` is where the runs are kept until they have been read.
    """

    def __init__(self, folder: Path, chunk: int = _CHUNK, fan: int = _FAN) -> None:
        self._folder = folder
        self._chunk, self._fan = chunk, fan
        self._lines: list[str] = []
        self._size = 0
        self._runs: list[Path] = []
        self._made = 0
        #: How many lines came more than once, known when all have been read.
        self.repeated = 0

    def add(self, line: str) -> None:
        """Take a line."""
        self._lines.append(line)
        self._size += len(line)
        if self._size >= self._chunk:
            self._write(iter(sorted(self._lines)))
            self._lines, self._size = [], 0
            if len(self._runs) >= self._fan:
                old, self._runs = self._runs, []
                self._write(heapq.merge(*map(_read, old)))
                for path in old:
                    path.unlink()

    def __iter__(self) -> Iterator[str]:
        """Yield the lines sorted; the runs go when all have been read."""
        last = None
        for line in heapq.merge(*map(_read, self._runs), sorted(self._lines)):
            if line == last:
                self.repeated += 1
                continue
            last = line
            yield line
        for path in self._runs:
            path.unlink()
        self._runs, self._lines, self._size = [], [], 0

    def _write(self, lines: Iterable[str]) -> None:
        self._made += 1
        path = self._folder / f"run-{self._made:06}"
        with path.open("w", encoding="utf-8", newline="\n", errors="surrogatepass") as stream:
            stream.writelines(line + "\n" for line in lines)
        self._runs.append(path)


def _read(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n", errors="surrogatepass") as stream:
        for line in stream:
            yield line[:-1]
