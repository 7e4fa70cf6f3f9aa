"""The article view: the text is whole, escaped, and every claim has its underline and the data of its card."""

import json
import re
from dataclasses import replace
from html import escape, unescape
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
from claimx.output.display.article.charts import amounts_chart, dates_chart
from claimx.output.display.article.links import links
from claimx.output.display.article.marked_text import marked_text
from claimx.output.display.article.page import article_page, article_view
from claimx.output.display.article.segments import segments
from claimx.output.display.article.view_data import view_data
from claimx.output.display.article.wording import LANGUAGES, wording
from claimx.output.display.labels import sign

TAG = re.compile(r"<[^>]+>")
ARTICLE = Path(claimx.__file__).parent / "output" / "display" / "article"
PRESS = Path(__file__).parents[3] / "training" / "articles" / "business.txt"
MAX_BYTES_BESIDE_THE_TEXT = 60_000


def text_section(page):
    return re.search(r"<div lang=fr>.*?</div>(?=</article>)", page, re.S)[0]


def shown(page):
    """The text of the article as a parser of HTML reads it."""
    return unescape(TAG.sub("", text_section(page)))


def data(page):
    """What the script builds cards and list from."""
    return json.loads(re.search(r"<script type=application/json>(.*?)</script>", page)[1])


def test_the_text_is_whole_and_the_claim_has_an_element_and_data(text, claim):
    page = article_page(text, [claim], published="2026-02-02")
    assert shown(page) == text
    assert "<u class=possible id=c0>" in page
    assert [row[0] for row in data(page)["claims"]] == ["c0"]
    assert '<time datetime="2026-02-02">2\u00a0February\u00a02026</time>' in page


TEXTS = [
    "Un titre\n\nUn paragraphe.\n\n\nUn autre,\nsur deux lignes.\n",
    "\n\n  en retrait\r\n\r\nfin  \n \t\n",
    "date 2026-02-02 Le titre\n\nLe texte.",
    "a\rb\r\nc",
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
    assert "<h1><small>date 2026-02-02 </small>Le titre</h1>" in page
    assert "<title>Le titre</title>" in page
    assert "<h1 class=unseen>" in article_page("Une seule ligne.", [])


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [("Acmé rachète Zénith", True), ("Acmé rachète-t-il Zénith ?", True), ("Acmé rachète Zénith.", False)],
)
def test_a_sentence_with_a_full_stop_is_no_headline(first, is_headline):
    assert (f"<h1>{first}</h1>" in article_page(f"{first}\n\nLe texte.", [])) is is_headline


def test_white_space_between_two_marks_is_in_neither(claim):
    source = Source(text="xx yy", start=0, end=5, name="xx yy", kind=SourceKind.NAMED)
    yy = Source(text="yy", start=3, end=5, name="yy", kind=SourceKind.NAMED)
    bare = replace(plain(claim, 6, 8, "c0"), sources=(source,))
    named = replace(bare, organizations=(replace(claim.organizations[0], **place_of(yy)),))
    assert marked_text("xx yy zz", [named], "").startswith("<p><cite>xx</cite> <span>yy</span> ")
    organization = claim.organizations[0]
    both = [
        replace(organization, text=name, start=start, end=start + 2) for name, start in (("xx", 0), ("yy", 3))
    ]
    only_space = replace(bare, organizations=tuple(both))
    assert marked_text("xx yy zz", [only_space], "").startswith("<p><span>xx</span> <span>yy</span> ")


def place_of(item):
    return {"text": item.text, "start": item.start, "end": item.end}


def plain(claim, start, end, name):
    """A claim of a place, with nothing in it."""
    return replace(claim_at(claim, start, end, name), amounts=())


def test_claims_that_nest_are_one_element_each_and_the_outermost_is_lowest(claim):
    claims = [plain(claim, 0, 12, "c0"), plain(claim, 3, 9, "c1"), plain(claim, 5, 8, "c2")]
    html = marked_text("x" * 20, claims, "")
    assert re.findall("<u [^>]*>", html) == [
        '<u class="possible d2" id=c0>',
        '<u class="possible d1" id=c1>',
        "<u class=possible id=c2>",
    ]


def test_claims_that_overlap_are_closed_and_opened_again(claim):
    html = marked_text("x" * 20, [plain(claim, 0, 10, "c0"), plain(claim, 5, 15, "c1")], "")
    assert re.findall("<u [^>]*>", html) == [
        '<u class="possible d1" id=c0>',
        "<u class=possible id=c1>",
        "<u class=possible data-c=c1>",
    ]


def test_a_claim_over_two_paragraphs_is_underlined_in_both(claim):
    html = marked_text("xxxx\n\nxxxx", [plain(claim, 2, 8, "c0")], "")
    assert html == "<h1>xx<u class=possible id=c0>xx</u></h1>\n\n<p><u class=possible data-c=c0>xx</u>xx</p>"


def test_what_attributes_is_marked_outside_of_the_claim(claim):
    source = Source(text="xx", start=0, end=2, name="xx", kind=SourceKind.NAMED)
    html = marked_text("x" * 20, [replace(plain(claim, 5, 9, "c0"), sources=(source,))], "")
    assert "<cite>xx</cite>" in html


