"""Requests of the SPARQL protocol."""

from __future__ import annotations

import pytest

from linimasa.server.protocol import FORM, LIMIT, QUERY, UPDATE, Asked, asked
from linimasa.server.refused import RefusedError

ASK = "ASK {}"


@pytest.mark.parametrize(
    ("method", "query_string", "kind", "body", "expected"),
    [
        ("GET", b"", None, b"", Asked()),
        ("GET", b"query=ASK%20%7B%7D", None, b"", Asked(ASK)),
        ("GET", b"query=ASK+%7B%7D&as-of=2022-01-05", None, b"", Asked(ASK, None, "2022-01-05")),
        ("GET", b"query=ASK+%7B%7D&format=xml", None, b"", Asked(ASK, None, None, "xml")),
        ("GET", b"query=ASK%20%7B%7D&default-graph-uri=", None, b"", Asked(ASK)),
        ("POST", b"", FORM, b"query=ASK+%7B%7D", Asked(ASK)),
        ("POST", b"", FORM + "; charset=UTF-8", b"query=ASK%20%7B%7D", Asked(ASK)),
        ("POST", b"as-of=2022-01-05", QUERY, ASK.encode(), Asked(ASK, None, "2022-01-05")),
        ("POST", b"as-of=2022-01-05", FORM, b"query=ASK&as-of=2022-01-05", Asked("ASK", None, "2022-01-05")),
        ("POST", b"", QUERY, "ASK {} # ü".encode(), Asked("ASK {} # ü")),
        ("POST", b"", UPDATE, b"CLEAR ALL", Asked(None, "CLEAR ALL")),
        ("POST", b"", FORM, b"update=CLEAR+ALL", Asked(None, "CLEAR ALL")),
    ],
)  # fmt: skip
def test_what_is_asked(
    method: str, query_string: bytes, kind: str | None, body: bytes, expected: Asked
) -> None:
    assert asked(method, query_string, kind, body) == expected


@pytest.mark.parametrize(
    ("method", "query_string", "kind", "body", "status", "message"),
    [
        ("GET", b"query=ASK&query=ASK", None, b"", 400, "2 times"),
        ("GET", b"query=ASK&as-of=2022-01-05&as-of=2022-01-06", None, b"", 400, "as-of is given 2 times"),
        ("GET", b"query=", None, b"", 400, "empty"),
        ("GET", b"update=CLEAR+ALL", None, b"", 400, "by POST"),
        ("GET", b"query=%ff", None, b"", 400, "percent-encoded"),
        ("GET", "query=ü".encode(), None, b"", 400, "percent-encoded"),
        ("GET", b"query=ASK&default-graph-uri=http://e/", None, b"", 400, "default-graph-uri"),
        ("GET", b"query=ASK&named-graph-uri=http://e/", None, b"", 400, "named-graph-uri"),
        ("POST", b"", FORM, b"query=ASK&update=CLEAR", 400, "one by one"),
        ("POST", b"query=ASK", QUERY, b"ASK {}", 400, "in the body"),
        ("POST", b"", None, b"ASK {}", 415, "without one"),
        ("POST", b"", "text/plain", b"ASK {}", 415, "text/plain"),
        ("POST", b"", "application/json", b"{}", 415, "application/json"),
        ("POST", b"", QUERY + "; charset=utf-16", b"", 415, "UTF-8"),
        ("POST", b"", QUERY, b"ASK \xff", 400, "isn't UTF-8 (byte 4)"),
        ("POST", b"", QUERY, b"x" * (LIMIT + 1), 413, "longer than"),
        ("POST", b"", FORM, b"&".join([b"a=1"] * 200), 400, "can't be read"),
    ],
)
def test_what_is_refused(
    method: str, query_string: bytes, kind: str | None, body: bytes, status: int, message: str
) -> None:
    with pytest.raises(RefusedError) as caught:
        asked(method, query_string, kind, body)
    assert caught.value.status == status
    assert message in str(caught.value)
