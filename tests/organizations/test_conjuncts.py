"""Names that the names beside them, or a later noun, show to be organisations."""

import pytest

from claimx.organizations.anaphoric_evidence import find_presupposed
from claimx.organizations.conjuncts import find_conjuncts
from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.mentions import find_names
from tests.organizations.documents import document, parsed_document

GAZETTEER = Gazetteer([{"name": "Orzel", "kind": "company"}, {"name": "Ubrix", "kind": "company"}])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On voit {Zorbex|LOC}, {Orzel|ORG} et {Ubrix|ORG}.", ["Zorbex"]),
        ("On voit {Orzel|ORG}, {Zorbex|PER} et {Ubrix|ORG}.", ["Zorbex"]),
        ("On voit {Zorbex|PER} et {Orzel|ORG}.", ["Zorbex"]),
        ("On voit {Orzel|ORG} et {Zorbex|LOC}.", ["Zorbex"]),
        ("À {Zorbex|LOC}, {Orzel|ORG} ouvre.", []),
        ("On voit {Paris|LOC}, {Orzel|ORG} et {Ubrix|ORG}.", []),
        ("On voit {Ana Zorbex|PER}, puis {Zorbex|PER} et {Orzel|ORG}.", []),
        ("On voit {Zorbex|MISC} et {Orzel|ORG}.", []),
        ("On voit {Maison|LOC} et {Orzel|ORG}.", []),
        ("On voit {Zorbex|LOC}.", []),
    ],
)
def test_conjuncts(text, expected):
    found = document(text)
    mentions = [
        mention for mention in find_names(found, GAZETTEER).mentions if mention.text in ("Orzel", "Ubrix")
    ]
    assert [span.text for span in find_conjuncts(found, mentions)] == expected


PRESUPPOSED = """
Zorbex     Zorbex    PROPN 3 {function}
a          avoir     AUX   3 aux   VerbForm=Fin
gagné      gagner    VERB  0 root  VerbForm=Part
.          .         PUNCT 3 punct

{article}  le        DET   2 det
{noun}     x         NOUN  3 nsubj
recrute    recruter  VERB  0 root  VerbForm=Fin
.          .         PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("noun", "article", "function", "label", "expected"),
    [
        ("startup", "La", "nsubj", "PER", ["Zorbex"]),
        ("entreprise", "L'", "nsubj", "LOC", ["Zorbex"]),
        ("avionneur", "L'", "nsubj", "ORG", ["Zorbex"]),
        ("promoteur", "Le", "nsubj", "PER", []),
        ("startup", "Une", "nsubj", "PER", []),
        ("startup", "La", "obl", "LOC", []),
        ("tomate", "La", "nsubj", "PER", []),
    ],
)
def test_a_noun_presupposes_its_organisation(noun, article, function, label, expected):
    table = PRESUPPOSED.format(noun=noun, article=article, function=function)
    found = parsed_document(table, [("Zorbex", label)])
    assert [found.words[head.first] for head in find_presupposed(found, [])] == expected


def test_what_is_named_needs_no_other():
    table = PRESUPPOSED.format(noun="startup", article="La", function="nsubj")
    found = parsed_document(table.replace("gagné      gagner", "vu         voir"), [("Zorbex", "PER")])
    named = find_names(found, Gazetteer([{"name": "Zorbex"}])).mentions
    assert named
    assert not list(find_presupposed(found, named))


def test_nobody_s_name_is_presupposed():
    table = PRESUPPOSED.format(noun="startup", article="La", function="nsubj")
    for name, other in (("Nathalie", "Nathalie"), ("Paris", "Paris")):
        found = parsed_document(
            table.replace("Zorbex ", f"{name} ").replace("Zorbex", name), [(other, "PER")]
        )
        assert not list(find_presupposed(found, []))
