"""The server's parts put together: addresses to answers, with the guard before them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from linimasa.errors import LinimasaError
from linimasa.query import named_query, query_names
from linimasa.server import negotiate
from linimasa.server.addresses import PARTS
from linimasa.server.endpoint import answer, check_acceptable, chosen_form, forms_for, no_query
from linimasa.server.files import file, picture
from linimasa.server.guard import Guard, same_origin
from linimasa.server.pool import Pool
from linimasa.server.protocol import LIMIT, Asked, asked, too_large
from linimasa.server.refused import RefusedError
from linimasa.server.settings import ServeSettings
from linimasa.server.shelf import Shelf
from linimasa.server.site import Site
from linimasa.server.templating import language, rendered
from linimasa.server.views import Views
from linimasa.server.wording import site_words
from linimasa.server.worker import Question

_LOCAL = ("localhost", "ip6-localhost")


class App:
    """Holds what the answers share."""

    def __init__(self, settings: ServeSettings) -> None:
        self.settings = settings
        self.views = Views(settings.folder, settings.base, settings.text)
        self.views.get()  # a wrong folder is said before anything is served
        self.site = Site(self.views)
        self.shelf = Shelf(self.views, settings)
        self.pool = Pool(settings)

    def routes(self) -> list[Route]:
        """Return the addresses."""
        site = self.site
        plain: list[tuple[str, Callable[[Request], Response]]] = [
            ("/", site.home),
            ("/search", site.search),
            ("/query", site.query_page),
            ("/prefixes.json", site.prefixes),
            ("/queries", site.queries),
            ("/queries/{name}", self.ready),
            ("/ont", site.ontology),
            ("/ont.ttl", site.ontology),
            ("/assets/{name}", lambda request: file(request.path_params["name"])),
            ("/{name}.html", self.picture),
            *((f"/{part}/{{local:path}}", site.thing) for part in PARTS),
        ]
        return [
            Route("/sparql", self.sparql, methods=["GET", "POST"]),
            *(Route(path, endpoint, methods=["GET"]) for path, endpoint in plain),
        ]

    async def sparql(self, request: Request) -> Response:
        """Answer the SPARQL protocol."""
        wanted = asked(
            request.method,
            request.scope["query_string"],
            request.headers.get("content-type"),
            await _body(request),
        )
        return await run_in_threadpool(self._sparql, request, wanted)

    def _sparql(self, request: Request, wanted: Asked) -> Response:
        if wanted.update is not None:
            return self._update(request, wanted)
        if wanted.query is None:
            if request.method == "POST":
                raise RefusedError(400, "the request holds no query; send it as the field `query`")
            return no_query(request, self.settings.writable)
        check_acceptable(request, wanted)
        result = self.pool.answer(Question(wanted.query, (), wanted.as_of))
        form = chosen_form(request, forms_for(result.kind), wanted.format)
        if form == negotiate.HTML:
            return self.site.result(
                request, result, site_words()[language(request)]["query"], "", wanted.query
            )
        return answer(result, form)

    def _update(self, request: Request, wanted: Asked) -> Response:
        if not self.settings.writable:
            raise RefusedError(403, "this server only reads; start it with --writable to allow updates")
        if not same_origin(request.headers):
            raise RefusedError(403, "updates are taken from programs and from this server's own pages alone")
        if wanted.as_of is not None:
            raise RefusedError(400, "what was known on a day can't be changed; leave out as-of")
        self.shelf.update(wanted.update or "")
        return Response(status_code=204)

    def ready(self, request: Request) -> Response:
        """Answer a shipped query with the parameters of the address; `NAME.rq` gives it as SPARQL."""
        name = request.path_params["name"]
        text = name.removesuffix(".rq")
        if text not in query_names():
            raise RefusedError(404, f"no query is named {text!r}; /queries lists them")
        query = named_query(text)
        own = {parameter.name for parameter in query.parameters}
        given = {key: value for key, value in request.query_params.items() if key in own and value}
        if name != text:
            return self.site.sparql(request, query, given)
        forms = (negotiate.HTML, *(form for form in negotiate.ROWS if form != negotiate.HTML))
        form = chosen_form(request, forms, request.query_params.get("format"))
        if form == negotiate.HTML and "lang" in own:
            given.setdefault("lang", language(request))
        as_of = request.query_params.get("as-of") or None
        result = self.pool.answer(Question(text, tuple(sorted(given.items())), as_of))
        if form == negotiate.HTML:
            return self.site.result(request, result, text, query.description, "")
        return answer(result, form)

    def picture(self, request: Request) -> Response:
        """Answer with a page of the build."""
        return picture(
            self.shelf.picture(request.path_params["name"], request.query_params.get("as-of") or None)
        )


async def _body(request: Request) -> bytes:
    parts, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > LIMIT:
            raise too_large()
        parts.append(chunk)
    return b"".join(parts)


def create_app(settings: ServeSettings) -> ASGIApp:
    """Return the server of a folder as an ASGI application. StoreError where the folder holds no graph."""
    app = App(settings)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        app.pool.start()
        try:
            yield
        finally:
            app.pool.close()

    async def refused(request: Request, error: Exception) -> Response:
        return _refused(request, error, settings.base)

    handlers = {LinimasaError: refused, HTTPException: refused}
    inner = Starlette(routes=app.routes(), lifespan=life, exception_handlers=handlers)
    return Guard(inner, (*_LOCAL, settings.host, *settings.hosts))


def _refused(request: Request, error: Exception, base: str) -> Response:
    """Return an error as a page for people, as a line of text for programs."""
    status, message, headers = 400, str(error), {}
    if isinstance(error, RefusedError):
        status, headers = error.status, error.headers
    elif isinstance(error, HTTPException):
        status, message, headers = error.status_code, str(error.detail), dict(error.headers or {})
    accept = request.headers.get("accept")
    if accept and negotiate.chosen(accept, [negotiate.NTRIPLES, negotiate.HTML]) == negotiate.HTML:
        words = site_words()[language(request)]
        title = words["error_404"] if status == 404 else message.partition(";")[0]
        values = {"title": title, "message": message, "status": status}
        page = rendered(request, "error.html", values, base, status)
        page.headers.update(headers)
        return page
    return PlainTextResponse(f"{message}\n", status, headers)
