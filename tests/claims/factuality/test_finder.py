"""Level, score, reasons and cues of a claim, as users read them."""

import pytest

from claimx import annotations
from claimx.components.claims import Claims
from claimx.components.confidence import ConfidenceLevels
from claimx.components.sources import Sources
from tests.treebank import claims_of, quoted
from tests.treebank.summaries import claim_with

SCORES = [
    ("Le pont cède.", "cède", 1.0),
    ("Le pont cédera.", "cédera", 0.75),
    ("Selon Reuters, le pont cédera.", "cédera", 0.73),
    ("Le pont aurait cédé.", "cédé", 0.5),
    ("Selon un témoin, le pont aurait cédé.", "cédé", 0.48),
    # an open level has no score
    ("On ignore si le pont cède.", "cède", None),
]


@pytest.mark.parametrize(("text", "word", "score"), SCORES)
def test_each_further_hedge_costs_a_little(text, word, score):
    claim = claim_with(claims_of(text), word)
    assert claim.confidence.score == score
    if score is not None:
        assert round(1 + sum(reason.change for reason in claim.confidence.reasons), 4) == score


def test_reasons_say_what_each_word_does():
    claim = claim_with(claims_of("Selon un témoin, le pont aurait cédé."), "cédé")
    assert [(reason.text, reason.effect) for reason in claim.confidence.reasons] == [
        ("Selon", "possible"),
        ("aurait", "possible"),
    ]
    claim = claim_with(claims_of("Zorbex refuse de vendre sa filiale."), "vendre")
    assert [(reason.text, reason.effect) for reason in claim.confidence.reasons] == [("refuse", "negative")]


def test_what_leaves_level_and_polarity_is_a_reason_and_no_cue():
    claim = claim_with(claims_of("Zorbex vient de vendre sa filiale."), "vendre")
    assert [reason.text for reason in claim.confidence.reasons] == ["vient"]
    assert claim.cues == ()


def test_levels_can_be_told_again():
    doc = quoted("Le pont aurait cédé.")
    for component in (Sources(), Claims(), ConfidenceLevels(), ConfidenceLevels()):
        doc = component(doc)
    [claim] = annotations.claims(doc)
    assert claim.confidence.level == "possible"
