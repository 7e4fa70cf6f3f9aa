"""The dates component."""

import pytest
import spacy

from claimx import annotations


@pytest.fixture(scope="module")
def nlp():
    import claimx.components.amounts
    import claimx.components.dates  # noqa: F401

    nlp = spacy.blank("xx")
    nlp.add_pipe("claimx_amounts")
    nlp.add_pipe("claimx_dates")
    return nlp


def values(doc):
    return [(date.text, date.value) for date in annotations.dates(doc)]


def test_the_header_gives_the_day_of_publication(nlp):
    doc = nlp(" date 2026-02-02 Le titre\n\nIl est parti hier.")
    assert annotations.published(doc) == "2026-02-02"
    assert values(doc) == [("hier", "2026-02-01")]


def test_a_day_that_is_given_goes_before_the_header(nlp):
    doc = nlp.make_doc("date 2026-02-02 Il est parti hier.")
    annotations.set_published(doc, "2020-01-02")
    assert values(nlp(doc)) == [("hier", "2020-01-01")]
    assert annotations.published(doc) == "2020-01-02"


def test_a_dateline_serves_where_nothing_else_is_known(nlp):
    doc = nlp("Un titre\n\n21 décembre 2016 . –\nIl est parti hier.")
    assert annotations.published(doc) == "2016-12-21"
    assert values(doc) == [("hier", "2016-12-20")]


def test_without_any_day_the_year_stays_open(nlp):
    doc = nlp("Il est parti hier, le 2 mars.")
    assert annotations.published(doc) is None
    assert values(doc) == [("hier", "XXXX-XX-XX"), ("le 2 mars", "XXXX-03-02")]


def test_amounts_and_dates_never_overlap(nlp):
    doc = nlp("En 2016, il a payé plus de 2000 euros, puis pour 2018 euros de plus.")
    assert values(doc) == [("En 2016", "2016")]
    taken = [(amount.start, amount.end) for amount in annotations.amounts(doc)]
    assert all(
        date.end <= start or date.start >= end for date in annotations.dates(doc) for start, end in taken
    )


def test_a_date_without_amounts_before_it_in_the_chain():
    nlp = spacy.blank("xx")
    nlp.add_pipe("claimx_dates")
    assert values(nlp("D'ici fin 2027, rien.")) == [("D'ici fin 2027", "2027")]
    assert values(nlp("")) == []


def test_days_are_iso_or_null(nlp):
    [(span, entry)] = annotations.read(nlp("depuis 2019"), annotations.DATES)
    assert entry["interval"] == {"begin": "2019-01-01", "end": None}
    assert (span.label_, span.id_) == ("DATE", "d0")
