"""The recipe that trains a parser: its treebank reader, and the whole of it on sentences of our own."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

#: "Rusia mengancam Presiden Joko Widodo." and "Ia menemuinya." in CoNLL-U.
SENTENCES = """# text = Rusia mengancam Presiden Joko Widodo.
1	Rusia	_	PROPN	_	_	2	nsubj	_	_
2	mengancam	_	VERB	_	_	0	root	_	_
3	Presiden	_	NOUN	_	_	2	obj	_	_
4	Joko	_	PROPN	_	_	3	flat:name	_	_
5	Widodo	_	PROPN	_	_	4	flat:name	_	SpaceAfter=No
6	.	_	PUNCT	_	_	2	punct	_	_

1	Ia	_	PRON	_	_	2	nsubj	_	_
2-3	menemuinya	_	_	_	_	_	_	_	SpaceAfter=No
2	menemui	_	VERB	_	_	0	root	_	_
3	nya	_	PRON	_	_	2	obj	_	_
4	.	_	PUNCT	_	_	2	punct	_	_
"""


@pytest.fixture
def treebank(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(root / "data" / "parser"))
    import treebank

    return treebank


def test_words_are_whole_and_labels_of_one_scheme(tmp_path: Path, treebank: ModuleType) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(SENTENCES, encoding="utf-8")
    first, second = treebank.trees(path)
    assert treebank.text_of(first)[0] == "Rusia mengancam Presiden Joko Widodo. "
    assert [(t.form, t.head, t.label) for t in first][2:5] == [
        ("Presiden", 1, "obj"), ("Joko", 2, "flat"), ("Widodo", 3, "flat"),
    ]  # fmt: skip
    assert [(t.form, t.head, t.label) for t in second] == [
        ("Ia", 1, "nsubj"), ("menemuinya", 1, "root"), (".", 1, "punct"),
    ]  # fmt: skip


def test_a_name_becomes_one_word(tmp_path: Path, treebank: ModuleType) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(SENTENCES, encoding="utf-8")
    first, _ = treebank.trees(path)
    masked = treebank.collapsed(first, 2, 4, "Widodo")
    assert [(t.form, t.head, t.label) for t in masked] == [
        ("Rusia", 1, "nsubj"), ("mengancam", 1, "root"), ("Widodo", 1, "obj"), (".", 1, "punct"),
    ]  # fmt: skip
    assert treebank.collapsed(first, 0, 2, "x") == treebank.collapsed(first, 0, 2, "x")
    assert treebank.collapsed(first, 4, 5, "x") == first  # a word and a full stop that hang on two words


def test_a_broken_line_is_named(tmp_path: Path, treebank: ModuleType) -> None:
    path = tmp_path / "a.conllu"
    path.write_text("1\tRusia\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"line 1: 2 columns in place of 10"):
        list(treebank.trees(path))


@pytest.mark.long
def test_the_recipe_makes_a_parser_that_is_used(root: Path, tmp_path: Path) -> None:
    if importlib.util.find_spec("spacy") is None:
        pytest.skip("spaCy isn't installed; pip install 'linimasa[parser]'")
    banks = tmp_path / "banks"
    banks.mkdir()
    for name in ("csui-ud-train", "csui-ud-test", "gsd-ud-dev", "gsd-ud-test", "pud-ud-test"):
        pairs = 430 if name == "pud-ud-test" else 20
        (banks / f"id_{name}.conllu").write_text((SENTENCES + "\n") * pairs, encoding="utf-8")
    script, model = root / "data" / "parser" / "train.py", tmp_path / "model"
    command = [sys.executable, str(script), str(banks), "-o", str(model), "--steps", "60"]
    path = os.pathsep.join([str(root / "graph"), os.environ.get("PYTHONPATH", "")])
    made = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path})
    assert made.returncode == 0, made.stderr
    figures = json.loads(made.stdout[made.stdout.index("{") :])
    assert figures["CSUI test (news)"]["UAS"] > 90
    source = tmp_path / "2021-07-05.txt"
    source.write_text("Rusia mengancam Presiden Joko Widodo.", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "linimasa",
        "extract",
        str(source),
        "--lang",
        "id",
        "--parser",
        str(model),
    ]
    found = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path})
    assert found.returncode == 0, found.stderr
    (record,) = map(json.loads, found.stdout.splitlines())
    assert record["witness"] == {"parser": "xx_ud_id_small 1", "actors": "agrees", "recipients": "agrees"}
