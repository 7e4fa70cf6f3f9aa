"""What belongs to each claim: (text, word, organisations, amounts)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, source_words

CASES = [
    # its own clause, not the claims within it
    ("Zorbex a payé 3 millions d'euros à Acmé.", "payé", ["Zorbex", "Acmé"], ["3 millions d'euros"]),
    ("Zorbex, qui doit 3 millions d'euros à Acmé, licencie.", "licencie", ["Zorbex"], []),
    (
        "Luc Daverne affirme que Zorbex a vendu Anvol pour 3 millions d'euros.",
        "vendu",
        ["Zorbex", "Anvol"],
        ["3 millions d'euros"],
    ),
    # not those of the attribution
    ("Selon Reuters, Zorbex licencie.", "licencie", ["Zorbex"], []),
    ("Zorbex licencie, a indiqué Acmé.", "licencie", ["Zorbex"], []),
    # the frame of a cleft lends its words
    ("C'est Zorbex qui dirige Acmé.", "dirige", ["Zorbex", "Acmé"], []),
    # the verb that the parser hung on its subject
    ("Zorbex condamné à 3 millions d'euros d'amende", "condamné", ["Zorbex"], ["3 millions d'euros"]),
    # a pronoun that stands for one
    ("Zorbex grandit. Elle rachète Acmé.", "rachète", ["Zorbex", "Acmé"], []),
]


@pytest.mark.parametrize(("text", "word", "organizations", "amounts"), CASES)
def test_what_belongs_to_a_claim(text, word, organizations, amounts):
    claim = claim_with(claims_of(text), word)
    assert [item.name for item in claim.organizations] == organizations
    assert [item.text for item in claim.amounts] == amounts


SAME_SOURCE = "Selon Reuters, le pont tremble, affirme Reuters."


def test_a_source_is_given_once():
    claim = claim_with(claims_of(SAME_SOURCE), "tremble")
    assert [source_words(source) for source in claim.sources] == ["Reuters/named"]
