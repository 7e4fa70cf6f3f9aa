"""The article view: the text is whole, escaped, and every claim has its underline, its sign and its card."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx import lexicons
from claimx.errors import ArgumentError
from claimx.model import Amount, Confidence, Extent, Level, Polarity, Predicate, Relation
from claimx.output.display.article.cards import card, sign
from claimx.output.display.article.charts import amounts_chart, dates_chart
from claimx.output.display.article.page import article_page
from claimx.output.display.article.segments import segments
from claimx.output.display.article.wording import LANGUAGES, wording

TAG = re.compile(r"<[^>]+>")


def text_section(page):
    return re.search(r'<section class="text".*?</section>', page, re.S)[0]


def shown(page):
    """The text of the article as a reader sees it, without the signs before the claims."""
    section = re.sub(r'<a class="pin.*?</a>', "", text_section(page), flags=re.S)
    return unescape(TAG.sub("", section))


def test_the_text_is_whole_and_the_claim_has_a_card(text, claim):
    page = article_page(text, [claim], published="2026-02-02")
    assert shown(page) == text
    assert 'id="c0" href="#card-c0"' in page
    assert 'id="card-c0"' in page
    assert "2026-02-02" in page


def test_markup_in_a_text_is_shown_and_not_obeyed():
    page = article_page("<script>alert(1)</script> & \"deux\" <b onclick='x'>", [])
    assert "<script>alert" not in page
    assert shown(page) == "<script>alert(1)</script> & \"deux\" <b onclick='x'>"


def test_nothing_is_fetched(text, claim):
    page = article_page(text, [claim])
    assert not re.search(r"(?:src|href)=[\"'](?!#)|url\(|@import|https?://(?!www\.w3\.org)", page)
    assert len(page) - len(text) < 60_000


@pytest.mark.parametrize(
    ("level", "polarity", "expected"),
    [
        (Level.CERTAIN, Polarity.POSITIVE, "●"),
        (Level.CERTAIN, Polarity.NEGATIVE, "●¬"),
        (Level.POSSIBLE, Polarity.POSITIVE, "◑"),
        (Level.UNKNOWN, Polarity.NEGATIVE, "○¬"),
    ],
)
def test_a_level_has_a_sign_beside_its_colour(claim, level, polarity, expected):
    assert sign(replace(claim, confidence=Confidence(level, None), polarity=polarity)) == expected


def test_a_card_names_source_amount_and_each_reason(claim):
    html = card(claim, wording("en"))
    assert "Le Canard · named" in html
    assert "≤\u00a060\u00a0Md\u00a0USD" in html
    assert "<q>pourrait</q>" in html


def test_the_page_speaks_english_and_french_and_nothing_else(text, claim):
    assert set(wording("en")) == set(wording("fr"))
    pages = [article_page(text, [claim], language=language) for language in LANGUAGES]
    assert "presented as true" in pages[0]
    assert "présenté comme vrai" in pages[1]
    with pytest.raises(ArgumentError, match="language: unknown value 'de'"):
        article_page(text, [claim], language="de")


def test_every_operator_class_has_plain_words():
    rows = lexicons.read("operator_classes")
    assert not [row["class"] for row in rows if f"rule:{row['class']}" not in wording("en")]


def claim_at(claim, start, end, name):
    place = {"text": "x" * (end - start), "start": start, "end": end}
    return replace(
        claim,
        **place,
        id=name,
        sentence=Extent(start, end),
        predicate=Predicate(**place, lemma="x"),
        organizations=(),
        sources=(),
        cues=(),
        dates=(),
        amounts=(
            Amount(
                **place,
                minimum="1",
                maximum="5",
                currency="EUR",
                currency_inferred=False,
                relation=Relation.RANGE,
            ),
        ),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_segments_join_to_the_text_and_say_who_covers_them(claim, data):
    length = data.draw(st.integers(1, 30))
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, length)).filter(lambda s: s[0] < s[1]))
    )
    claims = [claim_at(claim, start, end, f"c{i}") for i, (start, end) in enumerate(spans)]
    found = list(segments("x" * length, claims))
    assert "".join(segment.text for segment in found) == "x" * length
    place = 0
    for segment in found:
        end = place + len(segment.text)
        covering = {claim.id for claim in claims if claim.start <= place and end <= claim.end}
        assert {claim.id for claim in segment.claims} == covering
        assert (segment.mark == "amount") is bool(covering)
        place = end
    assert sorted(claim.id for segment in found for claim in segment.opened) == sorted(c.id for c in claims)


def test_charts_link_to_cards_and_are_left_out_for_nothing(claim):
    assert 'href="#card-c0"' in amounts_chart([claim], "Amounts")
    assert 'href="#card-c0"' in dates_chart([claim], "Dates")
    bare = replace(claim, amounts=(), dates=())
    assert amounts_chart([bare], "Amounts") == dates_chart([bare], "Dates") == ""
