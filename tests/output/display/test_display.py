import io
from dataclasses import replace
from decimal import Context, localcontext

import pytest
from rich.console import Console

from claimx.model import Amount, Interval, Level, Polarity, Related, Relation, Response, SourceKind
from claimx.output import Document
from claimx.output.display import labels
from claimx.output.display.explanation import explained
from claimx.output.display.table import claims_table, with_no_break_spaces


def drawn(claims, width, language="en", **document):
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(claims_table(Document("a.txt", None, claims, **document), width, language))
    return with_no_break_spaces(console.file.getvalue()).replace("\u00a0", " ").replace("\u202f", " ")


AMOUNTS = [
    ("60000000000", "60000000000", "USD", False, "exact", "60 bn USD", "60 Md USD"),
    (None, "60000000000", "USD", False, "at_most", "≤ 60 bn USD", "≤ 60 Md USD"),
    (None, "10000000000", "USD", True, "less_than", "< 10 bn (USD)", "< 10 Md (USD)"),
    ("20000000000", None, "USD", True, "more_than", "> 20 bn (USD)", "> 20 Md (USD)"),
    ("1500000", None, "EUR", False, "at_least", "≥ 1.5 M EUR", "≥ 1,5 M EUR"),
    ("10000000", "20000000", "EUR", False, "range", "10–20 M EUR", "10–20 M EUR"),
    ("500000", "1200000", "EUR", False, "range", "500,000 – 1.2 M EUR", "500 000 – 1,2 M EUR"),
    ("12.50", "12.50", "EUR", False, "approximate", "≈ 12.5 EUR", "≈ 12,5 EUR"),
    ("100000000000", None, "USD", False, "magnitude", "~ 100 bn USD", "~ 100 Md USD"),
    ("1234567", "1234567", None, False, "exact", "1.234567 M", "1,234567 M"),
    ("200", "200", "EUR", False, "exact", "200 EUR", "200 EUR"),
    ("0", "0", "EUR", False, "exact", "0 EUR", "0 EUR"),
    (None, None, "EUR", False, "magnitude", "~ ? EUR", "~ ? EUR"),
]


@pytest.mark.parametrize(("minimum", "maximum", "currency", "inferred", "relation", "en", "fr"), AMOUNTS)
def test_an_amount_is_short_and_keeps_its_bound(minimum, maximum, currency, inferred, relation, en, fr):
    amount = Amount(
        text="",
        start=0,
        end=0,
        minimum=minimum,
        maximum=maximum,
        currency=currency,
        currency_inferred=inferred,
        relation=Relation(relation),
    )
    shown = [
        labels.amount(amount, language).replace("\u00a0", " ").replace("\u202f", " ")
        for language in ("en", "fr")
    ]
    assert shown == [en, fr]


def test_a_source_without_a_name_is_quoted(claim):
    anonymous = replace(claim.sources[0], text="les sources", name=None, kind=SourceKind.ANONYMOUS)
    institution = replace(anonymous, text="le parquet", kind=SourceKind.INSTITUTION)
    assert labels.sources(replace(claim, sources=(*claim.sources, anonymous, institution))) == [
        "Le Canard",
        "«\u00a0les sources\u00a0»",
        "le parquet",
    ]


def test_the_predicate_is_set_apart_in_the_text(claim):
    assert list(labels.parts(claim)) == [
        ("Acmé & fils ", ""),
        ("pourrait investir", "predicate"),
        (" jusqu’à 60 milliards de dollars d'ici 2027", ""),
    ]
    assert list(labels.parts(replace(claim, predicate=replace(claim.predicate, start=0)))) == [
        (labels.one_line(claim.text), "")
    ]


@pytest.mark.parametrize("width", [60, 80, 109, 110, 160, 200])
def test_a_table_shows_everything_and_fits(claim, width):
    negative = replace(claim, polarity=Polarity.NEGATIVE)
    table = drawn([claim, negative], width)
    assert max(map(len, table.splitlines())) <= width
    flat = " ".join(table.split())
    assert "a.txt · 2 claims" in flat
    for piece in ("c0", "◑ possible ✗", "Canard", "Acmé", "≤ 60 bn USD", "2027", "milliards"):
        assert piece in flat
    assert "≤ 60 Md USD" in " ".join(drawn([claim], width, "fr").split())


