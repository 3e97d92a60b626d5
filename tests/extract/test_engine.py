"""What holds for every text: spans are quotes, a sentence has one outcome, nothing is kept over."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.extract.extractor import Extraction, Extractor
from linimasa.lexicon.language import available, load_language
from linimasa.model.document import Document
from linimasa.model.outcome import Outcome
from linimasa.model.statement import to_dict
from linimasa.model.terms import DateBasis, status_of

PUBLISHED = "2025-06-20"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def extract(
    extractor: Extractor, text: str, lang: str, title: str = "", published: str | None = PUBLISHED
) -> Extraction:
    basis = DateBasis.EXPLICIT if published else None
    return extractor.extract(Document("a", text, lang, title, published=published, published_basis=basis))


def spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """Yield every span with its words in a record, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from spans(inner)


def faults(found: Extraction) -> list[str]:
    """Return what breaks a promise in what a document gave."""
    text, title = found.document.text, found.document.title
    rows = [(to_dict(s), title if s.field == "title" else text) for s in found.statements]
    rows += [(asdict(m), text) for m in (*found.mentions, *found.timexes)]
    wrong = [
        f"{words!r} isn't at {start}-{end}"
        for row, source in rows
        for start, end, words in spans(row)
        if not (0 <= start < end <= len(source) and source[start:end] == words)
    ]
    for record in found.statements:
        if record.status is not status_of(record.modality, record.polarity):
            wrong.append(f"{record.id}: {record.status} of {record.modality}, {record.polarity}")
        if not 0 < record.confidence <= 1:
            wrong.append(f"{record.id}: confidence {record.confidence}")
        if not record.sentence.start <= record.quote.start <= record.trigger.start:
            wrong.append(f"{record.id}: the trigger stands before its quote")
        if not record.trigger.end <= record.quote.end <= record.sentence.end:
            wrong.append(f"{record.id}: the trigger stands after its quote")
    ids = [record.id for record in found.statements]
    if len(set(ids)) < len(ids):
        wrong.append("an id stands twice")
    body = sum(record.field == "text" for record in found.statements)
    if sum(outcome.statements for outcome in found.outcomes) != body:
        wrong.append("the outcomes count other statements than there are")
    return wrong


# -- the text is never altered ------------------------------------------------------------------------

TEXT = (
    "Presiden Joko Widodo bertemu Perdana Menteri Jepang di Tokyo, Senin (16/6/2025).\n"
    "“Kami menolak usulan itu,” kata Menteri Luar Negeri Iran Abbas Araghchi di Teheran."
)
LINES = ["CONSULT bertemu", "REJECT menolak"]
ALTERED = {
    "carriage returns": TEXT.replace("\n", "\r\n"),
    "decomposed letters": unicodedata.normalize("NFD", TEXT.replace("Perdana", "Pérdana")),
    "byte-order mark": "\ufeff" + TEXT,
    "blanks that don't break": TEXT.replace("Jepang di", "Jepang\u00a0di").replace(
        "Presiden ", "Presiden\u00a0"
    ),
    "blanks in front": " \n\t" + TEXT,
    "letters beyond the first plane": "🕊️ " + TEXT,
    "straight quotation marks": TEXT.replace("“", '"').replace("”", '"'),
}


@pytest.mark.parametrize("kind", ALTERED)
def test_offsets_are_into_the_text_as_given(kind: str, extractor: Extractor) -> None:
    found = extract(extractor, ALTERED[kind], "id")
    assert found.document.text == ALTERED[kind]
    assert faults(found) == []
    assert [f"{s.type} {s.trigger.text}" for s in found.statements] == LINES


def test_line_ends_and_composition_leave_the_ids_alike(extractor: Extractor) -> None:
    same = [extract(extractor, text, "id") for text in (TEXT, TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT)]
    assert len({found.document.hash for found in same}) == 1
    assert len({s.id.split("-")[0] for found in same for s in found.statements}) == 1


def test_a_title_has_offsets_of_its_own(extractor: Extractor) -> None:
    found = extract(extractor, TEXT, "id", title="Iran Menolak Usulan Amerika Serikat")
    fields = {record.field for record in found.statements}
    assert fields == {"title", "text"}
    assert faults(found) == []
    assert all(r.sentence.text == found.document.title for r in found.statements if r.field == "title")


# -- outcomes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outcome", "reasons"),
    [
        ("Israel menyerang Suriah.", Outcome.STATEMENTS, ()),
        ("Tokyo adalah ibu kota Jepang.", Outcome.NO_EVENT_WORD, ()),
        ("Serangan itu berlangsung dua jam.", Outcome.ABSTAINED, ("no party",)),
        ("Baca selengkapnya: Rusia Menyerang Ukraina", Outcome.NO_EVENT_WORD, ()),
    ],
)
def test_a_sentence_has_one_outcome(
    text: str, outcome: Outcome, reasons: tuple[str, ...], extractor: Extractor
) -> None:
    (found,) = extract(extractor, text, "id").outcomes
    assert (found.outcome, found.reasons) == (outcome, reasons)
    assert (found.start, found.end) == (0, len(text))


