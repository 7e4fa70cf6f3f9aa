"""Conditions, and the claims that they bear on: (text, word, level)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CASES = [
    # a clause with "si", before and after
    ("Si le pont cède, la route fermera.", "fermera", "unknown"),
    ("La route fermera si le pont cède.", "fermera", "unknown"),
    ("La route fermerait si le pont cédait.", "fermerait", "unknown"),
    # on a verb that reports
    ("Luc Daverne annonce que la route fermera si le pont cède.", "fermera", "unknown"),
    ("Luc Daverne annonce, en cas de crue, que la route fermera.", "fermera", "unknown"),
    # the condition taken for the main clause
    ("Si le pont cède, nous fermerons la route.", "fermerons", "unknown"),
    # coordinated consequences, up to "mais"
    ("Si le pont cède, la route fermera et le maire partira.", "partira", "unknown"),
    ("Si le pont cède, la route fermera, mais le maire restera.", "restera", "probable"),
    # words for a condition
    ("Sans cette aide, le pont aurait cédé.", "cédé", "unknown"),
    ("En cas de crue, le pont fermera.", "fermera", "unknown"),
    ("Sinon, le pont fermerait.", "fermerait", "unknown"),
    ("À moins que le maire ne parte, le pont fermera.", "fermera", "unknown"),
    # a gerund, a participle, a noun after "sauf", and what follows from the consequence
    ("En vendant le pont, la ville gagnerait un million.", "gagnerait", "unknown"),
    ("En admettant que le maire parte, le pont fermera.", "fermera", "unknown"),
    ("Si le pont cède, un juge sera nommé qui décidera.", "décidera", "unknown"),
    ("Le pont fermera, sauf accord.", "fermera", "unknown"),
    ("Le pont, si le maire part, serait fermé.", "fermé", "unknown"),
    # "sans doute" is none
    pytest.param(
        *("Sans doute le pont aurait cédé.", "cédé", "possible"),
        marks=pytest.mark.xfail(
            strict=True, raises=AssertionError, reason='the "sans" of "sans doute" is taken for a condition'
        ),
    ),
    # no condition: a fact, a concession, a question
    ("Sans cette aide, le pont a cédé.", "cédé", "certain"),
    ("Même si le pont cède, la route fermera.", "fermera", "probable"),
    ("Même si le pont cède, la route fermera.", "cède", "certain"),
    ("Luc Daverne ignore si le pont cède.", "cède", "unknown"),
    ("Le pont a cédé parce que la route fermera.", "cédé", "certain"),
    # a condition of another sentence
    ("Si le pont cède, la route fermera. Le maire partira.", "partira", "probable"),
]


@pytest.mark.parametrize(("text", "word", "level"), CASES)
def test_what_a_condition_bears_on(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level
