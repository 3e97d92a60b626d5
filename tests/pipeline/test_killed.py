"""A build that is killed at whatever moment leaves the old state or the new one, whole.

The build kills itself with SIGKILL before the n-th time that it touches the folder: the moments between two
such touches can't be told apart from outside. All touches are counted once, and moments are drawn from them.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import linimasa
from articles import TEXT, corpus, jsonl, record
from linimasa.errors import StoreError
from linimasa.pipeline import BuildSettings, build
from linimasa.state import READY, STAGE, commit, lock, settle
from linimasa.store import nquads, turtle

#: Runs a command that ends itself before it touches a folder for the n-th time (0: counts the touches).
_SCRIPT = """
import os, signal, sys
from linimasa.cli.app import run
folder, last = sys.argv[1], int(sys.argv[2])
touched = 0
def hook(event, args):
    global touched
    if event.startswith(("open", "os.", "shutil.")) and any(str(arg).startswith(folder) for arg in args[:2]):
        touched += 1
        if touched == last:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
code = run(sys.argv[3:])
print(touched)
sys.exit(code)
"""


def state(folder: Path) -> dict[str, bytes]:
    """What a folder holds: its files, and the graph that its store gives."""
    opened = linimasa.open(folder)
    graph = (turtle(opened.graph) + nquads(opened.graph)).encode()
    opened.close()
    names = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "run.log")
    return {"graph": graph, **{path.name: path.read_bytes() for path in names}}


class Builds:
    """Two states of a folder, and builds that bring it from the one to the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.old, self.new, self.work = folder / "old", folder / "new", folder / "work"
        self.source = jsonl(folder / "b.jsonl", record("lain", text=TEXT.replace("Myanmar", "Iran")))
        build([corpus(folder)], self.old, BuildSettings(store="oxigraph"))
        self.begin()
        self.touches = self.run(0)
        self.work.rename(self.new)
        self.states = [state(self.old), state(self.new)]
        assert self.states[0] != self.states[1]

    def begin(self) -> None:
        """Make the folder hold the old state."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.old, self.work)

    def run(self, last: int) -> int:
        """Build, killed before the touch `last`; return how many there were."""
        command = ["build", str(self.source), "-o", str(self.work)]
        words = [sys.executable, "-c", _SCRIPT, str(self.work), str(last), *command]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if last:
            assert done.returncode == -signal.SIGKILL, done.stderr
            return last
        assert done.returncode == 0, done.stderr
        return int(done.stdout.split()[-1])


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return Builds(tmp_path_factory.mktemp("killed"))


def check(builds: Builds, moments: list[int]) -> set[int]:
    """Kill a build at each moment; return which states were found then."""
    found = set()
    for moment in moments:
        builds.begin()
        builds.run(moment)
        now = state(builds.work)
        assert now in builds.states, f"killed before touch {moment} of {builds.touches}"
        found.add(builds.states.index(now))
        assert not (builds.work / READY).exists()
    return found


def test_killed_at_five_moments(builds: Builds) -> None:
    """Three while the new state is made, two while its files are moved."""
    last = builds.touches
    assert last > 20
    moments = [*random.Random(5).sample(range(1, last - 20), 3), last - 8, last - 2]
    assert check(builds, moments) == {0, 1}
    builds.begin()
    builds.run(last - 8)
    build([builds.source], builds.work)  # the next build goes on from there
    assert state(builds.work) == builds.states[1]
    assert not (builds.work / STAGE).exists()


@pytest.mark.long
def test_killed_at_fifty_moments(builds: Builds) -> None:
    """Half of them among the last touches, where files are moved."""
    last = builds.touches
    draw = random.Random(50)
    late = draw.sample(range(max(1, last - 60), last + 1), 25)
    early = draw.sample(range(1, max(27, last - 60)), 25)
    assert check(builds, sorted({*late, *early})) == {0, 1}


def test_a_state_that_is_ready_is_finished_by_who_opens_it(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("alt")
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "alt").write_text("alt")
    ready = tmp_path / READY
    (ready / "store").mkdir(parents=True)
    (ready / "store" / "neu").write_text("neu")
    (ready / "one.txt").write_text("neu")
    (ready / ".gone").write_text("old.txt\n")
    settle(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.txt", "store"]
    assert [path.name for path in (tmp_path / "store").iterdir()] == ["neu"]
    settle(tmp_path)  # nothing more to do


def test_files_that_the_new_state_lacks_go(tmp_path: Path) -> None:
    stage = tmp_path / STAGE
    stage.mkdir()
    for name in ("kept.txt", "gone.txt"):
        (tmp_path / name).write_text("alt")
    (stage / "kept.txt").write_text("neu")
    with lock(tmp_path):
        assert commit(stage, tmp_path, ("kept.txt", "gone.txt", "never.txt")) == ("kept.txt",)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"kept.txt": "neu"}


def test_a_folder_held_by_a_build_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linimasa.state._PATIENCE", 0.1)
    (tmp_path / READY).mkdir()
    with lock(tmp_path), pytest.raises(StoreError, match="another build"):
        settle(tmp_path)
    settle(tmp_path)
    assert not (tmp_path / READY).exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_broken_build_in_a_folder_for_reading_is_told(tmp_path: Path) -> None:
    (tmp_path / READY).mkdir()
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="can't be finished"):
        settle(tmp_path)
    tmp_path.chmod(0o700)
