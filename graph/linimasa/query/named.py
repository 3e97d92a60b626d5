"""The shipped queries: one `.rq` file each, described and parametrised in its head.

The first comment lines say what the query answers; `# param: name type default` declares a parameter, `-` for
one that must be given. In the text it stands as `$name`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from linimasa import resources
from linimasa.errors import QueryError
from linimasa.query.parameters import Parameter, read_parameter

_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A shipped query."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str
    path: Path


def is_name(text: str) -> bool:
    """Whether a text is the name of a query rather than SPARQL."""
    return bool(_NAME.match(text))


def query_names() -> tuple[str, ...]:
    """Return the names of the shipped queries, sorted."""
    return tuple(sorted(path.stem for path in (resources.ontology() / "queries").glob("*.rq")))


def named_query(name: str) -> NamedQuery:
    """Return a shipped query; QueryError where there is none of this name or its head is wrong."""
    path = resources.ontology() / "queries" / f"{name}.rq"
    if not is_name(name) or not path.is_file():
        raise QueryError(f"no query named {name!r}; there are {', '.join(query_names())}")
    return read_query(name, path)


def read_query(name: str, path: Path) -> NamedQuery:
    """Read a query file with its head; QueryError names the file and line that is wrong."""
    text = path.read_text(encoding="utf-8")
    description: list[str] = []
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        comment = line.lstrip("#").strip()
        if comment.startswith("param:"):
            parameters.append(read_parameter(comment.removeprefix("param:"), str(path), number))
        elif not parameters:
            description.append(comment)
    if not description:
        raise QueryError("the first line must be a comment that says what is asked", path=path, line=1)
    return NamedQuery(name, " ".join(description), tuple(parameters), text, path)
