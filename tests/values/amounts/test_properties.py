"""What holds of the value of an amount, whatever is written around it: factors, bounds, order."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.values.amounts.finder import find_amounts

SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u205f", "  ", "\u00a0\u00a0"])
INVISIBLE = st.sampled_from(["", "\u200b", "\u00ad", "\u2060", "\ufeff", "\u200e"])
BEFORE = st.sampled_from(
    ["", "Il a payé ", "Coût : ", "(", "« ", "Hier, la mairie a voté ", "Voilà tout. Reste "]
)
AFTER = st.sampled_from(["", ".", " en mai.", ")", " »", ", dit-elle. Rien de plus.", " (hors taxes)"])
UNITS = st.sampled_from(
    ["€", "euros", "dollars américains", "francs suisses", "M€", "millions d'euros", "k$"]
)
FACTORS = {"M€": 10**6, "millions d'euros": 10**6, "k$": 1000}


def grouped(value, space):
    """A whole number with a space between its groups of three digits."""
    return f"{value:,}".replace(",", space)


@given(st.integers(1, 10**9), SPACES, SPACES, INVISIBLE, UNITS, BEFORE, AFTER)
@settings(max_examples=400)
def test_a_value_stays_whatever_spaces_and_words_are_around(value, space, gap, hidden, unit, before, after):
    written = grouped(value, space)
    middle = len(written) // 2
    text = f"{before}{written[:middle]}{hidden}{written[middle:]}{gap}{unit}{after}"
    [amount] = find_amounts(text)
    assert Decimal(amount.minimum) == Decimal(amount.maximum) == value * FACTORS.get(unit, 1), text


@given(
    st.integers(0, 999), st.integers(0, 999), st.sampled_from(["€", "euros", "dollars", "$"]), BEFORE, AFTER
)
def test_a_comma_and_three_digits_are_decimals_before_a_currency(whole, rest, unit, before, after):
    [amount] = find_amounts(f"{before}{whole},{rest:03d} {unit}{after}")
    assert Decimal(amount.minimum) == Decimal(f"{whole}.{rest:03d}")


@given(st.integers(1, 999), st.integers(0, 999), st.integers(0, 999))
def test_commas_group_thousands_where_the_text_does_so(low, middle, last):
    amounts = find_amounts(
        f"Le loyer est de {low},{middle:03d} $ et la maison vaut {low},{middle:03d},{last:03d} $."
    )
    assert [int(amount.minimum) for amount in amounts] == [
        low * 1000 + middle,
        (low * 1000 + middle) * 1000 + last,
    ]


COMPLEMENT = {"more_than": "at_most", "less_than": "at_least"}
COMPARED = [("plus de", "more_than"), ("moins de", "less_than")]
COMPARED += [
    ("plus d'une dizaine de millions d'euros", "more_than"),
    ("moins d'un millier d'euros", "less_than"),
]
VERBS = ["gagne", "dépense", "touche", "verse", "facture", "rapporte", "coûte"]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(("words", "relation"), COMPARED)
@pytest.mark.parametrize("particle", ["pas", "jamais", "guère"])
def test_a_negated_bound_is_its_complement(verb, words, relation, particle):
    sum_ = "" if "euros" in words else " 300 euros"
    [plain] = find_amounts(f"Elle {verb} {words}{sum_} par an.")
    [negated] = find_amounts(f"Elle ne {verb} {particle} {words}{sum_} par an.")
    assert (plain.relation, negated.relation) == (relation, COMPLEMENT[relation])
    assert {plain.minimum, plain.maximum} == {negated.minimum, negated.maximum}


@pytest.mark.parametrize(
    "sentence",
    [
        "Elle ne dit pas qu'elle gagne plus de 300 euros.",
        "Elle ne cache pas gagner plus de 300 euros.",
        "Elle n'a pas confirmé un budget de plus de 300 euros.",
        "Elle ne travaille pas, mais gagne plus de 300 euros.",
        "Elle n'est pas venue pour plus de 300 euros.",
        "Le maire, qui ne vote pas, gagne plus de 300 euros.",
        "Elle n'a pas visité la maison à plus de 300 euros.",
    ],
)
def test_the_negation_of_another_verb_turns_nothing(sentence):
    [amount] = find_amounts(sentence)
    assert amount.relation == "more_than"


RANGES = [
    "entre {} et {} euros",
    "de {} à {} euros",
    "{} à {} euros",
    "{}-{} euros",
    "{} ou {} euros",
    "{}/{} €",
]


@given(
    st.integers(0, 5000), st.integers(0, 5000), st.sampled_from(RANGES), st.sampled_from(["", "millions d'"])
)
@settings(max_examples=300)
def test_the_low_end_of_a_range_is_never_above_the_high_one(first, second, shape, scale):
    text = shape.replace("euros", f"{scale}euros").format(first, second)
    for amount in find_amounts(text):
        if amount.minimum is not None and amount.maximum is not None:
            assert Decimal(amount.minimum) <= Decimal(amount.maximum), text


@given(st.integers(1, 999))
def test_a_minus_keeps_its_sign_only_where_it_is_glued(value):
    for text, sign in (
        (f"Solde : -{value} M€", -1),
        (f"(-{value} M€)", -1),
        (f"- {value} M€", 1),
        (f"une perte de {value} M€", 1),
    ):
        [amount] = find_amounts(text)
        assert Decimal(amount.minimum) == sign * value * 10**6, text
