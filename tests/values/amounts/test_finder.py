"""Amounts: value → phrasings, then what is no amount, then properties that hold on any text."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.values.amounts.finder import find_amounts
from tests.cases import cases, sentences


def found(text):
    """The only amount of a text."""
    amounts = find_amounts(text)
    assert len(amounts) == 1, amounts
    return amounts[0]


@pytest.mark.parametrize(("value", "written"), cases("amounts"))
def test_amounts(value, written):
    for text in (written, f"Il faut {written}."):
        amount = found(text)
        assert (amount.relation, amount.minimum, amount.maximum, amount.currency) == value
        assert amount.text == written
        assert not amount.currency_inferred


@pytest.mark.parametrize("text", [text for _, text in cases("no_amounts")])
def test_no_amount(text):
    assert find_amounts(text) == ()
    assert find_amounts(f"Hier, {text}") == ()


def shown(amount):
    """An amount as ``press_amounts.txt`` writes it."""
    bounds = f"{amount.minimum or '-'} {amount.maximum or '-'}"
    currency = f"{amount.currency or '-'}{'?' if amount.currency_inferred else ''}"
    return f"{amount.relation} {bounds} {currency}: {amount.text}"


@pytest.mark.parametrize(
    ("sentence", "amounts"), [*sentences("press_amounts"), *sentences("amounts_sentences")]
)
def test_sentences_of_the_press(sentence, amounts):
    assert [shown(amount) for amount in find_amounts(sentence)] == amounts


@pytest.mark.parametrize(("value", "text"), cases("currency_contexts"))
def test_a_bare_currency_is_what_the_document_says(value, text):
    assert find_amounts(text)[-1].currency == value[0]


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "€", "$"])
def test_nothing_to_read(text):
    assert find_amounts(text) == ()


@pytest.mark.parametrize("before", ["à hauteur de", "en plus de", "atteint"])
def test_words_that_do_not_bound(before):
    amount = found(f"{before} 300 millions d'euros")
    assert (amount.relation, amount.text) == ("exact", "300 millions d'euros")


def values(text):
    """All amounts of a text, briefly."""
    return [(amount.text, amount.minimum, amount.maximum, amount.currency) for amount in find_amounts(text)]


def test_units_are_shared_along_a_list():
    text = "des investissements de 2 milliards et 1,4 milliard de livres sterling"
    assert values(text) == [
        ("2 milliards", "2000000000", "2000000000", "GBP"),
        ("1,4 milliard de livres sterling", "1400000000", "1400000000", "GBP"),
    ]


def test_a_change_is_two_amounts():
    assert values("La dette est passée de 10 à 20 millions d'euros.") == [
        ("10", "10000000", "10000000", "EUR"),
        ("20 millions d'euros", "20000000", "20000000", "EUR"),
    ]
    assert values("une dette passée de 40 à 25 millions d'euros")[0] == ("40", "40000000", "40000000", "EUR")


def test_a_count_after_an_amount_is_left_out():
    assert values("80 euros 2 menus") == [("80 euros", "80", "80", "EUR")]


def test_a_number_without_unit_is_money_where_the_sentence_speaks_of_money():
    amount = found("Le groupe envisagerait un investissement inférieur à 10 milliards.")
    assert (amount.text, amount.maximum, amount.currency_inferred) == (
        "inférieur à 10 milliards",
        "10000000000",
        True,
    )
    assert find_amounts("L'émission a réuni une audience de 10 millions.") == ()


def test_its_currency_is_that_of_the_nearest_amount():
    text = "Le contrat vaut 3 millions de dollars (2,8 millions d'euros). Un autre, payé 5 millions, suit."
    assert [amount.currency for amount in find_amounts(text)] == ["USD", "EUR", "USD"]
    assert find_amounts(text)[2].currency_inferred


def test_its_currency_is_left_open_on_demand():
    assert found("une amende de 3 millions").currency == "EUR"
    assert found("En Suisse, à Genève, une amende de 3 millions").currency == "CHF"
    assert found("une dette de plusieurs milliards").currency is None
    amount = find_amounts("une amende de 3 millions", currency=None)[0]
    assert (amount.currency, amount.currency_inferred) == (None, False)


@pytest.mark.parametrize(
    ("text", "currency", "expected"),
    [
        ("Il paie 10 francs.", "CHF", ["CHF"]),
        ("Il paie 10 francs.", "EUR", ["FRF"]),
        ("Il paie 10 francs.", None, ["FRF"]),
        ("Il paie 50 centimes.", "CHF", ["CHF"]),
        ("Le loyer est de 800 dollars.", "CAD", ["CAD"]),
        # What the text says goes first.
        ("Il paie 10 francs belges.", "CHF", ["BEF"]),
        ("À Genève, en Suisse, il paie 10 francs.", "XOF", ["CHF"]),
        ("À New York, le loyer est de 800 dollars.", "CAD", ["USD"]),
        ("Il paie 10 dollars américains, puis 5 dollars.", "CAD", ["USD", "USD"]),
        ("Il paie 655 957 francs CFA (1 000 francs).", "XOF", ["XOF", "FRF"]),
        ("Il paie 10 euros.", "CHF", ["EUR"]),
    ],
)
def test_a_noun_of_several_currencies_means_the_one_that_is_given(text, currency, expected):
    assert [amount.currency for amount in find_amounts(text, currency=currency)] == expected


# fmt: off
FRAGMENTS = st.sampled_from([
    "10", "1 234,5", "2,8", "un", "deux", "mille", "cents", "demi", "millions", "milliard", "Md", "M€",
    "k€", "€", "$", "USD", "euros", "d'euros", "de", "d’", "dollars", "canadiens", "livres", "francs",
    "CFA", "entre", "et", "à", "-", "jusqu’à", "plus de", "environ", "dépasse", "n'excède pas",
    "au maximum", "des centaines de", "une dizaine de", ".", ",", "(", ")", "\n", "\n\n", "%",
    "investissement", "habitants", "2016", "centimes", "\u00a0", "\u202f", "İ", "ß", "🙂", "1'234.50",
    "1,111", "le", "ou",
])
# fmt: on


def check(text):
    """What holds on any text."""
    amounts = find_amounts(text)
    assert amounts == find_amounts(text)
    last = 0
    for amount in amounts:
        assert text[amount.start : amount.end] == amount.text
        assert last <= amount.start < amount.end
        last = amount.end
        for bound in (amount.minimum, amount.maximum):
            assert bound is None or bound.removeprefix("-").replace(".", "", 1).isdigit()
        if amount.minimum is not None and amount.maximum is not None:
            assert float(amount.minimum) <= float(amount.maximum)
        assert amount.minimum is not None or amount.maximum is not None


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text(text):
    check(text)


@given(st.lists(FRAGMENTS, max_size=25), st.sampled_from([" ", "", "\u00a0"]))
@settings(max_examples=500)
def test_any_french_looking_text(pieces, glue):
    check(glue.join(pieces))


AROUND = [("", ""), ("Hier, ", "."), ("« ", " »"), ("(", ")"), ("Le groupe annonce ", ", dit-il.")]
AROUND += [
    ("— ", " !"),
    ("Titre\n\n", "\n\nSuite."),
    ("Selon la mairie : ", "…"),
    ("C’est\u00a0", " ; voilà."),
]
PROSE = st.lists(
    st.sampled_from(["le maire", "a dit", "hier", "la ville", "paiera", "il pleut.", "Bref,", "« oui » !"])
)


@given(st.sampled_from(cases("amounts")), st.sampled_from(AROUND), PROSE, PROSE)
@settings(max_examples=500)
def test_found_again_when_the_text_around_changes(case, around, before, after):
    value, written = case
    opening = " ".join(before) + "\n\n" + around[0]
    text = f"{opening}{written}{around[1]}\n\n{' '.join(after)}"
    [amount] = [amount for amount in find_amounts(text) if amount.start == len(opening)]
    assert amount.text == written
    assert (amount.relation, amount.minimum, amount.maximum, amount.currency) == value


def steps(text):
    """How many functions run for a text."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        find_amounts(text)
    finally:
        sys.setprofile(None)
    return count


# fmt: off
PIECES = [
    "1 ", "1", "de ", "d'", "€", "€ ", "1€", " ", "\u00a0", "\n", "(", "((1", "-1", "1-", "1,", "1.", "1'000", "un ",
    "cent ", "mille ", "3 livres ", "un million, ", "plus de ", "ne dépasse pas ", "à 1 million, ", "million ",
    "des centaines de ", "1 à ", "entre 1 et ", "dollars ", "francs 1 ", "Québec 3 $ ", "1 et 2, ", "à hauteur de 1 ",
]
# fmt: on


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3))
@settings(max_examples=20)
def test_work_grows_with_length_only(pieces):
    piece = "".join(pieces)
    find_amounts(piece + " 1 €")
    short, long = (steps(piece * size + " 1 €") for size in (100, 400))
    assert long < 4.6 * short + 200


def test_livres_alone_are_money_but_not_among_words_that_say_nothing():
    assert found("neuf livres").currency == "GBP"
    assert find_amounts("Il a rendu neuf livres.") == ()
    assert found("Il a payé neuf livres.").currency == "GBP"
    assert found("Le ticket coûte 3 F.").currency == "FRF"
    assert found("À Londres, le ticket est à neuf livres.").currency == "GBP"
