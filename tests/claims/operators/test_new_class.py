"""A class of operators is a row of a table: one that no Python knows works in attribution and on the scale."""

import pytest

from claimx import annotations
from claimx.claims.operators.lookup import Operators
from claimx.components.claims import Claims
from claimx.components.confidence import ConfidenceLevels
from claimx.components.sources import Sources
from tests.conll import parsed

ROW = {
    "class": "divination",
    "level": "doubtful",
    "polarity": "1",
    "negated_level": "certain",
    "negated_polarity": "-1",
    "lessened": "",
    "source": "subject",
    "passive": "",
    "addressed": "",
    "traits": "speech vouched-negated",
}
VERB = {"lemma": "entrevoir", "pos": "VERB", "frames": "que", "class": "divination"}
SEES = """
Zorbex     Zorbex    PROPN 2 nsubj
entrevoit  entrevoir VERB  0 root  Mood=Ind|Tense=Pres|VerbForm=Fin
que        que       SCONJ 6 mark
le         le        DET   5 det   Definite=Def
marché     marché    NOUN  6 nsubj
recule     reculer   VERB  2 ccomp Mood=Ind|Tense=Pres|VerbForm=Fin
.          .         PUNCT 2 punct
"""


def graded(table, operators):
    doc = parsed(table)
    for component in (Sources(operators), Claims(operators), ConfidenceLevels(operators)):
        doc = component(doc)
    return [
        (claim.predicate.text, str(claim.confidence.level), [source.text for source in claim.sources])
        for claim in annotations.claims(doc)
    ]


def test_a_new_class_needs_no_python():
    operators = Operators(rows=[VERB], classes=[ROW])
    assert graded(SEES, operators) == [("recule", "doubtful", ["Zorbex"])]


def test_without_the_row_the_verb_says_nothing_of_its_clause():
    assert ("recule", "certain", []) in graded(SEES, Operators())


def test_a_class_of_an_unknown_trait_is_refused():
    with pytest.raises(ValueError, match="clairvoyant"):
        Operators(classes=[ROW | {"traits": "clairvoyant"}])
