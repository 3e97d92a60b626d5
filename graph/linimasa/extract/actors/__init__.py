"""Actors and places: who is named, for whom they stand on that day, where."""

from linimasa.extract.actors.tagger import ActorTagger

__all__ = ["ActorTagger"]
