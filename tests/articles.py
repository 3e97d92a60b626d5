"""Small documents of our own for tests, and a folder built from some."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: A short dispatch with a plan, a denial, a demand and a spokesman.
TEXT = (
    "JAKARTA - Menteri Luar Negeri Retno Marsudi akan bertemu Menteri Luar Negeri Rusia Sergey Lavrov di "
    "Jakarta pada 6 Juli 2021.\n"
    "Rusia membantah telah menyerang Ukraina dalam beberapa pekan terakhir.\n"
    "Juru bicara Kementerian Luar Negeri Indonesia mengatakan Jakarta mendesak Myanmar membebaskan para "
    "tahanan politik.\n"
    "Langit cerah sepanjang hari.\n"
)
ENGLISH = (
    "WASHINGTON - President Joe Biden met Chinese President Xi Jinping in Bali on November 14, 2022.\n"
    "China denied that it had threatened Taiwan.\n"
)
PUBLISHED = "2021-07-05"


def record(name: str, **fields: Any) -> dict[str, Any]:
    """A document as a JSON object."""
    return {"id": name, "lang": "id", "published": PUBLISHED, "title": "", "text": TEXT, **fields}


def jsonl(path: Path, *records: dict[str, Any]) -> Path:
    """A JSON-lines file of these records."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    return path


def corpus(folder: Path) -> Path:
    """A JSON-lines file of two documents, one in each language."""
    english = record(
        "en-bali", lang="en", published="2022-11-15", text=ENGLISH, title="Biden Meets Xi in Bali"
    )
    return jsonl(folder / "corpus.jsonl", record("id-jakarta", title="Retno Temui Lavrov"), english)
