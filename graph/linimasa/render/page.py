"""One self-contained HTML file from data, scripts and styles: no request leaves it, no text in it runs.

- Data stands in a JSON block that can't be left early: `<`, `>`, `&` and the two line separators that older
  scripts trip over are escaped, lone surrogates too, so that any text can be written.
- The scripts set texts as text nodes only. A content security policy allows the scripts of the file by their
  hash and nothing else: what a text smuggled in would not run, and no address is asked.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from linimasa.errors import LinimasaError
from linimasa.render.palette import COMMUNITIES, DASHES, QUADS
from linimasa.render.words import ASSETS, WEEKDAYS, load_words
from linimasa.store.labels import load_wording

VENDORED, FORCE = "vendor/vis-network.min.js", "vendor/force-graph.min.js"

#: Scripts that stand before and after those of the views.
SHARED, START = ("common.js", "panel.js"), "start.js"

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def to_json(value: Any) -> str:
    """Return JSON that may stand inside a script element, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@cache
def asset(name: str) -> str:
    """Return the text of a file that pages are made of; LinimasaError where it isn't there."""
    path = ASSETS / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LinimasaError(f"can't be read ({error.strerror}); install linimasa again", path=path) from error


def page(kind: str, data: Mapping[str, Any], scripts: Sequence[str], lang: str, title: str | None) -> str:
    """Return the HTML of a page.

    `kind` names the page (`actors`, `events`, `timeline`): its words are `<kind>_title` and so on in
    words.toml; `scripts` are file names below assets, run in this order; `title` stands in place of the
    usual heading.
    """
    words = load_words()
    payload = {
        "page": kind,
        "lang": lang,
        "title": title,
        "words": words,
        "months": {name: list(wording.months) for name, wording in load_wording().items()},
        "weekdays": WEEKDAYS,
        "quads": QUADS,
        "communities": COMMUNITIES,
        "dashes": DASHES,
        **data,
    }
    sources = [asset(name) for name in scripts]
    parts = {
        "lang": lang,
        "policy": _policy(sources),
        "title": html.escape(title or words[lang][kind + "_title"]),
        "noscript": html.escape(words[lang]["noscript"]),
        "kind": kind,
        "style": asset("page.css"),
        "data": to_json(payload),
        "scripts": "\n".join(f"<script>{source}</script>" for source in sources),
    }
    return _SLOT.sub(lambda match: parts[match[1]], asset("page.html"))


def _policy(scripts: Sequence[str]) -> str:
    hashes = [base64.b64encode(hashlib.sha256(s.encode("utf-8")).digest()).decode("ascii") for s in scripts]
    allowed = " ".join(f"'sha256-{value}'" for value in hashes)
    rules = (
        "default-src 'none'",
        f"script-src {allowed}",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)
