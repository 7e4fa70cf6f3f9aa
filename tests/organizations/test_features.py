"""The features of a name: its form, its context, its function in the sentence."""

import pytest

from claimx.organizations.classifier import NameClassifier, mention_features
from tests.organizations.documents import document, parsed_document, span


def features(text, name):
    found = document(text)
    return set(mention_features(found, span(found, name)))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("chez {AMX|ORG}", "AMX", {"form:acronym", "form:acronym-3", "article:none"}),
        ("chez {easyVelm|ORG}", "easyVelm", {"form:single", "form:inner-capital"}),
        ("chez {Velm 24|ORG}", "Velm 24", {"form:pair", "form:digit"}),
        ("chez {Banque de Velm|ORG}", "Banque de Velm", {"form:long", "form:head", "word:banque"}),
        ("chez {Stade de Velm|ORG}", "Stade de Velm", {"form:place"}),
        ("chez {Velm Industries|ORG}", "Velm Industries", {"form:legal"}),
        ("chez {Nathalie|ORG}", "Nathalie", {"form:first-name"}),
        ("chez {Agence pour Velm|ORG}", "Agence pour Velm", {"form:small-word"}),
        ("chez {Zorbex|ORG}", "Zorbex", {"first:coined", "article:none"}),
    ],
)
def test_form(text, name, expected):
    assert expected <= features(text, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Zorbex|ORG} gagne", "before:start"),
        ("le « {Zorbex|ORG} » gagne", "after:quote"),
        ("il parle du {Zorbex|ORG}", "article:du"),
        ("il parle de la {Zorbex|ORG}", "article:la"),
        ("un danois {Zorbex|ORG}", "before:nationality"),
        ("la société {Zorbex|ORG}", "noun:societe"),
        ("la société {Zorbex|ORG}", "noun:head"),
        ("la rivière {Zorbex|ORG}", "noun:place-class"),
        ("on voit {Zorbex|ORG} (Lyon)", "bracket:other"),
        ("on voit {Zorbex|ORG} (ZBX)", "bracket:acronym"),
        ("on voit {Zorbex|ORG} (24)", "bracket:number"),
        ("on voit {Zorbex|ORG} ({Lyon|LOC})", "bracket:LOC"),
        ("on voit {Zorbex|ORG}, la société", "explained:head"),
        ("on voit {Zorbex|ORG}, 24 ans", "explained:number"),
        ("on voit {Zorbex|ORG} Velm", "after:capital"),
        ("on voit {Zorbex|ORG} danois", "after:nationality"),
        ("on voit {Zorbex|ORG}", "after:end"),
        ("on voit l'{Arba|ORG} et {Zorbex|ORG}", "beside:ORG"),
        ("on voit {Zorbex|ORG} et la {Velmora|LOC}", "beside:LOC"),
        ("on voit {Zorbex|ORG} / {Velmora|LOC}", "beside:LOC"),
    ],
)
def test_context(text, expected):
    assert expected in features(text, "Zorbex")


SUBJECT = """
Zorbex  Zorbex    PROPN 3 nsubj
a       avoir     AUX   3 aux    VerbForm=Fin
recruté recruter  VERB  0 root   VerbForm=Part
Ana     Ana       PROPN 3 obj
"""
PASSIVE = """
Zorbex   Zorbex    PROPN 3 nsubj:pass
est      être      AUX   3 aux:pass VerbForm=Fin
condamné condamner VERB  0 root     VerbForm=Part
"""
ATTRIBUTE = """
Zorbex  Zorbex   PROPN 4 nsubj
est     être     AUX   4 cop  VerbForm=Fin
une     un       DET   4 det
société société  NOUN  0 root
"""
INVERTED = """
gagne   gagner   VERB  0 root VerbForm=Fin
Zorbex  Zorbex   PROPN 1 nsubj
"""
OBJECT = """
Ana     Ana      PROPN 2 nsubj
quitte  quitter  VERB  0 root VerbForm=Fin
Velm    Velm     PROPN 2 obj
et      et       CCONJ 5 cc
Zorbex  Zorbex   PROPN 3 conj
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (SUBJECT, {"role:nsubj", "subject:recruter"}),
        (PASSIVE, {"role:nsubj", "undergoes:condamner"}),
        (ATTRIBUTE, {"attribute:societe"}),
        (INVERTED, {"subject:gagner", "subject:inverted"}),
        (OBJECT, {"role:obj", "object:quitter"}),
    ],
)
def test_function_in_the_sentence(table, expected):
    found = parsed_document(table, [("Zorbex", "ORG")])
    assert expected <= set(mention_features(found, span(found, "Zorbex")))


def test_the_label_of_the_model_is_a_feature():
    found = document("chez {AMX|ORG}, puis à {Velm|LOC}")
    assert "model:ORG" in set(mention_features(found, found.entities[0]))
    assert "model:LOC" in set(mention_features(found, found.entities[1]))


def test_what_a_text_is_about():
    long = "Le groupe a perdu 3 millions d'euros. " * 6
    found = document(f"{long} {{Zorbex|ORG}} et {', '.join('{Velm|ORG}' for _ in range(6))}.")
    scores = NameClassifier(found, found.entities)
    assert {"text:money-2", "text:heads-2", "text:fifths-5"} <= set(scores.features("Zorbex")[0])
    assert not [name for name in scores.features("Velm")[0] if name.startswith("text:fifths")]
