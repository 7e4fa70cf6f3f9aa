"""The words that may set a level, a polarity or a source: (text, [words, kind])."""

import pytest

from claimx.claims.operators.cues import find_cues
from claimx.claims.operators.lookup import bundled
from claimx.syntax.parse import parse_of
from tests.treebank import doc_of

CASES = [
    ("Le pont a sûrement cédé.", [("sûrement", "adverb", "probable")]),
    ("Le pont a, de toute évidence, cédé.", [("de toute évidence", "adverb", "certain")]),
    ("Luc Daverne a peut-être dit que le pont cède.", [("peut-être", "adverb", "possible")]),
    ("En cas de crue, le pont fermera.", [("En cas de", "condition", "unknown")]),
    ("Sans cette aide, le pont a cédé.", [("Sans", "condition", "unknown")]),
    ("Le groupe serait rentable.", [("serait", "mood", "possible")]),
    ("Selon Reuters, le groupe vend sa filiale.", [("Selon", "attribution", "probable")]),
    ("Le pont tremble.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_cues_of_a_text(text, expected):
    doc = doc_of(text)
    found = sorted(find_cues(parse_of(doc), bundled()), key=lambda cue: cue.start)
    assert [(text[cue.start : cue.end], cue.values["kind"], cue.values["level"]) for cue in found] == expected
