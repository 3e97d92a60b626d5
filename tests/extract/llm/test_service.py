"""The way to the service and back: cache, retries, and errors that say what to do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from stub import Reply, Stub, answer, row

from linimasa.cli.app import run
from linimasa.errors import EndpointError, SettingError
from linimasa.extract.extractor import Extractor
from linimasa.extract.llm.answers import rows_of
from linimasa.extract.llm.cache import AnswerCache, cache_folder
from linimasa.extract.llm.client import AnswerError, ChatClient
from linimasa.extract.llm.extractor import ModelExtractor
from linimasa.extract.llm.prompt import load_prompt
from linimasa.extract.llm.schema import answer_schema
from linimasa.extract.llm.settings import ModelSettings
from linimasa.model.document import Document

THREAT = row("THREATEN", "mengancam", actors=["Rusia"], recipients=["Ukraina"])
TEXT = "Rusia mengancam Ukraina."
SOON = {"retry-after-ms": "1"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "2021-07-05.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def words(stub: Stub, *sources: Path, model: str = "m", cache: Path | None = None) -> list[str]:
    kept = cache or sources[0].parent / "cache"
    options = ["--extractor", "llm", "--model", model, "--endpoint", stub.url, "--cache", str(kept)]
    return ["extract", *map(str, sources), "--lang", "id", *options]


def ask(stub: Stub, **changes: float) -> str:
    settings = ModelSettings("m", stub.url, **changes)  # type: ignore[arg-type]
    messages = load_prompt("id").messages(Document("a", TEXT, "id"), [(1, TEXT)])
    return ChatClient(settings).ask(messages, answer_schema())


# -- requests ------------------------------------------------------------------------------------


def test_the_request_is_deterministic_and_asks_for_the_schema(
    stub: Stub, source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stub.play = lambda _: answer(THREAT)
    monkeypatch.setenv("LINIMASA_API_KEY", "s3cret")
    assert run(words(stub, source)) == 0
    (asked,) = stub.requests
    assert (asked["model"], asked["temperature"], asked["seed"]) == ("m", 0, 7)
    assert asked["response_format"]["json_schema"]["schema"] == answer_schema()
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert stub.keys == ["Bearer s3cret"]
    out = capsys.readouterr()
    assert "s3cret" not in out.out + out.err
    assert json.loads(out.out)["rule"] == "llm:m"


def test_a_second_run_asks_nothing_and_prints_the_same(
    stub: Stub, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stub.play = lambda _: answer(THREAT)
    assert run(words(stub, source)) == 0
    first = capsys.readouterr().out
    stub.play = lambda _: Reply(status=401)
    assert run(words(stub, source)) == 0
    assert capsys.readouterr().out == first != ""
    assert len(stub.requests) == 1


@pytest.mark.parametrize("change", ["day", "model", "text", "title"])
def test_whatever_is_asked_otherwise_is_asked_again(stub: Stub, tmp_path: Path, change: str) -> None:
    stub.play = lambda _: answer(THREAT)
    document = {"id": "a", "text": TEXT, "title": "Judul", "published": "2021-07-05"}
    for number in range(2):
        if number and change != "model":
            new = {"day": ("published", "2021-07-06"), "text": ("text", TEXT + " "), "title": ("title", "X")}
            document |= dict([new[change]])
            document["text"] = document["text"].replace("Ukraina. ", "Ukraina! ")
        path = tmp_path / f"{number}.jsonl"
        path.write_text(json.dumps(document), encoding="utf-8")
        model = "other" if number and change == "model" else "m"
        assert run(words(stub, path, model=model, cache=tmp_path / "c")) == 0
    assert len(stub.requests) == 2


def test_a_long_text_is_asked_in_portions(stub: Stub, tmp_path: Path) -> None:
    text = " ".join(f"Rusia mengancam Ukraina {n} kali." for n in range(1, 9))
    stub.play = lambda told: answer(*({**THREAT, "sentence": number} for number in told))
    settings = ModelSettings("m", stub.url, cache=str(tmp_path), characters=70)
    found = ModelExtractor(Extractor(), settings).extract(Document("a", text, "id"))
    assert [s.sentence.start for s in found.statements] == sorted(
        {s.sentence.start for s in found.statements}
    )
    assert (len(found.statements), len(stub.requests)) == (8, 4)


# -- busy and broken services --------------------------------------------------------------------


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_service_is_asked_again(stub: Stub, status: int) -> None:
    stub.first = [Reply(status=status, headers=SOON), Reply(status=status, headers=SOON)]
    assert json.loads(ask(stub)) == {"statements": []}
    assert len(stub.requests) == 3


def test_too_many_requests_end_it(stub: Stub) -> None:
    stub.play = lambda _: Reply(status=429, headers=SOON)
    with pytest.raises(EndpointError, match="takes no more requests now; run the same again later"):
        ask(stub, retries=1)
    assert len(stub.requests) == 2


def test_a_slow_service_loses_the_document(stub: Stub) -> None:
    stub.play = lambda _: Reply(content="{}", wait=1.0)
    with pytest.raises(AnswerError, match=r"no answer within 0\.2 s"):
        ask(stub, timeout=0.2, retries=0)


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(status=500, headers=SOON), "answers 500"),
        (Reply(status=400), "answers 400"),
        (Reply(content='{"sta', finish="length"), "was cut off"),
        (Reply(content=None), "refuses to answer"),
        (Reply(body='{"choices": []}'), "isn't one of an OpenAI-compatible service"),
    ],
)
def test_no_answer_on_one_text(stub: Stub, reply: Reply, says: str) -> None:
    stub.play = lambda _: reply
    with pytest.raises(AnswerError, match=says):
        ask(stub, retries=0)


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "refuses the key; set LINIMASA_API_KEY"),
        (403, "refuses the key; set LINIMASA_API_KEY"),
        (404, "knows no model 'm'"),
    ],
)
def test_errors_that_concern_all_documents_end_the_run(
    stub: Stub, source: Path, capsys: pytest.CaptureFixture[str], status: int, says: str
) -> None:
    stub.play = lambda _: Reply(status=status)
    assert run(words(stub, source)) == 2
    assert says in capsys.readouterr().err


def test_nobody_at_the_endpoint() -> None:
    settings = ModelSettings("m", "http://127.0.0.1:9/v1", retries=0)
    with pytest.raises(EndpointError, match=r"can't be reached .*; check --endpoint and that it runs"):
        ChatClient(settings).ask([], answer_schema())


@pytest.mark.parametrize("content", ["Maaf, saya tidak bisa.", "[]", '{"statements": {}}', "null", ""])
def test_an_answer_of_another_form_is_refused(content: str) -> None:
    with pytest.raises(AnswerError, match=r"the model's answer is.*structured output"):
        rows_of(content)


def test_one_bad_answer_stops_no_other_document(
    stub: Stub, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "2021-07-06.txt"
    other.write_text("Rusia mengancam Ukraina lagi.", encoding="utf-8")
    stub.play = lambda told: answer(THREAT) if "lagi" in told[1] else Reply(content="Maaf, saya tidak bisa.")
    assert run(words(stub, source, other)) == 1
    out = capsys.readouterr()
    assert [json.loads(line)["document"] for line in out.out.splitlines()] == ["2021-07-06"]
    assert "2021-07-05.txt" in out.err
    assert "the model's answer is" in out.err
    stub.play = lambda _: answer(THREAT)  # a broken answer isn't kept
    assert run(words(stub, source, other)) == 0
    assert len(stub.requests) == 3


def test_no_document_is_left(stub: Stub, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stub.play = lambda _: Reply(content="no")
    assert run(words(stub, source)) == 2
    assert "isn't JSON" in capsys.readouterr().err
    out = str(source.parent / "out")
    assert run(["build", *words(stub, source)[1:], "-o", out]) == 2
    assert "isn't JSON" in capsys.readouterr().err


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(SettingError, match=r"linimasa\[llm\]"):
        ChatClient(ModelSettings("m", "http://127.0.0.1:9/v1")).ask([], {})


# -- the cache -----------------------------------------------------------------------------------


def test_the_cache_keeps_whole_files(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path / "deep" / "c")
    assert cache.get("ab12") is None
    cache.put("ab12", "jawaban é")
    assert cache.get("ab12") == "jawaban é"
    assert [p.name for p in (tmp_path / "deep").rglob("*") if p.is_file()] == ["ab12.json"]


def test_a_cache_that_cant_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a file", encoding="utf-8")
    with pytest.raises(SettingError, match="name another folder with --cache"):
        AnswerCache(tmp_path / "c").put("ab", "x")


def test_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("platformdirs")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder(None).parts[-2:] == ("linimasa", "llm")
    assert cache_folder("here") == Path("here")


# -- the whole way -------------------------------------------------------------------------------


def test_a_build(stub: Stub, tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lie = {**THREAT, "trigger": "menyerang"}
    stub.play = lambda _: answer({**THREAT, "time": "kemarin"}, lie)
    out = tmp_path / "out"
    command = ["build", *words(stub, source)[1:], "-o", str(out)]
    assert run(command) == 0
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["model"] == {
        "proposed": 2,
        "kept": 1,
        "made_careful": 0,
        "dropped": {"trigger not in sentence": 1},
        "parts_left_out": {"time not in sentence": 1},
    }
    assert report["sentences"]["all"] == sum(n for k, n in report["sentences"].items() if k != "all")
    assert run(["validate", str(out)]) == 0
    (line,) = (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert run(["explain", str(out), json.loads(line)["id"]]) == 0
    assert "rule       llm:m" in capsys.readouterr().out
    before = {p.name: p.read_bytes() for p in out.iterdir() if p.name != "run.log"}
    assert run(command) == 0
    assert len(stub.requests) == 1
    assert {p.name: p.read_bytes() for p in out.iterdir() if p.name != "run.log"} == before


def test_from_python(stub: Stub, tmp_path: Path, source: Path) -> None:
    import linimasa

    stub.play = lambda _: answer(THREAT)
    model = ModelSettings("m", stub.url, cache=str(tmp_path / "c"))
    report = linimasa.build(source, tmp_path / "out", lang="id", model=model)
    assert report.data["model"]["kept"] == 1


def test_rules_ask_nobody(source: Path) -> None:
    script = (
        "import sys\nfrom linimasa.cli.app import run\n"
        "run(sys.argv[1:])\n"
        "print(sorted({'openai', 'httpx', 'platformdirs', 'spacy'} & set(sys.modules)), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", script, "extract", str(source), "--lang", "id"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stderr.strip() == "[]"
