"""The article view: the text is whole, escaped, and every claim has its underline, its sign and its card."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimx
from claimx import lexicons
from claimx.errors import ArgumentError
from claimx.model import (
    Amount,
    Confidence,
    Extent,
    Level,
    Polarity,
    Predicate,
    Related,
    Relation,
    Response,
    Source,
    SourceKind,
)
from claimx.output.display.article.cards import card, sign
from claimx.output.display.article.charts import amounts_chart, dates_chart
from claimx.output.display.article.links import links
from claimx.output.display.article.marked_text import marked_text
from claimx.output.display.article.page import article_page, article_view
from claimx.output.display.article.segments import segments
from claimx.output.display.article.wording import LANGUAGES, wording

TAG = re.compile(r"<[^>]+>")
ARTICLE = Path(claimx.__file__).parent / "output" / "display" / "article"


def text_section(page):
    return re.search(r'<div lang="fr">.*?</div>(?=</article>)', page, re.S)[0]


def shown(page):
    """The text of the article as a reader sees it, without the signs before the claims."""
    section = re.sub(r'<button type="button" class="pin.*?</button>', "", text_section(page), flags=re.S)
    return unescape(TAG.sub("", section))


def test_the_text_is_whole_and_the_claim_has_a_card(text, claim):
    page = article_page(text, [claim], published="2026-02-02")
    assert shown(page) == text
    assert 'id="c0" popovertarget="card-c0"' in page
    assert 'id="card-c0"' in page
    assert '<time datetime="2026-02-02">2\u00a0February\u00a02026</time>' in page


TEXTS = [
    "Un titre\n\nUn paragraphe.\n\n\nUn autre,\nsur deux lignes.\n",
    "\n\n  en retrait\r\n\r\nfin  \n \t\n",
    "date 2026-02-02 Le titre\n\nLe texte.",
    "",
    " ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_paragraphs_keep_every_character(text):
    assert shown(article_page(text, [])) == text


@given(text=st.text(alphabet="ab \n\t\r\u2028", max_size=40))
def test_any_text_is_whole(text):
    assert shown(article_page(text, [])) == text


def test_the_headline_is_a_heading_and_the_line_of_the_date_stands_apart():
    page = article_page("date 2026-02-02 Le titre\n\nLe texte.", [])
    assert '<h1><small class="given">date 2026-02-02 </small>Le titre</h1>' in page
    assert "<title>Le titre</title>" in page
    assert '<h1 class="unseen">' in article_page("Une seule ligne.", [])


def plain(claim, start, end, name):
    """A claim of a place, with nothing in it."""
    return replace(claim_at(claim, start, end, name), amounts=())


def test_claims_that_nest_are_one_element_each_and_the_outermost_is_lowest(claim):
    claims = [plain(claim, 0, 12, "c0"), plain(claim, 3, 9, "c1"), plain(claim, 5, 8, "c2")]
    html = marked_text("x" * 20, claims, wording("en"), "")
    assert html.count('data-c="c0"') == html.count('data-c="c1"') == html.count('data-c="c2"') == 1
    assert 'class="claim possible d2" data-c="c0"' in html
    assert 'class="claim possible d1" data-c="c1"' in html
    assert 'class="claim possible" data-c="c2"' in html


def test_claims_that_overlap_are_closed_and_opened_again(claim):
    html = marked_text("x" * 20, [plain(claim, 0, 10, "c0"), plain(claim, 5, 15, "c1")], wording("en"), "")
    assert html.count('data-c="c0"') == 1
    assert html.count('data-c="c1"') == 2
    assert html.count('class="pin') == 2


def test_a_claim_over_two_paragraphs_is_underlined_in_both(claim):
    html = marked_text("xxxx\n\nxxxx", [plain(claim, 2, 8, "c0")], wording("en"), "")
    assert html.count('data-c="c0"') == 2
    assert html.count("<span") == html.count("</span>")
    assert re.search(r"</span></h1>\n\n<p><span", html)


def test_what_attributes_is_marked_outside_of_the_claim(claim):
    source = Source(text="xx", start=0, end=2, name="xx", kind=SourceKind.NAMED)
    html = marked_text("x" * 20, [replace(plain(claim, 5, 9, "c0"), sources=(source,))], wording("en"), "")
    assert '<span class="source">xx</span>' in html


def test_a_rumour_and_its_denial_lead_to_each_other(claim):
    rumour = replace(claim, related=(Related("c1", Response.DENIED),))
    denial = replace(claim, id="c1", text="c'est faux")
    found = links([rumour, denial])
    assert [(link.label, link.claim.id) for link in found["c0"]] == [("denied_by", "c1")]
    assert [(link.label, link.claim.id) for link in found["c1"]] == [("answers:denied_by", "c0")]
    page = article_page(claim.text, [rumour, denial])
    assert "↯ denied by" in page
    assert "↯ denies" in page
    assert links([rumour]) == {}


def test_a_prefix_keeps_two_views_apart(text, claim):
    html = article_view(text, [claim], prefix="b-")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert all(name.startswith(("b-", "card-b-", "h-b-")) for name in ids)
    targets = re.findall(r'href="#([^"]+)"|popovertarget="([^"]+)"|aria-labelledby="([^"]+)"', html)
    assert {name for target in targets for name in target if name} <= set(ids)


def test_every_word_that_the_page_looks_up_is_there_and_used():
    code = "".join(path.read_text(encoding="utf-8") for path in ARTICLE.glob("*.py"))
    values = {str(value) for kind in (Level, Polarity, SourceKind, Response) for value in kind}
    for key in lexicons.read("view_labels"):
        name = key["key"]
        assert (
            name in values or f'"{name}"' in code or f"'{name}'" in code or ":" in name or "month-" in name
        ), name


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
        (Level.CERTAIN, Polarity.NEGATIVE, "●✗"),
        (Level.POSSIBLE, Polarity.POSITIVE, "◑"),
        (Level.UNKNOWN, Polarity.NEGATIVE, "○✗"),
    ],
)
def test_a_level_has_a_sign_beside_its_colour(claim, level, polarity, expected):
    assert sign(replace(claim, confidence=Confidence(level, None), polarity=polarity)) == expected


def test_a_card_names_source_amount_and_each_reason(claim):
    html = card(claim, wording("en"))
    assert "Le Canard · named" in html
    assert "≤\u00a060\u00a0Md\u00a0USD" in html
    assert '<q lang="fr">pourrait</q>' in html


def test_the_page_speaks_english_and_french_and_nothing_else(text, claim):
    assert set(wording("en")) == set(wording("fr"))
    pages = [article_page(text, [claim], language=language) for language in LANGUAGES]
    assert "presented as true" in pages[0]
    assert "présentée comme vraie" in pages[1]
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


def test_charts_link_to_claims_and_are_left_out_for_nothing(claim):
    words = wording("en")
    assert 'href="#c0"' in amounts_chart([claim], words)
    assert 'href="#b-c0"' in dates_chart([claim], words, prefix="b-")
    bare = replace(claim, amounts=(), dates=())
    assert amounts_chart([bare], words) == dates_chart([bare], words) == ""


def amount(claim, minimum, maximum, relation=Relation.RANGE):
    value = replace(claim.amounts[0], minimum=minimum, maximum=maximum, relation=relation)
    return replace(claim, amounts=(value,))


@pytest.mark.parametrize(
    ("minimum", "maximum", "dots", "arrows"),
    [
        ("10", "10", 1, 0),
        ("10", "100", 2, 0),
        (None, "100", 1, 1),
        ("10", None, 1, 1),
    ],
)
def test_a_whisker_joins_the_bounds_and_an_arrow_stands_for_an_open_one(
    claim, minimum, maximum, dots, arrows
):
    html = amounts_chart([amount(claim, minimum, maximum)], wording("en"))
    assert html.count("<circle") == dots
    assert len(re.findall(r'class="whisker" d="[^"]*l', html)) == arrows


def test_amounts_that_have_no_place_on_a_logarithmic_axis_are_left_out(claim):
    claims = [
        amount(claim, low, high) for low, high in (("0", "0"), ("-5", None), ("9" * 400, None), (None, None))
    ]
    assert amounts_chart(claims, wording("en")) == ""


def test_a_claim_without_organisation_does_not_pass_for_the_row_above(claim):
    bare = replace(claim, organizations=(), amounts=(replace(claim.amounts[0], start=1),))
    assert "–</text>" in amounts_chart([claim, bare], wording("en"))
