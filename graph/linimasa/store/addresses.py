"""Where an endpoint takes queries, updates and graphs: each server has its own places for them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from linimasa.errors import SettingError

#: Environment variables: who asks, and addresses that differ from the usual ones.
USER, PASSWORD, TOKEN = "LINIMASA_STORE_USER", "LINIMASA_STORE_PASSWORD", "LINIMASA_STORE_TOKEN"
UPDATE, GRAPHS, AUTH = "LINIMASA_STORE_UPDATE", "LINIMASA_STORE_GRAPHS", "LINIMASA_STORE_AUTH"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The three addresses of a SPARQL 1.1 endpoint, and whether it wants digest authentication."""

    query: str
    update: str
    graphs: str
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks: a user with a password, or a token. None of it is ever shown."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


def credentials() -> Credentials:
    """Return what the environment says; SettingError for a password without a user."""
    found = Credentials(*(os.environ.get(name, "") for name in (USER, PASSWORD, TOKEN)))
    if found.password and not found.user:
        raise SettingError(f"{PASSWORD} is set without {USER}; set both, or {TOKEN}")
    return found


def addresses(url: str, known: bool = False) -> Addresses:
    """Return the addresses of the endpoint that a URL names, by the form of its path; `known` users are sent
    to other ones where a server has such.

    | path | server | query, update, graphs |
    |---|---|---|
    | `…/sparql` | Virtuoso | `/sparql-auth`, the same, `/sparql-graph-crud-auth`; by digest |
    | `…/repositories/NAME` | GraphDB, RDF4J | itself, `/statements`, `/rdf-graphs/service` |
    | `…/query` or none | Oxigraph | `/query`, `/update`, `/store` |
    | another | Fuseki | below it `/query`, `/update`, `/data` |

    `LINIMASA_STORE_UPDATE` and `LINIMASA_STORE_GRAPHS` go before that, and `LINIMASA_STORE_AUTH` (`basic` or
    `digest`). Sources: the servers' own documentation of SPARQL 1.1 Protocol and Graph Store HTTP Protocol.
    """
    usual = _usual(url.rstrip("/"), known)
    auth = os.environ.get(AUTH, "")
    if auth not in ("", "basic", "digest"):
        raise SettingError(f"{AUTH}={auth}: choose basic or digest")
    return Addresses(
        usual.query,
        os.environ.get(UPDATE) or usual.update,
        os.environ.get(GRAPHS) or usual.graphs,
        auth == "digest" if auth else usual.digest,
    )


def _usual(url: str, known: bool) -> Addresses:
    path = urlsplit(url).path.rstrip("/")
    if path.endswith("/sparql"):
        above, auth = url.removesuffix("/sparql"), "-auth" if known else ""
        query = f"{above}/sparql{auth}"
        return Addresses(query, query, f"{above}/sparql-graph-crud{auth}", digest=known)
    if "/repositories/" in path:
        return Addresses(url, f"{url}/statements", f"{url}/rdf-graphs/service")
    if not path or path.endswith("/query"):
        above = url.removesuffix("/query")
        return Addresses(f"{above}/query", f"{above}/update", f"{above}/store")
    return Addresses(f"{url}/query", f"{url}/update", f"{url}/data")
