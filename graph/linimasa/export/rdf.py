"""The graph in RDF's own formats, each with the same bytes for the same graph."""

from __future__ import annotations

import json
from typing import Any

from rdflib import Dataset

from linimasa.store import nquads, prefixes, trig, turtle


def to_turtle(dataset: Dataset, base: str) -> str:
    """Return all graphs together as Turtle."""
    return turtle(dataset, base)


def to_trig(dataset: Dataset, base: str) -> str:
    """Return the named graphs as TriG."""
    return trig(dataset, base)


def to_nquads(dataset: Dataset, base: str) -> str:  # noqa: ARG001 - the registry's signature; IRIs are whole
    """Return the named graphs as N-Quads, sorted."""
    return nquads(dataset)


def to_json_ld(dataset: Dataset, base: str) -> str:
    """Return the named graphs as JSON-LD with the project's prefixes as context."""
    text = dataset.serialize(format="json-ld", context=prefixes(base), auto_compact=False)
    return json.dumps(_sorted(json.loads(text)), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _sorted(value: Any) -> Any:
    """Return a JSON-LD value with its lists sorted: they are sets, since the graph has no RDF lists."""
    if isinstance(value, dict):
        return {key: _sorted(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted(map(_sorted, value), key=_key)
    return value


def _key(value: Any) -> tuple[str, str]:
    identity = value.get("@id", "") if isinstance(value, dict) else ""
    return identity, json.dumps(value, sort_keys=True)
