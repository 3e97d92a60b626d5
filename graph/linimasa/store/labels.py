"""Labels of events, made in each language by a pattern from type, parties and date."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from linimasa import resources
from linimasa.errors import LinimasaError
from linimasa.resolve import Moment
from linimasa.store.scheme import TypeInfo

#: The languages that every event is labelled in.
LANGUAGES = ("en", "id")

#: More parties than this on one side are cut short.
_MANY = 4

_SLOT = re.compile(r"\[([^\[\]{}]*)\{(actors|recipients)\}([^\[\]{}]*)\]")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language that labels are built with, as in `labels.toml`."""

    words: Mapping[str, str]
    months: tuple[str, ...]

    def label(
        self, info: TypeInfo, lang: str, actors: Sequence[str], recipients: Sequence[str], when: Moment | None
    ) -> str:
        """Return the label of an event of this type between these parties."""
        sides = {"actors": self._list(actors, info.symmetric), "recipients": self._list(recipients, False)}

        def fill(match: re.Match[str]) -> str:
            side = sides[match[2]]
            if not side:
                return ""
            # "Pengerahan pasukan" of "pasukan Rusia" says the word once.
            before = (match.string[: match.start()] + match[1]).split()
            if before and side.startswith(before[-1] + " "):
                side = side.split(" ", 1)[1]
            return match[1] + side + match[3]

        text = _SLOT.sub(fill, info.patterns.get(lang) or info.labels.get(lang, info.local)).strip()
        text = text[:1].upper() + text[1:]
        date = self.date(when)
        return self.words["dated"].format(label=text, date=date) if date else text

    def _list(self, names: Sequence[str], mutual: bool) -> str:
        shown = list(names[:_MANY])
        if len(names) > _MANY:
            return ", ".join(shown) + " " + self.words["others"]
        if mutual or len(shown) < 2:
            return self.words["separator"].join(shown)
        return ", ".join(shown[:-1]) + f" {self.words['and']} {shown[-1]}"

    def date(self, when: Moment | None) -> str:
        """Return the date in words, empty where the text gives the event none of its own."""
        if when is None or not when.told or when.edtf is None:
            return ""
        value = when.edtf.strip("[]").replace("..", "/") if when.edtf.startswith("[") else when.edtf
        if "/" not in value:
            return self._about(value)
        begin, end = (self._about(part) for part in value.split("/", 1))
        if begin and end:
            return self.words["span"].format(begin=begin, end=end) if begin != end else begin
        if begin:
            return self.words["since"].format(begin=begin)
        return self.words["until"].format(end=end) if end else ""

    def _about(self, value: str) -> str:
        plain = value.rstrip("~?%")
        match = _DAY.match(plain)
        if match is None:
            return ""
        year, month, day = match.groups()
        text = year
        if month and 1 <= int(month) <= 12:
            pattern = self.words["day" if day else "month"]
            text = pattern.format(day=int(day or 0), month=self.months[int(month) - 1], year=year)
        return text if plain == value else self.words["about"].format(date=text)


@cache
def load_wording() -> Mapping[str, Wording]:
    """Read `labels.toml`: the wording of each language. LinimasaError where one is missing."""
    path = resources.ontology() / "labels.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LinimasaError(f"can't be read ({error}); install linimasa again", path=path) from error
    wording = {}
    for lang in LANGUAGES:
        table = data.get(lang, {})
        months = tuple(table.get("months", ()))
        if len(months) != 12:
            raise LinimasaError(f"table [{lang}] needs twelve months", path=path)
        wording[lang] = Wording({k: v for k, v in table.items() if isinstance(v, str)}, months)
    return wording
