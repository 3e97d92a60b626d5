"""linimasa: dated who-did-what-to-whom knowledge graphs from diplomatic news.

`build(sources, out)` makes a folder with the graph, `open(folder).graph` is it as an rdflib Dataset, and
`extract_document(text)` gives what one text says. The parts load when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linimasa.version import __version__

if TYPE_CHECKING:
    from linimasa.api import build, extract_document, open  # noqa: A004 - read as linimasa.open

__all__ = ["__version__", "build", "extract_document", "open"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from linimasa import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
