"""Verb groups: a verb with its auxiliaries, negators and adverbs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from linimasa.extract.clauses.draft import Draft
from linimasa.extract.clauses.element import Element, Kind
from linimasa.extract.clauses.phrases import NO_SIZES, Reading
from linimasa.extract.clauses.verbs import Verbs
from linimasa.extract.clauses.words import Words
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.language import WordSense
from linimasa.model.terms import Certainty, Modality

#: An auxiliary counts for a verb that follows it by at most so many elements.
_PARTED = 3
_MARKS = frozenset('"“‘')


@dataclass(frozen=True, slots=True)
class Modifiers:
    """What stands before a verb and changes what it says."""

    auxiliaries: tuple[tuple[str, Modality], ...] = ()
    negated: bool = False
    certainty: Certainty | None = None
    repeated: bool = False

    @property
    def help(self) -> bool:
        """Whether they tell that a verb must follow."""
        return self.negated or bool(self.auxiliaries)


_NOTHING = Modifiers()
_PLANNED = Modifiers(auxiliaries=(("to", Modality.PLANNED),))
_SUBJECT = frozenset({Kind.NP, Kind.COORD, Kind.TIME})


@dataclass(frozen=True, slots=True)
class _Parted:
    """Modifiers parted from their verb, by a phrase or quotation marks, and how many elements came before."""

    modifiers: Modifiers
    place: int
    quoted: bool = False


class VerbGroups:
    """The rule for verb groups of one sentence."""

    __slots__ = ("_draft", "_parted", "_verbs", "_words")

    def __init__(self, words: Words, verbs: Verbs, draft: Draft) -> None:
        self._words = words
        self._verbs = verbs
        self._draft = draft
        self._parted: _Parted | None = None

    def read(self, first: int) -> int:
        """Add the verb group at a position and return the position after it (0: none)."""
        at, modifiers = first, _NOTHING
        if self._headline_plan(first):
            at, modifiers = first + 1, _PLANNED
        passive = False
        while self._words.is_word(at):
            verb = self._verbs.at(at, helped=modifiers.help)
            size = self._words.sizes[at].auxiliaries
            longer = verb is not None and verb.size > size  # "mulai menjabat", "saling serang"
            if size and not longer and (verb is None or self._verbs.follows(at + size)):
                modifiers = self._with_auxiliary(at, size, modifiers)
                last = self._words.chunks[at + size - 1].lower
                passive = last in self._words.grammar.passive_auxiliaries
            elif verb is not None:
                return self._finish(first, at, verb, modifiers, passive=passive)
            else:
                size, modifiers = self._modifier(at, modifiers)
                if not size:
                    break
            at += size
        return self._without_verb(first, at, modifiers)

    def _headline_plan(self, at: int) -> bool:
        """Whether an infinitive is the only verb after a name, as headlines tell plans ("X to visit Y")."""
        elements = self._draft.elements
        if not self._words.sizes[at].infinitive_markers or not elements:
            return False
        named = bool(elements[-1].names) and elements[-1].names[-1][0] == elements[-1].last == at - 1
        if not named or any(el.kind not in _SUBJECT for el in elements):
            return False
        verb = self._verbs.at(at + 1, helped=True)
        return verb is not None and Voice.BARE in verb.voices

    def _with_auxiliary(self, at: int, size: int, modifiers: Modifiers) -> Modifiers:
        word = self._words.phrase(at, size)
        return replace(
            modifiers,
            auxiliaries=(*modifiers.auxiliaries, (word, self._words.closed.auxiliaries[word])),
            negated=modifiers.negated is not (self._words.sizes[at].negators == size),
        )

    def _modifier(self, at: int, modifiers: Modifiers) -> tuple[int, Modifiers]:
        """Return the size of a negator or adverb (0: none) and the modifiers with it."""
        sizes = self._words.sizes[at]
        if sizes is NO_SIZES:
            return int(self._unlisted_adverb(at, modifiers)), modifiers
        adverb = self._marked_adverb(at) or sizes.adverbs
        if sizes.negators and sizes.negators >= adverb:
            return sizes.negators, replace(modifiers, negated=not modifiers.negated)
        if sizes.certainty:
            word = self._words.phrase(at, sizes.certainty)
            return sizes.certainty, replace(modifiers, certainty=self._words.closed.certainty[word])
        if sizes.repeated:
            return sizes.repeated, replace(modifiers, repeated=True)
        return adverb, modifiers

    def _unlisted_adverb(self, at: int, modifiers: Modifiers) -> bool:
        """Whether a word that no list has stands as an adverb before its verb ("are seriously injured")."""
        endings = self._words.grammar.adverb_endings
        word = self._words.chunks[at].lower
        if not endings or not word.endswith(endings) or self._words.readings[at] is not None:
            return False
        return self._verbs.at(at + 1, helped=modifiers.help) is not None

    def _marked_adverb(self, at: int) -> int:
        """Return the size of a marker and the word that it makes an adverb ("secara mendadak")."""
        if self._words.sizes[at].adverb_markers and at + 1 < self._words.count:
            return 2 if self._words.is_word(at + 1) else 1
        return 0

    def _finish(self, first: int, at: int, verb: Reading, modifiers: Modifiers, *, passive: bool) -> int:
        modifiers = self._with_parted(modifiers)
        voice = self._verbs.voice(at, verb, passive=passive)
        told_active = modifiers.help or self._object_relative()  # "has attacked", "Y, which X attacked"
        if Voice.PARTICIPLE in verb.voices and voice is Voice.PASSIVE and not passive and told_active:
            voice = self._active(at, verb)
        last = at + verb.size - 1
        self._add(first, (at, last), modifiers, senses=verb.verbs, voice=voice, pronoun=verb.pronoun)
        return self._after_adverbs(last + 1)

    def _object_relative(self) -> bool:
        """Whether the phrase before the verb is the subject of a relative clause ("Y, which X attacked")."""
        kinds = [el.kind for el in self._draft.elements[-2:]]
        return kinds == [Kind.REL, Kind.NP]

    def _active(self, at: int, verb: Reading) -> Voice:
        """Return a participle's voice after "has", or after its own subject: active but before an agent."""
        after = self._words.side(at + verb.size)
        agent = after is not None and after.lower in self._words.closed.agent_prepositions
        return Voice.PASSIVE if agent else Voice.ACTIVE

    def _with_parted(self, modifiers: Modifiers) -> Modifiers:
        """Add the auxiliaries that a phrase parted from their verb ("dapat, bila perlu, menyerang")."""
        parted, self._parted = self._parted, None
        if parted is None or modifiers.auxiliaries:
            return modifiers
        between = self._draft.elements[parted.place :]
        if len(between) > _PARTED or any(el.names for el in between):
            return modifiers
        held = parted.modifiers
        return replace(modifiers, auxiliaries=held.auxiliaries, negated=modifiers.negated is not held.negated)

    def _after_adverbs(self, at: int) -> int:
        """Return the position after the adverbs that follow a verb; those of the next verb stay."""
        while self._words.is_word(at):
            sizes = self._words.sizes[at]
            size = self._marked_adverb(at) or max(sizes.adverbs, sizes.repeated)
            if not size or self._words.readings[at] is not None:
                break
            if sizes.auxiliaries and self._verbs.follows(at):
                break
            at += size
        return at

    def _without_verb(self, first: int, at: int, modifiers: Modifiers) -> int:
        """Modifiers without a known verb: an unknown verb, a copula, or words that say nothing here."""
        words = self._words
        auxiliaries = modifiers.auxiliaries
        last_word = auxiliaries[-1][0] if auxiliaries else None
        if words.is_word(at) and self._verbs.unknown(at, last_word):
            return self._unknown(first, at, modifiers)
        if at == first:
            return 0
        if any(word in words.grammar.full_auxiliaries for word, _ in auxiliaries):
            return self._unknown(first, at - 1, modifiers)
        if auxiliaries and words.verb_shaped(at - 1):
            # "tidak mempertimbangkan evakuasi": the auxiliary is the verb here.
            return self._unknown(first, at - 1, replace(modifiers, auxiliaries=auxiliaries[:-1]))
        sizes = words.sizes[first]
        if sizes.prepositions:
            return 0
        if sizes.coordinators or sizes.subordinators or sizes.operators:
            if modifiers.help:
                self._parted = _Parted(modifiers, len(self._draft.elements))
            return 0
        if modifiers.negated and words.is_word(at) and words.sizes[at].infinitive_markers:
            self._parted = _Parted(modifiers, len(self._draft.elements))  # "decided not to meet"
        if (
            modifiers.negated
            and modifiers.auxiliaries
            and at < words.count
            and words.chunks[at].text in _MARKS
        ):
            # 'tidak akan "berlutut"'
            self._parted = _Parted(modifiers, len(self._draft.elements), quoted=True)
        return at

    def _unknown(self, first: int, last: int, modifiers: Modifiers) -> int:
        quoted = self._parted is not None and self._parted.quoted
        self._add(first, (last, last), self._with_parted(modifiers) if quoted else modifiers)
        return last + 1

    def _add(
        self,
        first: int,
        head: tuple[int, int],
        modifiers: Modifiers,
        *,
        senses: tuple[WordSense, ...] = (),
        voice: Voice | None = None,
        pronoun: bool = False,
    ) -> None:
        """Add a verb group whose own words are the chunks `head`, both included."""
        self._draft.elements.append(
            Element(
                Kind.VG,
                first,
                head[1],
                self._words.chunks[head[0]].lower,
                self._draft.quote,
                head_first=head[0],
                head_last=head[1],
                senses=senses,
                voice=voice,
                auxiliaries=modifiers.auxiliaries,
                negated=modifiers.negated,
                certainty=modifiers.certainty,
                repeated=modifiers.repeated,
                pronoun_suffix=pronoun,
            )
        )
