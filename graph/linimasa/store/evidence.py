"""The triples of documents, runs, claims, numbers and mentions: what a text says, where, and who says so."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, XSD

from linimasa.model.iri import place_iri, slug
from linimasa.model.statement import Attribution, Participant, Quantity, Quote, Statement
from linimasa.resolve import Part, Relation
from linimasa.resolve.identity import actor_of, short_hash
from linimasa.store.cast import Cast
from linimasa.store.claims import Claim
from linimasa.store.reference import Triple
from linimasa.store.vocab import Names, day, is_iri, number, words


def _count(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)


def _true() -> Literal:
    return Literal("true", datatype=XSD.boolean)


def document_triples(statements: Iterable[Statement], names: Names) -> Iterator[Triple]:
    """Yield what is known of one document: its records all say the same of it."""
    for statement in statements:
        doc = statement.doc
        node = names.document(doc.hash)
        yield node, RDF.type, names.lini("Document")
        yield node, DCTERMS.identifier, Literal(statement.document)
        yield node, RDFS.label, words(doc.title or statement.document, doc.lang)
        if doc.lang:
            yield node, DCTERMS.language, Literal(doc.lang)
        if doc.published:
            yield node, DCTERMS.issued, day(doc.published)
        if doc.published_basis:
            yield node, names.lini("dateBasis"), names.lini(doc.published_basis.value)
        if doc.source:
            yield node, DCTERMS.publisher, Literal(doc.source)
        if doc.url:
            yield node, DCTERMS.source, URIRef(doc.url) if is_iri(doc.url) else Literal(doc.url)
        yield node, names.lini("textHash"), Literal(doc.hash)
        yield node, names.lini("textLength"), _count(doc.length)


def run_iri(run: str, names: Names) -> URIRef:
    """Return the IRI of an extractor run: readable where the run's name is short."""
    local = slug(run)
    if len(local) > 80:
        local = f"{local[:60]}-{hashlib.sha256(run.encode('utf-8')).hexdigest()[:8]}"
    return names.of("run", local)


def run_triples(run: str, names: Names) -> Iterator[Triple]:
    """Yield an extractor run: program, version, lexicon and settings as the record gives them; no clock."""
    node = run_iri(run, names)
    yield node, RDF.type, names.lini("Run")
    yield node, RDFS.label, Literal(run, lang="en")
    yield node, names.lini("extractor"), Literal(run)


def _span(node: URIRef, quote: Quote, document: URIRef, lang: str, names: Names) -> Iterator[Triple]:
    yield node, names.lini("document"), document
    yield node, names.lini("quote"), words(quote.text, lang)
    if quote.end > quote.start:  # an imported record has words but no place in a text
        yield node, names.lini("charStart"), _count(quote.start)
        yield node, names.lini("charEnd"), _count(quote.end)


def claim_triples(claim: Claim, names: Names) -> Iterator[Triple]:
    """Yield a claim with its speakers, words, numbers and the run that made it."""
    node, statement = names.of("clm", claim.local), claim.statement
    lang = statement.doc.lang
    yield node, RDF.type, names.lini("Claim")
    yield from _span(node, claim.quote, names.document(claim.document), lang, names)
    yield node, names.lini("event"), names.moved(claim.event)
    yield node, names.lini("modality"), names.lini(claim.modality.value)
    yield node, names.lini("polarity"), names.lini(claim.polarity.value)
    yield node, names.lini("certainty"), names.lini(claim.certainty.value)
    yield node, names.lini("confidence"), number(statement.confidence)
    yield node, names.lini("rule"), Literal(statement.rule)
    yield node, PROV.wasGeneratedBy, run_iri(statement.run, names)
    yield from _speakers(node, claim, lang, names)
    if claim.embedded_in:
        yield node, names.lini("embeddedIn"), names.of("clm", claim.embedded_in)
    if claim.condition:
        yield node, names.lini("conditionText"), words(claim.condition, lang)
    if claim.date_words and claim.date_basis:
        yield node, names.lini("dateText"), words(claim.date_words, lang)
        yield node, names.lini("dateBasis"), names.lini(claim.date_basis.value)
    if claim.primary and statement.repeated:
        yield node, names.lini("repeated"), _true()
    if statement.field == "title":
        yield node, names.lini("inTitle"), _true()
    for quantity in claim.quantities:
        yield from _quantity(node, quantity, claim, names)


