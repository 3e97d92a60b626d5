"""The log of a run: the one file that holds a clock."""

from __future__ import annotations

import datetime
import platform
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from linimasa.pipeline.report import BuildReport
from linimasa.version import __version__

if TYPE_CHECKING:
    from linimasa.pipeline.build import BuildSettings


def run_log(
    sources: Sequence[str | Path], settings: BuildSettings, report: BuildReport, seconds: float
) -> str:
    """Return what was run, when, how long it took and what it left out."""
    lines = [
        _head(),
        "sources: " + " ".join(map(str, sources)),
        "settings: " + ", ".join(f"{name}={value}" for name, value in asdict(settings).items()),
        f"documents: {report.data['documents']}",
        f"sentences: {report.data['sentences']}",
        f"statements: {report.data['statements']['all']}, events: {report.data['events']}",
        *(f"left out: {row['path']} line {row['line']}: {row['why']}" for row in report.left_out),
        f"seconds: {seconds:.2f}",
    ]
    return "\n".join(lines) + "\n"


def removal_log(removed: int, statements: int, events: int) -> str:
    """Return that documents were taken out, when, and what is left; not which, for nothing of them stays."""
    return f"{_head()}\nremoved: {removed} documents\nstatements: {statements}, events: {events}\n"


def _head() -> str:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return f"{now} linimasa {__version__}, Python {platform.python_version()}"
