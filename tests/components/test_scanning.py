"""The components that read the text alone share one scan of it."""

import spacy

from claimx.components.scanning import scanned_text
from claimx.syntax.parse import parse_of, release

TEXT = "Zorbex a payé 3 M€ mardi."


def test_a_text_is_scanned_once_while_its_parse_is_known():
    doc = spacy.blank("xx")(TEXT)
    parse_of(doc)
    assert scanned_text(doc) is scanned_text(doc)
    assert [token.norm for token in scanned_text(doc).tokens][:4] == ["zorbex", "a", "payé", "3"]
    assert scanned_text(doc).tokens is scanned_text(doc).tokens


def test_a_text_without_a_parse_is_scanned_too():
    doc = spacy.blank("xx")(TEXT)
    assert scanned_text(doc).text == TEXT
    parse_of(doc)
    release(doc)
    assert scanned_text(doc).text == TEXT


def test_finders_leave_the_shared_tokens_as_they_are():
    doc = spacy.blank("xx")("A Paris, 3 M€ en mars 2025.")
    nlp = spacy.blank("xx")
    nlp.add_pipe("claimx_quotes")
    nlp.add_pipe("claimx_amounts")
    nlp.add_pipe("claimx_dates")
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert scanned_text(doc).tokens[0].norm == "a"
    assert len(doc.spans["claimx_amounts"]) == len(doc.spans["claimx_dates"]) == 1
