"""A future that narrates, by the year it is dated in: needs the dates, and so the model."""

import pytest

CASES = [
    ("En 1954, il publiera son premier roman.", "certain"),
    ("Le musée ouvrira en 2034.", "probable"),
    ("Née en 1902, la sculptrice vivra à Lyon.", "certain"),
    ("Née en 2001, la championne quittera son club.", "probable"),
    ("Fondée en 1905, la société fermera son usine.", "probable"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "level"), CASES)
def test_a_future_dated_in_the_past_narrates(nlp, text, level):
    [claim] = nlp(text)._.claims
    assert claim.confidence.level == level
