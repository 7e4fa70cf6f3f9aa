"""Who speaks in a quotation: (text, [(sources, level, words of the quotation)])."""

import pytest

from claimx.claims.attribution.finder import find_sources
from claimx.claims.attribution.parentheticals import find_parentheticals
from claimx.claims.attribution.prepositions import find_prepositions
from claimx.claims.attribution.quotations import find_quotations
from claimx.claims.attribution.reporting_verbs import find_reports
from tests.treebank import analysis_of
from tests.treebank.summaries import attribution_words

CASES = [
    # a reporting clause after the quotation
    ("« La route est fermée », a déclaré Anne Belloc.", [(["Anne Belloc/named"], "probable", "La route est fermée")]),
    ("« La route est fermée », confirme Anne Belloc.", [(["Anne Belloc/named"], "certain", "La route est fermée")]),
    ("« La route est fermée », assure un badaud.", [(["un badaud/anonymous"], "possible", "La route est fermée")]),
    # before it, with a colon or a conjunction
    ("Anne Belloc a déclaré : « La route est fermée. »", [(["Anne Belloc/named"], "probable", "La route est fermée")]),
    ("Anne Belloc explique que « la route est fermée ».", [(["Anne Belloc/named"], "probable", "la route est fermée")]),
    # no verb of speech before the colon: the subject, or the phrase that opens the line
    ("Anne Belloc est inquiète : « La route est fermée. »", [(["Anne Belloc/named"], "probable", "La route est fermée")]),
    ("Anne Belloc : « La route est fermée. »", [(["Anne Belloc/named"], "probable", "La route est fermée")]),
    # a preposition
    ("Selon Anne Belloc, « la route est fermée ».", [(["Anne Belloc/named"], "probable", "la route est fermée")]),
    # over several sentences
    (
        "« La route est fermée. Nous attendons », a déclaré Anne Belloc.",
        [(["Anne Belloc/named"], "probable", "La route est fermée. Nous attendons")],
    ),
    # whoever spoke goes on speaking
    (
        "« La route est fermée », a déclaré Anne Belloc. « Nous attendons. »",
        [
            (["Anne Belloc/named"], "probable", "La route est fermée"),
            (["Anne Belloc/named"], "probable", "Nous attendons"),
        ],
    ),
    # nobody to be found
    ("Le ciel est gris. « La route est fermée. »", [([], "probable", "La route est fermée")]),
    # what says nothing is no speaker
    ("Le ciel est clair : « La route est fermée. »", [([], "probable", "La route est fermée")]),
    # a question before the answer is the reporter's
    (
        "Craignez-vous une hausse ? « Nous attendons. »",
        [([], "probable", "Nous attendons")],
    ),
    # any verb speaks after a quotation
    (
        "« Nous attendons », sourit Anne Belloc.",
        [(["Anne Belloc/named"], "probable", "Nous attendons")],
    ),
]  # fmt: skip

FRAGMENTS = [
    "Anne Belloc parle d'une route « fermée ».",
    "Anne Belloc a lu « Le Rivage » hier.",
]


def found(text):
    _doc, analysis = analysis_of(text)
    reports = [*find_reports(analysis), *find_parentheticals(analysis), *find_prepositions(analysis)]
    return [attribution_words(item, analysis.parse) for item in find_quotations(analysis, reports)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_speaks_in_a_quotation(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", FRAGMENTS)
def test_a_fragment_without_a_clause_attributes_nothing(text):
    assert found(text) == []


def test_an_attribution_is_written_on_its_source_and_without_one_on_its_cue():
    doc, analysis = analysis_of("Le ciel est gris. « La route est fermée. »")
    assert [(mark.label, doc.text[mark.start : mark.end]) for mark in find_sources(analysis)] == [
        ("attribution", "«")
    ]
    doc, analysis = analysis_of("Selon Anne Belloc, « la route est fermée ».")
    assert {(mark.label, doc.text[mark.start : mark.end]) for mark in find_sources(analysis)} == {
        ("source", "Anne Belloc")
    }
