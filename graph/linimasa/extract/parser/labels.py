"""Which labels of a dependency parser tell what: `data/lexicon/witness.toml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.lexicon import checks
from linimasa.lexicon.frame import read_toml


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of each kind of edge; the file says what each kind is."""

    subject: frozenset[str]
    passive_subject: frozenset[str]
    object: frozenset[str]
    agent: frozenset[str]
    oblique: frozenset[str]
    case: frozenset[str]
    relative: frozenset[str]
    sharing: frozenset[str]
    inside: frozenset[str]


def load_labels(path: Path | None = None) -> Labels:
    """Return the labels of a file, by default the shipped one; LexiconError where it breaks the format."""
    file = path or resources.lexicon() / "witness.toml"
    names = [field.name for field in fields(Labels)]
    data = read_toml(file)
    try:
        checks.known_keys(data, ("labels",))
        table = checks.table(data.get("labels"), "labels")
        checks.known_keys(table, names, "labels: ")
        return Labels(**{name: frozenset(checks.words(table.get(name), name)) for name in names})
    except ValueError as error:
        raise LexiconError(f"{error}; mend that key", path=file) from error


__all__ = ["Labels", "load_labels"]
