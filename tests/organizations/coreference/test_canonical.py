"""One name for the mentions of one organisation."""

import pytest

from claimx.organizations.coreference.canonical import assign_referents
from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.mentions import find_names
from tests.organizations.documents import document

GAZETTEER = Gazetteer(
    [
        {"name": "Bureau des ports", "aliases": "BDP", "kind": "government", "gender": "m", "number": "s"},
        {"name": "Zorba-Télé", "aliases": "ZTV", "kind": "media"},
        {"name": "Velm Motors", "aliases": "Velm", "kind": "company"},
    ]
)


def named(text):
    found = document(text)
    return [
        (found.text[mention.start : mention.end], mention.referents[0].name, mention.via)
        for mention in assign_referents(found, find_names(found, GAZETTEER))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le BDP vote.", [("BDP", "Bureau des ports", "acronym")]),
        ("Le Bureau des ports vote.", [("Bureau des ports", "Bureau des ports", None)]),
        ("Le bureau des ports vote.", [("bureau des ports", "Bureau des ports", None)]),
        ("Zorba-Tele vend.", [("Zorba-Tele", "Zorba-Télé", None)]),
        ("Zorba Télé vend.", [("Zorba Télé", "Zorba Télé", None)]),
        ("VELM vend.", [("VELM", "Velm Motors", None)]),
        (
            "La société Arbatix Forge, puis Arbatix.",
            [("Arbatix Forge", "Arbatix Forge", None), ("Arbatix", "Arbatix Forge", None)],
        ),
        (
            "Chez Médias du Velmont (MDV), puis chez MDV.",
            [
                ("Médias du Velmont", "Médias du Velmont", None),
                ("MDV", "Médias du Velmont", "acronym"),
                ("MDV", "Médias du Velmont", "acronym"),
            ],
        ),
    ],
)
def test_names(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "gender", "number", "kind"),
    [
        ("La société {Arba|ORG} vend.", None, None, "company"),
        ("On voit la {Arba|ORG} vendre.", "f", "s", None),
        ("On voit les {Arba|ORG} vendre.", None, "p", None),
        ("La {Banque Arba|ORG} vend.", "f", "s", "bank"),
        ("Le BDP vote.", "m", "s", "government"),
    ],
)
def test_agreement_and_kind(text, gender, number, kind):
    found = document(text)
    [mention] = assign_referents(found, find_names(found, GAZETTEER))
    referent = mention.referents[0]
    assert (referent.gender, referent.number, referent.kind) == (gender, number, kind)
