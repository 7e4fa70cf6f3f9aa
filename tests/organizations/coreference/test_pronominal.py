"""Pronouns on parses built by hand: which stand for an organisation, and which do not."""

import pytest

from claimx.organizations.coreference.resolver import resolve_mentions
from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.mentions import find_names
from tests.organizations.documents import document, parsed_document

GAZETTEER = Gazetteer(
    [
        {"name": "Zorba", "kind": "company", "gender": "f", "number": "s"},
        {"name": "Velm", "kind": "company", "gender": "m", "number": "s"},
    ]
)


def resolved(found):
    """(pronoun, names) of every pronoun that stands for an organisation."""
    return [
        (found.text[mention.start : mention.end], [referent.name for referent in mention.referents])
        for mention in resolve_mentions(found, find_names(found, GAZETTEER))
        if mention.via in ("pronoun", "relative")
    ]


SUBJECT_BEFORE = """
La       le       DET   2 det
Zorba    Zorba    PROPN 3 nsubj
recrute  recruter VERB  0 root   VerbForm=Fin
.        .        PUNCT 3 punct

{}       x        PRON  2 nsubj
grandit  grandir  VERB  0 root   VerbForm=Fin
.        .        PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [
        ("Elle", [("Elle", ["Zorba"])]),
        ("Il", []),
        ("Elles", []),
        ("Celle-ci", [("Celle-ci", ["Zorba"])]),
        ("Celui-ci", []),
    ],
)
def test_a_pronoun_agrees_with_the_subject_before(pronoun, expected):
    assert resolved(parsed_document(SUBJECT_BEFORE.format(pronoun))) == expected


def test_an_impersonal_pronoun_stands_for_nothing():
    table = SUBJECT_BEFORE.format("Il").replace("grandit  grandir", "faut     falloir")
    assert not resolved(parsed_document(table.replace("Zorba", "Velm")))
    assert resolved(parsed_document(SUBJECT_BEFORE.format("Il").replace("Zorba", "Velm")))


PASSIVE = """
Velm    Velm     PROPN 2 nsubj
attend  attendre VERB  0 root   VerbForm=Fin
.       .        PUNCT 2 punct

Il      il       PRON  3 {label}
est     être     AUX   3 aux:pass VerbForm=Fin
rappelé rappeler VERB  0 root   VerbForm=Part
que     que      SCONJ 6 mark
tout    tout     PRON  6 nsubj
va      aller    VERB  3 {clause} VerbForm=Fin
"""


@pytest.mark.parametrize(("clause", "count"), [("ccomp", 0), ("advcl", 1)])
def test_an_impersonal_passive_stands_for_nothing(clause, count):
    table = PASSIVE.format(label="nsubj", clause=clause)
    assert len(resolved(parsed_document(table))) == count


def test_a_person_between_takes_the_pronoun():
    table = """
La      le       DET   2 det
Zorba   Zorba    PROPN 3 nsubj
part    partir   VERB  0 root   VerbForm=Fin
et      et       CCONJ 6 cc
Ana     Ana      PROPN 6 nsubj
reste   rester   VERB  3 conj   VerbForm=Fin
.       .        PUNCT 3 punct

Elle    elle     PRON  2 nsubj
attend  attendre VERB  0 root   VerbForm=Fin
"""
    assert not resolved(parsed_document(table))
    speaker = table.replace("Ana     Ana      PROPN 6 nsubj", "nous    nous     PRON  6 nsubj  Person=1")
    assert resolved(parsed_document(speaker)) == [("Elle", ["Zorba"])]


def test_a_rival_in_the_sentence_of_the_pronoun():
    table = """
La      le       DET   2 det
Zorba   Zorba    PROPN 3 nsubj
part    partir   VERB  0 root   VerbForm=Fin
.       .        PUNCT 3 punct

Chez    chez     ADP   2 case
Arba    Arba     PROPN 4 obl
elle    elle     PRON  4 nsubj
attend  attendre VERB  0 root   VerbForm=Fin
"""
    assert not resolved(parsed_document(table))


def test_the_topic_of_a_sentence():
    table = """
Quant   quant    ADP   3 case
à       à        ADP   1 fixed
Zorba   Zorba    PROPN 6 obl
,       ,        PUNCT 3 punct
{}      x        PRON  6 nsubj
attend  attendre VERB  0 root   VerbForm=Fin
"""
    assert resolved(parsed_document(table.format("elle"))) == [("elle", ["Zorba"])]
    assert not resolved(parsed_document(table.format("il")))


TOGETHER = """
Zorba    Zorba    PROPN 4 nsubj
et       et       CCONJ 3 cc
Velm     Velm     PROPN 1 conj
recrutent recruter VERB 0 root   VerbForm=Fin|Number=Plur
.        .        PUNCT 4 punct

