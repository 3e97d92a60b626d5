"""Requests of the SPARQL 1.1 Protocol, read into what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from urllib.parse import parse_qs

from linimasa.server.refused import RefusedError

#: The most bytes of a query or update that is taken.
LIMIT = 1_000_000

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_GRAPHS = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: `query` or `update` or neither, the day it is asked as of, and the form by `format=`."""

    query: str | None = None
    update: str | None = None
    as_of: str | None = None
    format: str | None = None


def asked(method: str, query_string: bytes, content_type: str | None, body: bytes) -> Asked:
    """Return what a request asks; a RefusedError 400, 413 or 415 where it breaks the protocol."""
    if len(body) > LIMIT:
        raise too_large()
    values = _values(query_string)
    if method == "POST":
        kind, charset = _kind(content_type)
        if charset.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise RefusedError(415, f"the text must be UTF-8, not {charset}")
        if kind == FORM:
            for name, given in _values(body).items():
                values.setdefault(name, []).extend(given)
        elif kind in (QUERY, UPDATE):
            name = "query" if kind == QUERY else "update"
            if name in values:
                raise RefusedError(400, f"the {name} stands in the address and in the body; send one")
            values[name] = [_decoded(body)]
        else:
            raise RefusedError(
                415,
                f"a POST is of type {FORM}, {QUERY} or {UPDATE}, not {kind or 'without one'}",
                {"Accept-Post": f"{FORM}, {QUERY}, {UPDATE}"},
            )
    elif "update" in values:
        raise RefusedError(400, "an update must be sent by POST")
    return _asked(values)


def too_large() -> RefusedError:
    """Return the refusal of a body that is too long."""
    return RefusedError(413, f"the query is longer than {LIMIT:,} bytes; ask in several parts")


def _asked(values: dict[str, list[str]]) -> Asked:
    for name in ("as-of", "format"):  # the query page's editor sends its fields in two places
        if name in values:
            values[name] = list(dict.fromkeys(values[name]))
    for name in ("query", "update", "as-of", "format"):
        if len(values.get(name, ())) > 1:
            raise RefusedError(400, f"{name} is given {len(values[name])} times; give it once")
    if "query" in values and "update" in values:
        raise RefusedError(400, "a query and an update in one request; send them one by one")
    for name in _GRAPHS:
        if any(values.get(name, ())):
            raise RefusedError(
                400, f"{name} isn't taken; all graphs are asked together, choose by GRAPH instead"
            )
    query, update, as_of, form = (
        values.get(name, [None])[0] for name in ("query", "update", "as-of", "format")
    )
    if query is not None and not query.strip():
        raise RefusedError(400, "the query is empty")
    return Asked(query, update, as_of or None, form or None)


def _values(data: bytes) -> dict[str, list[str]]:
    try:
        return parse_qs(data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the parameters aren't percent-encoded UTF-8") from error
    except ValueError as error:
        raise RefusedError(400, f"the parameters can't be read ({error})") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the body isn't UTF-8 (byte {error.start})") from error


def _kind(content_type: str | None) -> tuple[str, str]:
    message = Message()
    message["Content-Type"] = content_type or ""
    kind = message.get_content_type() if content_type else ""
    return kind, str(message.get_param("charset", "utf-8"))
