"""What a program prints in processes that differ in hash seed, time zone and the day of their sources."""

from __future__ import annotations

import os
import subprocess
import sys


def outputs(code: str) -> set[str]:
    """Run Python code in two such processes and return what they print, each text once."""
    return {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "Asia/Jakarta"), ("2", "America/Lima"))
    }
