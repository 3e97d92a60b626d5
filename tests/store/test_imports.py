"""What importing a layer loads: heavy packages only where they work."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("linimasa.resolve", ("rdflib", "pyshacl", "networkx", "dateparser")),
        ("linimasa.store", ("pyshacl", "networkx", "dateparser", "pyvis")),
        ("linimasa.query", ("pyshacl", "networkx", "dateparser", "pyvis")),
        ("linimasa.store.validate", ("pyshacl",)),
    ],
)
def test_a_layer_loads_no_more_than_it_needs(module: str, absent: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*[name for name in {absent!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