def _speakers(node: URIRef, claim: Claim, lang: str, names: Names) -> Iterator[Triple]:
    public = [source.made_public_on for source in claim.sources if source.made_public_on]
    for source in claim.sources:
        yield node, names.lini("source"), names.moved(source.actor)
        if source.speaks_for:
            yield node, names.lini("speaksFor"), names.moved(source.speaks_for)
        if source.told_to:
            yield node, names.lini("toldTo"), names.moved(source.told_to)
        if source.channel:
            yield node, names.lini("channel"), words(source.channel, lang)
    if claim.said_on:
        yield node, names.lini("saidOn"), day(claim.said_on)
    if public:
        yield node, names.lini("madePublicOn"), day(min(public))


def _quantity(claim_node: URIRef, quantity: Quantity, claim: Claim, names: Names) -> Iterator[Triple]:
    local = f"{short_hash(claim.document)}-{quantity.start:04}-{slug(quantity.measures)}"
    node = names.of("qty", local)
    yield claim_node, names.lini("quantity"), node
    yield node, RDF.type, names.lini("Quantity")
    yield node, names.lini("text"), words(quantity.text, claim.statement.doc.lang)
    yield node, names.lini("unit"), Literal(quantity.unit)
    yield node, names.lini("measures"), Literal(quantity.measures)
    for name, value in (("value", quantity.value), ("min", quantity.min), ("max", quantity.max)):
        if value is not None:
            yield node, names.lini(name), _count(value)
    if quantity.approximate:
        yield node, names.lini("approximate"), _true()


def relation_triples(
    related: Iterable[Relation], primary: Mapping[tuple[str, str, Part], str], names: Names
) -> Iterator[tuple[str, Triple]]:
    """Yield what claims do to each other, each with the hash of the document whose claim does it."""
    for relation in related:
        first, second = primary.get(relation.claim), primary.get(relation.other)
        if first and second:
            triple = (names.of("clm", first), names.lini(relation.kind.value), names.of("clm", second))
            yield relation.claim[0], triple


def mention_triples(statements: Iterable[Statement], cast: Cast, names: Names) -> Iterator[Triple]:
    """Yield the names of one document that aren't their bearers' usual ones: metonyms, aliases, pronouns."""
    spans: defaultdict[tuple[int, int, str], set[tuple[str, str | None]]] = defaultdict(set)
    lang, document = "", ""
    for statement in statements:
        lang, document = statement.doc.lang, statement.doc.hash
        if statement.field == "title":
            continue
        for who in _named(statement):
            if who.end <= who.start:
                continue  # an imported record names its parties in columns, not in a text
            iri = actor_of(who, document)
            actor = cast.actor(iri)
            literally = getattr(who, "literally", None)
            if literally or who.text not in (actor.name_en, actor.name_id):
                spans[who.start, who.end, who.text].add((iri, literally))
    count: Counter[int] = Counter()
    for (start, end, text), bearers in sorted(spans.items()):
        for iri, literally in sorted(bearers, key=str):
            count[start] += 1
            node = names.of("men", f"{short_hash(document)}-{start:04}-{count[start]}")
            yield node, RDF.type, names.lini("Mention")
            yield from _span(node, Quote(start, end, text), names.document(document), lang, names)
            yield node, names.lini("refersTo"), names.moved(iri)
            if literally:
                place = literally if "/" in literally else place_iri(literally)
                yield node, names.lini("literally"), names.moved(place)


def _named(statement: Statement) -> Iterator[Participant | Attribution]:
    for event in (statement, statement.content, statement.condition):
        if event is not None:
            yield from event.actors
            yield from event.recipients
    yield from statement.attributed_to
