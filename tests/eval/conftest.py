"""Lets the tests import the gate, which is a script too, and its scorer from beside them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
