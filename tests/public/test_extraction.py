import json
import pickle
import re
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal
from html import unescape

import pytest

from claimx import Confidence, Extraction, Interval, Level, Related, Response
from claimx.errors import ArgumentError, ArgumentTypeError, MissingClaimError, MissingExtraError
from claimx.output.frames import COLUMNS


@pytest.fixture
def extraction(claim, text):
    return Extraction(claims=(claim, replace(claim, id="c1")), text=text, published="2026-02-02")


def test_it_is_a_sequence(extraction, claim):
    assert len(extraction) == 2
    assert extraction[0] == claim
    assert [found.id for found in extraction] == ["c0", "c1"]
    assert claim in extraction
    assert extraction.index(claim) == 0
    assert extraction


def test_a_slice_is_an_extraction_of_the_same_text(extraction, claim):
    first = extraction[:1]
    assert first == Extraction(claims=(claim,), text=extraction.text, published="2026-02-02")
    assert first != extraction


def test_it_is_immutable_hashable_and_pickles(extraction):
    with pytest.raises(FrozenInstanceError):
        extraction.text = ""
    assert hash(extraction) == hash(pickle.loads(pickle.dumps(extraction)))
    assert {extraction: 1}[extraction[:]] == 1


def test_to_dict_holds_the_text_that_offsets_refer_to(extraction):
    plain = extraction.to_dict()
    assert list(plain) == ["text", "published", "claims"]
    amount = plain["claims"][0]["amounts"][0]
    assert plain["text"][amount["start"] : amount["end"]] == amount["text"]


def test_repr_is_readable(extraction, text):
    first, second, *_ = repr(extraction).splitlines()
    assert first == "<Extraction: 2 claims of a text published 2026-02-02>"
    assert second.startswith('  c0: possible, "Acmé & fils pourrait investir\\njusqu’à')
    assert repr(Extraction(claims=(), text="")) == "<Extraction: 0 claims>"
    many = Extraction(claims=extraction.claims * 20, text=text)
    assert repr(many).endswith("… and 20 more")


def test_to_frame_has_a_row_a_claim_and_explodes_to_a_row_an_amount(extraction):
    frame = extraction.to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame.id) == ["c0", "c1"]
    amounts = frame.explode(["amounts", "minimum", "maximum", "currency"])
    assert list(amounts.maximum) == [Decimal("60000000000")] * 2
    assert list(Extraction(claims=(), text="").to_frame().columns) == list(COLUMNS)


