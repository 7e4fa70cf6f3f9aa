"""Which attributions reach which clause."""

import pytest

from claimx import annotations
from claimx.claims.attribution.attributions import attributions
from claimx.components.sources import Sources
from claimx.syntax.parse import parse_of
from tests.treebank import analysis_of, claims_of
from tests.treebank.summaries import claim_with, source_words

CASES = [
    # the widest first; each source once
    ("Selon Reuters, Luc Daverne affirme que le pont cède.", "cède", ["Reuters/named", "Luc Daverne/named"]),
    ("Selon Reuters, Reuters affirme que le pont cède.", "cède", ["Reuters/named"]),
    # what is coordinated in its sentence
    ("Selon Reuters, le pont cède et la route ferme.", "cède", ["Reuters/named"]),
    ("Selon Reuters, le pont cède et la route ferme.", "ferme", ["Reuters/named"]),
    # a relative clause inside an attributed clause is attributed, but not asked for
    ("Luc Daverne affirme que le pont, qui tremble, cède.", "tremble", ["Luc Daverne/named"]),
    ("Luc Daverne demande que le pont, qui tremble, soit fermé.", "fermé", ["Luc Daverne/named"]),
    ("Luc Daverne demande que le pont, qui tremble, soit fermé.", "tremble", []),
    # the next sentence is the author's
    ("Selon Reuters, le pont cède. La route ferme.", "ferme", []),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_the_attributions_that_reach_a_claim(text, word, expected):
    assert [source_words(source) for source in claim_with(claims_of(text), word).sources] == expected


def test_the_verb_of_an_attribution_is_its_anchor_a_preposition_is_none():
    doc, analysis = analysis_of("Selon Reuters, Luc Daverne affirme que le pont cède.")
    Sources()(doc)
    found = attributions(analysis)
    assert [analysis.parse[i].text for i in found.anchors] == ["affirme"]
    assert [analysis.parse[i].text for i in sorted(found.apart)] == ["Selon", "Reuters", ","][:2]


def test_attributions_are_read_again_when_they_are_written_anew():
    doc, analysis = analysis_of("Selon Reuters, Luc Daverne affirme que le pont cède.")
    Sources()(doc)
    before = attributions(analysis)
    assert attributions(analysis) is before
    annotations.write(doc, annotations.SOURCES, [])
    assert parse_of(doc) is analysis.parse
    assert attributions(analysis).items == []
