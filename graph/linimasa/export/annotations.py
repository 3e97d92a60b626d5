"""Claims as Web Annotations (W3C, 2017): a body says what is claimed, a target where in which document.

Targets carry a TextPositionSelector and a TextQuoteSelector; those of imported records, which have no text,
the quotation alone. The body keeps modality, polarity and certainty: an annotation is a claim, never a fact.
"""

from __future__ import annotations

import json
from typing import Any

from rdflib import Dataset

from linimasa.analyse import Claim, Scene, read_scene
from linimasa.export.select import EVERYTHING, Selection


def to_annotations(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> str:
    """Return a collection of annotations in JSON-LD, sorted by document and place."""
    scene = read_scene(dataset, base)
    chosen = []
    for claim in scene.claims.values():
        event = scene.events[claim.event]
        if selection.holds(event.date or "", event.begin or "", event.end or ""):
            chosen.append(claim)
    chosen.sort(key=lambda claim: (claim.document, claim.start or 0, claim.iri))
    data = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{base}annotations",
        "type": "AnnotationPage",
        "items": [_annotation(claim, scene) for claim in chosen],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _annotation(claim: Claim, scene: Scene) -> dict[str, Any]:
    event = scene.events[claim.event]
    stance = ", ".join((claim.modality, claim.polarity, claim.certainty))
    selectors: list[dict[str, Any]] = []
    if claim.start is not None:
        selectors.append({"type": "TextPositionSelector", "start": claim.start, "end": claim.end})
    if claim.quote:
        selectors.append({"type": "TextQuoteSelector", "exact": claim.quote})
    document = scene.documents.get(claim.document)
    return {
        "id": claim.iri,
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": claim.event, "purpose": "identifying"},
            {"type": "TextualBody", "value": event.label.en, "language": "en", "purpose": "describing"},
            {"type": "TextualBody", "value": stance, "language": "en", "purpose": "classifying"},
        ],
        "target": {
            "source": (document.url if document else "") or claim.document,
            "selector": selectors,
        },
    }
