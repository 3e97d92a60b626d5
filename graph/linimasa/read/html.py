"""HTML: the article's text by trafilatura; the day only from what the page declares, never from a guess."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from linimasa.errors import SourceError
from linimasa.read.day import iso_day, named_day
from linimasa.read.fields import document_of
from linimasa.read.origin import Found, Given, Raw

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Values of `property`, `name` or `itemprop` of a meta tag that declare the day of publication.
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
_SITE = ("og:site_name", "application-name")


def read_html(raw: Raw, given: Given) -> Found:
    """Yield the page's article; SourceError where no text is found in it."""
    from trafilatura import extract, load_html  # 0.25 s: loaded only where a source is HTML

    page = load_html(raw.data)
    if page is None:
        raise SourceError("no HTML page; save it again or give its text as .txt")
    metas = _metas(page)
    record: dict[str, object] = {
        "title": _title(page, metas),
        "published": _published(page, metas) or named_day(raw.stem),
        "source": next((metas[name] for name in _SITE if metas.get(name)), ""),
        "url": _url(page, metas),
    }
    record["text"] = extract(page, include_comments=False, include_tables=False, with_metadata=False) or ""
    if not record["text"]:
        raise SourceError("no article found in the page; give its text as .txt")
    yield document_of(record, given, path=raw.path, line=None, fallback=raw.stem)


def _metas(page: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _title(page: HtmlElement, metas: dict[str, str]) -> str:
    heading = next(
        (" ".join(h.text_content().split()) for h in page.iter("h1") if h.text_content().strip()), ""
    )
    declared = metas.get("og:title", "")
    element = page.find(".//title")
    return heading or declared or (" ".join((element.text or "").split()) if element is not None else "")


def _url(page: HtmlElement, metas: dict[str, str]) -> str:
    for link in page.iter("link"):
        if link.get("rel") == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    return metas.get("og:url", "")


def _published(page: HtmlElement, metas: dict[str, str]) -> str | None:
    declared = [metas[name] for name in _PUBLISHED if name in metas]
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            declared += _json_ld(script.text or "")
    return next((day for value in declared if (day := iso_day(value))), None)


def _json_ld(text: str) -> list[str]:
    try:
        return list(_dates(json.loads(text)))
    except (ValueError, RecursionError):
        return []  # broken JSON-LD declares nothing


def _dates(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _dates(value.get(key))
    elif isinstance(value, list):
        for item in value:
            yield from _dates(item)
