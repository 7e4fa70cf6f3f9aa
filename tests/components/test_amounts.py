"""The amounts component."""

import pytest
import spacy

from claimx import annotations
from claimx.components import amounts as component

SEED = "seeds/000_3fccb320ab4b97e3.txt"


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("xx")
    nlp.add_pipe("claimx_amounts")
    return nlp


def test_seed(nlp, request):
    text = (request.config.rootpath / SEED).read_text(encoding="utf-8")
    found = annotations.amounts(nlp(text))
    assert [(a.text, a.minimum, a.maximum, a.relation, a.currency, a.currency_inferred) for a in found] == [
        ("60 milliards de dollars", "60000000000", "60000000000", "exact", "USD", False),
        ("jusqu’à 60 milliards de dollars", None, "60000000000", "at_most", "USD", False),
        ("jusqu’à 30 milliards de dollars", None, "30000000000", "at_most", "USD", False),
        ("inférieur à 10 milliards", None, "10000000000", "less_than", "USD", True),
        ("dépasse 10 milliards", "10000000000", None, "more_than", "USD", True),
        ("plus de 20 milliards", "20000000000", None, "more_than", "USD", True),
        ("des centaines de milliards de dollars", "100000000000", None, "magnitude", "USD", False),
    ]
    assert all(text[a.start : a.end] == a.text for a in found)


def test_an_amount_may_end_inside_a_token(nlp):
    doc = nlp("Il a levé 60Md€2 hier.")
    [(span, values)] = annotations.read(doc, annotations.AMOUNTS)
    assert doc.text[values["start"] : values["end"]] == "60Md€"
    assert span.text.startswith("60Md€")


def test_values_are_plain_json(nlp):
    [(span, values)] = annotations.read(nlp("une amende de 3 millions d'euros"), annotations.AMOUNTS)
    assert (span.label_, span.id_) == ("MONEY", "a0")
    assert type(values["relation"]) is str
    assert values["currency_inferred"] is False


def test_the_currency_that_nothing_tells_is_configured():
    nlp = spacy.blank("xx")
    nlp.add_pipe("claimx_amounts", config={"currency": None})
    [amount] = annotations.amounts(nlp("une amende de 3 millions"))
    assert amount.currency is None


def test_a_wrong_configuration_is_refused():
    nlp = spacy.blank("xx")
    with pytest.raises(Exception, match="currency"):
        nlp.add_pipe("claimx_amounts", config={"currency": ["EUR"]})


def test_other_annotations_stay(nlp):
    doc = nlp("Acme paie 3 euros.")
    assert doc.ents == ()
    assert annotations.amounts(nlp.make_doc("")) == ()
    assert annotations.amounts(nlp("")) == ()


def test_the_chain_is_explained():
    nlp = spacy.blank("xx")
    nlp.add_pipe("claimx_amounts")
    assert nlp.analyze_pipes()["summary"]["claimx_amounts"]["assigns"] == ["doc.spans", "doc._.claimx_amounts"]
    assert component.make_amounts(nlp, "x", "EUR").currency == "EUR"
