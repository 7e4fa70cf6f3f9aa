"""Names that the names beside them, or a later noun, show to be organisations."""

import pytest

from claimx.organizations.conjuncts import find_conjuncts
from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.mentions import find_names
from tests.organizations.documents import document

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
