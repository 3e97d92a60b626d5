"""Mentions of states, organisations, groups and places by name, and of bodies by pattern."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from linimasa.extract.actors.codes import owner_code
from linimasa.extract.actors.draft import Draft, draft
from linimasa.extract.actors.find import Find
from linimasa.extract.actors.lexicon import ActorLexicon, Term
from linimasa.extract.actors.tokens import Gap, Tokens
from linimasa.lexicon.gazetteer import Gazetteer, Place
from linimasa.lexicon.names import NameKind, Reading
from linimasa.model.iri import slug
from linimasa.model.terms import ActorKind

_STATELIKE = (NameKind.STATE, NameKind.DEMONYM, NameKind.CAPITAL, NameKind.SEAT)
#: Ids under which the gazetteer keeps ministries that the pattern would call otherwise.
_KNOWN_AS = {
    "foreign-ministry": ("foreign-ministry", "state-department", "foreign-office", "mfa"),
    "defence-ministry": ("defence-ministry", "defense-department", "pentagon", "mod"),
    "parliament": ("parliament", "congress"),
    "security-council": ("nsc", "snsc", "security-council"),
}


def name_mention(
    gazetteer: Gazetteer,
    lexicon: ActorLexicon,
    tokens: Tokens,
    find: Find,
    day: str | None,
    support: Counter[str],
) -> Draft:
    """Return the mention of a state, organisation, group or place named in the gazetteer."""
    readings = tuple(r for r in find.readings if r.kind is not NameKind.PERSON)
    first = readings[0]
    if first.kind is NameKind.ORGANISATION:
        return _organisation(gazetteer, tokens, find, _supported(gazetteer, readings, support))
    if first.kind is NameKind.GROUP:
        return _group(gazetteer, tokens, find, first, day)
    if first.kind is NameKind.PLACE:
        return place_mention(gazetteer, tokens, find)
    if first.kind in (NameKind.CAPITAL, NameKind.SEAT) and _as_place(lexicon, tokens, find):
        made = place_mention(gazetteer, tokens, find)
        made.code = made.code or owner_code(gazetteer, readings, day, support)
        made.country = made.country or made.code
        return made
    return _state(gazetteer, tokens, find, readings, day, support)


def _as_place(lexicon: ActorLexicon, tokens: Tokens, find: Find) -> bool:
    """Whether a capital stands where places stand: after a preposition, or in a dateline."""
    i = find.start
    if i > 0 and tokens.gap[i] is Gap.JOIN and tokens.low[i - 1] in lexicon.words["place_prepositions"]:
        return True
    after = tokens.text[tokens.end[find.end - 1] : tokens.end[find.end - 1] + 4]
    begins = i <= 4 and tokens.sentence[i] == 0
    dash = after.lstrip(" ")[:1] in ("-", "–", "—", "(") or (after.startswith(",") and i == 0)
    return begins and (dash or tokens.word[i].isupper())


def _state(
    gazetteer: Gazetteer, tokens: Tokens, find: Find, readings: tuple[Reading, ...], day: str | None,
    support: Counter[str],
) -> Draft:  # fmt: skip
    first = readings[0]
    code = owner_code(gazetteer, readings, day, support)
    people = first.kind is NameKind.DEMONYM and find.count == "many"
    made = draft(tokens, find, ActorKind.GROUP if people else ActorKind.STATE, rule="name")
    made.code = made.country = code
    made.sector = "CVL" if people else "GOV"
    if code is not None:
        state = gazetteer.states[code]
        made.actor = f"{state.id}-citizens" if people else state.id
        made.name = state.name_en if not people else f"citizens of {state.name_en}"
    if find.adjective:
        made.flags = ("adjective",)
    if first.kind in (NameKind.CAPITAL, NameKind.SEAT):
        place = _place_of(gazetteer, readings)
        hosted = next((r for r in readings if r.kind is NameKind.ORGANISATION), None)
        body = gazetteer.organisations[hosted.key] if hosted is not None else None
        if body is not None and body.code and support[body.code] > support[code or ""]:
            made.kind, made.actor, made.name = ActorKind.ORGANISATION, body.id, body.name_en
            made.code, made.country, made.sector = body.code, None, body.sector
        made.literally = place.id if place is not None else slug(made.text)
        made.rule = "metonym"
    return made


def _supported(gazetteer: Gazetteer, readings: tuple[Reading, ...], support: Counter[str]) -> Reading:
    """Return the organisation whose code the text names most, the first where it names none."""
    bodies = [r for r in readings if r.kind is NameKind.ORGANISATION]
    return max(bodies, key=lambda r: (support[gazetteer.organisations[r.key].code], r.strong))


def _organisation(gazetteer: Gazetteer, tokens: Tokens, find: Find, reading: Reading) -> Draft:
    row = gazetteer.organisations[reading.key]
    made = draft(tokens, find, ActorKind.ORGANISATION, rule="name")
    made.actor, made.name = row.id, row.name_en
    made.code, made.sector = row.code or None, row.sector
    made.country = row.country or None
    return made


def _group(gazetteer: Gazetteer, tokens: Tokens, find: Find, reading: Reading, day: str | None) -> Draft:
    row = gazetteer.groups[reading.key]
    made = draft(tokens, find, ActorKind.GROUP, rule="name")
    made.actor, made.name, made.sector = row.id, row.name_en, row.sector
    made.code = row.code if row.code and day is not None and day >= row.code_from else None
    made.country = row.country or None
    return made


def _place_of(gazetteer: Gazetteer, readings: tuple[Reading, ...]) -> Place | None:
    """Return the one place among the readings, in the state of the other readings where they name one."""
    places = [gazetteer.places[r.key] for r in readings if r.kind is NameKind.PLACE]
    states = {r.key for r in readings if r.kind in _STATELIKE}
    places = [p for p in places if p.country in states] or places
    return places[0] if places else None


def place_mention(gazetteer: Gazetteer, tokens: Tokens, find: Find) -> Draft:
    """Return a place; a name that the gazetteer lacks gets a provisional local name and no country."""
    made = draft(tokens, find, ActorKind.PLACE, rule="place")
    place = _place_of(gazetteer, find.readings)
    whole = not find.flags and place is not None and _is_whole(find)
    if place is not None:
        made.code = made.country = place.country or None
    if place is not None and whole:
        made.actor, made.name = place.id, place.name_en
        made.lat = float(place.lat) if place.lat else None
        made.lon = float(place.lon) if place.lon else None
        return made
    for reading in (*find.readings, *find.owner):
        if reading.kind in _STATELIKE and made.code is None:
            made.code = made.country = reading.key
        elif reading.kind is NameKind.ORGANISATION and made.code is None:
            made.country = gazetteer.organisations[reading.key].country or None
    made.actor, made.name = "x-" + slug(made.text), made.text
    return made


def _is_whole(find: Find) -> bool:
    """Whether the name alone is the place, without a word such as "perbatasan" before it."""
    return find.tail_at < 0


def body_mention(gazetteer: Gazetteer, tokens: Tokens, find: Find, head: Term, code: str | None) -> Draft:
    """Return a government, ministry, army … found by pattern."""
    state = gazetteer.states.get(code or "")
    if head.state and state is not None:
        made = draft(tokens, find, ActorKind.STATE, rule="body")
        made.actor, made.name = state.id, state.name_en
    else:
        made = draft(tokens, find, ActorKind.ORGANISATION, rule="body")
        made.actor, made.name = _body_id(gazetteer, find, head, code, tokens)
    made.code, made.country = code, code if state is not None else None
    made.sector = next((t.sector for t in find.terms if t.sector is not None), None)
    if code is not None and state is None and made.sector == "GOV":
        made.sector = "IGO"
    return made


def _body_id(
    gazetteer: Gazetteer, find: Find, head: Term, code: str | None, tokens: Tokens
) -> tuple[str | None, str | None]:
    if code is None:
        return None, None
    for suffix in _KNOWN_AS.get(head.slug, (head.slug,)):
        row = gazetteer.organisations.get(f"{code.lower()}-{suffix}")
        if row is not None:
            return row.id, row.name_en
    state = gazetteer.states.get(code)
    of = state.name_en if state is not None else code
    if head.slug in ("party", "ministry", "agency", "court"):
        words = tokens.text[tokens.start[find.start] : tokens.end[find.end - 1]]
        return f"x-{code.lower()}-{slug(words)}", words
    if head.embassy and 0 < find.owner_span[1] < find.end:
        seat = tokens.text[tokens.start[find.end - 1] : tokens.end[find.end - 1]]
        return f"{code.lower()}-{head.slug}-{slug(seat)}", f"{head.en} of {of} in {seat}"
    return f"{code.lower()}-{head.slug}", f"{head.en} of {of}"


def unknown_body(tokens: Tokens, find: Find, sectors: Mapping[str, str]) -> Draft:
    """Return an organisation that only its words make known: "High Peace Council"."""
    made = draft(tokens, find, ActorKind.ORGANISATION, rule="body-by-pattern")
    words = reversed(tokens.low[find.start : find.end])
    made.sector = next((sectors[word] for word in words if word in sectors), None)
    made.actor, made.name = "x-" + slug(made.text), made.text
    return made
