"""The pages and data of one folder: what each address answers."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from linimasa.query import NamedQuery, Result, named_query, query_names
from linimasa.query.html import html_table
from linimasa.query.parameters import fill
from linimasa.server import negotiate, pages
from linimasa.server.addresses import PARTS
from linimasa.server.answers import graph_bytes, graph_of
from linimasa.server.describe import description
from linimasa.server.endpoint import chosen_form
from linimasa.server.negotiate import Form
from linimasa.server.ontology import ontology_text, terms
from linimasa.server.presenter import Link, Presenter
from linimasa.server.refused import RefusedError
from linimasa.server.search import KINDS
from linimasa.server.templating import addresses, language, rendered
from linimasa.server.views import View, Views
from linimasa.store.scheme import load_scheme
from linimasa.store.vocab import prefixes

#: The forms of an IRI's page; people's form counts where none is asked for.
FORMS = (negotiate.HTML, negotiate.TURTLE, negotiate.JSONLD, negotiate.NTRIPLES, negotiate.RDFXML)
_NAMES = {"turtle": "Turtle", "jsonld": "JSON-LD", "nt": "N-Triples", "rdfxml": "RDF/XML"}
#: Most hits that a search shows, documents and actors that the front page shows.
HITS, LATEST, BUSIEST = 100, 12, 12


class Site:
    """Makes the answers that need no query of the reader's own; called from threads side by side."""

    def __init__(self, views: Views) -> None:
        self._views = views

    def seen(self, request: Request) -> Presenter:
        """Return what the reader of this request sees the graph through."""
        at = addresses(request, self._views.base)
        return Presenter(self._views.get(at.as_of), at, language(request))

    def page(self, request: Request, template: str, values: dict[str, Any], status: int = 200) -> Response:
        """Return a page of the site."""
        return rendered(request, template, values, self._views.base, status)

    def home(self, request: Request) -> Response:
        """Return the front page."""
        seen = self.seen(request)
        view, near, base = seen.view, seen.near, self._views.base
        kinds = {"documents": "Document", "claims": "Claim", "events": "Event"}
        counts = {name: len(_of_class(view, kind)) for name, kind in kinds.items()}
        told = Counter[str]()
        for name in ("actor", "recipient"):
            pairs = {(s, o) for s, _, o in view.dataset.triples((None, URIRef(f"{base}ont#{name}"), None))}
            told.update(str(actor) for _, actor in pairs)
        busiest = sorted(told.items(), key=lambda item: (-item[1], item[0]))[:BUSIEST]
        issued = {str(s): str(o) for s, _, o in view.dataset.triples((None, DCTERMS.issued, None))}
        documents = sorted(map(str, _of_class(view, "Document")), key=lambda iri: (issued.get(iri, ""), iri))
        latest = documents[: -LATEST - 1 : -1]
        scene = near.described(map(URIRef, latest))
        values = {
            "title": seen.words["home"],
            "here": "home",
            "counts": {**counts, "actors": len(told)},
            "busiest": [(seen.link(iri), number) for iri, number in busiest],
            "latest": [seen.document(scene.documents[iri]) for iri in latest],
            "pictures": [
                {"href": seen.addresses.page("/" + path.name), "label": _picture(seen, path)}
                for path in pictures(view.folder)
            ],
        }
        return self.page(request, "home.html", values)

    def search(self, request: Request) -> Response:
        """Return what has the words of `?q=` in its names."""
        seen, words = self.seen(request), request.query_params.get("q", "").strip()
        hits = list(seen.view.labels.find(words, seen.lang))
        groups = [
            (
                kind,
                [
                    Link(hit.label, seen.addresses.of(hit.iri), hit.iri)
                    for hit in hits[:HITS]
                    if hit.kind == kind
                ],
            )
            for kind in KINDS
        ]
        values = {
            "title": seen.words["search"],
            "q": words,
            "n": len(hits),
            "limit": HITS,
            "groups": [(kind, links) for kind, links in groups if links],
        }
        return self.page(request, "search.html", values)

    def thing(self, request: Request) -> Response:
        """Return the page or the data of an IRI below the base, 404 where the graph doesn't know it."""
        seen = self.seen(request)
        path = request.scope["path"]
        form, local = None, path
        for one in FORMS:
            if one.suffix and path.endswith(one.suffix) and not self._known(seen.view, path):
                form, local = one, path.removesuffix(one.suffix)
        iri = self._views.base + local.lstrip("/")
        if form is None:
            form = chosen_form(request, FORMS, request.query_params.get("format"))
        if form != negotiate.HTML:
            return self._data(seen, iri, form)
        number = request.query_params.get("page", "1")
        page = pages.thing(seen, iri, int(number) if number.isascii() and number.isdigit() else 1)
        if page is None:
            raise RefusedError(404, f"the graph knows nothing of {iri}")
        address = seen.addresses.of(iri) or local
        suffixed = address.partition("?")
        forms = [
            {
                "type": one.type,
                "label": _NAMES[one.name],
                "href": suffixed[0] + one.suffix + suffixed[1] + suffixed[2],
            }
            for one in FORMS[1:]
        ]
        response = self.page(request, page.template, {"forms": forms, "path": local, **page.values})
        links = ", ".join(f'<{one["href"]}>; rel="alternate"; type="{one["type"]}"' for one in forms)
        response.headers["Link"] = links
        return response

    def _known(self, view: View, path: str) -> bool:
        return (URIRef(self._views.base + path.lstrip("/")), None, None) in view.dataset

    def _data(self, seen: Presenter, iri: str, form: Form) -> Response:
        base = self._views.base
        found = description(seen.view.dataset, URIRef(iri), base)
        if not found and iri.startswith(base):  # in the ontology, though not in use
            found = set(load_scheme().graph.triples((URIRef(iri), None, None)))
        if not found:
            raise RefusedError(404, f"the graph knows nothing of {iri}")
        headers = {"Content-Type": form.header, "Vary": "Accept", "Cache-Control": "no-cache"}
        return Response(graph_bytes(graph_of(found, base), form, base), headers=headers)

    def ontology(self, request: Request) -> Response:
        """Return the terms of the ontology as a page, or the ontology as Turtle."""
        wanted = (negotiate.HTML, negotiate.TURTLE)
        turtle = request.url.path.endswith(".ttl")
        if turtle or chosen_form(request, wanted, request.query_params.get("format")) == negotiate.TURTLE:
            return Response(
                ontology_text(), headers={"Content-Type": negotiate.TURTLE.header, "Vary": "Accept"}
            )
        seen = self.seen(request)
        groups: dict[str, list[dict[str, str]]] = {"class": [], "property": [], "term": []}
        for term in terms().values():
            line = {"local": term.local, "label": term.label(seen.lang), "meaning": term.means(seen.lang)}
            groups[term.kind].append(line)
        types = [
            {
                "local": local,
                "label": info.labels.get(seen.lang, local),
                "href": seen.addresses.of(f"{self._views.base}type/{local}"),
                "meaning": pages.meaning(local, seen.lang),
            }
            for local, info in sorted(load_scheme().types.items())
        ]
        values = {
            "title": seen.words["ontology"],
            "here": "ont",
            "types": types,
            "groups": list(groups.items()),
        }
        return self.page(request, "ontology.html", values)

    def queries(self, request: Request) -> Response:
        """Return the shipped queries, as a page or as JSON."""
        named = [named_query(name) for name in query_names()]
        form = chosen_form(request, (negotiate.HTML, negotiate.JSON), request.query_params.get("format"))
        if form == negotiate.JSON:
            return JSONResponse([_told(one) for one in named], headers={"Vary": "Accept"})
        words = self.seen(request).words
        values = {"title": words["ready_queries"], "here": "queries", "queries": named}
        return self.page(request, "queries.html", values)

    def sparql(self, request: Request, query: NamedQuery, given: dict[str, str]) -> Response:
        """Return a shipped query with its parameters filled in, as SPARQL."""
        from linimasa.query.actors import with_actors

        view = self.seen(request).view
        values = with_actors(view.dataset, query.parameters, given, view.base)
        text = fill(query.text, query.parameters, values, view.base)
        lines = [line for line in text.splitlines() if not line.startswith("# param:")]
        known = [
            f"PREFIX {name}: <{start}>"
            for name, start in prefixes(view.base).items()
            if re.search(rf"(?<![\w:-]){name}:", text)
        ]
        return Response("\n".join([*known, *lines]) + "\n", media_type="application/sparql-query")

    def prefixes(self, request: Request) -> Response:  # noqa: ARG002 - all answers are called alike
        """Return the prefixes that are bound, for the editor."""
        return JSONResponse(prefixes(self._views.base))

    def query_page(self, request: Request) -> Response:
        """Return the page with the editor."""
        return self.page(request, "query.html", {"title": self.seen(request).words["query"], "here": "query"})

    def result(self, request: Request, result: Result, title: str, about: str, text: str) -> Response:
        """Return the rows of a query as a page with links to the things in them."""
        seen = self.seen(request)
        table = html_table(result.columns, result.rows, result.base, lambda iri: seen.addresses.of(str(iri)))
        here = request.url.include_query_params
        names = {"rows": ("json", "xml", "csv", "tsv"), "graph": ("turtle", "nt", "jsonld", "rdfxml")}
        forms = [
            (name, f"{here(format=name).path}?{here(format=name).query}")
            for name in names.get(result.kind, ("json", "xml"))
        ]
        values = {
            "title": title, "description": about, "table": table, "sparql": text, "forms": forms,
        }  # fmt: skip
        return self.page(request, "result.html", values)


def pictures(folder: Path) -> list[Path]:
    """Return the pages that a build has written into its folder."""
    return sorted(path for path in folder.glob("*.html") if path.is_file() and not path.name.startswith("."))


def _picture(seen: Presenter, path: Path) -> str:
    return seen.words.get(f"page_{path.stem}", path.stem)


def _of_class(view: View, kind: str) -> set[Any]:
    return {s for s, _, _ in view.dataset.triples((None, RDF.type, URIRef(f"{view.base}ont#{kind}")))}


def _told(query: NamedQuery) -> dict[str, Any]:
    parameters = [{"name": p.name, "type": p.type, "default": p.default} for p in query.parameters]
    return {"name": query.name, "description": query.description, "parameters": parameters}


def is_thing(path: str) -> bool:
    """Whether a path is that of a thing of the graph."""
    first, slash, rest = path.lstrip("/").partition("/")
    return first in PARTS and bool(slash and rest)
