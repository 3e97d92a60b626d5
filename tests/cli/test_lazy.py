"""Commands load only what they need: the start stays short."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

#: Modules that take long to load.
HEAVY = (
    "rdflib",
    "networkx",
    "pyvis",
    "IPython",
    "trafilatura",
    "pyshacl",
    "dateparser",
    "rich",
    "markdown_it",
    "spacy",
    "openai",
)


def loaded(*words: str) -> set[str]:
    script = (
        "import sys\n"
        "from linimasa.cli.app import run\n"
        "code = run(sys.argv[1:])\n"
        "print(code, *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", script, *words]
    found = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    code, *names = found.stderr.split()
    assert code == "0"
    return set(names) & set(HEAVY)


def test_help_loads_none() -> None:
    assert loaded("--help") == set()


def test_the_package_loads_none() -> None:
    script = "import sys, linimasa; print(*sorted(m for m in sys.modules if m.startswith('linimasa')))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["linimasa", "linimasa.version"]


def test_extract_loads_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rusia mengancam Ukraina pada 5 Juli 2021.", encoding="utf-8")
    assert loaded("extract", str(path)) == set()


def test_query_loads_the_graph_only(built: Path) -> None:
    assert loaded("query", str(built), "ASK { ?s ?p ?o }") == {"rdflib"}


@pytest.mark.parametrize("words", [("who", "Presiden AS")])
def test_who_loads_none(words: tuple[str, ...]) -> None:
    assert loaded(*words) == set()
