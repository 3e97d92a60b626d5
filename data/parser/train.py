"""Train a small Indonesian parser, the second witness of `linimasa build --parser`, and measure it.

    python data/parser/train.py TREEBANKS -o MODEL

TREEBANKS is a folder with the Indonesian treebanks of Universal Dependencies (CSUI, GSD, PUD; CC BY-SA) as
`id_csui-ud-train.conllu` and so on. Needs `pip install linimasa[parser]`; takes about 5 minutes.
The seed is fixed in config.cfg. MODEL is a spaCy pipeline: `--parser MODEL` uses it. `--steps N` ends sooner.

Half of what is learned is the treebanks as they are, half the same sentences masked as the extractor masks
them, so that the parser meets in training what it will be asked.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from treebank import Tree, collapsed, text_of, trees

from linimasa.extract.extractor import Extractor
from linimasa.extract.parser.masking import mask_words, passages

HERE = Path(__file__).resolve().parent
LANG = "id"
#: After so many steps the model is tried.
EVERY = 200
#: File and sentences: what is learned from, what chooses the best epoch, what is measured at the end.
LEARNED = (("id_csui-ud-train", 0, None), ("id_gsd-ud-dev", 0, None), ("id_pud-ud-test", 0, 700))
CHOOSING = (("id_pud-ud-test", 700, 850),)
MEASURED = {
    "CSUI test (news)": ("id_csui-ud-test", 0, None),
    "GSD test": ("id_gsd-ud-test", 0, None),
    "PUD 851-1000": ("id_pud-ud-test", 850, None),
}


def taken(folder: Path, name: str, first: int, last: int | None) -> list[Tree]:
    """Return some sentences of a treebank."""
    return list(trees(folder / f"{name}.conllu"))[first:last]


def masked(tree: Tree, extractor: Extractor) -> Tree:
    """Return the sentence with its names and dates as one token each, as the extractor masks them."""
    words = mask_words(LANG)
    text, starts = text_of(tree)
    reading = extractor.sentence(text, LANG, None)
    if words is None:
        return tree
    masks = [
        word
        for word in passages(text, (0, len(text)), reading.mentions, reading.timexes, words)[0]
        if word.masked and word.form != words.quotation
    ]
    for mask in reversed(masks):
        inside = [i for i, at in enumerate(starts) if mask.start <= at < mask.end]
        if inside:
            tree = collapsed(tree, inside[0], inside[-1], mask.form)
    return tree


def docs(found: Iterable[Tree], nlp: spacy.language.Language) -> Iterator[Doc]:
    """Yield annotated documents of one sentence each."""
    for tree in found:
        yield Doc(
            nlp.vocab,
            words=[token.form for token in tree],
            spaces=[token.space for token in tree],
            pos=[token.tag if token.tag != "_" else "X" for token in tree],
            heads=[token.head for token in tree],
            deps=["ROOT" if token.head == i else token.label for i, token in enumerate(tree)],
        )


def both(found: Iterable[Tree], extractor: Extractor) -> list[Tree]:
    """Return sentences as they are and masked, those that masking changes."""
    out = []
    for tree in found:
        other = masked(tree, extractor)
        out += [tree] if other == tree else [tree, other]
    return out


def measure(model: Path, folder: Path, extractor: Extractor) -> dict[str, dict[str, float]]:
    """Return tags, heads and labelled heads right, in percent, on sentences that weren't learned from."""
    nlp = spacy.load(model)
    figures = {}
    for title, (name, first, last) in MEASURED.items():
        plain = taken(folder, name, first, last)
        for kind, found in ((title, plain), (f"{title}, masked", [masked(t, extractor) for t in plain])):
            examples = [Example(Doc(nlp.vocab, [t.text for t in d]), d) for d in docs(found, nlp)]
            scores = nlp.evaluate(examples)
            keys = {"UPOS": "pos_acc", "UAS": "dep_uas", "LAS": "dep_las"}
            figures[kind] = {key: round(100 * scores[value], 1) for key, value in keys.items()}
    return figures


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("treebanks", type=Path, help="folder of the CoNLL-U files")
    parser.add_argument("-o", "--out", type=Path, required=True, help="where to write the pipeline")
    parser.add_argument("--steps", type=int, default=0, help="end after so many steps (0: all epochs)")
    options = parser.parse_args()
    blank, extractor = spacy.blank("xx"), Extractor()
    learned = [tree for part in LEARNED for tree in taken(options.treebanks, *part)]
    choosing = [tree for part in CHOOSING for tree in taken(options.treebanks, *part)]
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        DocBin(docs=docs(both(learned, extractor), blank)).to_disk(scratch / "train.spacy")
        DocBin(docs=docs(both(choosing, extractor), blank)).to_disk(scratch / "dev.spacy")
        paths = {"paths.train": str(scratch / "train.spacy"), "paths.dev": str(scratch / "dev.spacy")}
        steps = {"training.max_steps": options.steps, "training.eval_frequency": options.steps or EVERY}
        train(HERE / "config.cfg", scratch / "out", overrides={**paths, **steps})
        nlp = spacy.load(scratch / "out" / "model-best")
    nlp.meta.update(lang="xx", name="ud_id_small", version="1", license="CC BY-SA 4.0")
    nlp.to_disk(options.out)
    figures = measure(options.out, options.treebanks, extractor)
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
