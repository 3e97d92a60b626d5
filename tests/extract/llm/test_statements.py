"""What becomes of a model's proposals: good ones, lies, and what the text takes back."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stub import Stub, answer, event, row

from linimasa.extract.extractor import Extraction, Extractor, ExtractorSettings
from linimasa.extract.llm.extractor import ModelExtractor
from linimasa.extract.llm.settings import ModelSettings
from linimasa.extract.methods import method_for
from linimasa.model.document import Document
from linimasa.model.statement import Statement, statement_from_dict, to_dict
from linimasa.model.terms import DateBasis, EventType

RULES = Extractor()


def read(stub: Stub, text: str, *rows: Any, lang: str = "id", published: str = "2021-07-05") -> Extraction:
    """Return what a text gives where the model proposes these rows."""
    stub.play = lambda _: answer(*rows)
    settings = ModelSettings("m", stub.url, cache=str(stub.folder))
    day = Document("a", text, lang, "", published, DateBasis.EXPLICIT)
    return ModelExtractor(RULES, settings).extract(day)


@pytest.fixture(autouse=True)
def folder(stub: Stub, tmp_path: Path) -> None:
    stub.folder = tmp_path / "cache"  # type: ignore[attr-defined]


def only(found: Extraction) -> Statement:
    (one,) = found.statements
    return one


def spans(value: Any) -> list[dict[str, Any]]:
    """Return all that has offsets in a record."""
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "start" in value else []
    return own + [span for item in value.values() for span in spans(item)]


GOOD = row(
    "CONSULT", "bertemu", mode="visit", actors=["Vladimir Putin"], recipients=["Joe Biden"],
    time="16 Juni 2021", place="Jenewa", attributed_to=[{"text": "Gedung Putih", "channel": None}],
)  # fmt: skip
MEETING = "Menurut Gedung Putih, Vladimir Putin bertemu Joe Biden di Jenewa pada 16 Juni 2021."


def test_a_good_proposal_is_looked_up_in_our_own_tables(stub: Stub) -> None:
    found = read(stub, MEETING, GOOD)
    one = only(found)
    assert [(p.text, p.code, p.actor and p.actor.rpartition("/")[2]) for p in one.actors] == [
        ("Vladimir Putin", "RUS", "vladimir-putin")
    ]
    assert [p.code for p in one.recipients] == ["USA"]
    assert one.time is not None
    assert (one.time.value, one.time.basis) == ("2021-06-16", "explicit")
    assert one.place is not None
    assert one.place.country == "CHE"
    assert [a.code for a in one.attributed_to] == ["USA"]
    assert (one.status, one.mode, one.rule) == ("actual", "visit", "llm:m")
    assert found.proposals is not None
    assert (found.proposals.made, found.proposals.kept, found.proposals.dropped) == (1, 1, ())


def test_every_span_is_its_quote_and_the_record_is_whole(stub: Stub) -> None:
    for one in read(stub, MEETING, GOOD).statements:
        data = to_dict(one)
        assert statement_from_dict(data) == one
        assert spans(data)
        assert [s for s in spans(data) if MEETING[s["start"] : s["end"]] != s["text"]] == []


def test_the_run_names_model_and_prompt(stub: Stub) -> None:
    run = only(read(stub, MEETING, GOOD)).run
    assert run.startswith(f"{RULES.run}, extractor llm:m, prompt ")
    assert run.endswith("seed 7")


def test_confidence_is_the_rules_where_they_agree(stub: Stub) -> None:
    (same,) = RULES.extract(Document("a", MEETING, "id", "", "2021-07-05", DateBasis.EXPLICIT)).statements
    assert only(read(stub, MEETING, GOOD)).confidence == same.confidence
    alone = read(stub, "Rusia mengusik Ukraina.", row("THREATEN", "mengusik", actors=["Rusia"]))
    assert only(alone).confidence == 0.5


def test_a_date_counts_from_the_publication_and_never_from_today(stub: Stub) -> None:
    text = "Rusia mengancam Ukraina pada Senin."
    told = row("THREATEN", "mengancam", actors=["Rusia"], recipients=["Ukraina"], time="Senin")
    time = only(read(stub, text, told)).time
    assert time is not None
    assert (time.value, time.basis) == ("2021-07-05", "deictic")


def test_a_pronoun_is_who_it_stands_for(stub: Stub) -> None:
    text = "Vladimir Putin tiba di Beijing. Ia mengancam Ukraina."
    told = row("THREATEN", "mengancam", 2, actors=["Ia"], recipients=["Ukraina"])
    assert [p.text for p in only(read(stub, text, told)).actors] == ["Vladimir Putin"]


def test_a_demand_keeps_its_content(stub: Stub) -> None:
    text = "Jepang menuntut Rusia menarik pasukan."
    told = row(
        "REQUEST", "menuntut", actors=["Jepang"], recipients=["Rusia"],
        content=event("RETREAT", "menarik", actors=["Rusia"]),
    )  # fmt: skip
    content = only(read(stub, text, told)).content
    assert content is not None
    assert (content.type, content.trigger.text, content.actors[0].code) == ("RETREAT", "menarik", "RUS")


def test_a_condition_keeps_its_words(stub: Stub) -> None:
    text = "Jepang mengancam akan menutup kedutaan jika Rusia menyerang Ukraina."
    told = row(
        "THREATEN", "mengancam", actors=["Jepang"], condition=event("ASSAULT", "menyerang", actors=["Rusia"]),
        condition_text="jika Rusia menyerang Ukraina",
    )  # fmt: skip
    one = only(read(stub, text, told))
    assert one.condition is not None
    assert (one.condition.trigger.text, one.condition_text) == ("menyerang", "jika Rusia menyerang Ukraina")


# -- lies ----------------------------------------------------------------------------------------

PLAIN = "Rusia mengancam Ukraina."
THREAT = row("THREATEN", "mengancam", actors=["Rusia"], recipients=["Ukraina"])


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        ({**THREAT, "trigger": "menyerang"}, "trigger not in sentence"),
        ({**THREAT, "trigger": "ancam"}, "trigger not in sentence"),
        ({**THREAT, "trigger": ""}, "trigger not in sentence"),
        ({**THREAT, "trigger": "Ukraina"}, "trigger is a name or date"),
        ({**THREAT, "type": "WAR"}, "type unknown"),
        ({**THREAT, "modality": "certainly"}, "modality unknown"),
        ({**THREAT, "polarity": None}, "polarity unknown"),
        ({**THREAT, "certainty": 1}, "certainty unknown"),
        ({**THREAT, "sentence": 9}, "sentence unknown"),
        ({**THREAT, "sentence": True}, "sentence missing"),
        ({**THREAT, "actors": "Rusia"}, "actors isn't a list"),
        ({**THREAT, "actors": [1]}, "actors isn't a list of texts"),
        ({**THREAT, "time": 2021}, "time isn't text"),
        ({**THREAT, "content": "x"}, "content isn't an object"),
        ({**THREAT, "attributed_to": ["x"]}, "attributed_to isn't a list of objects"),
        ({**THREAT, "actors": ["Amerika Serikat"], "recipients": []}, "no known party"),
        ("x", "not an object"),
        ({}, "sentence missing"),
    ],
)
def test_a_lie_is_dropped_and_counted(stub: Stub, lie: Any, reason: str) -> None:
    found = read(stub, PLAIN, lie)
    assert found.statements == ()
    assert found.proposals is not None
    assert (found.proposals.made, found.proposals.kept, found.proposals.dropped) == (1, 0, ((reason, 1),))


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ({"time": "5 Juli 2021"}, "time not in sentence"),
        ({"time": "mengancam"}, "time unknown"),
        ({"place": "Moskow"}, "place not in sentence"),
        ({"place": "mengancam"}, "place unknown"),
        ({"recipients": ["Polandia"]}, "recipient not in sentence"),
        ({"recipients": ["mengancam"]}, "recipient unknown"),
        ({"mode": "sideways"}, "mode unknown"),
        ({"content": event("ASSAULT", "serang")}, "content not in sentence"),
        ({"condition_text": "jika perlu"}, "condition not in sentence"),
        ({"attributed_to": [{"text": "Reuters", "channel": None}]}, "source not in sentence"),
    ],
)
def test_an_invented_part_is_left_out_and_counted(stub: Stub, part: dict[str, Any], reason: str) -> None:
    found = read(stub, PLAIN, {**THREAT, **part})
    one = only(found)
    assert (one.time, one.place, one.mode, one.content, one.condition_text) == (None,) * 5
    assert one.attributed_to == ()
    assert found.proposals is not None
    assert found.proposals.left_out == ((reason, 1),)


def test_a_trigger_that_stands_twice_is_dropped(stub: Stub) -> None:
    found = read(stub, "Rusia mengancam Ukraina dan mengancam Polandia.", THREAT)
    assert found.proposals is not None
    assert found.proposals.dropped == (("trigger ambiguous", 1),)


def test_a_proposal_that_comes_twice_counts_once(stub: Stub) -> None:
    found = read(stub, PLAIN, THREAT, THREAT)
    assert len(found.statements) == 1
    assert found.proposals is not None
    assert found.proposals.dropped == (("duplicate", 1),)


def test_outcomes_tell_what_became_of_each_sentence(stub: Stub) -> None:
    text = f"{PLAIN} Cuaca cerah. Tiongkok memuji Iran."
    found = read(stub, text, THREAT, row("SUPPORT", "mencela", 3, actors=["Tiongkok"]))
    assert [(o.outcome, o.reasons) for o in found.outcomes] == [
        ("statements", ()),
        ("no event word", ()),
        ("abstained", ("trigger not in sentence",)),
    ]


# -- nothing from the model is a fact where the text says otherwise ------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "type_", "trigger", "actor", "status"),
    [
        ("id", "Rusia tidak menyerang Ukraina.", "ASSAULT", "menyerang", "Rusia", "negated"),
        ("id", "Rusia tidak akan menyerang Ukraina.", "ASSAULT", "menyerang", "Rusia", "negated"),
        ("id", "Rusia akan menarik pasukan besok.", "RETREAT", "menarik", "Rusia", "planned"),
        ("id", "Rusia berencana menarik pasukan.", "RETREAT", "menarik", "Rusia", "planned"),
        ("id", "Rusia mungkin menyerang Ukraina.", "ASSAULT", "menyerang", "Rusia", "hypothetical"),
        ("id", "Jepang takut Rusia menyerang Ukraina.", "ASSAULT", "menyerang", "Rusia", "hypothetical"),
        ("id", "Tidak benar bahwa Rusia menyerang Ukraina.", "ASSAULT", "menyerang", "Rusia", "negated"),
        ("id", "Rusia belum mengusik Ukraina.", "THREATEN", "mengusik", "Rusia", "negated"),
        ("id", "Rusia dan Ukraina bertemu pada 10 Agustus 2021.", "CONSULT", "bertemu", "Rusia", "planned"),
        ("en", "Russia did not attack Ukraine.", "ASSAULT", "attack", "Russia", "negated"),
        ("en", "Russia will withdraw its troops.", "RETREAT", "withdraw", "Russia", "planned"),
        ("en", "Russia plans to withdraw its troops.", "RETREAT", "withdraw", "Russia", "planned"),
        ("en", "Russia may attack Ukraine.", "ASSAULT", "attack", "Russia", "hypothetical"),
        ("en", "Did Russia attack Ukraine?", "ASSAULT", "attack", "Russia", "hypothetical"),
    ],
)
def test_the_text_takes_back_what_the_model_asserts(
    stub: Stub, lang: str, text: str, type_: str, trigger: str, actor: str, status: str
) -> None:
    time = "10 Agustus 2021" if "10 Agustus" in text else None
    found = read(stub, text, row(type_, trigger, actors=[actor], time=time), lang=lang)
    assert only(found).status == status
    assert found.proposals is not None
    assert found.proposals.careful == 1


@pytest.mark.parametrize(
    ("text", "type_", "trigger", "reason"),
    [
        ("Jepang menuntut Rusia menarik pasukan.", "RETREAT", "menarik", "content of another"),
        (
            "Jepang mengancam Rusia jika Rusia menyerang Ukraina.",
            "ASSAULT",
            "menyerang",
            "condition of another",
        ),
    ],
)
def test_what_is_demanded_or_a_condition_is_no_line_of_its_own(
    stub: Stub, text: str, type_: str, trigger: str, reason: str
) -> None:
    found = read(stub, text, row(type_, trigger, actors=["Rusia"]))
    assert found.statements == ()
    assert found.proposals is not None
    assert found.proposals.dropped == ((reason, 1),)


def test_the_model_may_be_more_careful_than_the_rules(stub: Stub) -> None:
    told = {**THREAT, "modality": "planned", "certainty": "possible"}
    one = only(read(stub, PLAIN, told))
    assert (one.status, one.certainty) == ("planned", "possible")


def test_a_plain_fact_stays_one(stub: Stub) -> None:
    found = read(stub, PLAIN, THREAT)
    assert only(found).status == "actual"
    assert found.proposals is not None
    assert found.proposals.careful == 0


def test_less_confidence_than_asked_is_left_out(stub: Stub, tmp_path: Path) -> None:
    stub.play = lambda _: answer(row("THREATEN", "mengusik", actors=["Rusia"]))
    model = ModelSettings("m", stub.url, cache=str(tmp_path / "c"))
    document = Document("a", "Rusia mengusik Ukraina.", "id")
    found = method_for(ExtractorSettings(min_confidence=0.6, model=model)).extract(document)
    assert (found.statements, found.below) == ((), 1)
    found = method_for(ExtractorSettings(min_confidence=0.4, model=model)).extract(document)
    assert only(found).run.endswith(", min-confidence 0.4")


# -- laws ----------------------------------------------------------------------------------------

NEWS = (
    "Vladimir Putin bertemu Joe Biden di Jenewa pada 16 Juni 2021. Rusia tidak akan menyerang Ukraina. "
    "Jepang menuntut Rusia menarik pasukan jika perundingan gagal. Ia mengecam sanksi Uni Eropa kemarin."
)
WORDS = st.sampled_from(
    [*NEWS.replace(".", "").split(), "Vladimir Putin", "Joe Biden", "16 Juni 2021", "", "x"]
)
JSON = st.one_of(st.none(), st.booleans(), st.integers(), WORDS, st.lists(WORDS, max_size=3))
ROWS = st.lists(
    st.builds(
        lambda sentence, type_, trigger, actors, wild: {
            **row(type_, trigger, sentence, actors=actors, recipients=actors[:1]), **wild,
        },
        st.integers(0, 5),
        st.sampled_from([*EventType, "WAR"]),
        WORDS,
        st.lists(WORDS, max_size=2),
        st.dictionaries(st.sampled_from([*row("AID", "x"), "more"]), JSON, max_size=3),
    ),
    max_size=5,
)  # fmt: skip


class Said:
    """A client that says one thing."""

    def __init__(self, content: str) -> None:
        self.content = content

    def ask(self, *_: Any) -> str:
        return self.content


@given(ROWS)
def test_whatever_a_model_says_the_records_hold(rows: list[Any]) -> None:
    with TemporaryDirectory() as cache:
        client = Said(json.dumps({"statements": rows}))
        model = ModelExtractor(RULES, ModelSettings("m", "http://x", cache=cache), client)
        found = model.extract(Document("a", NEWS, "id", "", "2021-07-05", DateBasis.EXPLICIT))
    counted = found.proposals
    assert counted is not None
    assert counted.made == len(rows) == counted.kept + sum(n for _, n in counted.dropped)
    known = {(t.start, t.end) for t in found.timexes}
    actors = {m.actor for m in found.mentions}
    for one in found.statements:
        data = json.loads(json.dumps(to_dict(one)))
        assert statement_from_dict(data) == one
        assert [s for s in spans(data) if NEWS[s["start"] : s["end"]] != s["text"]] == []
        assert one.time is None or (one.time.start, one.time.end) in known
        parties = [*one.actors, *one.recipients]
        assert parties
        assert {p.actor and p.actor.rpartition("/")[2] for p in parties} <= actors
        assert not (one.trigger.text == "menyerang" and one.status != "negated")
        assert one.trigger.text != "menarik"  # it is demanded: no line of its own
