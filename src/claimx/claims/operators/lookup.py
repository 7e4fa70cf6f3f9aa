"""The operator that a word of a text is: looked up by its lemma, part of speech and complement.

``refuser`` with an infinitive is of the class ``failure``: what it governs is presented as
certainly false; negated ("n'a pas refusé de"), as certainly true.
"""

from __future__ import annotations

import re

from claimx.claims.operators.table import Operator, classes, current
from claimx.syntax.dependencies import first, helpers, is_reflexive
from claimx.syntax.parse import Parse
from claimx.syntax.words import Word

LONGEST_LOCUTION = 5

SPEECH = frozenset(
    {
        "accusation",
        "approval",
        "belief",
        "certainty",
        "denial",
        "dismissal",
        "distance",
        "doubt",
        "evidence",
        "factive",
        "report",
    }
)


def verb_operator(token: Word, frame: str) -> Operator | None:
    """The operator of a verb with a complement of this frame: ``que``, ``inf``, ``np`` or ``si``.

    A reflexive verb is looked up with its clitic first ("s'attendre", "se dire").
    """
    found = _verb_operator(token, frame)
    if found is None and frame == "si" and _verb_operator(token, "que") is not None:
        return classes()["inquiry"]
    return found


def speech_operator(token: Word) -> Operator | None:
    """The operator of a verb that stands beside a quotation or is inserted in what it reports."""
    return verb_operator(token, "inserted") or verb_operator(token, "que")


def lemma_operator(lemma: str) -> Operator | None:
    """The same by its lemma alone."""
    return current().get(lemma, "VERB", "que") or current().get(lemma, "VERB", "inserted")


def _verb_operator(token: Word, frame: str) -> Operator | None:
    lemma, operators = token.lemma_, current()
    if (token.base == "xcomp" and token.head.lemma_ == "faire") or any(
        helper.lemma_ == "faire" for helper in helpers(token)
    ):
        lemma = f"faire {lemma}"
    if lemma in operators.reflexives and is_reflexive(token):
        found = operators.get(f"se {lemma}", "VERB", frame) or operators.get(f"s'{lemma}", "VERB", frame)
        if found is not None:
            return found
    return operators.get(lemma, "VERB", frame)


def infinitive_role(token: Word) -> str:
    """What a verb does with an infinitive: ``speech`` ("dit avoir levé"), ``chain`` ("veut"), or nothing."""
    operator = verb_operator(token, "inf")
    held = first(token, "obj")
    if operator is None or (
        operator.cls == "causation" and held is not None and nominal_operator(held) is not None
    ):
        return ""  # "fait la promesse de": the noun takes the infinitive
    return "speech" if operator.cls in SPEECH else "chain"


def is_speech(token: Word) -> bool:
    """Whether a verb reports or believes what its infinitive says ("dit avoir levé 6 milliards")."""
    return infinitive_role(token) == "speech"


def nominal_operator(token: Word, frame: str = "") -> Operator | None:
    """The operator of a noun or an adjective, alone or with its preposition ("en discussion").

    frame: ``inf`` before an infinitive, with which some adjectives are operators and else are not ("est
    appelé à disparaître", not "est appelé aux urnes").
    """
    operators = current()
    if frame:
        found = operators.get(token.lemma_, "ADJ", frame) or operators.get(_masculine(token), "ADJ", frame)
        if found is not None:
            return found
    case = next((child for child in token.children if child.base == "case" and child.i < token.i), None)
    if case is not None and token.i - case.i < LONGEST_LOCUTION:
        phrase = tuple(word.normal for word in token.parse[case.i : token.i + 1])
        found = operators.prepositional.get(phrase)
        if found is not None:
            return found
    pos = "NOUN" if token.pos_ in ("NOUN", "PROPN") else "ADJ"
    for lemma in (token.lemma_, token.lower_, _masculine(token)):
        found = operators.get(lemma, pos) or (
            operators.get(lemma, "ADJ") if token.pos_ in ("VERB", "AUX") else None
        )
        if found is not None:
            return found
    return None


def _masculine(token: Word) -> str:
    """The form in the lexicon of a participle that agrees with its subject: "censées" is "censé"."""
    return re.sub(r"(?<=[éiutsd])(?:e|s|es)$", "", token.lower_)


def locutions(parse: Parse, pos: str) -> list[tuple[int, int, Operator]]:
    """Occurrences of the adverbs (``ADV``) or prepositions (``ADP``) of the lexicon, the longest first.

    Word indices start and end, and the operator.
    """
    asked = (locutions, current(), pos)
    if asked not in parse.cache:
        parse.cache[asked] = list(current().find(parse.normals, pos))
    found: list[tuple[int, int, Operator]] = parse.cache[asked]
    return found
