"""One small document from text to records to graph, kept as files so that every change is seen.

`LINIMASA_REGEN=1 pytest tests/pipeline/test_golden.py` writes the files anew; read the diff then.
The digest of the lexicons stands as zeros, since it changes with every word added.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from linimasa.pipeline import BuildSettings, build

GOLDEN = Path(__file__).parents[1] / "golden"
NAMES = ("statements.jsonl", "graph.ttl")


@pytest.mark.parametrize("name", NAMES)
def test_the_golden_document(tmp_path: Path, name: str) -> None:
    build([GOLDEN / "2021-12-29-percakapan.txt"], tmp_path, BuildSettings(pages=False))
    text = (tmp_path / name).read_text(encoding="utf-8")
    found = re.sub(r"(lexicon[ -])[0-9a-f]{12}", r"\g<1>000000000000", text)
    if os.environ.get("LINIMASA_REGEN") == "1":
        (GOLDEN / name).write_text(found, encoding="utf-8", newline="\n")
    assert found == (GOLDEN / name).read_text(encoding="utf-8")
