"""Word forms of a lemma: the one small grammar module that each language needs.

`FORMS` maps a language code to its module's `verb_forms` and `noun_forms`: a new language joins it.
"""

from __future__ import annotations

from linimasa.lexicon.forms import english, indonesian
from linimasa.lexicon.forms.form import Inflection

FORMS: dict[str, Inflection] = {
    "en": Inflection(english.verb_forms, english.noun_forms),
    "id": Inflection(indonesian.verb_forms, indonesian.noun_forms),
}

__all__ = ["FORMS", "Inflection"]