def test_a_rumour_and_its_denial_lead_to_each_other(claim):
    rumour = replace(claim, related=(Related("c1", Response.DENIED),))
    denial = replace(claim, id="c1", text="c'est faux")
    found = links([rumour, denial])
    assert [(link.label, link.claim.id) for link in found["c0"]] == [("denied_by", "c1")]
    assert [(link.label, link.claim.id) for link in found["c1"]] == [("answers:denied_by", "c0")]
    page = article_page(claim.text, [rumour, denial])
    found = data(page)
    assert [[found["table"][label], number] for row in found["claims"] for label, number in row[-1]] == [
        ["↯ denied by", 1],
        ["↯ denies", 0],
    ]
    assert links([rumour]) == {}


def test_a_prefix_keeps_two_views_apart(text, claim):
    html = article_view(text, [claim], prefix="b-")
    ids = re.findall(r'\bid="?([\w-]+)', html)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("b-") for name in ids)
    assert set(re.findall(r'href="?#([\w-]+)', html)) <= set(ids)


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
    assert not re.search(r"\bsrc=|href=[\"']?(?![\"']?#)|url\(|@import|https?:", page)
    assert "default-src 'none'" in page


@pytest.mark.model
def test_the_page_of_a_long_article_weighs_little_beside_its_text():
    marked = re.sub(r"\[([^|\]]*)\|[A-Z]+\]|^====$", r"\1", PRESS.read_text(encoding="utf-8"), flags=re.M)
    text = marked[: [word.end() for word in re.finditer(r"\S+", marked)][1999]]
    claims = claimx.extract(text)
    assert len(claims) > 100
    page = article_page(text, claims, published="2026-02-02")
    assert len(page.encode()) - len(escape(text).encode()) < MAX_BYTES_BESIDE_THE_TEXT


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


def pieces(row, text):
    """The pieces of the text that a claim's data refers to."""
    start, lists = row[1], row[8:]
    places = [
        (0, row[2]),
        (row[6], row[7]),
        *(item[:2] for found in lists if found is not lists[2] for item in found),
    ]
    return [text[start + place : start + place + length] for place, length in places]


def test_the_data_has_level_and_score_and_names_every_piece(text, claim):
    found = json.loads(view_data([claim], wording("en"), {}))
    (row,) = found["claims"]
    assert row[3:6] == [2, 0, 40]
    assert found["levels"][2] == ["possible", "◑", "possible"]
    assert pieces(row, text) == [
        claim.text,
        "pourrait investir",
        "pourrait",
        "Le Canard",
        "jusqu’à 60 milliards de dollars",
        "d'ici 2027",
    ]
    assert found["table"] == [
        "modal",
        "possible",
        "Acmé & fils",
        "≤\u00a060\u00a0bn\u00a0USD",
        "… – 31\u00a0December\u00a02027",
    ]


def test_the_data_ends_with_its_element(text, claim):
    organization = replace(claim.organizations[0], name="</script><script>alert(1)</script>")
    page = article_page(text, [replace(claim, organizations=(organization,))])
    assert page.count("</script>") == 2
    assert organization.name in data(page)["table"]


def test_an_id_with_markup_stays_an_id(text, claim):
    page = article_page(text, [replace(claim, id='"><b>')])
    assert '<u class=possible id="&quot;&gt;&lt;b&gt;">' in page
    assert '"><b>' not in page.replace(re.search(r"<script type=.*?</script>", page)[0], "")


def test_the_page_speaks_english_and_french_and_nothing_else(text, claim):
    assert set(wording("en")) == set(wording("fr"))
    pages = [article_page(text, [claim], language=language) for language in LANGUAGES]
    assert [data(page)["words"]["positive"] for page in pages] == [
        "presented as true",
        "présentée comme vraie",
    ]
    assert "60\u00a0bn\u00a0USD" in pages[0]
    assert "60\u00a0Md\u00a0USD" in pages[1]
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


def test_a_chart_shows_ten_rows_folds_ten_and_counts_the_rest(claim):
    claims = [
        replace(
            claim,
            id=f"c{number}",
            organizations=claim.organizations[:1],
            amounts=(replace(claim.amounts[0], start=number, end=number + 1),),
        )
        for number in range(23)
    ]
    html = amounts_chart(claims, wording("en"))
    seen, folded = html.split("<details><summary>+ 13 more</summary>")
    assert (seen.count("<a "), folded.count("<a ")) == (10, 10)
    assert "<p>+ 3 more</p></details>" in folded
    # The name of an organisation stands at its first row, and again where the folded ones begin.
    assert (seen.count("class=name"), folded.count("class=name")) == (1, 1)


def test_a_row_tells_all_organisations_of_its_claim(claim):
    first = claim.organizations[0]
    both = replace(claim, organizations=(first, replace(first, name="Zénith")))
    assert f"<title>{escape(first.name)}, Zénith " in amounts_chart([both], wording("en"))


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
    assert len(re.findall(r'<path d="[^"]*l', html)) == arrows


def test_amounts_that_have_no_place_on_a_logarithmic_axis_are_left_out(claim):
    claims = [
        amount(claim, low, high) for low, high in (("0", "0"), ("-5", None), ("9" * 400, None), (None, None))
    ]
    assert amounts_chart(claims, wording("en")) == ""


def test_a_claim_without_organisation_does_not_pass_for_the_row_above(claim):
    bare = replace(claim, organizations=(), amounts=(replace(claim.amounts[0], start=1),))
    assert "–</text>" in amounts_chart([claim, bare], wording("en"))
