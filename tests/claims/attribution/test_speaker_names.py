"""The name in a source phrase, the role left out: (text, name and kind)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import source_words

CASES = [
    # beside a role, with or without a comma, after a complement
    ("Le ministre Luc Daverne dit que le pont cède.", "Luc Daverne/named"),
    ("Le ministre, Luc Daverne, dit que le pont cède.", "Luc Daverne/named"),
    ("Le procureur de Caen, Luc Daverne, dit que le pont cède.", "Luc Daverne/named"),
    ("La ministre déléguée aux Ports Nora Vasseur dit que le pont cède.", "Nora Vasseur/named"),
    ("M. Daverne dit que le pont cède.", "Daverne/named"),
    # beside a noun
    ("L'association Anvol dit que le pont cède.", "Anvol/named"),
    ("Le quotidien « Le Rivage » dit que le pont cède.", "Le Rivage/named"),
    ("Le fonds anglais Zorbex dit que le pont cède.", "Zorbex/named"),
    ("La filiale lyonnaise de Zorbex dit que le pont cède.", "La filiale lyonnaise de Zorbex/institution"),
    # the whole name, as the text gave it
    ("Luc Daverne est là. Daverne attend. Il dit que le pont cède.", "Luc Daverne/named"),
    # a name that the recogniser did not find
    ("Kerbaol dit que le pont cède.", "Kerbaol/named"),
    # a complement is not the one who speaks
    ("Le père de Luc Daverne dit que le pont cède.", "Le père de Luc Daverne/institution"),
    ("La rivale de Zorbex dit que le pont cède.", "La rivale de Zorbex/institution"),
    ("Le ministre dit que Luc Daverne cède.", "Le ministre/institution"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_name_of_a_source(text, expected):
    [claim] = [claim for claim in claims_of(text) if "cède" in claim.predicate.text]
    assert [source_words(source) for source in claim.sources] == [expected]