def test_nothing_is_read_from_an_empty_text(extractor: Extractor) -> None:
    found = extract(extractor, " \n", "id")
    assert (found.statements, found.outcomes) == ((), ())


# -- laws ---------------------------------------------------------------------------------------------

_MARKS = [
    *"“”\"«»–-()[]…:;,.!?'’/&",
    *("\n", "\r\n", "\u00a0", "\ufeff", "e\u0301", "(20/6/2025)", "10.000", "'s", "🕊️"),
]


def words(lang: str) -> list[str]:
    """Return the words of the lexicon's example sentences."""
    sentences = [text for frame in load_language(lang).frames for text in frame.examples]
    return sorted({word for text in sentences for word in text.split()})


SOUP = {lang: st.one_of(st.sampled_from(words(lang)), st.sampled_from(_MARKS)) for lang in available()}


@st.composite
def soups(draw: st.DrawFn) -> tuple[str, str, str, str | None]:
    """Draw a text of words in any order, its language, a title and a day."""
    lang = draw(st.sampled_from(sorted(SOUP)))
    text = " ".join(draw(st.lists(SOUP[lang], max_size=40)))
    title = " ".join(draw(st.lists(SOUP[lang], max_size=8)))
    return text, lang, title, draw(st.sampled_from([PUBLISHED, None]))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(soup=soups())
def test_any_words_in_any_order_keep_the_promises(
    soup: tuple[str, str, str, str | None], extractor: Extractor
) -> None:
    text, lang, title, published = soup
    assert faults(extract(extractor, text, lang, title, published)) == []


@pytest.mark.long
@settings(max_examples=5000, deadline=None, derandomize=True)
@given(soup=soups())
def test_many_words_in_any_order_keep_the_promises(
    soup: tuple[str, str, str, str | None], extractor: Extractor
) -> None:
    text, lang, title, published = soup
    assert faults(extract(extractor, text, lang, title, published)) == []


def test_nothing_is_kept_from_one_document_to_the_next(root: Path) -> None:
    path = root / "data" / "sample" / "dispatches.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    one, other = Extractor(), Extractor()
    forwards = [extract(one, r["text"], r["lang"], r["title"], r["published"]).statements for r in rows]
    back = [
        extract(other, r["text"], r["lang"], r["title"], r["published"]).statements for r in reversed(rows)
    ]
    assert forwards == back[::-1]
    assert sum(map(len, forwards)) > 100


# -- real texts ---------------------------------------------------------------------------------------

#: Files of the shared folder, their languages with the field of each language's text, the title's field.
FILES: dict[str, tuple[dict[str, str], str]] = {
    "articles/indosum.jsonl": ({"id": "text"}, "title"),
    "articles/news-2025.jsonl": ({"id": "text"}, "title"),
    "statements/headlines-id-2023-2025.jsonl": ({"id": "text"}, "title"),
    "statements/current-events-2025.jsonl": ({"en": "text"}, ""),
    "parallel/ntrex.jsonl": ({"id": "id", "en": "en"}, ""),
    "ud_pud_diplomatic/parallel.jsonl": ({"id": "id", "en": "en"}, ""),
    "times/weekday-dates-id.jsonl": ({"id": "text"}, ""),
    "records/us-recognition-history.jsonl": ({"en": "text"}, "title"),
}


def documents(path: Path, languages: dict[str, str], title: str) -> list[Document]:
    """Return the documents of a file of JSON lines, one a language and line."""
    made = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        day = str(row.get("date") or row.get("pub") or "") or None
        basis = DateBasis.EXPLICIT if day else None
        for lang, field in languages.items():
            head = row.get(title) or "" if title else ""
            made.append(Document(f"{number}", row[field], lang, head, published=day, published_basis=basis))
    return made


def check(extractor: Extractor, shared: Path, name: str, step: int) -> None:
    languages, title = FILES[name]
    every = documents(shared / "data" / name, languages, title)[::step]
    found = [extractor.extract(document) for document in every]
    assert [(f.document.id, fault) for f in found for fault in faults(f)] == []
    assert any(f.statements for f in found)


@pytest.mark.parametrize("name", FILES)
def test_a_tenth_of_the_real_texts_keeps_the_promises(name: str, extractor: Extractor, shared: Path) -> None:
    check(extractor, shared, name, 10)


@pytest.mark.long
@pytest.mark.parametrize("name", FILES)
def test_all_real_texts_keep_the_promises(name: str, extractor: Extractor, shared: Path) -> None:
    check(extractor, shared, name, 1)
