"""Treebanks in CoNLL-U to sentences for training: plain, and masked as the extractor masks its sentences.

The surface is kept: a word that a treebank splits ("menyetujui-nya") is one token again, with the head and
the label of its outermost part. Labels are brought to one scheme, since treebanks differ in their subtypes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

#: Subtypes that tell an argument; all others are cut off.
KEPT = frozenset({"nsubj:pass", "obl:agent", "acl:relcl"})
#: Labels that one treebank uses for another one's.
SAME = {"compound": "nmod", "dislocated": "nsubj"}


@dataclass(frozen=True)
class Token:
    """A word with its tag, its head's index (its own for the root), label, and whether a blank follows."""

    form: str
    tag: str
    head: int
    label: str
    space: bool = True


Tree = tuple[Token, ...]


def trees(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a file; ValueError where a line isn't CoNLL-U."""
    rows: list[list[str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                raise ValueError(f"{path}, line {number}: {len(columns)} columns in place of 10")
            rows.append(columns)
        elif not line and rows:
            yield _tree(rows)
            rows = []
    if rows:
        yield _tree(rows)


def _tree(rows: Sequence[Sequence[str]]) -> Tree:
    """Return a sentence's rows as a tree over its surface words."""
    groups: list[tuple[str, str, list[Sequence[str]]]] = []
    until = 0
    for row in rows:
        if "." in row[0]:
            continue  # a word that isn't in the text
        if "-" in row[0]:
            until = int(row[0].partition("-")[2])
            groups.append((row[1], row[9], []))
        elif int(row[0]) <= until:
            groups[-1][2].append(row)
        else:
            groups.append((row[1], row[9], [row]))
    at = {part[0]: index for index, (_, _, parts) in enumerate(groups) for part in parts}
    tokens = []
    for index, (form, misc, parts) in enumerate(groups):
        outer = next((p for p in parts if at.get(p[6], -1) != index), parts[0])
        head = at.get(outer[6], index)
        tokens.append(Token(form, outer[3], head, label_of(outer[7]), "SpaceAfter=No" not in misc))
    return tuple(tokens)


def label_of(label: str) -> str:
    """Return a label in the common scheme."""
    if label in KEPT:
        return label
    whole = label.partition(":")[0]
    return SAME.get(whole, whole)


def text_of(tree: Tree) -> tuple[str, list[int]]:
    """Return the sentence as text and the offset at which each token begins."""
    starts, text = [], ""
    for token in tree:
        starts.append(len(text))
        text += token.form + (" " if token.space else "")
    return text, starts


def collapsed(tree: Tree, first: int, last: int, form: str) -> Tree:
    """Return the tree with the tokens `first` to `last` as one; unchanged where several hang on the rest."""
    tops = [i for i in range(first, last + 1) if not first <= tree[i].head <= last or tree[i].head == i]
    if len(tops) != 1:
        return tree
    top, gone = tree[tops[0]], last - first
    place = [i if i <= first else first if i <= last else i - gone for i in range(len(tree))]
    head = first if top.head == tops[0] else place[top.head]
    merged = Token(form, top.tag, head, top.label, tree[last].space)
    moved = [replace(token, head=place[token.head]) for token in tree]
    return (*moved[:first], merged, *moved[last + 1 :])
