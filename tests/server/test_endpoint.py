"""A real server over the SPARQL protocol: what it answers, and what it refuses."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from linimasa.query import query_names, run_query
from linimasa.store import open_graph
from server.conftest import Server, running

STATES = "SELECT ?s WHERE { ?s a lini:State } ORDER BY ?s"
UTF8 = "; charset=utf-8"
BASE = "https://w3id.org/linimasa/"


def test_get_and_post_give_the_same(server: Server) -> None:
    answers = [
        server.query(STATES),
        server.http.post("/sparql", data={"query": STATES}),
        server.http.post(
            "/sparql", content=STATES, headers={"Content-Type": "application/sparql-query; charset=utf-8"}
        ),
    ]
    assert [answer.status_code for answer in answers] == [200] * 3
    found = answers[0].json()["results"]["bindings"]
    assert {"s": {"type": "uri", "value": BASE + "actor/usa"}} in found
    assert [answer.json()["results"]["bindings"] for answer in answers] == [found] * 3


@pytest.mark.parametrize(
    ("query", "accept", "status", "kind"),
    [
        (STATES, "*/*", 200, "application/sparql-results+json"),
        (STATES, "application/sparql-results+xml", 200, "application/sparql-results+xml"),
        (STATES, "text/csv;q=0.9, text/tab-separated-values", 200, "text/tab-separated-values" + UTF8),
        (STATES, "text/csv", 200, "text/csv" + UTF8),
        (STATES, "text/html", 200, "text/html" + UTF8),
        (STATES, "text/turtle", 406, "text/plain" + UTF8),
        (STATES, "image/png", 406, "text/plain" + UTF8),
        ("ASK {}", "text/csv", 406, "text/plain" + UTF8),
        ("ASK {}", "*/*", 200, "application/sparql-results+json"),
        ("DESCRIBE act:usa", "*/*", 200, "text/turtle" + UTF8),
        ("CONSTRUCT WHERE { ?s a lini:State }", "application/n-triples", 200, "application/n-triples"),
        ("CONSTRUCT WHERE { ?s a lini:State }", "application/ld+json", 200, "application/ld+json"),
        ("CONSTRUCT WHERE { ?s a lini:State }", "application/rdf+xml", 200, "application/rdf+xml"),
    ],
)  # fmt: skip
def test_the_form_follows_the_accept_header(
    server: Server, query: str, accept: str, status: int, kind: str
) -> None:
    answer = server.query(query, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (status, kind)


def test_the_form_can_stand_in_the_address(server: Server) -> None:
    assert server.query(STATES, "text/html", format="csv").text.startswith("s\r\n")
    assert server.query(STATES, format="pdf").status_code == 400


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ("SELECT * WHERE {", 400, "line 1: not SPARQL"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", 400, "SERVICE would use the network"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 400, "FROM would fetch"),
        ("INSERT DATA { act:a rel:b act:c }", 400, "not SPARQL"),
        ("SELECT * { ?s ?p ?o } LIMIT 1 # \x00", 200, ""),
    ],
)
def test_what_a_query_may_not_do(server: Server, query: str, status: int, message: str) -> None:
    answer = server.query(query)
    assert (answer.status_code, message in answer.text) == (status, True)


def test_people_see_errors_as_a_page(server: Server) -> None:
    answer = server.query("SELECT <script>alert(1)</script>", "text/html")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/html")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in answer.text


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/sparql?update=CLEAR%20ALL", "by POST"),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=http://e/", "default-graph-uri"),
        ("/sparql?query=ASK%7B%7D&as-of=besok", "'besok' isn't a day"),
    ],
)
def test_wrong_requests_are_told_why(server: Server, path: str, message: str) -> None:
    answer = server.http.get(path)
    assert (answer.status_code, message in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("kind", "status"), [("text/plain", 415), ("application/json", 415), ("application/sparql-query", 200)]
)
def test_the_type_of_a_body_counts(server: Server, kind: str, status: int) -> None:
    answer = server.http.post("/sparql", content="ASK {}", headers={"Content-Type": kind})
    assert answer.status_code == status


def test_a_body_that_is_too_long_is_refused(server: Server) -> None:
    answer = server.http.post(
        "/sparql", content=b"#" * 1_100_000, headers={"Content-Type": "application/sparql-query"}
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(server: Server, method: str) -> None:
    answer = server.http.request(method, "/sparql")
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


UPDATE = "INSERT DATA { act:usa rel:attacks act:rus }"


@pytest.mark.parametrize(
    ("kind", "body"),
    [("application/sparql-update", UPDATE), ("application/x-www-form-urlencoded", "update=" + UPDATE)],
)
def test_it_only_reads(server: Server, folder: Path, kind: str, body: str) -> None:
    before = (folder / "graph.trig").read_bytes()
    answer = server.http.post("/sparql", content=body, headers={"Content-Type": kind})
    assert answer.status_code == 403
    assert "--writable" in answer.text
    assert server.query("ASK { act:usa rel:attacks act:rus }").json()["boolean"] is False
    assert (folder / "graph.trig").read_bytes() == before


def test_without_a_query_it_describes_itself(server: Server) -> None:
    answer = server.http.get("/sparql", headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=answer.text, format="turtle")
    languages = [
        str(o)
        for o in graph.objects(
            None, URIRef("http://www.w3.org/ns/sparql-service-description#supportedLanguage")
        )
    ]
    assert [one.rpartition("#")[2] for one in languages] == ["SPARQL11Query"]
    page = server.http.get("/sparql", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/query")


def test_rdflib_s_client_can_ask_it(server: Server) -> None:
    graph = Graph(SPARQLStore(server.address + "sparql"))
    rows = [row[0] for row in graph.query(f"PREFIX lini: <{BASE}ont#> {STATES}")]  # type: ignore[index]
    assert URIRef(BASE + "actor/usa") in rows
    assert (URIRef(BASE + "actor/usa"), None, None) in graph
    asked = graph.query(f"ASK {{ <{BASE}actor/usa> a <{BASE}ont#State> }}")
    assert asked.askAnswer is True
    made = graph.query("CONSTRUCT WHERE { ?s a lini:State }").graph
    assert made is not None
    assert len(made) == len(rows)


@pytest.mark.parametrize("name", query_names())
def test_shipped_queries_give_what_they_give_in_python(server: Server, folder: Path, name: str) -> None:
    given = {
        "a": "USA",
        "b": "RUS",
        "actor": "USA",
        "day": "2022-01-10",
        "event": "2022-01-10-consult-rus-usa-c8d9",
    }
    graph = open_graph(folder).graph
    from linimasa.query import named_query

    params = {p.name: given[p.name] for p in named_query(name).parameters if p.default is None}
    expected = run_query(graph, name, params)
    answer = server.http.get(f"/queries/{name}", params={**params, "format": "json"})
    found = answer.json()
    assert found["head"]["vars"] == list(expected.columns)
    assert len(found["results"]["bindings"]) == len(expected.rows)
    assert (
        server.http.get(f"/queries/{name}", params=params, headers={"Accept": "text/html"}).status_code == 200
    )
    filled = server.http.get(f"/queries/{name}.rq", params=params).text
    assert len(server.query(filled).json()["results"]["bindings"]) == len(expected.rows)


def test_a_shipped_query_that_lacks_something_says_so(server: Server) -> None:
    assert "parameter 'b' (actor) needs a value" in server.http.get("/queries/between?a=USA").text
    assert server.http.get("/queries/nothing").status_code == 404
    assert {one["name"] for one in server.http.get("/queries?format=json").json()} == set(query_names())


def test_what_was_known_on_a_day(server: Server) -> None:
    query = "SELECT ?st { ?e lini:rootType typ:consult ; lini:status ?st }"
    status = {
        day: server.query(query, **({"as-of": day} if day else {})).json()["results"]["bindings"]
        for day in ("", "2022-01-05", "2022-01-01")
    }
    assert [len(rows) for rows in status.values()] == [1, 1, 0]
    assert status[""][0]["st"]["value"].endswith("#occurred")
    assert status["2022-01-05"][0]["st"]["value"].endswith("#planned")


#: Sees so many combinations that no store ever answers it.
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6)) + " }"


@pytest.fixture(scope="module")
def strict(folder: Path) -> Iterator[Server]:
    with running(folder, "--timeout", "2", "--limit-rows", "50") as one:
        yield one


def test_a_query_that_takes_too_long_is_ended(strict: Server) -> None:
    assert strict.query("ASK {}").status_code == 200
    started = time.monotonic()
    answer = strict.query(ENDLESS)
    assert time.monotonic() - started < 30
    assert answer.status_code == 503
    assert "longer than 2 seconds" in answer.text
    assert answer.headers["retry-after"]
    assert strict.query("ASK {}").status_code == 200, "the next is answered"


def test_too_many_rows_are_an_error_and_never_cut_off_in_silence(strict: Server) -> None:
    answer = strict.query("SELECT * { ?s ?p ?o }")
    assert answer.status_code == 400
    assert "more than 50 rows" in answer.text
    assert len(strict.query("SELECT * { ?s ?p ?o } LIMIT 50").json()["results"]["bindings"]) == 50


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    address = httpx.URL(server.address)
    assert address.host == "127.0.0.1"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing; tells this machine's outer address
        outer = probe.getsockname()[0]
    if outer.startswith("127."):
        pytest.skip("this machine has no other address")
    with pytest.raises(OSError), socket.create_connection((outer, address.port), timeout=2):
        pass


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8765", 200),
        ("127.0.0.1", 200),
        ("[::1]:80", 200),
        ("192.0.2.7", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_strange_names_are_refused(server: Server, host: str, status: int) -> None:
    answer = server.http.get("/prefixes.json", headers={"Host": host})
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_name_can_be_allowed(folder: Path) -> None:
    with running(folder, "--allow-host", "graf.example") as one:
        for host, status in (("graf.example", 200), ("GRAF.example:443", 200), ("evil.example", 421)):
            assert one.http.get("/prefixes.json", headers={"Host": host}).status_code == status


def test_answers_tell_browsers_to_be_strict(server: Server) -> None:
    for path in ("/", "/query", "/actor/usa", "/sparql?query=ASK%7B%7D", "/nowhere", "/assets/site.js"):
        headers = server.http.get(path, headers={"Accept": "text/html"}).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "access-control-allow-origin" not in headers
        assert headers["x-frame-options"] == "DENY"


def test_ctrl_c_ends_it_well(folder: Path) -> None:
    import signal

    with running(folder) as one:
        assert one.query("ASK {}").status_code == 200
        one.process.send_signal(signal.SIGINT)
        assert one.process.wait(timeout=30) == 0
        assert one.process.stderr is not None
        assert one.process.stderr.read() == ""


def test_a_folder_built_anew_is_served_anew(tmp_path: Path) -> None:
    from server.conftest import built, records

    folder = built(tmp_path, records()[:1])
    count = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a lini:Claim }"
    with running(folder) as one:
        first = one.query(count).json()
        assert one.http.get("/actor/ukr").status_code == 404
        built(tmp_path, records())
        second = one.query(count).json()
        assert one.http.get("/actor/ukr").status_code == 200
    numbers = [int(each["results"]["bindings"][0]["n"]["value"]) for each in (first, second)]
    assert numbers[0] < numbers[1]
