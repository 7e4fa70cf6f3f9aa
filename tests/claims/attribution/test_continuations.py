"""Reports that go on in the conditional of the next sentence: (text, [(sources, level, verb)])."""

import pytest

from claimx.claims.attribution.continuations import find_continuations
from claimx.claims.attribution.parentheticals import find_parentheticals
from claimx.claims.attribution.prepositions import find_prepositions
from claimx.claims.attribution.reporting_verbs import find_reports
from tests.treebank import analysis_of
from tests.treebank.summaries import attribution_words

CASES = [
    (
        "Reuters révèle que l'élue aurait été payée. Elle aurait touché six mille euros.",
        [(["Reuters/named"], "probable", "touché")],
    ),
    # over two sentences
    (
        "Selon un témoin, le train roulait vite. Il aurait freiné tard. Le conducteur serait blessé.",
        [(["un témoin/anonymous"], "possible", "freiné"), (["un témoin/anonymous"], "possible", "blessé")],
    ),
    # what is coordinated is told too
    (
        "Selon un témoin, le train roulait vite. Il aurait freiné et déraillé.",
        [(["un témoin/anonymous"], "possible", "freiné | déraillé")],
    ),
]

NONE = [
    # a fact is the author's, and what follows it
    "Selon un témoin, le train roulait vite. Il a freiné tard. Le conducteur serait blessé.",
    # a modal is as often the author's own
    "Selon un témoin, le train roulait vite. Le trafic pourrait reprendre lundi.",
    # what "we" would do
    "Selon un témoin, le train roulait vite. Nous aimerions le croire.",
    # another paragraph
    "Selon un témoin, le train roulait vite.\n\nLe conducteur serait blessé.",
    # nobody was credited
    "Le train roulait vite. Le conducteur serait blessé.",
]


def found(text):
    _doc, analysis = analysis_of(text)
    reports = [*find_reports(analysis), *find_parentheticals(analysis), *find_prepositions(analysis)]
    return [attribution_words(item, analysis.parse) for item in find_continuations(analysis, reports)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_conditional_keeps_its_source(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_told_in_another_voice(text):
    assert found(text) == []
