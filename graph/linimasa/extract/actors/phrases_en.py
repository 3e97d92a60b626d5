"""English phrases."""

from linimasa.extract.actors.phrases import Phrases


class EnglishPhrases(Phrases):
    __slots__ = ()