def test_to_frame_without_pandas_says_what_to_install(extraction, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'claimx\[pandas\]'"):
        extraction.to_frame()


def test_a_notebook_shows_the_article_view_in_a_frame(extraction, claim):
    nasty = replace(claim.organizations[0], name="<script>alert(1)</script>")
    html = Extraction(claims=(replace(claim, organizations=(nasty,)),), text=extraction.text)._repr_html_()
    assert html.startswith("<div>1 claim</div>")
    assert "<script" not in html  # the frame's page is an attribute
    page = unescape(re.search(r'srcdoc="([^"]*)"', html)[1])
    assert "<script>alert" not in page
    assert "\\u003cscript>alert" in page
    assert "<u class=possible id=c0>" in page
    assert "No claim was found" in Extraction(claims=(), text="")._repr_html_()


def test_a_notebook_that_takes_frames_out_shows_a_table(extraction):
    html = extraction._repr_html_()
    left = re.sub(r"<style>.*?</style>|<iframe.*?</iframe>", "", html, flags=re.S)
    assert "srcdoc" not in left
    for shown in (
        "◑\u00a0possible",
        "Le Canard",
        "Acmé &amp; fils",
        "≤\u00a060\u00a0bn\u00a0USD",
        "pourrait: modal → possible",
    ):
        assert shown in left
    assert "<style>.claimx-plain{display:none}</style>" in html


def test_a_claim_has_a_readable_repr(claim):
    line = repr(claim)
    assert line.startswith('<Claim c0: possible, "Acmé & fils pourrait investir')
    assert len(line) < 130
    assert "\n" not in line


def test_levels_compare_by_firmness():
    assert Level.CERTAIN > Level.PROBABLE > Level.POSSIBLE > Level.DOUBTFUL
    assert Level.POSSIBLE <= Level.POSSIBLE < "probable"
    assert max(Level.POSSIBLE, Level.CERTAIN, Level.DOUBTFUL) is Level.CERTAIN
    assert sorted([Level.CERTAIN, Level.DOUBTFUL, Level.PROBABLE])[0] is Level.DOUBTFUL
    assert Level.UNKNOWN == "unknown"
    assert Level.UNKNOWN <= Level.UNKNOWN


@pytest.mark.parametrize("other", [Level.PROBABLE, Level.UNKNOWN, "sure"])
def test_unknown_has_no_place_in_the_order(other):
    with pytest.raises(ArgumentTypeError, match="can't be compared"):
        assert (other if other != Level.UNKNOWN else Level.CERTAIN) < Level.UNKNOWN
    with pytest.raises(TypeError):
        sorted([Level.CERTAIN, Level.UNKNOWN])


def test_an_extraction_is_read_back(extraction):
    assert Extraction.from_dict(extraction.to_dict()) == extraction
    assert Extraction.from_json(extraction.to_json()) == extraction
    assert Extraction.from_json(extraction.to_json().encode()) == extraction
    assert json.loads(extraction.to_json()) == extraction.to_dict()


@pytest.mark.parametrize(
    "bad",
    [
        None,
        3,
        b"\xff",
        "{",
        "[]",
        '{"text": "a"}',
        '{"text": 5, "published": null, "claims": []}',
        '{"text": "a", "published": null, "claims": [{"id": "c0"}]}',
    ],
)
def test_what_is_no_extraction_is_refused(bad):
    with pytest.raises(ArgumentError, match=r"not what to_dict\(\) or to_json\(\) writes"):
        Extraction.from_json(bad)


def test_a_claim_is_found_by_its_id(extraction):
    assert extraction["c1"] is extraction[1]
    with pytest.raises(
        MissingClaimError, match=r"no claim 'c9' in this extraction. Its claims: c0, c1"
    ) as caught:
        extraction["c9"]
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["c0", "c1"]),
        ({"level": "possible"}, ["c0", "c1"]),
        ({"level": [Level.CERTAIN, Level.PROBABLE]}, []),
        ({"organization": "acmé & fils"}, ["c0", "c1"]),
        ({"organization": "Zorbex"}, []),
        ({"source": "Le Canard", "polarity": "positive"}, ["c0", "c1"]),
        ({"source": "Le Canard", "polarity": "negative"}, []),
        ({"organization": ["Zorbex", "ACMÉ & FILS"]}, ["c0", "c1"]),
        ({"min_amount": 60_000_000_000}, ["c0", "c1"]),
        ({"min_amount": "6.0e10", "currency": "USD"}, ["c0", "c1"]),
        ({"min_amount": Decimal("60000000000.01")}, []),
        ({"min_amount": 0, "currency": "EUR"}, []),
        ({"currency": "USD"}, ["c0", "c1"]),
        ({"since": "2027-12-31"}, ["c0", "c1"]),
        ({"since": date(2028, 1, 1)}, []),
        ({"until": "1999-01-01"}, ["c0", "c1"]),  # "d'ici 2027" has no beginning
    ],
)
def test_claims_are_filtered(extraction, given, found):
    kept = extraction.filter(**given)
    assert [claim.id for claim in kept] == found
    assert kept.text == extraction.text


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("position", ["c0", "c1", "c2", "c3"]),
        ("level", ["c3", "c0", "c1", "c2"]),
        ("score", ["c3", "c1", "c0", "c2"]),
        ("amount", ["c2", "c0", "c3", "c1"]),
        ("date", ["c1", "c0", "c2", "c3"]),
    ],
)
def test_claims_are_sorted(claim, text, by, found):
    def variant(number, level, score, amount, begin):
        return replace(
            claim,
            id=f"c{number}",
            start=number,
            confidence=Confidence(level=Level(level), score=score),
            amounts=() if amount is None else (replace(claim.amounts[0], minimum=amount, maximum=None),),
            dates=() if begin is None else (replace(claim.dates[0], interval=Interval(begin, None)),),
        )

    claims = (
        variant(0, "possible", 0.3, "20", "2026-02-01"),
        variant(1, "possible", 0.4, None, "2025-12-01"),
        variant(2, "unknown", None, "100", None),
        variant(3, "certain", 1.0, "3", None),
    )
    extraction = Extraction(claims=claims, text=text)
    assert [one.id for one in extraction.sorted(by)] == found
    assert [one.id for one in extraction.sorted(by).sorted("position")] == ["c0", "c1", "c2", "c3"]


def test_the_anchored_claims_are_those_of_the_default_view(claim, text):
    bare = replace(
        claim,
        id="c1",
        organizations=(),
        amounts=(),
        sources=(),
        confidence=Confidence(level=Level.CERTAIN, score=1.0),
    )
    answered = replace(claim, related=(Related("c1", Response.DENIED),))
    assert [one.id for one in Extraction((claim, bare), text).anchored()] == ["c0"]
    assert [one.id for one in Extraction((answered, bare), text).anchored()] == ["c0", "c1"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"min_amount": "beaucoup"}, "min_amount: expected a number, got 'beaucoup'"),
        ({"min_amount": float("nan")}, "min_amount: expected a number"),
        ({"currency": "euro"}, "currency: 'euro' is no ISO 4217 code"),
        ({"since": "hier"}, "'hier' is not a day"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(extraction, given, message):
    with pytest.raises(ArgumentError, match=message):
        extraction.filter(**given)
    with pytest.raises(ArgumentError, match=r"by: unknown value 'size'\. Give one of: position, level"):
        extraction.sorted("size")


def test_a_filter_that_can_match_nothing_is_refused(extraction):
    with pytest.raises(ArgumentError, match=r"level: unknown value 'sure'\. Give one of: certain"):
        extraction.filter(level="sure")
    with pytest.raises(ArgumentError, match="level: unknown value 5"):
        extraction.filter(level=5)
    with pytest.raises(ArgumentTypeError, match="organization: expected a string, got int"):
        extraction.filter(organization=["Acmé", 5])
    with pytest.raises(ArgumentTypeError, match="organization: expected a string, got list"):
        extraction.filter(organization=[["Acmé"]])
    with pytest.raises(ArgumentTypeError, match="source: expected a string, got int"):
        extraction.filter(source=5)
