"""Files that are given out as they are: the site's own, and the pages that a build wrote."""

from __future__ import annotations

import html
import re
from functools import cache

from starlette.responses import Response

from linimasa.render.palette import QUADS
from linimasa.render.words import ASSETS as PAGE_ASSETS
from linimasa.server.guard import POLICY
from linimasa.server.refused import RefusedError
from linimasa.server.wording import ASSETS

#: Each file that may be asked for, its place below assets and its type.
FILES = {
    "icon.svg": ("icon.svg", "image/svg+xml"),
    "query.css": ("query.css", "text/css"),
    "query.js": ("query.js", "text/javascript"),
    "site.css": ("site.css", "text/css"),
    "site.js": ("site.js", "text/javascript"),
    "yasgui.min.css": ("vendor/yasgui.min.css", "text/css"),
    "yasgui.min.js": ("vendor/yasgui.min.js", "text/javascript"),
}
_THEME = re.compile(r'^:root(?:\[data-theme="(\w+)"\])?\s*\{([^}]*)\}', re.MULTILINE)
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def file(name: str) -> Response:
    """Return one of the site's files; RefusedError 404 for any other name."""
    if name not in FILES:
        raise RefusedError(404, "there is no such file")
    path, kind = FILES[name]
    body = site_style() if name == "site.css" else (ASSETS / path).read_bytes()
    charset = "; charset=utf-8" if kind.startswith("text/") else ""
    return Response(body, headers={"Content-Type": kind + charset, "Cache-Control": "no-cache"})


@cache
def site_style() -> bytes:
    """Return the site's style, with the colours and letters of the pages before it.

    They are read from the pages' own style, so that both look alike; the dark ones count where the reader's
    system is dark and no theme was chosen.
    """
    parts = []
    for theme, rules in _THEME.findall((PAGE_ASSETS / "page.css").read_text(encoding="utf-8")):
        if theme == "dark":
            both = _quads("dark") + rules
            parts.append(f':root[data-theme="dark"] {{{both}}}')
            parts.append(f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme]) {{{both}}} }}")
        elif not theme:
            parts.append(f":root {{{_quads('light')}{rules}}}")
    own = (ASSETS / "site.css").read_text(encoding="utf-8")
    return ("\n".join(parts) + "\n" + own).encode("utf-8")


def _quads(theme: str) -> str:
    return "".join(f" --quad-{quad}: {colour};" for quad, colour in QUADS[theme].items())


def picture(text: str) -> Response:
    """Return a page that a build wrote. The policy in it, which names its scripts by their hashes, is sent as
    a header too; one that has none gets the site's, under which no script within it runs."""
    found = _META.search(text[:20_000])
    policy = html.unescape(found[1]) + "; frame-ancestors 'none'" if found else POLICY
    headers = {"Content-Security-Policy": policy, "Cache-Control": "no-cache"}
    return Response(text.encode("utf-8", "replace"), headers=headers, media_type="text/html")
