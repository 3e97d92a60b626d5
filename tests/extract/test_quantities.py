"""Numbers with their bounds, their unit, what they measure, and the event that they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.extract.extractor import Extractor
from linimasa.extract.quantities import QuantityFinder, assign
from linimasa.lexicon.quantity import load_quantities
from linimasa.model.document import Document
from linimasa.model.statement import Quantity
from linimasa.resources import lexicon


@pytest.fixture(scope="module")
def finders() -> dict[str, QuantityFinder]:
    return {
        lang: QuantityFinder(load_quantities(lexicon() / lang / "quantities.toml")) for lang in ("id", "en")
    }


def show(quantity: Quantity) -> str:
    """Return a quantity as `value low..high ~unit measures`."""
    bounds = (
        "" if (quantity.min, quantity.max) == (None, None) else f"{quantity.min or ''}..{quantity.max or ''}"
    )
    number = "" if quantity.value is None else str(quantity.value)
    about = "~" if quantity.approximate else ""
    return " ".join(filter(None, [about + number + bounds, quantity.unit, quantity.measures]))


@pytest.mark.parametrize(
    ("lang", "text", "words", "gives"),
    [
        ("id", "Serangan itu menewaskan 12 orang.", "12 orang", "12 persons killed"),
        ("id", "Serangan itu menewaskan dua belas orang.", "dua belas orang", "12 persons killed"),
        ("id", "Rusia menarik 10.000 tentara.", "10.000 tentara", "10000 troops withdrawn"),
        ("id", "Rusia menarik lebih dari 900 tentara.", "lebih dari 900 tentara", "901.. troops withdrawn"),
        ("id", "Sedikitnya 20 orang tewas.", "Sedikitnya 20 orang", "20.. persons killed"),
        ("id", "Hingga 500 pengungsi dievakuasi.", "Hingga 500 pengungsi", "..500 persons evacuated"),
        ("id", "Sekitar 3 ribu tentara dikerahkan.", "Sekitar 3 ribu tentara", "~3000 troops deployed"),
        ("id", "Hampir 100 orang ditangkap.", "Hampir 100 orang", "~100..100 persons arrested"),
        ("id", "Ratusan demonstran ditangkap.", "Ratusan demonstran", "100..999 persons arrested"),
        ("id", "Iran meluncurkan puluhan rudal.", "puluhan rudal", "10..99 missiles launched"),
        ("id", "Jepang memberikan 2,5 juta dolar AS.", "2,5 juta dolar AS", "2500000 USD given"),
        ("id", "Tiga tentara tewas.", "Tiga tentara", "3 troops killed"),
        ("id", "Seribu tahanan dibebaskan.", "Seribu tahanan", "1000 persons released"),
        ("en", "The strike killed 12 people.", "12 people", "12 persons killed"),
        ("en", "Over 10,000 troops were withdrawn.", "Over 10,000 troops", "10001.. troops withdrawn"),
        ("en", "France withdrew 900 troops.", "900 troops", "900 troops withdrawn"),
        ("en", "At least twenty people were killed.", "At least twenty people", "20.. persons killed"),
        ("en", "Up to 500 people were evacuated.", "Up to 500 people", "..500 persons evacuated"),
        ("en", "About 3 thousand troops were deployed.", "About 3 thousand troops", "~3000 troops deployed"),
        ("en", "Dozens of people were arrested.", "Dozens of people", "24..99 persons arrested"),
        ("en", "Three soldiers were killed.", "Three soldiers", "3 troops killed"),
    ],
)  # fmt: skip
def test_a_number_is_read(
    lang: str,
    text: str,
    words: str,
    gives: str,
    finders: dict[str, QuantityFinder],
) -> None:
    (found,) = finders[lang].find(text, (0, len(text)))
    assert (found.text, show(found)) == (words, gives)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Pertemuan pada 12 Januari 2022 menewaskan harapan."),
        ("id", "Resolusi 2334 mengutuk serangan yang menewaskan."),
        ("id", "Hadir 12 orang di rapat."),  # nothing says what is measured
        ("id", "Harga naik 12 persen."),
        ("id", "Pesawat A320 ditembak."),
        ("en", "The 12 January meeting killed hopes."),
        ("en", "There were 12 people in the room."),
    ],
)
def test_other_numbers_are_left(lang: str, text: str, finders: dict[str, QuantityFinder]) -> None:
    assert finders[lang].find(text, (0, len(text))) == ()


def test_two_numbers_are_measured_by_the_nearest_word(finders: dict[str, QuantityFinder]) -> None:
    text = "Serangan itu menewaskan 12 orang dan melukai 30 orang."
    assert [show(q) for q in finders["id"].find(text, (0, len(text)))] == [
        "12 persons killed",
        "30 persons wounded",
    ]


def test_only_the_span_is_searched(finders: dict[str, QuantityFinder]) -> None:
    text = "Dua tentara tewas. Tiga tentara tewas."
    cut = text.index("Tiga")
    (found,) = finders["id"].find(text, (cut, len(text)))
    assert (found.text, found.start) == ("Tiga tentara", cut)


def _quantity(start: int, end: int) -> Quantity:
    return Quantity(start, end, "x", 1, None, None, False, "persons", "killed")


def test_a_number_goes_to_the_nearest_trigger_the_first_of_two_alike() -> None:
    near, middle = _quantity(30, 40), _quantity(12, 18)
    assert assign([near, middle], [(0, 10), (20, 29)]) == [[middle], [near]]
    assert assign([near], []) == []


@settings(deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), max_size=6),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), min_size=1, max_size=5),
)
def test_every_number_goes_to_one_trigger(
    numbers: list[tuple[int, int]], triggers: list[tuple[int, int]]
) -> None:
    quantities = [_quantity(start, start + size) for start, size in numbers]
    shares = assign(quantities, [(start, start + size) for start, size in triggers])
    assert len(shares) == len(triggers)
    assert sorted(q.start for share in shares for q in share) == sorted(q.start for q in quantities)


def test_a_record_has_its_number() -> None:
    text = "Rusia menarik lebih dari 10.000 tentara dari perbatasan Ukraina."
    records = Extractor().extract(Document("a", text, "id", published="2025-06-20")).statements
    assert [(r.type, [show(q) for q in r.quantities]) for r in records] == [
        ("RETREAT", ["10001.. troops withdrawn"])
    ]
