"""An attribution: its level by its speakers, and what of it stands in the span group."""

import pytest

from claimx.claims.attribution.parentheticals import find_parentheticals
from claimx.claims.attribution.types import (
    Construction,
    Speaker,
    attribution_of,
    reported_by,
    source_level,
)
from claimx.claims.operators.lookup import bundled
from claimx.model import SourceKind
from tests.treebank import analysis_of

NAMED = Speaker(0, 1, "Zorbex", SourceKind.NAMED)
INSTITUTION = Speaker(0, 2, None, SourceKind.INSTITUTION)
ANONYMOUS = Speaker(0, 2, None, SourceKind.ANONYMOUS)
CITING = Speaker(0, 1, "Reuters", SourceKind.NAMED, cites=True)


@pytest.mark.parametrize(
    ("speakers", "level"),
    [
        ([], "probable"),
        ([NAMED], "probable"),
        ([INSTITUTION], "probable"),
        ([ANONYMOUS], "possible"),
        ([ANONYMOUS, ANONYMOUS], "possible"),
        # one of two who vouch is known
        ([NAMED, ANONYMOUS], "probable"),
        # who only cites does not vouch
        ([CITING, ANONYMOUS], "possible"),
        ([CITING, NAMED], "probable"),
    ],
)
def test_the_level_of_a_neutral_report_is_that_of_its_speakers(speakers, level):
    assert source_level(speakers) == level


@pytest.mark.parametrize(
    ("lemma", "speakers", "level"),
    [
        ("dire", [NAMED], "probable"),
        ("dire", [ANONYMOUS], "possible"),
        ("confirmer", [ANONYMOUS], "certain"),
        ("prétendre", [NAMED], "doubtful"),
        # a feeling says nothing of the words it stands beside
        ("se réjouir", [NAMED], "probable"),
        ("se réjouir", [ANONYMOUS], "possible"),
    ],
)
def test_the_level_beside_a_quotation(lemma, speakers, level):
    _, analysis = analysis_of("Luc Daverne dirige la coopérative. La récolte sera faible, assure-t-il.")
    verb = next(word for word in analysis.parse if word.text == "assure")
    operator = bundled().get(lemma, "VERB", "que")
    found = reported_by(verb, operator, speakers, Construction.QUOTE, scopes=[(0, 2)])
    assert (found.level, found.cls, found.speakers) == (level, operator.cls, speakers)
    assert (found.anchor, found.scopes, found.apart) == (verb.i, [(0, 2)], frozenset())


@pytest.mark.parametrize(
    ("construction", "only_reports", "passes_on"),
    [
        (Construction.QUOTE, True, True),
        (Construction.PARENTHETICAL, True, True),
        (Construction.QUE_CLAUSE, False, True),
        (Construction.PREPOSITION, False, False),
        (Construction.NOUN_PHRASE, False, False),
    ],
)
def test_what_a_construction_says_of_its_verb(construction, only_reports, passes_on):
    assert (construction.has_reporting_clause, construction.passes_on_its_verb) == (only_reports, passes_on)


def test_an_attribution_is_read_as_it_was_written():
    doc, analysis = analysis_of("Luc Daverne dirige la coopérative. La récolte sera faible, assure-t-il.")
    [item] = find_parentheticals(analysis)
    values = item.to_values(analysis.parse)
    again = attribution_of(values)
    assert (again.rule, again.cls, again.cue, again.anchor) == (item.rule, item.cls, item.cue, item.anchor)
    assert (again.level, again.polarity) == (item.level, item.polarity)
    assert (again.scopes, again.apart) == (item.scopes, item.apart)
    [source] = again.sources
    # the hyphen of an inverted pronoun is no part of the source
    assert (doc.text[source.start : source.end], source.name) == ("il", "Luc Daverne")
    # an attribution reaches its scopes and nothing else
    assert [analysis.parse[i].text for i in range(len(doc)) if again.covers(i)] == [
        "La",
        "récolte",
        "sera",
        "faible",
        ",",
        ".",
    ]
    assert again.width == 6
