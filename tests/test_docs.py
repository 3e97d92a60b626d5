"""The documentation names what there is, and nothing that isn't."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from linimasa.cli.app import COMMANDS, linimasa
from linimasa.export.formats import FORMATS
from linimasa.model import statement as records
from linimasa.query import named_query, query_names
from linimasa.read import FORMATS as SUFFIXES
from linimasa.version import __version__

PAGES = "README CHANGELOG CONTRIBUTING SECURITY docs/commands docs/records".split()


def page(root: Path, name: str) -> str:
    return (root / f"{name}.md").read_text(encoding="utf-8")


def command(name: str) -> click.Command:
    found = linimasa.get_command(click.Context(linimasa), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(root: Path, name: str) -> None:
    text = page(root, "docs/commands")
    assert f"| `{name} " in text
    assert f"\n## {name}\n" in text
    for option in command(name).params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert any(f"`{word}" in text for word in option.opts), option.opts


def test_no_option_is_documented_that_isnt_there(root: Path) -> None:
    known = {word for name in COMMANDS for param in command(name).params for word in param.opts}
    known |= {f"--{param.name}" for name in query_names() for param in named_query(name).parameters}
    text = page(root, "docs/commands") + page(root, "README")
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - known == {"--help", "--version"}


def test_no_command_is_used_that_isnt_there(root: Path) -> None:
    text = "".join(page(root, name) for name in PAGES)
    used = set(re.findall(r"(?:\$ |    |`)linimasa ([a-z]+)(?= |`|$)", text))
    assert used <= set(COMMANDS)


def test_formats_and_sources_are_documented(root: Path) -> None:
    text = page(root, "docs/commands")
    for name in (*FORMATS, *SUFFIXES):
        assert f"`{name}`" in text, name


def test_shipped_queries_are_documented(root: Path) -> None:
    text = page(root, "docs/queries")
    assert [name for name in query_names() if f"`{name}`" not in text] == []


@pytest.mark.parametrize(
    "record",
    ["Statement", "Participant", "EventTime", "EventPlace", "Attribution", "Quantity", "DocumentRef"],
)
def test_every_field_of_a_record_is_documented(root: Path, record: str) -> None:
    words = set(re.findall(r"\w+", page(root, "docs/records")))
    assert {field.name for field in fields(getattr(records, record))} - words == set()


def test_links_lead_somewhere(root: Path) -> None:
    for path in (*root.glob("*.md"), *root.glob("docs/*.md")):
        for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_python_of_the_readme_runs(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "2021-07-06.txt").write_text(
        "Rusia mengancam Ukraina pada Senin.", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", page(root, "README"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == "THREATEN 2021-07-05\n"


def test_the_table_of_the_readme_is_what_is_printed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from linimasa.cli.app import run

    text = page(root, "README")
    (sentence,) = re.findall(r"\$ echo '(.*)' > berita.txt", text)
    (words,) = re.findall(r"\$ linimasa (extract berita.txt .*)", text)
    shown = text.split("--format table\n", 1)[1].split("\n\n", 1)[0]
    monkeypatch.chdir(tmp_path)
    Path("berita.txt").write_text(sentence + "\n", encoding="utf-8")
    assert run(words.split()) == 0
    printed = capsys.readouterr().out.rstrip("\n").split("\n")
    assert printed == [line.removeprefix("    ") for line in shown.split("\n")]


def test_the_version_is_one(root: Path) -> None:
    assert f'\nversion = "{__version__}"\n' in (root / "pyproject.toml").read_text(encoding="utf-8")
    assert "## [Unreleased]" in page(root, "CHANGELOG")
