"""Pages from templates: everything that is put into one is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from linimasa.server.addresses import Addresses
from linimasa.server.wording import day_words, reader_language, site_words
from linimasa.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).resolve().parent / "templates"


@cache
def templates() -> Environment:
    """Return the templates; a name that a template uses and nobody gave is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def language(request: Request) -> str:
    """Return the language of the reader who asks."""
    return reader_language(request.query_params.get("lang"), request.headers.get("accept-language"))


def addresses(request: Request, base: str) -> Addresses:
    """Return what makes addresses that keep the reader's choices."""
    asked = request.query_params.get("lang")
    return Addresses(
        base, asked if asked in site_words() else None, request.query_params.get("as-of") or None
    )


def rendered(
    request: Request, template: str, values: Mapping[str, Any], base: str, status: int = 200
) -> HTMLResponse:
    """Return a page: `values` go into the template beside what every page has. `title` must be among them."""
    lang, at = language(request), addresses(request, base)
    path = request.url.path
    others = [
        (name, value)
        for name, value in parse_qsl(request.url.query, keep_blank_values=True, max_num_fields=100)
        if name not in ("lang", "as-of")
    ]
    languages = [(code, _with(path, others, at.as_of, code)) for code in site_words()]
    context = {
        "t": site_words()[lang],
        "lang": lang,
        "at": at,
        "here": "",
        "path": path,
        "languages": languages,
        "then": day_words(at.as_of or "", lang),
        "always": _with(path, others, None, at.lang),
        "kept": others,
        "base": base,
        "version": __version__,
        **values,
    }
    text = templates().get_template(template).render(context)
    headers = {"Vary": "Accept, Accept-Language", "Content-Language": lang, "Cache-Control": "no-cache"}
    return HTMLResponse(text.encode("utf-8", "replace"), status, headers)


def _with(path: str, others: list[tuple[str, str]], as_of: str | None, lang: str | None) -> str:
    chosen = [*others, *([("as-of", as_of)] if as_of else []), *([("lang", lang)] if lang else [])]
    return path + ("?" + urlencode(chosen) if chosen else "")
