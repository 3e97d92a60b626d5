"""What is denied, threatened, demanded, planned, supposed, weighed, feared, offered or merely talked about
never comes out as an act that took place; a negation flips, and "not only" doesn't negate.

The ways to say so stand in `safety.toml`; each must hold for every act there. What doesn't hold yet is named
in `safety_open.toml` with the reason: such a test must go on failing, so that the list only becomes shorter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document
from linimasa.model.statement import Statement
from linimasa.model.terms import DateBasis
from linimasa.query import run_query
from linimasa.resolve import resolve
from linimasa.store import build_dataset, load_scheme
from linimasa.store.gazetteer import GazetteerReference

HERE = Path(__file__).parent
TABLE: dict[str, Any] = tomllib.loads((HERE / "safety.toml").read_text(encoding="utf-8"))
LANGUAGES = ("id", "en")
GROUPS = ("plain", "negated", "not-only", "hedged")
FORMS = ("base", "past", "done", "ing", "does")

#: What doesn't hold yet, by language, group and name (or the whole sentence), and why.
OPEN: dict[str, str] = tomllib.loads((HERE / "safety_open.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def key(lang: str, group: str, name: str) -> str:
    return f"{lang} {group} {name}"


TEMPLATES = [(lang, group, name) for lang in LANGUAGES for group in GROUPS for name in TABLE[lang][group]]
CLOSED = [row for row in TEMPLATES if key(*row) not in OPEN]


def sentence(template: tuple[str, str, str], act: int, x: str, y: str) -> tuple[str, int]:
    """Return a sentence of the table (the act numbered `act`, by x, towards y), and where the act starts."""
    lang, group, name = template
    row = TABLE[lang]["act"][act]
    if lang == "id":
        forms = {"act": row["act"].format(y=y)}
    else:
        rest = row["rest"].format(y=y)
        forms = {form: f"{word} {rest}" for form, word in zip(FORMS, row["forms"], strict=True)}
    text = TABLE[lang][group][name].format(x=x, **forms)
    return text[0].upper() + text[1:], max(text.find(form) for form in forms.values())


def statements(extractor: Extractor, text: str, lang: str, name: str = "a") -> tuple[Statement, ...]:
    document = Document(name, text, lang, published="2025-06-20", published_basis=DateBasis.EXPLICIT)
    return extractor.extract(document).statements


def fault(extractor: Extractor, template: tuple[str, str, str], act: int, x: str, y: str) -> str | None:
    """Return the sentence with what was read from it, where that isn't what its group promises."""
    lang, group, _ = template
    text, start = sentence(template, act, x, y)
    kind = TABLE[lang]["act"][act]["type"]
    found = [s for s in statements(extractor, text, lang) if s.type == kind and s.trigger.start >= start]
    status = {str(s.status) for s in found}
    right = {
        "plain": "actual" in status,
        "not-only": "actual" in status and "negated" not in status,
        "negated": status == {"negated"},
        "hedged": "actual" not in status,
    }[group]
    return None if right else f"{text} -> {sorted(status)}"


def pairs(lang: str) -> Iterator[tuple[int, str, str]]:
    """Yield each act with two parties, others for each."""
    parties = TABLE[lang]["parties"]
    for act in range(len(TABLE[lang]["act"])):
        yield act, parties[act % len(parties)], parties[(act + 5) % len(parties)]


def expected_to_fail(request: pytest.FixtureRequest, name: str) -> None:
    if name in OPEN:
        request.applymarker(pytest.mark.xfail(strict=True, raises=AssertionError, reason=OPEN[name]))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda row: "-".join(row))
def test_every_act_in_a_way_to_say_it(
    template: tuple[str, str, str], extractor: Extractor, request: pytest.FixtureRequest
) -> None:
    expected_to_fail(request, key(*template))
    faults = [fault(extractor, template, *row) for row in pairs(template[0])]
    assert [f for f in faults if f] == []


@pytest.mark.parametrize("row", TABLE["sentence"], ids=lambda row: row["sentence"])
def test_a_sentence_that_tells_of_no_act(
    row: dict[str, str], extractor: Extractor, request: pytest.FixtureRequest
) -> None:
    expected_to_fail(request, row["sentence"])
    found = statements(extractor, row["sentence"], row["lang"])
    assert [s.trigger.text for s in found if s.type == row["type"] and s.status == "actual"] == []


@pytest.mark.parametrize("row", TABLE["scope"], ids=lambda row: row["sentence"])
def test_how_far_a_word_reaches(
    row: dict[str, Any], extractor: Extractor, request: pytest.FixtureRequest
) -> None:
    expected_to_fail(request, row["sentence"])
    found = statements(extractor, row["sentence"], row["lang"])
    for kind, wanted in row["status"].items():
        status = {str(s.status) for s in found if s.type == kind}
        assert "actual" not in status if wanted == "none" else status == {wanted}


@st.composite
def sayings(draw: st.DrawFn) -> tuple[tuple[str, str, str], int, str, str]:
    template = draw(st.sampled_from(CLOSED))
    lang = template[0]
    act = draw(st.integers(0, len(TABLE[lang]["act"]) - 1))
    x, y = draw(st.lists(st.sampled_from(TABLE[lang]["parties"]), min_size=2, max_size=2, unique=True))
    return template, act, x, y


@settings(max_examples=100, deadline=None, derandomize=True)
@given(saying=sayings())
def test_whoever_the_parties_are(
    saying: tuple[tuple[str, str, str], int, str, str], extractor: Extractor
) -> None:
    assert fault(extractor, *saying) is None


@pytest.mark.long
@settings(max_examples=5000, deadline=None, derandomize=True)
@given(saying=sayings())
def test_whoever_the_parties_are_in_many_sentences(
    saying: tuple[tuple[str, str, str], int, str, str], extractor: Extractor
) -> None:
    assert fault(extractor, *saying) is None


def direct_triples(extractor: Extractor, groups: set[str], lang: str) -> set[str]:
    """Return the predicates of what states did, for the acts of the table, in a graph of such sentences."""
    records: list[Statement] = []
    rows = list(pairs(lang))
    for number, template in enumerate(row for row in CLOSED if row[0] == lang and row[1] in groups):
        text, _ = sentence(template, *rows[number % len(rows)])
        records += statements(extractor, text, lang, f"{number}")
    graph = build_dataset(resolve(records), GazetteerReference())
    acts = {row["type"].lower() for row in TABLE[lang]["act"]}
    told = {info.predicate for info in load_scheme().types.values() if info.root in acts and info.predicate}
    found = run_query(
        graph, "SELECT DISTINCT ?p { ?a ?p ?b . ?a a lini:State FILTER(STRSTARTS(STR(?p), STR(rel:))) }"
    ).plain()
    return {predicate.removeprefix("rel:") for (predicate,) in found} & told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_direct_triple_tells_of_it(lang: str, extractor: Extractor) -> None:
    assert direct_triples(extractor, {"plain"}, lang)
    assert direct_triples(extractor, {"negated", "hedged"}, lang) == set()


def test_what_is_open_is_in_the_table() -> None:
    known = {key(*row) for row in TEMPLATES} | {row["sentence"] for row in TABLE["sentence"] + TABLE["scope"]}
    assert set(OPEN) <= known
