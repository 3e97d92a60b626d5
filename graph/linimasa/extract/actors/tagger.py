"""The tagger: from a document's text to its actors and places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from linimasa.errors import SettingError
from linimasa.extract.actors import lexicon as actor_lexicon
from linimasa.extract.actors.coref import Coreference
from linimasa.extract.actors.draft import Draft
from linimasa.extract.actors.find import Find
from linimasa.extract.actors.identify import Identify
from linimasa.extract.actors.people import Skeletons, skeletons_of
from linimasa.extract.actors.phrases import Phrases
from linimasa.extract.actors.phrases_en import EnglishPhrases
from linimasa.extract.actors.phrases_id import IndonesianPhrases
from linimasa.extract.actors.scan import Scan
from linimasa.extract.actors.tokens import Tokens, tokenise
from linimasa.lexicon import names
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind

#: The phrase grammar of each language.
GRAMMARS: dict[str, type[Phrases]] = {"en": EnglishPhrases, "id": IndonesianPhrases}
_SHORTEST_GLUED = 4


class ActorTagger:
    """Finds the actors and places of documents in one language; it keeps nothing of a document."""

    __slots__ = ("_owned", "_skeletons", "gazetteer", "index", "lexicon")

    def __init__(self, lang: str, gazetteer: Gazetteer) -> None:
        if lang not in GRAMMARS:
            raise SettingError(f"no grammar of names for {lang!r}; use one of {', '.join(sorted(GRAMMARS))}")
        self.gazetteer = gazetteer
        self.lexicon = actor_lexicon.load(lang)
        self.index = names.build(gazetteer, lang)
        self._skeletons: Skeletons | None = None
        self._owned = {
            before + ending: len(before)
            for before in self.lexicon.words["speaking_prepositions"]
            for ending in self.lexicon.words["pronoun_endings"]
        }

    def tag(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        published: dt.date | None,
        times: Sequence[tuple[int, int]] = (),
    ) -> tuple[Mention, ...]:
        """Return the mentions of a document, sorted by start, their outer spans apart from each other.

        `sentences` and `times` are spans of the text; nothing is looked for inside a time expression.
        `published` dates the offices: without it a title alone names nobody.
        """
        tokens = self.tokens(text, sentences, times)
        finds = self.finds(tokens)
        day = published.isoformat() if published is not None else None
        identify = Identify(self.gazetteer, self.lexicon, tokens, day, self.skeletons)
        found = [m for m in identify.mentions(finds) if not self._bygone(tokens, m)]
        return Coreference(tokens, self.lexicon, self.gazetteer.states).resolve(found)

    def _bygone(self, tokens: Tokens, mention: Draft) -> bool:
        """Whether a state is named as what was ("negara-negara bekas Soviet"): it acts no more."""
        first = mention.find.start
        before = tokens.low[first - 1] if first else ""
        return mention.kind is ActorKind.STATE and before in self.lexicon.words["former"]

    def tokens(
        self, text: str, sentences: Sequence[tuple[int, int]], times: Sequence[tuple[int, int]]
    ) -> Tokens:
        """Return the text's words."""
        return tokenise(text, sentences, times, self._split)

    def skeletons(self) -> Skeletons:
        """Return the persons by evened-out spelling; made when the first odd spelling turns up."""
        if self._skeletons is None:
            self._skeletons = skeletons_of(self.gazetteer)
        return self._skeletons

    def finds(self, tokens: Tokens) -> list[Find]:
        """Return the phrases that look like actors or places."""
        return GRAMMARS[self.lexicon.lang](Scan(tokens, self.lexicon, self.index)).all()

    def _split(self, word: str) -> int:
        """Return where a small word was glued to a name ("Putindi": 5), 0 where none was.

        A preposition with a pronoun for its ending is cut before it ("menurutnya": 7).
        """
        if word.lower() in self._owned:
            return self._owned[word.lower()]
        if word.islower():
            return 0
        whole, glue = names.fold(word), self.lexicon.words["glue"]
        if whole in self.index.longest or whole in self.index.ends or whole in self.lexicon.longest:
            return 0
        for at in range(len(word) - 2, 1, -1):
            rest = word[at:]
            if not rest.islower():
                break
            if at < _SHORTEST_GLUED and not word[:at].isupper():
                break
            verb = len(rest) > 5 and rest.startswith(self.lexicon.prefixes)
            if (rest in glue or verb) and (whole[:at] in self.index.ends or word[:at].isupper()):
                return at
        return 0
