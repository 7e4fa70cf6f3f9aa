"""The figures of nlp.evaluate, on Docs whose groups are written by hand."""

from dataclasses import replace

import pytest
import spacy
from spacy.training import Example

from claimx import annotations
from claimx.annotations import AMOUNTS, DATES, ORGANIZATIONS, Annotation
from claimx.components import scoring
from claimx.model import Confidence, Level, Polarity, Related, Response, Source
from tests.conftest import TEXT, at


def doc_with(group, *marks):
    doc = spacy.blank("xx")(TEXT)
    return annotations.write(
        doc, group, [Annotation(start, end, values=values) for start, end, values in marks]
    )


def figures(score, reference, predicted):
    return score(None, [Example(predicted, reference)])


MONEY = {"minimum": None, "maximum": "60000000000", "currency": "USD", "relation": "at_most"}
AMOUNT = (46, 77, MONEY)


@pytest.mark.parametrize(
    ("found", "f"),
    [
        ([AMOUNT], 1),
        ([(55, 77, MONEY)], 1),
        ([(0, 5, MONEY)], 0),
        ([(46, 77, {**MONEY, "currency": "EUR"})], 0),
        ([(46, 77, {**MONEY, "maximum": "60"})], 0),
        ([AMOUNT, (0, 5, MONEY)], 2 / 3),
        ([], 0),
    ],
)
def test_amounts_agree_in_place_bounds_and_currency(found, f):
    score = scoring.score_group(AMOUNTS, scoring.same_amount)
    scores = figures(score, doc_with(AMOUNTS, AMOUNT), doc_with(AMOUNTS, *found))
    assert scores["claimx_amounts_f"] == pytest.approx(f)


def test_of_a_magnitude_the_bounds_are_not_judged():
    some = {**MONEY, "relation": "magnitude", "minimum": "2000000"}
    score = scoring.score_group(AMOUNTS, scoring.same_amount)
    more = {**some, "minimum": "1000000"}
    assert figures(score, doc_with(AMOUNTS, (46, 77, some)), doc_with(AMOUNTS, (46, 77, more)))[
        "claimx_amounts_f"
    ]


def test_what_the_reference_does_not_say_is_not_judged():
    score = scoring.score_group(DATES, scoring.same_date)
    found = doc_with(DATES, (78, 88, {"value": "2027"}))
    assert figures(score, doc_with(DATES, (78, 88, {})), found)["claimx_dates_f"] == 1
    assert figures(score, doc_with(DATES, (78, 88, {"value": "2026"})), found)["claimx_dates_f"] == 0


def test_without_a_group_in_the_references_there_is_no_figure():
    score = scoring.score_group(ORGANIZATIONS, scoring.same_organization)
    assert figures(score, spacy.blank("xx")(TEXT), doc_with(ORGANIZATIONS)) == {
        "claimx_organizations_p": None,
        "claimx_organizations_r": None,
        "claimx_organizations_f": None,
    }


@pytest.fixture
def with_claims():
    def make(*claims):
        return annotations.set_claims(spacy.blank("xx")(TEXT), claims)

    return make


def test_claims_that_are_set_are_read_again(with_claims, claim):
    other = replace(claim, id="c7", start=claim.start + 1, text=claim.text[1:])
    answered = replace(claim, related=(Related("c7", Response.DENIED), Related("c9", Response.DENIED)))
    first, second = with_claims(other, answered)._.claims
    assert first == replace(claim, id="c0", related=(Related("c1", Response.DENIED),))
    assert second == replace(other, id="c1")


def test_claims_are_paired_by_their_predicates(with_claims, claim):
    aside = replace(claim, predicate=replace(claim.predicate, **at(TEXT, "jusqu’à 60")))
    shorter = replace(claim, predicate=replace(claim.predicate, **at(TEXT, "investir")))
    for found, f in ((claim, 1), (shorter, 1), (aside, 0)):
        assert figures(scoring.score_claims, with_claims(claim), with_claims(found))["claimx_claims_f"] == f
    both = figures(scoring.score_claims, with_claims(claim), with_claims(aside, claim))
    assert (both["claimx_claims_p"], both["claimx_claims_r"]) == (0.5, 1)


def test_a_level_counts_with_its_polarity(with_claims, claim):
    firm = replace(claim, confidence=Confidence(Level.CERTAIN, 1.0))
    denied = replace(claim, polarity=Polarity.NEGATIVE)
    scores = figures(scoring.score_levels, with_claims(claim), with_claims(denied))
    assert scores["claimx_levels_f"] == scores["claimx_negative_f"] == 0
    assert scores["claimx_hedged_f"] == 1
    scores = figures(scoring.score_levels, with_claims(claim), with_claims(firm))
    assert scores["claimx_levels_f"] == scores["claimx_hedged_f"] == 0
    scores = figures(scoring.score_levels, with_claims(denied, claim), with_claims(denied))
    assert (scores["claimx_levels_r"], scores["claimx_levels_p"]) == (0.5, 1)


def test_sources_are_judged_on_the_claims(with_claims, claim):
    other = Source(**at(TEXT, "Acmé"), name="Acmé", kind="named")
    wrong = replace(claim, sources=(other,))
    both = replace(claim, sources=(other, *claim.sources))
    for found, precision, recall in ((claim, 1, 1), (wrong, 0, 0), (both, 0.5, 1)):
        scores = figures(scoring.score_sources, with_claims(claim), with_claims(found))
        assert (scores["claimx_sources_p"], scores["claimx_sources_r"]) == (precision, recall)
    missed = figures(scoring.score_sources, with_claims(claim), with_claims())
    assert missed["claimx_sources_r"] == 0
