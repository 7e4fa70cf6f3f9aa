"""Governors of clauses parsed by hand, wrong trees among them."""

import warnings

from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.lookup import bundled
from claimx.syntax.parse import parse_of
from tests.conll import parsed

COORDINATED = """
Il      il       PRON  2 nsubj
jure    jurer    VERB  0 root  Mood=Ind|VerbForm=Fin
que     que      SCONJ 6 mark
tout    tout     PRON  6 nsubj
est     être     AUX   6 cop   Mood=Ind|VerbForm=Fin
prêt    prêt     ADJ   2 ccomp
et      et       CCONJ 10 cc
que     que      SCONJ 10 mark
rien    rien     PRON  10 nsubj
manque  manquer  VERB  6 conj  Mood=Ind|VerbForm=Fin
"""

# A parser's nonsense: the main verb hangs on the verb of its own complement.
ENTANGLED = """
Il      il       PRON  2 nsubj
faut    falloir  VERB  5 ccomp Mood=Ind|VerbForm=Fin
que     que      SCONJ 2 dep
Zénith  Zénith   PROPN 5 nsubj
vend    vendre   VERB  0 root  Mood=Ind|VerbForm=Fin
et      et       CCONJ 7 cc
achète  acheter  VERB  5 conj  Mood=Ind|VerbForm=Fin
Acmé    Acmé     PROPN 7 obj
"""


def governors(table):
    analysis = analyse(parse_of(parsed(table)), bundled())
    found = {clause.top.text: analysis.complements.governor(clause) for clause in analysis.clauses.items}
    return {top: governor.text for top, governor in found.items() if governor is not None}


def test_coordinated_que_clauses_have_one_governor():
    assert governors(COORDINATED) == {"prêt": "jure"}


def test_no_clause_governs_itself_by_way_of_others():
    found = governors(ENTANGLED)
    for top in found:
        seen = [top]
        while seen[-1] in found:
            assert found[seen[-1]] not in seen
            seen.append(found[seen[-1]])


def test_the_same_parse_is_read_once():
    doc = parsed(COORDINATED)
    assert analyse(parse_of(doc), bundled()) is analyse(parse_of(doc), bundled())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        doc[9].lemma_ = "faillir"
        assert analyse(parse_of(doc), bundled()) is analyse(parse_of(doc), bundled())
