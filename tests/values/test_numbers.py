"""Numbers: value → the ways to write it."""

from decimal import Context, Decimal, localcontext

import pytest

from claimx.values.numbers import number_at, plain, read_digits, times
from claimx.values.scanner import scan

DIGITS = {
    "7": ["7"],
    "1234": ["1234", "1 234", "1\u00a0234", "1\u202f234", "1.234", "1'234", "1’234", "1,234"],
    "1234567.89": [
        "1234567,89",
        "1 234 567,89",
        "1.234.567,89",
        "1'234'567.89",
        "1,234,567.89",
        "1\u202f234\u202f567,89",
    ],
    "12.5": ["12,5", "12.5", "12,50"],
    "0.75": ["0,75", "0.75", "0,750"],
    "10000": ["10000", "10 000", "10.000", "10'000"],
    "3.1416": ["3,1416"],
}

WORDS = {
    0: ["zéro"],
    1: ["un", "une", "Un"],
    16: ["seize"],
    17: ["dix-sept"],
    21: ["vingt et un", "vingt-et-un", "vingt-et-une"],
    45: ["quarante-cinq", "quarante cinq"],
    70: ["soixante-dix", "septante"],
    71: ["soixante et onze", "soixante-et-onze", "septante et un"],
    80: ["quatre-vingts", "quatre-vingt", "huitante", "octante"],
    81: ["quatre-vingt-un"],
    90: ["quatre-vingt-dix", "nonante"],
    97: ["quatre-vingt-dix-sept", "nonante-sept", "Quatre-Vingt-Dix-Sept"],
    100: ["cent"],
    101: ["cent un"],
    200: ["deux cents"],
    260: ["deux cent soixante"],
    1000: ["mille"],
    1900: ["mille neuf cents", "dix-neuf cents"],
    1984: ["mille neuf cent quatre-vingt-quatre"],
    10000: ["dix mille"],
    100000: ["cent mille"],
    250300: ["deux cent cinquante mille trois cents"],
}


@pytest.mark.parametrize(
    ("value", "written"), [(value, run) for value, runs in DIGITS.items() for run in runs]
)
def test_digits_are_read_in_every_format(value, written):
    [token] = scan(written)
    assert read_digits(token.norm) == Decimal(value)


@pytest.mark.parametrize(
    ("value", "written"), [(v, w) for v, forms in WORDS.items() for w in forms if v != 1900 or " neuf" in w]
)
def test_words_are_read_whole(value, written):
    tokens = scan(written)
    number = number_at(tokens, 0)
    assert number is not None
    assert (number.value, number.end) == (value, len(tokens))


def test_a_comma_before_three_digits_is_decimal_where_a_multiplier_follows():
    assert read_digits("8,833", True) == Decimal("8.833")


def test_two_numbers_in_a_row_are_not_added():
    assert number_at(scan("deux trois"), 0).end == 1
    assert number_at(scan("vingt trente"), 0).end == 1


def test_a_run_longer_than_any_sum_is_no_number():
    assert read_digits("9" * 500) is None


@pytest.mark.parametrize(
    ("value", "text"), [("10.50", "10.5"), ("1E+10", "10000000000"), ("0.00", "0"), ("100", "100")]
)
def test_plain_has_no_exponent_and_no_trailing_zero(value, text):
    assert plain(Decimal(value)) == text


def test_products_are_exact_in_any_decimal_context():
    with localcontext(Context(prec=3)):
        assert times(Decimal("1234567.89"), Decimal(1_000_000)) == Decimal("1234567890000")
