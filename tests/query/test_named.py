"""The shipped queries, and the competency questions that they answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factories import day, document, nested, person, quantity, source, state, statement, unnamed
from linimasa.errors import QueryError
from linimasa.query import named_query, query_names, run_query
from linimasa.query.named import read_query
from linimasa.resolve import resolve
from linimasa.store import UnionDataset, build_dataset, open_graph

TALKS = "ev:2022-01-10-consult-rus-usa-c8d9"
CALL = "ev:2021-12-30-consult-phone-biden-putin-d2c9"

#: The eighteen questions in order, with the values that the design's text has for them.
QUESTIONS: list[tuple[str, dict[str, str]]] = [
    ("timeline", {"lang": "en"}),
    ("diary", {"from": "2021-12-29"}),
    ("plain-triples", {}),
    ("between", {"a": "USA", "b": "RUS"}),
    ("who-said-what", {}),
    ("unnamed-only", {}),
    ("denied", {}),
    ("conditions", {}),
    ("contradictions", {}),
    ("three-clocks", {}),
    ("vague-dates", {}),
    ("on-day", {"day": "2021-12-05"}),
    ("offices", {"day": "2021-12-29"}),
    ("quad-counts", {}),
    ("evidence", {"event": TALKS}),
    ("life-of-event", {"event": CALL}),
    ("metonyms", {}),
    ("numbers", {}),
]
SAMPLE = {"actor": "USA", "a": "USA", "b": "RUS", "day": "2022-01-10", "event": TALKS}


def section(page: str, number: int) -> str:
    found = re.search(rf"^## Q{number}\..*?(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[0]


def shown_rows(text: str) -> list[tuple[str, ...]]:
    """The rows of the table in a section of the page."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


@pytest.fixture(scope="module")
def page(shared: Path) -> str:
    return (shared / "design" / "competency.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def handworked(shared: Path) -> UnionDataset:
    return open_graph(shared / "design" / "seed-handworked.ttl").graph


@pytest.mark.parametrize("number", range(1, 19))
def test_a_competency_question(number: int, page: str, handworked: UnionDataset, shared: Path) -> None:
    name, params = QUESTIONS[number - 1]
    graph = handworked
    if number == 16:
        graph = open_graph(shared / "design" / "seed-handworked.ttl").graph
        fixture = re.search(r"```trig\n(.*?)```", page, re.DOTALL)
        assert fixture is not None
        graph.parse(data=fixture[1], format="trig")
    text = section(page, number)
    original = re.search(r"```sparql\n(.*?)```", text, re.DOTALL)
    count = re.search(r"^(\d+) rows\.", text, re.MULTILINE)
    assert original is not None
    assert count is not None
    expected, result = run_query(graph, original[1]), run_query(graph, name, params)
    assert result.columns == expected.columns
    assert sorted(result.plain()) == sorted(expected.plain())
    assert len(result.rows) == int(count[1])
    shortened = {tuple(map(short, row)) for row in result.plain()}
    for row in shown_rows(text):
        assert tuple(map(short, row)) in shortened


def short(cell: str) -> str:
    """A cell as far as the page shows it: long quotes are cut there, order in a list is free."""
    return ", ".join(sorted(cell[:59].rstrip("…").split(", "))) if len(cell) < 59 else cell[:59]


def sample() -> UnionDataset:
    usa, rus, ukr = state("USA"), state("RUS"), state("UKR")
    putin = person("Vladimir Putin", "RUS")
    records = [
        statement(actors=[usa, rus], time=day("2022-01-10"), modality="planned",
                  attributed_to=(source("Emily Horne", "USA", said_on="2021-12-28"),)),
        statement("AID", [usa], [ukr], start=90, modality="committed", polarity="negative",
                  attributed_to=(source("Joe Biden", "USA"),)),
        statement("THREATEN", [usa], [rus], start=170, trigger="mengancam", condition_text="jika menyerang",
                  content=nested("SANCTION", [usa], [rus])),
        statement("RETREAT", [rus], start=250, trigger="ditarik", attributed_to=(unnamed("pejabat"),),
                  quantities=(quantity("lebih dari 10.000 orang", min=10001),)),
        statement("REQUEST", [putin], [usa], start=330, trigger="meminta"),
        statement(actors=[usa, rus], time=day("2022-01-10"), doc=document("b", "2022-01-11")),
    ]  # fmt: skip
    return build_dataset(resolve(records))


@pytest.mark.parametrize("name", query_names())
def test_every_shipped_query_runs(name: str) -> None:
    query = named_query(name)
    given = {p.name: SAMPLE[p.name] for p in query.parameters if p.default is None}
    for graph in (sample(), UnionDataset()):
        first, second = run_query(graph, name, given), run_query(graph, name, given)
        assert first == second
        assert first.columns
    assert query.description.endswith(".")


def test_the_shipped_queries_are_these() -> None:
    assert set(query_names()) == {name for name, _ in QUESTIONS} | {
        "actors",
        "by-document",
        "check-direct",
        "dated",
        "events-of",
    }


def test_what_did_not_happen_is_in_no_answer_of_what_did() -> None:
    graph = sample()
    rows = run_query(
        graph, "plain-triples", {"does": "aids,threatens,sanctions,plan:consults,consults"}
    ).plain()
    assert {does for _, does, _ in rows} == {"rel:threatens", "rel:consults"}
    assert [row[0] for row in run_query(graph, "denied").plain()] == ["Bantuan United States kepada Ukraine"]
    assert run_query(graph, "check-direct").rows == ()


def test_a_direct_triple_without_support_is_found() -> None:
    graph = sample()
    vocabulary = dict(graph.namespaces())
    a, p, b = (
        type(vocabulary["act"])(vocabulary[prefix] + local)
        for prefix, local in (("act", "usa"), ("rel", "consults"), ("act", "ukr"))
    )
    graph.add((a, p, b))
    assert run_query(graph, "check-direct").plain() == [("act:usa", "rel:consults", "act:ukr")]


def test_the_life_of_an_event_goes_over_documents() -> None:
    graph = sample()
    (event,) = {
        row[-1] for row in run_query(graph, "events-of", {"actor": "RUS"}).plain() if "consult" in row[-1]
    }
    modalities = [row[2] for row in run_query(graph, "life-of-event", {"event": event}).plain()]
    assert modalities == ["lini:planned", "lini:occurred"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SELECT * {}", 1),
        ("# says it.\n# param: day\nSELECT * {}", 2),
        ("# says it.\n# param: day hour -\nSELECT * {}", 2),
    ],
)
def test_a_head_must_be_right(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "broken.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match=rf"broken\.rq, line {line}:"):
        read_query("broken", path)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(QueryError, match="timeline"):
        named_query("nothing-of-the-kind")
