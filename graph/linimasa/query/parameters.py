"""Values for the parameters of a query, written into its text as RDF terms."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from linimasa.errors import QueryError
from linimasa.store.vocab import is_iri, prefixes, quoted

#: What stands in a `# param:` line for a parameter without a default.
REQUIRED = "-"

_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*\Z")
#: A letter that would make a backslash before it the start of a code point.
_NUMBERED = re.compile(r"(\\\\)([uU])|\\.")
# strings, IRIs and comments are passed over; group 1 is a parameter
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|#[^\n]*"
    r"|\$([A-Za-z][A-Za-z0-9]*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a named query: its name, type and default (None where a value must be given)."""

    name: str
    type: str
    default: str | None


def read_parameter(line: str, path: str, number: int) -> Parameter:
    """Read the words after `# param:`; QueryError where they aren't `name type default`."""
    parts = line.split(None, 2)
    if len(parts) != 3 or not _NAME.match(parts[0]) or parts[1] not in _TYPES:
        types = ", ".join(sorted(_TYPES))
        raise QueryError(f"write `# param: name type default`; the types are {types}", path=path, line=number)
    return Parameter(parts[0], parts[1], None if parts[2] == REQUIRED else parts[2].strip())


def fill(text: str, parameters: tuple[Parameter, ...], given: Mapping[str, str], base: str) -> str:
    """Return the query with every `$name` replaced by its value.

    QueryError where a value is missing, unknown, or not of the parameter's type.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in given:
        if name not in known:
            names = ", ".join(sorted(known)) or "none"
            raise QueryError(f"no parameter {name!r}; the query has {names}")
    values: dict[str, str] = {}
    for name, parameter in known.items():
        value = given.get(name, parameter.default)
        if value is None:
            raise QueryError(f"parameter {name!r} ({parameter.type}) needs a value")
        values[name] = _TYPES[parameter.type](name, value, base)

    def put(match: re.Match[str]) -> str:
        return values.get(match[1], match[0]) if match[1] else match[0]

    return _TOKEN.sub(put, text)


def _day(name: str, value: str, base: str) -> str:  # noqa: ARG001 - all types are called alike
    try:
        datetime.date.fromisoformat(value)
    except ValueError as error:
        raise QueryError(f"parameter {name!r} must be a day (YYYY-MM-DD), not {value!r}") from error
    return Literal(value, datatype=XSD.date).n3()


def _lang(name: str, value: str, base: str) -> str:  # noqa: ARG001 - all types are called alike
    if not re.fullmatch(r"[a-z]{2,3}", value):
        raise QueryError(f"parameter {name!r} must be a language (id, en, …), not {value!r}")
    return Literal(value).n3()


def _text(name: str, value: str, base: str) -> str:  # noqa: ARG001 - all types are called alike
    # Engines undo \\uXXXX before they read strings: a letter u after a backslash is given by its number.
    return _NUMBERED.sub(lambda m: f"{m[1]}\\U{ord(m[2]):08X}" if m[2] else m[0], quoted(value))


def _integer(name: str, value: str, base: str) -> str:  # noqa: ARG001 - all types are called alike
    if not re.fullmatch(r"[+-]?[0-9]+", value):
        raise QueryError(f"parameter {name!r} must be a whole number, not {value!r}")
    return str(int(value))


def _actor(name: str, value: str, base: str) -> str:
    local = value.lower() if value.isupper() else value
    return _node(name, value, "act", local, base)


def _event(name: str, value: str, base: str) -> str:
    return _node(name, value, "ev", value, base)


def _node(name: str, value: str, prefix: str, local: str, base: str) -> str:
    """Return the IRI that a full IRI, a prefixed name or a bare local name means."""
    known = prefixes(base)
    head, colon, tail = value.partition(":")
    if colon and head in known and _LOCAL.match(tail):
        return URIRef(known[head] + tail).n3()
    if "://" in value and is_iri(value):
        return URIRef(value).n3()
    if _LOCAL.match(local):
        return URIRef(known[prefix] + local).n3()
    raise QueryError(f"parameter {name!r} must be a name such as {prefix}:… or an IRI, not {value!r}")


def _direct(name: str, value: str, base: str) -> str:
    """Return direct predicates: local names apart by commas or blanks, `plan:` before planned ones."""
    known, found = prefixes(base), []
    for word in re.split(r"[,\s]+", value.strip()):
        head, colon, tail = word.rpartition(":")
        if not _LOCAL.match(tail) or (colon and head not in ("rel", "plan")):
            raise QueryError(
                f"parameter {name!r}: {word!r} isn't a predicate such as threatens or plan:consults"
            )
        found.append(URIRef(known[head or "rel"] + tail).n3())
    return " ".join(found)


_TYPES = {
    "actor": _actor,
    "day": _day,
    "direct": _direct,
    "event": _event,
    "integer": _integer,
    "lang": _lang,
    "text": _text,
}