@pytest.mark.parametrize(
    ("left_out", "language", "title"),
    [
        ({}, "en", "a.txt · 0 claims"),
        ({"not_anchored": 3}, "en", "a.txt · 0 claims, --all would show 3"),
        ({"not_anchored": 3}, "fr", "a.txt · 0 affirmations, --all en montrerait 3"),
        ({"filtered_out": 5, "not_anchored": 3}, "en", "a.txt · 0 of 5 claims"),
    ],
)
def test_a_text_without_claims_has_a_title_that_says_how_to_see_more(left_out, language, title):
    assert drawn([], 80, language, **left_out).strip() == title


def test_filters_are_counted(claim):
    assert "a.txt · 1 of 3 claims" in drawn([claim], 80, filtered_out=2)
    assert "a.txt · 1 claim\n" in drawn([claim], 80, not_anchored=2).replace(" \n", "\n")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize(
    ("relations", "language", "shown"),
    [
        ([("c7", "denied_by")], "en", "↯ denied by c7"),
        ([("c7", "denied_by"), ("c9", "denied_by")], "fr", "↯ démentie par c7, c9"),
        (
            [("c2", "confirmed_by"), ("c7", "unconfirmed_by")],
            "en",
            "✓ confirmed by c2 ? left unconfirmed by c7",
        ),
    ],
)
def test_the_answer_to_a_rumour_is_shown(claim, width, relations, language, shown):
    related = tuple(Related(number, Response(relation)) for number, relation in relations)
    table = drawn(
        [replace(claim, related=related, organizations=(), sources=(), dates=(), amounts=())], width, language
    )
    assert shown in " ".join(table.split())


def test_each_level_has_a_sign_of_its_own(claim):
    rows = [replace(claim, confidence=replace(claim.confidence, level=level)) for level in Level]
    table = drawn(rows, 120)
    for level in Level:
        assert f"{labels.LEVEL_SIGNS[level]} {level}" in table
    assert len(set(labels.LEVEL_SIGNS.values())) == len(Level)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2027", "2027"), ("XXXX-WXX-2", "d'ici 2027"), (None, "d'ici 2027"), ("2026-Q2", "2026-Q2")],
)
def test_a_date_is_shown_by_its_value_where_it_has_one(claim, value, shown):
    date = replace(claim.dates[0], value=value, interval=Interval(None, None))
    assert labels.dates(replace(claim, dates=(date, date))) == [shown]


def test_markup_and_control_characters_are_shown_as_text(claim):
    table = drawn(
        [replace(claim, text="[red]Acmé[/red]\x1b[2J", predicate=replace(claim.predicate, end=0))], 120
    )
    assert "[red]Acmé[/red]\ufffd[2J" in table


def test_no_break_spaces_are_not_broken(claim):
    spaced = replace(
        claim,
        text="Le groupe dit «\u00a0Bonjour à tous\u00a0» " * 4,
        predicate=replace(claim.predicate, end=0),
    )
    for width in range(40, 120, 7):
        console = Console(file=io.StringIO(), width=width, color_system=None)
        console.print(claims_table(Document("a", None, [spaced]), width))
        lines = with_no_break_spaces(console.file.getvalue()).splitlines()
        assert not [line for line in lines if "«" in line and "«\u00a0Bonjour" not in line]


def test_the_figures_do_not_depend_on_the_decimal_context():
    amount = Amount(text="", start=0, end=0, minimum="1234567", maximum="1234567", currency="EUR")
    with localcontext(Context(prec=3)):
        assert labels.amount(amount).startswith("1.234567")


def test_an_explanation_holds_no_escape_sequence(claim):
    source = replace(claim.sources[0], name="\x1b[31mLe Canard")
    predicate = replace(claim.predicate, lemma="\x1b]0;x\x07investir")
    assert "\x1b" not in explained(replace(claim, sources=(source,), predicate=predicate))
