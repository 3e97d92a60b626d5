"""Actors and places: who is named, for whom they stand on that day, where."""

from linimasa.extract.actors.tagger import ActorTagger
from linimasa.extract.actors.who import Who, WhoIs, who

__all__ = ["ActorTagger", "Who", "WhoIs", "who"]
