"""The first look at a text sees in its bytes what a search of its characters sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.values.amounts import first_look
from claimx.values.amounts.first_look import may_have_amounts

WORDS = sorted(first_look._triggers())
PIECES = st.sampled_from(WORDS) | st.text("aéœzłΩ €$£₽\u00ad\u202f\u200b012.,'’-–½²_\n", max_size=3)


@given(st.lists(PIECES, max_size=6).map("".join))
def test_bytes_and_characters_agree(text):
    searched = not first_look._triggers().isdisjoint(first_look._WORDS.findall(text))
    assert may_have_amounts(text) is searched


@pytest.mark.parametrize(
    "text",
    ["10€", "l’euro", "3\u202f000\u202f$", "20 zł", "₽5", "«\u00a0Milliards\u00a0»", "10 mil\u00adlions"],
)
def test_text_with_a_trigger(text):
    assert may_have_amounts(text)


@pytest.mark.parametrize(
    "text", ["", "Il fait beau.", "eurovision", "dollarisation", "20 z", "d’où", "3 − 2"]
)
def test_text_without(text):
    assert not may_have_amounts(text)
