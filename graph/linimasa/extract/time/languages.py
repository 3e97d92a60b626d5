"""The languages whose time expressions can be read: many more than those that have frames."""

from __future__ import annotations

from linimasa import resources


def own_languages() -> tuple[str, ...]:
    """Return the codes of the languages with a `time.toml` of their own, sorted."""
    return tuple(sorted(path.parent.name for path in resources.lexicon().glob("*/time.toml")))


def plain_languages() -> tuple[str, ...]:
    """Return the codes of the other languages, of which only written dates are read, sorted."""
    from linimasa.extract.time.locale import languages  # only these languages pay for dateparser's import

    return tuple(sorted(languages() - set(own_languages())))


def why_unknown(lang: str) -> str | None:
    """Return why a language's times can't be read, with the codes that there are; None where they can."""
    if lang in own_languages():
        return None
    plain = plain_languages()
    if lang in plain:
        return None
    return (
        f"no such language; there are: {', '.join(own_languages())};"
        f" and, for written dates alone: {', '.join(plain)}"
    )
