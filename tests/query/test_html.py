"""Rows as HTML: readable by a parser, and nothing in them runs."""

from __future__ import annotations

from lxml import html
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from linimasa.query import Result
from linimasa.query.html import html_table

BASE = "https://w3id.org/linimasa/"
EVIL = "<script>alert(1)</script>"
RESULT = Result(
    ("who", EVIL),
    (
        (URIRef(BASE + "actor/usa"), Literal(EVIL, lang="id")),
        (None, Literal("3", datatype=XSD.integer)),
        (URIRef('http://example.org/"><b>'), Literal("a & b\nc")),
    ),
)


def test_a_page_holds_the_rows_as_they_are() -> None:
    text = RESULT.format("html")
    assert text.startswith("<!doctype html>")
    page = html.document_fromstring(text)
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//tr")]
    assert rows == [["who", EVIL], ["act:usa", EVIL], ["", "3"], ['http://example.org/"><b>', "a & b\nc"]]
    assert page.xpath("//caption")[0].text_content() == "3 rows"
    assert page.xpath("//td/@lang") == ["id"]
    assert page.xpath("//td[1]/@title") == [BASE + "actor/usa", 'http://example.org/"><b>']


def test_no_text_becomes_markup_and_nothing_is_asked_for() -> None:
    page = html.document_fromstring(RESULT.format("html"))
    assert page.xpath("//script | //b | //a | //link | //img") == []
    assert "default-src 'none'" in page.xpath("//meta/@content")[0]


def test_iris_become_links_where_there_is_an_address() -> None:
    text = html_table(
        RESULT.columns, RESULT.rows, link=lambda iri: '/x?a=1&b="' if iri.endswith("usa") else None
    )
    assert html.fragment_fromstring(text).xpath("//a/@href") == ['/x?a=1&b="']
