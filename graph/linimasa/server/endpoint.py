"""The SPARQL 1.1 endpoint and the shipped queries over HTTP."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import Graph, URIRef
from rdflib.namespace import RDF
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from linimasa.query import Result
from linimasa.query.result import GRAPH, TRUTH
from linimasa.server import negotiate
from linimasa.server.answers import graph_bytes, graph_of, rows_bytes
from linimasa.server.negotiate import Form
from linimasa.server.protocol import Asked
from linimasa.server.refused import RefusedError

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"


def forms_for(kind: str) -> Sequence[Form]:
    """Return the forms of a kind of result, the one that counts without an Accept header first."""
    return {GRAPH: negotiate.GRAPHS, TRUTH: negotiate.TRUTHS}.get(kind, negotiate.ROWS)


def chosen_form(request: Request, forms: Sequence[Form], name: str | None = None) -> Form:
    """Return the form a client wants: by `format=`, else by its Accept header. RefusedError 400 or 406."""
    if name is not None:
        for form in forms:
            if form.name == name:
                return form
        raise RefusedError(
            400, f"no format {name!r} for this; there are {', '.join(form.name for form in forms)}"
        )
    found = negotiate.chosen(request.headers.get("accept"), forms)
    if found is None:
        types = ", ".join(form.type for form in forms)
        raise RefusedError(406, f"none of the types asked for can be given; there are {types}")
    return found


def check_acceptable(request: Request, asked: Asked) -> None:
    """Refuse before a query is run what could be answered in no form, whatever the query gives."""
    every = [*negotiate.ROWS, *negotiate.GRAPHS]
    chosen_form(request, every, asked.format)


def answer(result: Result, form: Form) -> Response:
    """Return a result as a response."""
    if result.kind == GRAPH:
        body = graph_bytes(graph_of(result.rows, result.base), form, result.base)
    else:
        body = rows_bytes(result, form)
    return Response(
        body, headers={"Content-Type": form.header, "Vary": "Accept", "Cache-Control": "no-cache"}
    )


def no_query(request: Request, writable: bool) -> Response:
    """Answer a request without a query: people get the query page, programs what the service can do."""
    if negotiate.chosen(request.headers.get("accept"), [negotiate.TURTLE, negotiate.HTML]) == negotiate.HTML:
        return RedirectResponse("/query", 303)
    form = chosen_form(request, negotiate.GRAPHS[:-1])
    graph = service_description(str(request.url.replace(query="", fragment="")), writable)
    return Response(graph_bytes(graph, form, "https://w3id.org/linimasa/"), media_type=form.header)


def service_description(address: str, writable: bool) -> Graph:
    """Return the endpoint's description in the terms of SPARQL 1.1 Service Description."""
    graph = Graph(bind_namespaces="none")
    graph.bind("sd", _SD)
    service = URIRef(address)
    graph.add((service, RDF.type, URIRef(_SD + "Service")))
    graph.add((service, URIRef(_SD + "endpoint"), service))
    graph.add((service, URIRef(_SD + "supportedLanguage"), URIRef(_SD + "SPARQL11Query")))
    if writable:
        graph.add((service, URIRef(_SD + "supportedLanguage"), URIRef(_SD + "SPARQL11Update")))
    graph.add((service, URIRef(_SD + "feature"), URIRef(_SD + "UnionDefaultGraph")))
    for name in (
        "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
        "N-Triples", "JSON-LD", "RDF_XML",
    ):  # fmt: skip
        graph.add((service, URIRef(_SD + "resultFormat"), URIRef(_FORMATS + name)))
    return graph
