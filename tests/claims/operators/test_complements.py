"""Governors of clauses parsed by hand, wrong trees among them."""

import warnings

import pytest

from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.lookup import bundled
from claimx.syntax.parse import parse_of
from tests.conll import parsed
from tests.treebank import analysis_of

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
    doc = parsed(table)
    analysis = analyse(parse_of(doc), bundled())
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


# The text, and which word governs which clause.
GOVERNED = [
    ("Luc Daverne affirme que le pont tremble.", {"tremble": "affirme"}),
    ("Luc Daverne demande si le pont tremble.", {"tremble": "demande"}),
    ("Il est évident que le pont tremble.", {"tremble": "évident"}),
    ("Zorbex dit avoir levé six millions.", {"levé": "dit"}),
    ("La rumeur selon laquelle le pont cède est ancienne.", {"cède": "rumeur"}),
    ("La rumeur que le pont cède est ancienne.", {"cède": "rumeur"}),
    ("Luc Daverne accuse la direction d'avoir menti.", {"menti": "accuse"}),
    ("Luc Daverne demande à ce que le pont rouvre.", {"rouvre": "demande"}),
    ("Luc Daverne croit encore que le pont cède.", {"cède": "croit"}),
    # after a colon
    ("Le communiqué précise : la route est fermée.", {"fermée": "précise"}),
    # over what stands between commas
    ("Luc Daverne affirme, malgré ses doutes, que le pont cède.", {"cède": "affirme"}),
    ("Luc Daverne a estimé qu'au total, le pont cède.", {"cède": "estimé"}),
]

# A parser hung the clause on the hearer, the place or the noun beside the verb.
MISPLACED = [
    ("Luc Daverne a prévenu les clients que le pont cède.", {"cède": "prévenu"}),
    ("Luc Daverne affirme dans un livre que le pont cède.", {"cède": "affirme"}),
    ("La déclaration du Conseil selon laquelle le pont cède est claire.", {"cède": "déclaration"}),
    ("Le prévenu jure que le pont cède.", {"cède": "jure"}),
    ("Le maire s'oppose à ce que le pont cède.", {"cède": "oppose"}),
]

UNGOVERNED = [
    # relative, adverbial, conditional clauses
    "Zorbex vend le pont qu'il possède.",
    "Le pont tremble parce que la pluie tombe.",
    "Zorbex n'exclut pas de partir si le pont cède.",
    "Le communiqué est long : la route est fermée.",
    # an object before the verb
    "Zorbex le fait savoir dans un livre que tout lecteur aime.",
]


def governors_of(text):
    _doc, analysis = analysis_of(text)
    found = {clause.head.text: analysis.complements.governor(clause) for clause in analysis.clauses.items}
    return {head: governor.text for head, governor in found.items() if governor is not None}


@pytest.mark.parametrize(("text", "expected"), [*GOVERNED, *MISPLACED])
def test_what_governs_a_clause(text, expected):
    assert governors_of(text) == expected


@pytest.mark.parametrize("text", UNGOVERNED)
def test_a_clause_that_nothing_governs(text):
    assert governors_of(text) == {}
