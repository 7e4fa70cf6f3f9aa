"""The lexicon of operators: which words take a claim in their scope, and what they do to it.

``refuser`` with an infinitive is of the class ``failure``: what it governs is presented as
certainly false; negated ("n'a pas refusé de"), as certainly true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from claimx import lexicons
from claimx.model import Level
from claimx.syntax.labels import base, first, helpers, is_reflexive, normal, words
from claimx.syntax.sequences import Sequences, split
from claimx.syntax.tree import kids

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


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word does to the claim in its scope.

    level, negated_level: the weakest level it lets through, None where the kind of the source
        decides (``source`` in the lexicon).
    polarity, negated_polarity: 1 keeps, -1 turns.
    source: ``subject``, ``agent`` (of the passive) or an empty string.
    """

    cls: str
    level: Level | None
    polarity: int
    negated_level: Level | None
    negated_polarity: int
    source: str


@cache
def classes() -> dict[str, Operator]:
    """All operator classes by name."""
    return {
        row["class"]: Operator(
            cls=row["class"],
            level=None if row["level"] == "source" else Level(row["level"]),
            polarity=int(row["polarity"]),
            negated_level=None if row["negated_level"] == "source" else Level(row["negated_level"]),
            negated_polarity=int(row["negated_polarity"]),
            source=row["source"],
        )
        for row in lexicons.read("operator_classes")
    }


@cache
def _lexicon() -> dict[tuple[str, str, str], Operator]:
    known = classes()
    return {
        (row["lemma"], row["pos"], frame): known[row["class"]]
        for row in lexicons.read("operators")
        for frame in row["frames"].split(",")
    }


@cache
def _prepositional() -> dict[tuple[str, ...], Operator]:
    """The nouns that are operators after their preposition, by the words: "sur le point", "à l'étude"."""
    return {
        split(lemma): operator
        for (lemma, pos, _), operator in _lexicon().items()
        if pos == "NOUN" and len(split(lemma)) > 1
    }


def verb_operator(token: Token, frame: str) -> Operator | None:
    """The operator of a verb with a complement of this frame: ``que``, ``inf``, ``np`` or ``si``.

    A reflexive verb is looked up with its clitic first ("s'attendre", "se dire").
    """
    found = _verb_operator(token, frame)
    if found is None and frame == "si" and _verb_operator(token, "que") is not None:
        return classes()["inquiry"]
    return found


def speech_operator(token: Token) -> Operator | None:
    """The operator of a verb that stands beside a quotation or is inserted in what it reports."""
    return verb_operator(token, "inserted") or verb_operator(token, "que")


def lemma_operator(lemma: str) -> Operator | None:
    """The same by its lemma alone."""
    lexicon = _lexicon()
    return lexicon.get((lemma, "VERB", "que")) or lexicon.get((lemma, "VERB", "inserted"))


def _verb_operator(token: Token, frame: str) -> Operator | None:
    lemma, lexicon = token.lemma_, _lexicon()
    if (base(token) == "xcomp" and token.head.lemma_ == "faire") or any(
        helper.lemma_ == "faire" for helper in helpers(token)
    ):
        lemma = f"faire {lemma}"
    if lemma in _reflexives() and is_reflexive(token):
        found = lexicon.get((f"se {lemma}", "VERB", frame)) or lexicon.get((f"s'{lemma}", "VERB", frame))
        if found is not None:
            return found
    return lexicon.get((lemma, "VERB", frame))


@cache
def _reflexives() -> frozenset[str]:
    """The verbs that the lexicon has with "se" before them."""
    reflexive = (split(lemma) for lemma, pos, _ in _lexicon() if pos == "VERB")
    return frozenset(words[-1] for words in reflexive if words[0] == "se")


def infinitive_role(token: Token) -> str:
    """What a verb does with an infinitive: ``speech`` ("dit avoir levé"), ``chain`` ("veut"), or nothing."""
    operator = verb_operator(token, "inf")
    held = first(token, "obj")
    if operator is None or (
        operator.cls == "causation" and held is not None and nominal_operator(held) is not None
    ):
        return ""  # "fait la promesse de": the noun takes the infinitive
    return "speech" if operator.cls in SPEECH else "chain"


def nominal_operator(token: Token, frame: str = "") -> Operator | None:
    """The operator of a noun or an adjective, alone or with its preposition ("en discussion").

    frame: ``inf`` before an infinitive, with which some adjectives are operators and else are not ("est
    appelé à disparaître", not "est appelé aux urnes").
    """
    lexicon = _lexicon()
    if frame:
        found = next(
            (
                lexicon[lemma, "ADJ", frame]
                for lemma in (token.lemma_, _masculine(token))
                if (lemma, "ADJ", frame) in lexicon
            ),
            None,
        )
        if found is not None:
            return found
    case = next((child for child in kids(token) if base(child) == "case" and child.i < token.i), None)
    if case is not None and token.i - case.i < LONGEST_LOCUTION:
        phrase = tuple(normal(word) for word in token.doc[case.i : token.i + 1])
        found = _prepositional().get(phrase)
        if found is not None:
            return found
    pos = "NOUN" if token.pos_ in ("NOUN", "PROPN") else "ADJ"
    for lemma in (token.lemma_, token.lower_, _masculine(token)):
        found = lexicon.get((lemma, pos, "")) or (
            lexicon.get((lemma, "ADJ", "")) if token.pos_ in ("VERB", "AUX") else None
        )
        if found is not None:
            return found
    return None


def _masculine(token: Token) -> str:
    """The form in the lexicon of a participle that agrees with its subject: "censées" is "censé"."""
    return re.sub(r"(?<=[éiutsd])(?:e|s|es)$", "", token.lower_)


@cache
def _locutions(pos: str) -> Sequences[Operator]:
    return Sequences((lemma, operator) for (lemma, kind, _), operator in _lexicon().items() if kind == pos)


def locutions(doc: Doc, pos: str) -> Iterator[tuple[int, int, Operator]]:
    """Occurrences of the adverbs (``ADV``) or prepositions (``ADP``) of the lexicon, the longest first.

    Yields token indices start and end, and the operator.
    """
    return _locutions(pos).find(words(doc))
