"""Finds the verb of a sentence that has none; see ``repair``.

"Matignon lâche du lest", "L'exécutif mise sur la pédagogie": if "lâche" is tagged as an adjective or "mise"
as a participle, the sentence has no verb.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicons import grammar
from claimx.lexicons.spelling import word_form
from claimx.lexicons.word_forms import word_forms
from claimx.syntax.tree import take_place
from claimx.syntax.words import Word

# Classes of the present tense in the table of word forms.
PRESENT = frozenset(("V", "Ve", "Vl"))
# What may follow the verb and no adjective.
OPENS_OBJECT = frozenset(("DET", "PRON"))
HELPERS = frozenset(("aux", "cop"))
BEFORE_NOUN = frozenset(("ADJ", "ADP", "DET", "NUM"))
OF_NOUN = frozenset(("amod", "case", "det", "nummod"))
NOMINAL = frozenset(("NOUN", "PROPN"))


def restore_present(words: Iterable[Word]) -> None:
    """Make a verb of the modifier that a sentence with no other verb has after its first noun."""
    for word in words:
        if word.head is not word or word.pos_ not in NOMINAL or not _is_verbless(word):
            continue
        verb = next((child for child in word.children if child.i > word.i and _may_be_verb(child)), None)
        if verb is not None:
            _make_verb(verb)
            mine = [child for child in word.children if child.i > verb.i or child.is_punct]
            take_place(verb, word, "nsubj", mine)
    for word in words:
        if word.pos_ in ("ADJ", "NOUN") and word.children and _governs(word) and _is_present(word):
            _make_verb(word)


def _governs(word: Word) -> bool:
    """Whether a word without an auxiliary has what only a verb has.

    "Le fabricant ferme Cholet": an adjective has no object. "La direction table sur 870 ventes": a noun
    without article, preposition and copula has no subject.
    """
    labels = {child.base for child in word.children}
    if labels & HELPERS:
        return False
    if word.pos_ == "ADJ":
        return {"nsubj", "obj"} <= labels
    subject = next((child for child in word.children if child.base == "nsubj" and child.i < word.i), None)
    if subject is None or labels & OF_NOUN or word.text[0].isupper():
        return False
    plural = subject.features.get("Number") == "Plur" and not word.lower_.endswith("nt")
    return not plural and word.parse[word.i - 1].pos_ not in BEFORE_NOUN


def _is_verbless(noun: Word) -> bool:
    """Whether a sentence is closed and has no finite verb, and its noun is definite."""
    sentence = noun.sent
    last = next((word for word in reversed(sentence) if not word.is_space and not word.is_quote), noun)
    definite = noun.pos_ == "PROPN" or any(
        grammar.DEFINITE_ARTICLE in child.classes for child in noun.children if child.base == "det"
    )
    return definite and last.text == "." and not any(_is_verb(word) for word in sentence)


def _is_verb(word: Word) -> bool:
    return word.features.get("VerbForm") == "Fin"


def _may_be_verb(word: Word) -> bool:
    """Whether a modifier is more likely a verb: before an object, or in disagreement with its noun."""
    if word.base not in ("acl", "amod") or not _is_present(word) or word.i + 1 >= len(word.parse):
        return False
    if word.pos_ == "ADJ":
        following = word.parse[word.i + 1]
        partitive = word.head.pos_ == "PROPN" and grammar.CONTRACTION in following.classes
        return partitive or following.pos_ in OPENS_OBJECT
    own, noun = word.features.get("Gender"), word.head.features.get("Gender")
    return word.features.get("Tense") == "Past" and own is not None and noun not in (own, None)


def _is_present(word: Word) -> bool:
    """Whether the form is also that of a present tense."""
    return not word.ent_type_ and not PRESENT.isdisjoint(
        word_forms().word_class(word_form(word.text)).split("|")
    )


def _make_verb(word: Word) -> None:
    word.pos_, word.lemma_ = "VERB", word_forms().lemma(word_form(word.text), "verb") or word.lemma_
    word.features = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres", "Number": "Sing", "Person": "3"}
