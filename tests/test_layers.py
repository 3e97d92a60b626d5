"""Imports go down only; import-linter reads the contract in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_imports_go_down_only(root: Path) -> None:
    program = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([program, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_every_package_has_a_layer(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    for folder in (root / "graph" / "linimasa").iterdir():
        if folder.is_dir() and (folder / "__init__.py").is_file():
            assert f"linimasa.{folder.name}" in text, folder.name