Ils      il       PRON  2 nsubj
gagnent  gagner   VERB  0 root   VerbForm=Fin|Number=Plur
"""


def test_a_plural_pronoun_stands_for_a_coordination():
    assert resolved(parsed_document(TOGETHER)) == [("Ils", ["Zorba", "Velm"])]
    person = TOGETHER.replace("Velm     Velm ", "Ana      Ana  ")
    assert not resolved(parsed_document(person))


def test_a_plural_pronoun_stands_for_a_set():
    table = TOGETHER.replace(
        "Ils      il       PRON  2 nsubj\n",
        "Les      le       DET   3 det\ndeux     deux     NUM   3 nummod\ngroupes  groupe   NOUN  4 nsubj\n",
    ).replace("gagnent  gagner   VERB  0", "gagnent  gagner   VERB  0")
    table += "\nIls      il       PRON  2 nsubj\npartent  partir   VERB  0 root   VerbForm=Fin|Number=Plur\n"
    assert resolved(parsed_document(table)) == [("Ils", ["Zorba", "Velm"])]


LATTER = """
Ana      Ana      PROPN 2 nsubj
rejoint  rejoindre VERB 0 root   VerbForm=Fin
Velm     Velm     PROPN 2 obj
{}
.        .        PUNCT 2 punct

Ce       ce       DET   2 det
dernier  dernier  ADJ   3 nsubj
attend   attendre VERB  0 root   VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("lundi    lundi    ADV   2 advmod", [("Ce dernier", ["Velm"])]),
        ("malade   malade   NOUN  2 obl    Gender=Masc|Number=Sing", []),
        ("usine    usine    NOUN  2 obl    Gender=Fem|Number=Sing", [("Ce dernier", ["Velm"])]),
    ],
)
def test_the_latter_is_the_nearest_name_that_agrees(line, expected):
    assert resolved(parsed_document(LATTER.format(line))) == expected


RELATIVE = """
{first}    x        {tag} 6 nsubj
et         et       CCONJ 3 cc
Velm       Velm     PROPN 1 conj
qui        qui      PRON  5 nsubj
{verb}     x        VERB  {head} acl:relcl VerbForm=Fin|Number={number}
attend     attendre VERB  0 root   VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("first", "number", "head", "expected"),
    [
        ("Zorba", "Sing", 1, [("qui", ["Velm"])]),
        ("Zorba", "Plur", 1, [("qui", ["Zorba", "Velm"])]),
        ("Zorba", "Plur", 3, [("qui", ["Zorba", "Velm"])]),
        ("Ana", "Plur", 1, []),
    ],
)
def test_a_relative_of_a_coordination(first, number, head, expected):
    table = RELATIVE.format(first=first, tag="PROPN", verb="recrutent", number=number, head=head)
    assert resolved(parsed_document(table)) == expected


def test_a_relative_of_another_word_is_none():
    table = """
Le       le       DET   2 det
prêt     prêt     NOUN  8 nsubj
avec     avec     ADP   4 case
Velm     Velm     PROPN 2 nmod
,        ,        PUNCT 7 punct
qui      qui      PRON  7 nsubj
dure     durer    VERB  2 acl:relcl VerbForm=Fin|Number=Sing
attend   attendre VERB  0 root   VerbForm=Fin
"""
    assert resolved(parsed_document(table)) == [("qui", ["Velm"])]
    assert not resolved(parsed_document(table.replace("avec     avec     ADP", "de       de       ADP")))
    assert not resolved(
        parsed_document(table.replace("qui      qui      PRON  7 nsubj", "que que SCONJ 7 mark"))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorba, qui recrute, attend.", [("qui", ["Zorba"])]),
        ("Chez Médias du Lac (MDL), qui recrute, on attend.", [("qui", ["Médias du Lac"])]),
        ("Le patron de Zorba, qui recrute, attend.", []),
        ("Zorba qui recrute attend.", []),
        ("Ana, qui recrute, attend Zorba.", []),
    ],
)
def test_a_relative_without_a_parse_follows_its_name(text, expected):
    assert resolved(document(text)) == expected


def test_a_quotation_hides_the_subjects_outside():
    table = """
La       le       DET   2 det
Zorba    Zorba    PROPN 3 nsubj
attend   attendre VERB  0 root   VerbForm=Fin
.        .        PUNCT 3 punct

«        «        PUNCT 3 punct
Elle     elle     PRON  3 nsubj
ment     mentir   VERB  0 root   VerbForm=Fin
»        »        PUNCT 3 punct
"""
    assert not resolved(parsed_document(table))
    assert resolved(
        parsed_document(table.replace("«        «        PUNCT 3 punct", "Lundi lundi ADV 3 advmod"))
    )


def test_an_object_may_be_meant_where_the_company_has_no_gender():
    table = """
Urbax    Urbax    PROPN 2 nsubj
vend     vendre   VERB  0 root   VerbForm=Fin
une      un       DET   4 det
{}       x        NOUN  2 obj    Gender=Fem|Number=Sing
.        .        PUNCT 2 punct

{}       x        PRON  2 nsubj
part     partir   VERB  0 root   VerbForm=Fin
"""
    for pronoun, expected in (("Elle", []), ("Il", [("Il", ["Urbax"])])):
        assert resolved(parsed_document(table.format("marque", pronoun), [("Urbax", "ORG")])) == expected


def test_a_relative_hides_no_subject():
    table = """
La       le       DET   2 det
Zorba    Zorba    PROPN 7 nsubj
,        ,        PUNCT 5 punct
qui      qui      PRON  5 nsubj
recrute  recruter VERB  2 acl:relcl VerbForm=Fin|Number=Sing
,        ,        PUNCT 5 punct
gagne    gagner   VERB  0 root   VerbForm=Fin
.        .        PUNCT 7 punct

Elle     elle     PRON  2 nsubj
part     partir   VERB  0 root   VerbForm=Fin
"""
    assert resolved(parsed_document(table)) == [("qui", ["Zorba"]), ("Elle", ["Zorba"])]
