"""The words between quotation marks: (words of the text, quotations with how they end)."""

import pytest
import spacy
from spacy.tokens import Doc

from claimx.syntax.parse import parse_of
from claimx.syntax.quotes import find_quotes

VOCAB = spacy.blank("xx").vocab

CASES = [
    ("Il dit « oui » .", [("oui", "closed")]),
    ("Il dit “ oui ” .", [("oui", "closed")]),
    ('Il dit " oui " puis " non " .', [("oui", "closed"), ("non", "closed")]),
    # the outermost only
    ("« Il a dit “ oui ” hier »", [("Il a dit “ oui ” hier", "closed")]),
    # one within another between the same marks; not where a mark is only repeated
    ("« Il a dit « oui » hier »", [("oui", "closed"), ("Il a dit « oui » hier", "closed")]),
    ("« Il a dit « oui » hier", [("Il a dit « oui", "closed")]),
    # never closed: to the end, or to the end of its paragraph
    ("Il dit « oui et non", [("oui et non", "open")]),
    ("« oui ¶ Il part", [("oui", "open")]),
    # a paragraph that opens with the mark goes on with the quotation
    ("« oui ¶ « et non » dit-il", [("oui « et non", "closed")]),
    # none
    ("Il dit oui", []),
    ("« »", []),
    ("Il dit oui »", []),
]


def quotes(text, max_tokens=400):
    words = ["\n\n" if word == "¶" else word for word in text.split()]
    doc = Doc(VOCAB, words=words, spaces=[True] * len(words))
    found = find_quotes(parse_of(doc), max_tokens=max_tokens)
    return [(" ".join(doc.text[mark.start : mark.end].split()), mark.label) for mark in found]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_quotations_of_a_text(text, expected):
    assert quotes(text) == expected


def test_a_quotation_that_nothing_closes_is_given_up():
    assert quotes("« a b c d e f", max_tokens=3) == [("a b c", "open")]
