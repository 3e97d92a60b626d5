"""A client of SPARQL 1.1 endpoints: queries, updates, and whole graphs by the Graph Store HTTP Protocol.

W3C Recommendations of 2013-03-21: SPARQL 1.1 Protocol, SPARQL 1.1 Query Results JSON Format, SPARQL 1.1 Graph
Store HTTP Protocol.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rdflib import BNode, Literal, URIRef

from linimasa.errors import StoreError
from linimasa.store.addresses import addresses, credentials
from linimasa.store.answer import Answer, once
from linimasa.store.terms import DECIMAL, STRING, decimal, node_of, ours
from linimasa.store.words import words

if TYPE_CHECKING:
    import httpx

_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
#: Virtuoso 7 answers ASK by a row of this one column.
_VIRTUOSO_ASK = ("__ASK_RETVAL",)
#: Seconds for a connection, and for a request that has no limit of its own.
_CONNECT, _PATIENCE = 10.0, 600.0


class Endpoint:
    """A SPARQL endpoint. Whoever makes one closes it; StoreError names the host, never the credentials."""

    def __init__(self, url: str) -> None:
        import httpx

        who = credentials()
        self.url = url
        self._at = addresses(url, bool(who.user))
        headers = {"Authorization": f"Bearer {who.token}"} if who.token else {}
        auth: httpx.Auth | None = None
        if who.user:
            auth = (httpx.DigestAuth if self._at.digest else httpx.BasicAuth)(who.user, who.password)
        timeout = httpx.Timeout(_PATIENCE, connect=_CONNECT)
        # No connection stays open between requests: nobody need remember to close an opened folder.
        limits = httpx.Limits(max_keepalive_connections=0)
        self._client = httpx.Client(auth=auth, headers=headers, timeout=timeout, limits=limits)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def answer(self, text: str, prefixes: Mapping[str, str], timeout: float | None = None) -> Answer:
        """Return the answer to a query; SyntaxError where the endpoint finds that it is none, TimeoutError,
        StoreError."""
        asked = words(text)
        graph = not asked.isdisjoint(("CONSTRUCT", "DESCRIBE")) and "SELECT" not in asked
        head = " ".join(f"PREFIX {prefix}: <{name}>" for prefix, name in prefixes.items())
        response = self._send(
            "POST",
            self._at.query,
            timeout,
            data={"query": f"{head} {text}"},
            headers={"Accept": f"{_TRIPLES}, text/turtle;q=0.9" if graph else _RESULTS},
        )
        cut = response.headers.get("X-SPARQL-MaxRows")
        if cut:
            raise StoreError(
                f"{self.url} gives no more than {cut} rows; ask for less, or have its limit raised"
            )
        if graph:
            columns = ("subject", "predicate", "object")
            return Answer("CONSTRUCT", columns, once(_triples(_lines(response))))
        return _results(json.loads(response.content))

    def update(self, text: str) -> None:
        """Carry out a SPARQL update; StoreError where it is refused."""
        self._send("POST", self._at.update, None, data={"update": text})

    def put(self, graph: str, lines: Iterable[str]) -> None:
        """Put lines of N-Triples in the place of a graph; StoreError where it is refused."""
        body = "".join(f"{line}\n" for line in lines).encode("utf-8")
        # N-Triples is Turtle, which every server takes.
        headers = {"Content-Type": "text/turtle; charset=utf-8"}
        self._send("PUT", self._at.graphs, None, params={"graph": graph}, content=body, headers=headers)

    def delete(self, graph: str) -> None:
        """Delete a graph; one that isn't there is none the less gone."""
        self._send("DELETE", self._at.graphs, None, missing=True, params={"graph": graph})

    def get(self, graph: str) -> list[str]:
        """Return a graph as lines of N-Triples."""
        headers = {"Accept": f"{_TRIPLES}, text/turtle;q=0.9"}
        return _lines(self._send("GET", self._at.graphs, None, params={"graph": graph}, headers=headers))

    def _send(
        self, method: str, url: str, timeout: float | None, missing: bool = False, **parts: Any
    ) -> httpx.Response:
        import httpx

        limit = httpx.Timeout(timeout) if timeout else self._client.timeout
        try:
            response = self._client.request(method, url, timeout=limit, **parts)
        except httpx.TimeoutException:
            raise TimeoutError from None
        except httpx.HTTPError as error:
            raise StoreError(f"{url} can't be reached ({error}); is the server up?") from None
        if response.status_code < 300 or (missing and response.status_code == 404):
            return response
        why = " ".join(response.text.split())[:200]
        if response.status_code == 400 and "query" in parts.get("data", {}):
            raise SyntaxError(why)
        hint = "; set LINIMASA_STORE_USER and LINIMASA_STORE_PASSWORD" if response.status_code == 401 else ""
        raise StoreError(f"{method} {url}: {response.status_code} {response.reason_phrase} {why}{hint}")


def _lines(response: httpx.Response) -> list[str]:
    """Return triples as lines of N-Triples, whichever form of Turtle the server gave them in."""
    import pyoxigraph as ox

    try:
        found = ox.parse(response.content, ox.RdfFormat.TURTLE, lenient=True)
        lines = [f"{quad.subject} {quad.predicate} {quad.object} ." for quad in found]
        return ours("\n".join(lines).encode("utf-8")).split("\n") if lines else []
    except SyntaxError as error:
        raise StoreError(f"{response.url.host} gave triples that can't be read ({error})") from error


def _triples(lines: list[str]) -> Iterator[tuple[Any, ...]]:
    for line in lines:
        s, p, o = line.removesuffix(" .").split(" ", 2)
        yield node_of(s), node_of(p), node_of(o)


def _results(data: Any) -> Answer:
    if "boolean" in data:
        return Answer("ASK", ("answer",), ((Literal(bool(data["boolean"])),),))
    columns = tuple(data["head"].get("vars", ()))
    rows = data["results"]["bindings"]
    if columns == _VIRTUOSO_ASK:
        holds = any(row[columns[0]]["value"] in ("1", "true") for row in rows)
        return Answer("ASK", ("answer",), ((Literal(holds),),))
    known: dict[tuple[str, ...], Any] = {}

    def node(cell: Mapping[str, str] | None) -> Any:
        if cell is None:
            return None
        key = (cell["type"], cell["value"], cell.get("xml:lang", ""), cell.get("datatype", ""))
        if key not in known:
            known[key] = _node(*key)
        return known[key]

    return Answer("SELECT", columns, (tuple(node(row.get(name)) for name in columns) for row in rows))


def _node(kind: str, value: str, lang: str, datatype: str) -> Any:
    if kind == "uri":
        return URIRef(value)
    if kind == "bnode":
        return BNode(value)
    if lang:
        return Literal(value, lang=lang)
    if not datatype or datatype == STRING:
        return Literal(value)
    return Literal(decimal(value) if datatype == DECIMAL else value, datatype=URIRef(datatype))
