"""Tables to import and what an import must leave alike."""

from __future__ import annotations

from pathlib import Path

#: A text that tells of two events, in the words of a press report.
NEWS = "Indonesia bertemu Rusia di Jakarta pada 6 Juli 2021. Rusia mengancam Ukraina pada 3 Juli 2021.\n"


def tabbed(path: Path, rows: list[tuple[str, ...]]) -> Path:
    """Write rows with tabs between their cells."""
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def fixed(folder: Path) -> dict[str, bytes]:
    """The files with fixed bytes: not the log, not a database's own."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "run.log" and path.parent.name != "store"
    }
