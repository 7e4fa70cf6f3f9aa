"""Trees of GSD, PUD and FQB as Sequoia would have them."""

import pytest
from conllu import check_tree
from dialect import learned

from tests.training.trees import tree

EN_EFFET = """
En    en    ADP  2 case
effet effet NOUN 4 obl:mod
Luc   Luc   PROPN 4 nsubj
dort  dormir VERB 0 ROOT
"""
TO_BE_TOLD = """
Luc   Luc   PROPN 3 nsubj
se    soi   PRON 3 expl:pass Person=3|Reflex=Yes
vend  vendre VERB 0 ROOT
"""
SEQUOIA = [tree(EN_EFFET), tree(EN_EFFET), tree(TO_BE_TOLD)]

CASES = [
    ("Le le DET 2 det\nroi roi NOUN 0 ROOT\nJean Jean PROPN 2 appos", "det ROOT nmod", None),
    (
        "Le le DET 2 det\nroi roi NOUN 0 ROOT\n, , PUNCT 4 punct\nJean Jean PROPN 2 appos",
        "det ROOT punct appos",
        None,
    ),
    ("M. monsieur NOUN 0 ROOT\nRoux Roux PROPN 1 flat:name", "ROOT nmod", None),
    ("Jean Jean PROPN 0 ROOT\nRoux Roux PROPN 1 flat:name", "ROOT flat:name", None),
    (
        "Luc Luc PROPN 3 nsubj\nse soi PRON 3 obj Reflex=Yes\nlève lever VERB 0 ROOT",
        "nsubj expl:pv ROOT",
        None,
    ),
    (
        "Luc Luc PROPN 3 nsubj\nse le/lui PRON 3 expl:comp Reflex=Yes\nvend vendre VERB 0 ROOT",
        "nsubj:pass expl:pass ROOT",
        None,
    ),
    (
        "Environ environ ADV 2 advmod\n3 3 NUM 3 nummod\nkm km NOUN 0 ROOT",
        "advmod nummod ROOT",
        [3, 3, 0],
    ),
    (
        "En en ADP 4 advmod\neffet effet NOUN 1 fixed\nLuc Luc PROPN 4 nsubj\ndort dormir VERB 0 ROOT",
        "case obl:mod nsubj ROOT",
        [2, 4, 4, 0],
    ),
    (
        "En en ADP 4 advmod\noutre outre ADV 1 fixed\nLuc Luc PROPN 4 nsubj\ndort dormir VERB 0 ROOT",
        "advmod fixed nsubj ROOT",
        [4, 1, 4, 0],
    ),
    (
        "« « PUNCT 3 punct\nLuc Luc PROPN 3 nsubj\ndort dormir VERB 6 parataxis\n» » PUNCT 3 punct\n"
        ", , PUNCT 6 punct\ndit dire VERB 0 ROOT\nJean Jean PROPN 6 nsubj\n. . PUNCT 6 punct",
        "punct nsubj ROOT punct punct parataxis:insert nsubj punct",
        [3, 3, 0, 3, 6, 3, 6, 3],
    ),
    (
        "Luc Luc PROPN 2 nsubj\ndort dormir VERB 5 parataxis\n, , PUNCT 5 punct\n"
        "Jean Jean PROPN 5 nsubj\nveille veiller VERB 0 ROOT",
        "nsubj parataxis punct nsubj ROOT",
        None,
    ),
]


@pytest.mark.parametrize(("table", "labels", "heads"), CASES)
def test_ties_of_sequoia(table, labels, heads):
    sentence = check_tree(learned(SEQUOIA, []).rewrite(tree(table)))
    assert " ".join(token.dep for token in sentence.tokens) == labels
    if heads:
        found = [0 if token.head == index else token.head + 1 for index, token in enumerate(sentence.tokens)]
        assert found == heads


def test_per_cent_is_a_noun():
    sentence = learned(SEQUOIA, []).rewrite(tree("3 3 NUM 2 nummod\n% % SYM 0 ROOT"))
    assert (sentence.tokens[1].pos, sentence.tokens[1].morph) == ("NOUN", "Gender=Masc")
