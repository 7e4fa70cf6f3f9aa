"""Quotations: [quoted] in a text."""

import re

import pytest
import spacy

from claimx import annotations
from claimx.components.quotes import Quotes

CASES = [
    "Il dit : « [Nous sommes prêts] ».",
    '“[Prêts]”, dit-il, puis "[encore prêts]".',
    "« [Un « deux » trois] » quatre.".replace("« deux »", "‹ deux ›"),
    "« [Jamais fermé, dit-il]\n\nUn autre paragraphe.",
    "« [Une ligne\ncoupée] » et la suite.",
    "« [Premier paragraphe.\n« Second paragraphe.] »",
    "Rien ici » ni là.",
    "« »",
    "",
]


@pytest.fixture(scope="module")
def blank():
    return spacy.blank("xx")


@pytest.mark.parametrize("case", CASES)
def test_quotes(blank, case):
    text = case.replace("[", "").replace("]", "")
    doc = Quotes(longest=50)(blank(text))
    found = [span.text.strip() for span, _ in annotations.read(doc, annotations.QUOTES)]
    assert found == re.findall(r"\[([^\]]*)\]", case)


def test_an_unclosed_quote_is_given_up(blank):
    doc = Quotes(longest=5)(blank("« " + "mot " * 100))
    assert [len(span) for span, _ in annotations.read(doc, annotations.QUOTES)] == [5]
