"""Answers that were got, by what was asked: a second run asks nothing."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from linimasa.errors import SettingError


class AnswerCache:
    """A folder with a file for each answer. Files appear whole, so several processes can share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> str | None:
        """Return the answer kept under a key, None where there is none."""
        try:
            return self._path(key).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise self._refused(error) from error

    def put(self, key: str, answer: str) -> None:
        """Keep an answer."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(answer)
            Path(name).replace(path)
        except OSError as error:
            raise self._refused(error) from error

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"

    def _refused(self, error: Exception) -> SettingError:
        return SettingError(
            f"answers can't be kept here ({error}); name another folder with --cache", path=self._folder
        )


def cache_key(asked: Any) -> str:
    """Return the name under which the answer to something is kept: a hash of all that it depends on."""
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def cache_folder(named: str | None) -> Path:
    """Return the folder that was named, else the one of the user's cache."""
    if named is not None:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("linimasa", appauthor=False) / "llm"


__all__ = ["AnswerCache", "cache_folder", "cache_key"]
