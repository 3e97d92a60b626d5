"""From what a person writes for an actor to the actor."""

from __future__ import annotations

import difflib
import unicodedata

from linimasa.analyse.scene import Actor, Scene
from linimasa.errors import SettingError
from linimasa.model.iri import BASE


def find_actor(scene: Scene, name: str, base: str = BASE) -> str:
    """Return the IRI of an actor: by IRI, local name, code ("USA") or a name in either language.

    SettingError where none is meant, with the names that come near, or several are.
    """
    local = f"{base}actor/{name.removeprefix('act:').lower()}"
    for iri in (name, local):
        if iri in scene.actors:
            return iri
    wanted = _folded(name)
    found = sorted(iri for iri, actor in scene.actors.items() if wanted in _names(actor))
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(iri.removeprefix(base + "actor/") for iri in found[:5])
        raise SettingError(f"{name!r} names {len(found)} actors of this graph; choose one of {choices}")
    labels = sorted({text for actor in scene.actors.values() for text in (actor.label.id, actor.label.en)})
    near = difflib.get_close_matches(name, labels, 3)
    hint = f"did you mean {', '.join(near)}?" if near else "see `linimasa actors DIR` for those it knows"
    raise SettingError(f"no actor {name!r} in this graph; {hint}")


def _names(actor: Actor) -> set[str]:
    return {_folded(text) for text in (actor.label.id, actor.label.en, *actor.aliases)}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().strip()
