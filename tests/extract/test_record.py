"""From candidates to records: who takes part, who says so, when, where, and what is nested in what."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from linimasa.extract.extractor import Extractor
from linimasa.extract.record import event_place, expand, said_on
from linimasa.extract.time import TimeTagger
from linimasa.model.document import Document
from linimasa.model.mention import Mention
from linimasa.model.statement import Statement, statement_from_dict, to_dict
from linimasa.model.terms import ActorKind, DateBasis


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def read(extractor: Extractor, text: str, lang: str = "id") -> tuple[Statement, ...]:
    document = Document("a", text, lang, published="2025-06-20", published_basis=DateBasis.EXPLICIT)
    return extractor.extract(document).statements


def the(extractor: Extractor, text: str, kind: str, lang: str = "id") -> Statement:
    """Return the one record of a type."""
    (record,) = [r for r in read(extractor, text, lang) if r.type == kind]
    return record


def mention(start: int, text: str, **more: object) -> Mention:
    end = start + len(text)
    return Mention(start, end, text, start, end, ActorKind.STATE).moved(**more)


# -- participants -------------------------------------------------------------------------------------


def test_a_pronoun_gives_what_it_stands_for_once() -> None:
    japan, china = mention(0, "Jepang", actor="jpn"), mention(10, "Tiongkok", actor="chn")
    both = mention(30, "kedua negara", pronoun=True, antecedent=(japan, china))
    assert expand([japan, both]) == (japan, china)
    assert expand([both, china]) == (japan, china)
    assert expand([]) == ()


def test_one_span_may_stand_for_two_parties() -> None:
    words = {"start": 0, "end": 12, "text": "kedua negara"}
    first = mention(0, "kedua negara", actor="jpn")
    assert len(expand([first, first.moved(actor="chn")])) == 2
    assert {"start": first.start, "end": first.end, "text": first.text} == words


def test_nobody_is_actor_and_recipient_by_the_same_words(extractor: Extractor) -> None:
    for text in ("Jepang dan Tiongkok bertemu.", "Kedua negara saling mengecam.", "Iran menyerang Iran."):
        for record in read(extractor, text):
            taken = {(p.start, p.end, p.actor) for p in record.actors}
            assert not taken & {(p.start, p.end, p.actor) for p in record.recipients}


def test_a_participant_has_iri_name_code_and_sector(extractor: Extractor) -> None:
    (actor,) = the(extractor, "Presiden Rusia Vladimir Putin mengecam Israel.", "ACCUSE").actors
    assert actor.actor == "https://w3id.org/linimasa/actor/vladimir-putin"
    assert (actor.text, actor.name, actor.code, actor.kind) == (
        "Vladimir Putin",
        "Vladimir Putin",
        "RUS",
        "person",
    )
    assert actor.sector == "GOV"


def test_a_capital_acts_for_its_state_and_stays_a_place(extractor: Extractor) -> None:
    (actor,) = the(extractor, "Moskow mengecam Israel.", "ACCUSE").actors
    assert (actor.code, actor.kind) == ("RUS", "state")
    assert actor.literally is not None
    assert actor.literally.endswith("/place/moscow")


# -- place --------------------------------------------------------------------------------------------


def test_a_town_is_the_place_before_its_state() -> None:
    state, town = mention(0, "Swiss", code="CHE"), mention(10, "Jenewa", kind=ActorKind.PLACE, actor="geneva")
    place = event_place([state, town])
    assert place is not None
    assert (place.text, place.place) == ("Jenewa", "https://w3id.org/linimasa/place/geneva")
    assert event_place([]) is None


def test_a_record_has_its_place(extractor: Extractor) -> None:
    place = the(extractor, "Menlu Jepang bertemu Menlu Filipina di Jenewa.", "CONSULT").place
    assert place is not None
    assert (place.text, place.country) == ("Jenewa", "CHE")
    assert (place.lat, place.lon) == (pytest.approx(46.2, abs=0.2), pytest.approx(6.1, abs=0.2))


# -- sources ------------------------------------------------------------------------------------------


def test_a_source_has_its_identity(extractor: Extractor) -> None:
    record = the(extractor, "Israel menyerang Suriah, kata Menteri Pertahanan Turki.", "ASSAULT")
    assert [(a.text, a.code, a.within) for a in record.attributed_to] == [
        ("Menteri Pertahanan Turki", "TUR", None)
    ]


def test_a_source_reported_by_another_stands_within_it(extractor: Extractor) -> None:
    text = "Dilansir AFP, Menteri Pertahanan Turki mengatakan bahwa Israel menyerang Suriah."
    inner, outer = the(extractor, text, "ASSAULT").attributed_to
    assert (inner.code, inner.within) == ("TUR", 1)
    assert (outer.text, outer.within) == ("AFP", None)


def test_a_speech_act_isnt_attributed_to_its_speaker(extractor: Extractor) -> None:
    for text in (
        "Rusia mengecam Israel.",
        "Israel harus mundur, kata Rusia.",
        "“Kami menolaknya,” kata Rusia.",
    ):
        for record in read(extractor, text):
            assert record.attributed_to == (), text


def test_a_spokesperson_speaks_for_a_body(extractor: Extractor) -> None:
    text = "Israel menyerang Suriah, kata juru bicara Kementerian Luar Negeri Iran."
    (source,) = the(extractor, text, "ASSAULT").attributed_to
    assert source.code == "IRN"
    assert source.speaks_for is not None


def test_the_day_of_the_saying_is_kept_apart_from_the_days_of_the_event(extractor: Extractor) -> None:
    text = "Israel menyerang Suriah pada Senin, kata Menteri Pertahanan Turki pada Kamis."
    record = the(extractor, text, "ASSAULT")
    assert record.time is not None
    assert (record.time.value, record.said_on) == ("2025-06-16", "2025-06-19")
    assert [a.said_on for a in record.attributed_to] == ["2025-06-19"]


@pytest.mark.parametrize(
    ("words", "day"),
    [("pada Kamis", "2025-06-19"), ("pekan lalu", None), ("pada Mei 2025", None), ("baru-baru ini", None)],
)
def test_only_one_day_is_a_day_of_saying(words: str, day: str | None, extractor: Extractor) -> None:
    text = f"Ia mengatakannya {words}."
    found = TimeTagger("id").tag(text, [(0, len(text))], dt.date(2025, 6, 20))
    assert said_on(found[0] if found else None) == day


# -- nested events ------------------------------------------------------------------------------------


def test_what_is_demanded_is_content_and_no_line(extractor: Extractor) -> None:
    records = read(extractor, "Turki mendesak Israel menarik pasukannya dari Suriah.")
    assert [r.type for r in records] == ["REQUEST"]
    content = records[0].content
    assert content is not None
    assert (content.type, content.trigger.text, [p.code for p in content.actors]) == (
        "RETREAT",
        "menarik",
        ["ISR"],
    )


def test_a_condition_is_an_event_with_its_words(extractor: Extractor) -> None:
    record = the(extractor, "Jepang akan mengecam Rusia jika Rusia menyerang Ukraina.", "ACCUSE")
    assert record.condition is not None
    assert (record.condition.type, record.condition_text) == ("ASSAULT", "jika Rusia menyerang Ukraina")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jepang mengancam akan menjatuhkan sanksi terhadap Rusia jika Rusia menyerang Ukraina.", "THREATEN"),
        ("Jepang akan menjatuhkan sanksi terhadap Rusia jika Rusia menyerang Ukraina.", "SANCTION"),
    ],
)
def test_a_condition_belongs_to_the_record_that_stays(text: str, kind: str, extractor: Extractor) -> None:
    record = the(extractor, text, kind)
    assert record.condition is not None
    assert (record.condition.type, record.condition_text) == ("ASSAULT", "jika Rusia menyerang Ukraina")


# -- the record itself --------------------------------------------------------------------------------


def test_the_quote_holds_trigger_and_arguments(extractor: Extractor) -> None:
    text = "Menurut AFP, Rusia pada Senin menyerang kota Kharkiv dan Ukraina membalas."
    record = next(r for r in read(extractor, text) if r.type == "ASSAULT")
    assert "menyerang" in record.quote.text
    assert record.sentence.start <= record.quote.start < record.quote.end <= record.sentence.end
    for p in (*record.actors, *record.recipients):
        assert record.quote.start <= p.start < p.end <= record.quote.end


def test_records_of_one_place_keep_their_ids(extractor: Extractor) -> None:
    text = "Rusia menyerang Ukraina. Jepang mengecam Rusia."
    ids = [r.id for r in read(extractor, text)]
    assert ids == [r.id for r in read(extractor, text)]
    assert all(f"-{r.trigger.start:04d}-" in r.id for r in read(extractor, text))
    assert len(set(ids)) == 2


def test_a_record_is_read_back_as_it_was_written(extractor: Extractor, root: Path) -> None:
    text = (root / "data" / "gold" / "gold-id.jsonl").read_text(encoding="utf-8").splitlines()[0]
    records = read(extractor, json.loads(text)["text"])
    assert len(records) > 5
    assert [statement_from_dict(to_dict(record)) for record in records] == list(records)


def test_a_repeated_saying_is_marked(extractor: Extractor) -> None:
    record = the(extractor, "Rusia berulang kali mengecam Israel.", "ACCUSE")
    assert record.repeated
    assert not the(extractor, "Rusia mengecam Israel.", "ACCUSE").repeated
