"""What all readers share: the tables of codes, who is who, and the counts."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.exchange.parties import Parties
from linimasa.exchange.row import What
from linimasa.exchange.tables import Cameo, load_cameo
from linimasa.exchange.tally import Tally
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.terms import EventType, Modality


@dataclass(frozen=True, slots=True)
class Desk:
    """The tables that readers look things up in, and the tally that they count on."""

    cameo: Cameo
    parties: Parties
    tally: Tally

    def coded(self, code: str) -> tuple[What, str]:
        """Return the kind of event of a CAMEO code with the rule that gave it; ValueError for none.

        A code that the codebook doesn't have is counted and read as the code above it.
        """
        plain = code.strip()
        what = self.cameo.what(plain)
        if plain not in self.cameo.types:
            self.tally.strange("event code", plain)
        if what is None:
            raise ValueError(f"event code {code!r} isn't one of CAMEO's")
        return what, f"cameo {plain}"

    def relation(self, name: str) -> tuple[What, str]:
        """Return the kind of event that a relation names: CAMEO's words or code, or our type and mode."""
        code = self.cameo.codes.get(name.lower())
        if code is not None:
            return self.cameo.types[code], f"cameo {code}"
        type_, _, mode = name.partition("-")
        if type_ in EventType.__members__:
            return What(type_, mode or None), f"type {name}"
        if name.isdigit():
            return self.coded(name)
        self.tally.strange("relation", name)
        raise ValueError(f"relation {name!r} isn't an event of CAMEO's, nor a type of ours")


def open_desk(gazetteer: Gazetteer, tally: Tally) -> Desk:
    """Return a desk with the shipped codes and this gazetteer."""
    return Desk(load_cameo(), Parties(gazetteer, tally), tally)


def relation_names() -> dict[tuple[str, str | None], str]:
    """Return CAMEO's words for our types and modes where a reader would make the same of them again.

    Of several codes for one type and mode the shortest stands for them, then the first.
    """
    cameo = load_cameo()
    names: dict[tuple[str, str | None], str] = {}
    for code, what in sorted(cameo.types.items(), key=lambda item: (len(item[0]), item[0])):
        if what.modality is Modality.OCCURRED:
            names.setdefault((what.type, what.mode), cameo.names[code])
    return names
