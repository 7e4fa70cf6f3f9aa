"""Lemmatizer: a table for closed classes and exceptions, word forms for the rest, endings for unknown verbs.

    Les autorités seraient prêtes à l'acquérir.   →   le autorité être prêt à le acquérir .

The conventions are those of UD French (``de le`` for ``du``, ``lui`` for ``il``). The table,
``lexicons/lemmas.tsv``, holds only what the rules below get wrong; ``training/build_lemmas.py`` makes it.
"""

from collections.abc import Mapping
from functools import cache
from typing import get_args

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicons import read
from claimx.lexicons.spelling import word_form
from claimx.lexicons.word_forms import Category, WordForms, word_forms

CATEGORIES: dict[str, Category] = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj"}
AS_WRITTEN = frozenset({"PROPN", "X", "PUNCT", "SYM", "NUM", "INTJ", "SPACE"})
# Unknown verbs are taken for verbs of the first group: ending of the form, longest first, and that of the
# infinitive.
FIRST_GROUP = (
    ("eraient", "er"),
    ("eront", "er"),
    ("erait", "er"),
    ("erais", "er"),
    ("aient", "er"),
    ("erons", "er"),
    ("erez", "er"),
    ("era", "er"),
    ("ent", "er"),
    ("ant", "er"),
    ("ait", "er"),
    ("ées", "er"),
    ("ons", "er"),
    ("ée", "er"),
    ("és", "er"),
    ("ez", "er"),
    ("é", "er"),
    ("a", "er"),
    ("e", "er"),
)
INFINITIVES = ("er", "ir", "oir", "uire", "ndre", "ttre", "aire", "ivre", "oire", "mpre", "ître")
Table = Mapping[tuple[str, str], str]


@cache
def lemma_table() -> Table:
    """Return the exceptions: (form, part of speech) to lemma."""
    return {(row["form"], row["pos"]): row["lemma"] for row in read("lemmas")}


def lemma_of(word: str, pos: str, table: Table, forms: WordForms) -> str:
    """Return the lemma of a word, given its part of speech.

    >>> lemma_of("pourraient", "VERB", {}, word_forms())
    'pouvoir'
    """
    form = word_form(word)
    known = table.get((form, pos))
    if known is not None:
        return known
    if pos in AS_WRITTEN:
        return word
    category = CATEGORIES.get(pos)
    if category is None:
        return form
    lemma = forms.lemma(form, category)
    if lemma is not None:
        return lemma
    if category == "verb":
        return _verb_lemma(form, forms)
    return _plain_lemma(word, form, category, forms)


def _verb_lemma(form: str, forms: WordForms) -> str:
    """The lemma of a verb that the word forms do not have: répète → répéter, podcaste → podcaster."""
    if form.endswith(INFINITIVES):
        return form
    for end, instead in FIRST_GROUP:
        stem = form[: -len(end)]
        if form.endswith(end) and len(stem) > 1:
            head, _, tail = stem.rpartition("è")
            for guess in (stem, f"{head}é{tail}", f"{head}e{tail}"):
                if forms.lemma(guess + instead, "verb"):
                    return guess + instead
            return stem + instead
    return form


def _plain_lemma(word: str, form: str, category: Category, forms: WordForms) -> str:
    """The lemma of a noun or adjective that the word forms do not have: no plural, no feminine."""
    if category == "noun" and word.isupper():
        return word
    singular = form[:-1] if form.endswith("s") and len(form) > 3 and not form.endswith("ss") else form
    if category == "adj" and singular.endswith("ée"):
        return singular[:-1]
    for other in get_args(Category):
        if other != "verb" and other != category and (lemma := forms.lemma(form, other)):
            return lemma
    return singular


@Language.factory("claimx_lemmas", assigns=["token.lemma"], requires=["token.pos"])
def create_lemmas(nlp: Language, name: str) -> "Lemmas":
    """Create the component; it has no options."""
    return Lemmas()


class Lemmas:
    """Gives every token a lemma. A cache of up to `MAX_CACHED_LEMMAS` keeps those of words met before."""

    MAX_CACHED_LEMMAS = 50_000

    def __init__(self) -> None:
        self._cache: dict[tuple[int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Write the lemmas of a document."""
        table, forms = lemma_table(), word_forms()
        for token in doc:
            key = (token.orth, token.pos)
            lemma = self._cache.get(key)
            if lemma is None:
                lemma = lemma_of(token.text, token.pos_, table, forms)
                if len(self._cache) >= self.MAX_CACHED_LEMMAS:
                    self._cache.clear()
                self._cache[key] = lemma
            token.lemma_ = lemma
        return doc
