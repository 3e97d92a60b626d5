"""The pages of the things: what they show, what they are in RDF, and that no text in them becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF

from linimasa.render.words import ASSETS as PAGE_ASSETS
from linimasa.server.ontology import ontology_text
from server.conftest import EVIL, EVIL_SENTENCE, TITLE, Server, records, running

BASE = "https://w3id.org/linimasa/"
LINI = BASE + "ont#"


def page(server: Server, path: str, lang: str = "en") -> html.HtmlElement:
    answer = server.http.get(path, params={"lang": lang} if "?" not in path else None)
    assert answer.status_code == 200, answer.text
    return html.document_fromstring(answer.content)


def words(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


@pytest.fixture(scope="module")
def meeting(server: Server) -> str:
    """The path of the meeting that was planned and then held."""
    rows = server.query("SELECT ?e { ?e a lini:Event ; lini:rootType typ:consult }").json()
    return "/" + rows["results"]["bindings"][0]["e"]["value"].removeprefix(BASE)


def test_an_event_shows_who_says_so(server: Server, meeting: str) -> None:
    one = page(server, meeting)
    assert "10 January 2022" in words(one.xpath("//h1")[0])
    assert "happened" in words(one.xpath("//*[@class='lead']")[0])
    facts = words(one.xpath("//dl[@class='facts']")[0])
    assert "Russia, United States" in facts
    claims = one.xpath("//article[contains(@class, 'claim')]")
    assert [words(claim.xpath(".//time")[0]) for claim in claims] == ["3 January 2022", "11 January 2022"]
    assert "planned" in words(claims[0])
    assert "the text itself" in words(claims[0])
    assert claims[0].xpath(".//blockquote")[0].text_content() == EVIL_SENTENCE
    marked = "".join(mark.text_content() for mark in claims[0].xpath(".//mark"))
    assert marked == EVIL_SENTENCE[EVIL_SENTENCE.index("<img") : EVIL_SENTENCE.index(" & di sana")]


def test_pages_are_in_both_languages(server: Server, meeting: str) -> None:
    assert "10 Januari 2022" in words(page(server, meeting, "id").xpath("//h1")[0])
    answer = server.http.get(meeting, headers={"Accept-Language": "en-GB, id;q=0.5"})
    assert answer.headers["content-language"] == "en"
    assert '<html lang="en">' in answer.text


def test_a_speaker_and_the_day_of_saying_are_shown(server: Server) -> None:
    one = page(server, "/actor/ukr")
    threat = next(a for a in one.xpath("//ol[@class='events']//a") if "hreat" in a.text)
    (claim,) = page(server, threat.get("href")).xpath("//article[contains(@class, 'claim')]")
    assert "Wati" in words(claim)
    assert "said 4 January 2022" in words(claim)


def test_a_document_shows_its_sentences_marked(server: Server) -> None:
    rows = server.query("SELECT ?d { ?d dct:issued '2022-01-03'^^xsd:date }").json()
    path = "/" + rows["results"]["bindings"][0]["d"]["value"].removeprefix(BASE)
    one = page(server, path)
    assert words(one.xpath("//h1")[0]) == TITLE
    sentences = one.xpath("//ol[contains(@class, 'text')]/li")
    assert EVIL_SENTENCE in [sentence.text_content() for sentence in sentences]
    for anchor in one.xpath("//ol[contains(@class, 'text')]//mark/a/@href"):
        assert one.xpath("//article[@id=$name]", name=anchor.removeprefix("#"))
    assert "javascript:alert(3)" in words(one), "an address is shown as text"
    assert one.xpath("//a[starts-with(@href, 'javascript')]") == []


def test_an_actor_shows_its_events_and_what_it_said(server: Server) -> None:
    one = page(server, "/actor/wati")
    assert words(one.xpath("//h1")[0]) == "Wati"
    assert "Says" in words(one)
    state = page(server, "/actor/usa")
    assert len(state.xpath("//ol[@class='events']/li")) == 3
    assert "Amerika Serikat" in words(state), "also called"


def test_a_type_and_a_place_show_their_events(server: Server) -> None:
    one = page(server, "/type/consult")
    assert len(one.xpath("//ol[@class='events']/li")) == 1
    assert "CAMEO" in words(one)
    assert page(server, "/type/consult-visit").xpath("//h1")
    place = page(server, "/place/geneva")
    assert len(place.xpath("//ol[@class='events']/li")) == 1


def test_the_front_page_counts_and_leads_on(server: Server) -> None:
    one = page(server, "/")
    assert "2 documents" in words(one)
    assert {"/actors.html?lang=en", "/events.html?lang=en", "/timeline.html?lang=en"} <= set(
        one.xpath("//a/@href")
    )
    assert TITLE in words(one)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("amerika", "United States"), ("SÉRIKAT", "United States"), ("script", EVIL), ("", None), ("zzz", None)],
)
def test_search(server: Server, asked: str, found: str | None) -> None:
    one = html.document_fromstring(server.http.get("/search", params={"q": asked, "lang": "en"}).content)
    links = [link.text_content() for link in one.xpath("//ul[@class='found']//a")]
    assert (found in links) if found else links == []


def pages_of(server: Server) -> Iterator[tuple[str, str]]:
    """Every page that can be reached by links from the front page, with its text."""
    waiting, seen = ["/?lang=en"], {"/?lang=en"}
    while waiting:
        path = waiting.pop()
        answer = server.http.get(path)
        assert answer.status_code == 200, (path, answer.text[:300])
        if not answer.headers["content-type"].startswith("text/html") or path.split("?")[0].endswith(".html"):
            continue
        yield path, answer.text
        for link in html.document_fromstring(answer.content).xpath("//a/@href"):
            target = link.partition("#")[0]
            if target.startswith("/") and target not in seen and "lang=id" not in target:
                seen.add(target)
                waiting.append(target)


def test_every_link_leads_somewhere_and_no_text_becomes_markup(server: Server) -> None:
    visited = dict(pages_of(server))
    assert {"claim", "event", "actor", "doc", "type", "place"} <= {path.split("/")[1] for path in visited}
    for path, text in visited.items():
        one = html.document_fromstring(text)
        assert {script.get("src") for script in one.xpath("//script")} <= {
            "/assets/site.js", "/assets/query.js", "/assets/yasgui.min.js",
        }, path  # fmt: skip
        assert one.xpath("//img | //*[@onerror] | //*[@style] | //main//b[text()='tebal']") == [], path
        assert one.xpath("//html/@lang") == ["en"], path
        assert len(one.xpath("//h1")) == 1, path


@pytest.mark.parametrize(
    ("accept", "suffix", "format_"),
    [
        ("text/turtle", ".ttl", "turtle"),
        ("application/ld+json", ".jsonld", "json-ld"),
        ("application/n-triples", ".nt", "nt"),
        ("application/rdf+xml", ".rdf", "xml"),
    ],
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD
def test_data_by_content_negotiation_and_by_suffix(
    server: Server, meeting: str, accept: str, suffix: str, format_: str
) -> None:
    by_header = server.http.get(meeting, headers={"Accept": accept})
    by_suffix = server.http.get(meeting + suffix)
    assert by_header.content == by_suffix.content
    assert by_header.headers["content-type"].startswith(accept)
    assert "Accept" in by_header.headers["vary"]
    graph = Graph().parse(data=by_header.text, format=format_)
    node = URIRef(BASE + meeting.lstrip("/"))
    assert (node, RDF.type, URIRef(LINI + "Event")) in graph
    claims = set(graph.subjects(URIRef(LINI + "event"), node))
    assert len(claims) == 2
    assert all((claim, URIRef(LINI + "quote"), None) in graph for claim in claims), "claims come whole"


def test_what_cannot_be_given_is_refused(server: Server, meeting: str) -> None:
    assert server.http.get(meeting, headers={"Accept": "image/png"}).status_code == 406
    assert server.http.get("/actor/nobody-at-all").status_code == 404
    assert server.http.get("/actor/nobody-at-all.ttl").status_code == 404
    answer = server.http.get("/actor/%3Cscript%3E", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "<script>" not in answer.text.replace("<script src=", "")


@pytest.mark.parametrize(
    "path",
    [
        "/../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../words.toml",
        "/assets/..%2fwords.toml",
        "/assets/words.toml",
        "/assets/vendor/LICENSES.txt",
        "/statements.jsonl",
        "/graph.trig",
        "/run.log",
        "/..%2fout%2factors.html",
        "/.html",
        "/..%5cactors.html",
        "/actor/../../etc/passwd",
        "/report.json",
    ],
)
def test_no_other_file_is_given_out(server: Server, path: str) -> None:
    import http.client

    # A plain client: httpx would tidy the path up before it is sent.
    connection = http.client.HTTPConnection("127.0.0.1", int(server.address.rstrip("/").rpartition(":")[2]))
    connection.request("GET", path)
    assert connection.getresponse().status == 404
    connection.close()


def test_pages_of_the_build_keep_their_own_policy(server: Server, folder: Path) -> None:
    answer = server.http.get("/timeline.html")
    assert answer.content == (folder / "timeline.html").read_bytes()
    policy = answer.headers["content-security-policy"]
    assert re.search(r"script-src 'sha256-", policy)
    assert "frame-ancestors 'none'" in policy


def test_a_day_s_pages_show_what_was_known_then(server: Server, meeting: str) -> None:
    one = html.document_fromstring(server.http.get(meeting + "?as-of=2022-01-05&lang=en").content)
    assert "planned" in words(one.xpath("//*[@class='lead']")[0])
    assert len(one.xpath("//article[contains(@class, 'claim')]")) == 1
    assert "5 January 2022" in words(one.xpath("//*[@class='then']")[0])
    inside = [link for link in one.xpath("//main//a/@href") if link.startswith("/")]
    assert inside
    assert all("as-of=2022-01-05" in link for link in inside)
    timeline = server.http.get("/timeline.html?as-of=2022-01-05")
    assert timeline.status_code == 200
    assert "membantu" in server.http.get("/timeline.html").text
    assert "membantu" not in timeline.text
    assert server.http.get(meeting + "?as-of=besok").status_code == 400


def test_the_ontology_is_there(server: Server) -> None:
    one = page(server, "/ont")
    assert one.xpath("//*[@id='modality']")
    assert Graph().parse(data=server.http.get("/ont.ttl").text, format="turtle")


@pytest.fixture(scope="module")
def silent(folder: Path) -> Iterator[Server]:
    with running(folder, "--text", "none") as one:
        yield one


def test_without_words_none_is_given_out(silent: Server, folder: Path, meeting: str) -> None:
    secret = {word for record in records() for word in re.findall(r"\w{5,}", record.sentence.text)}
    visited = [text for _, text in pages_of(silent)]
    visited += [silent.http.get(meeting + suffix).text for suffix in (".ttl", ".jsonld")]
    visited.append(silent.query("SELECT * { ?s ?p ?o }").text)
    visited += [silent.http.get(f"/{path.name}").text for path in folder.glob("*.html")]
    own = ontology_text() + (PAGE_ASSETS / "words.toml").read_text(encoding="utf-8")
    secret -= set(re.findall(r"\w+", own))  # the program's own words
    secret -= {"alert"}  # of the name of an actor, which is a fact and stays
    assert "kelonengan" in secret
    told = "\n".join(visited)
    assert [word for word in sorted(secret) if re.search(rf"\b{word}\b", told)] == []
    one = page(silent, meeting)
    assert re.search(r"\[\d+–\d+\]", one.xpath("//blockquote")[0].text_content())


def test_quotes_are_literals_as_they_stand_in_the_text(server: Server) -> None:
    rows = server.query("SELECT ?q { ?c lini:quote ?q }").json()["results"]["bindings"]
    assert any(str(Literal(row["q"]["value"])).startswith("<img src=x") for row in rows)
