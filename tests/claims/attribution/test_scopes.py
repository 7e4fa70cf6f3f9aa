"""Where what a closing attribution credits begins: (text, first word that it credits)."""

import pytest

from claimx.claims.attribution.scopes import after_colon
from tests.treebank import analysis_of

CASES = [
    ("Le pont cède, selon Reuters.", "Le"),
    ("C'est sûr : le pont cède, selon Reuters.", "le"),
    # the last colon
    ("C'est sûr : un fait : le pont cède, selon Reuters.", "le"),
    # a colon in a quotation is the speaker's
    ("« C'est sûr : le pont cède », dit Reuters.", "«"),
]


@pytest.mark.parametrize(("text", "word"), CASES)
def test_what_stands_before_a_colon_is_the_author_s(text, word):
    _doc, analysis = analysis_of(text)
    end = next(token.i for token in analysis.parse if token.lower_ in ("selon", "dit"))
    assert analysis.parse[after_colon(analysis.parse, 0, end)].text == word
