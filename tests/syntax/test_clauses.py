"""Clauses of sentences parsed by hand, in the labels of both UD versions."""

import pytest

from claimx.claims.operators.lookup import bundled
from claimx.syntax.clause import subject
from claimx.syntax.clauses import find_clauses
from claimx.syntax.parse import parse_of
from tests.conll import parsed

CHAIN = """
Nvidia  Nvidia   PROPN 2 nsubj
pourrait pouvoir VERB  0 root  Mood=Cnd|VerbForm=Fin
refuser refuser  VERB  2 xcomp VerbForm=Inf
de      de       ADP   5 mark
racheter racheter VERB 3 xcomp VerbForm=Inf
OpenAI  OpenAI   PROPN 5 obj
.       .        PUNCT 2 punct
"""

SHARED_MODAL = """
Elle    lui      PRON  2 nsubj
pourrait pouvoir VERB  0 root  Mood=Cnd|VerbForm=Fin
grandir grandir  VERB  2 xcomp VerbForm=Inf
et      et       CCONJ 5 cc
vendre  vendre   VERB  3 conj  VerbForm=Inf
"""

SHARED_AUXILIARY = """
Il      lui      PRON  3 nsubj:pass
est     être     AUX   3 aux:pass Mood=Ind|VerbForm=Fin
créé    créer    VERB  0 root  VerbForm=Part
puis    puis     CCONJ 5 cc
vendu   vendre   VERB  3 conj  VerbForm=Part
"""

SPEECH = """
OpenAI  OpenAI   PROPN 2 nsubj
dit     dire     VERB  0 root  Mood=Ind|VerbForm=Fin
avoir   avoir    AUX   4 aux:tense VerbForm=Inf
levé    lever    VERB  2 xcomp VerbForm=Part
six     six      NUM   6 nummod
milliards milliard NOUN 4 obj
"""

COPULA = """
Le      le       DET   2 det
groupe  groupe   NOUN  5 nsubj
n'      ne       ADV   5 advmod
est     être     AUX   5 cop   Mood=Ind|VerbForm=Fin
rentable rentable ADJ  0 root
que     que      SCONJ 7 advmod
depuis  depuis   ADP   5 obl
"""

HEADLINE = """
Google  Google   PROPN 2 nsubj
condamné condamner VERB 0 root VerbForm=Part|Tense=Past
à       à        ADP   5 case
50      50       NUM   5 nummod
millions million NOUN  2 obl
"""


@pytest.mark.parametrize(
    ("table", "links"),
    [
        (CHAIN, [["pourrait", "refuser", "racheter"]]),
        (SHARED_MODAL, [["pourrait", "grandir"], ["pourrait", "vendre"]]),
        (SHARED_AUXILIARY, [["créé"], ["vendu"]]),
        (SPEECH, [["dit"], ["levé"]]),
        (COPULA, [["rentable"]]),
        (HEADLINE, [["condamné"]]),
        (HEADLINE + ". . PUNCT 2 punct", []),
        ("Elle elle PRON 0 root", []),
    ],
)
def test_links_of_each_clause(table, links):
    found = find_clauses(parse_of(parsed(table)), role=bundled().infinitive_role).items
    assert [[link.text for link in clause.links] for clause in found] == links


@pytest.mark.parametrize(
    ("table", "subjects"),
    [
        (CHAIN, ["Nvidia"]),
        (SHARED_MODAL, ["Elle", "Elle"]),
        (SHARED_AUXILIARY, ["Il", "Il"]),
        (SPEECH, ["OpenAI", "OpenAI"]),
    ],
)
def test_a_shared_or_infinitive_verb_has_the_subject_of_the_verb_above_it(table, subjects):
    clauses = find_clauses(parse_of(parsed(table)), role=bundled().infinitive_role).items
    assert [subject(clause).text for clause in clauses] == subjects


def test_every_token_belongs_to_its_innermost_clause():
    parse = parse_of(parsed(SPEECH))
    clauses = find_clauses(parse, role=bundled().infinitive_role)
    assert [clauses.of(token).head.text for token in parse] == ["dit", "dit", "levé", "levé", "levé", "levé"]


def test_no_parse_no_clause():
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    assert (
        find_clauses(parse_of(Doc(Vocab(), words=["Il", "dort"])), role=bundled().infinitive_role).items == []
    )
