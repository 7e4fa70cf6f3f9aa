"""Amounts: value → phrasings, then what is no amount, then properties that hold on any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.parsing.money import find_amounts
from tests.cases import cases


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
    assert values("une dette passée de 31 à 26 millions d'euros")[0] == ("31", "31000000", "31000000", "EUR")


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
    ("code", "text"),
    [
        ("CHF", "À Genève, la facture s'élève à 300 francs."),
        ("XOF", "À Abidjan, le ticket coûte 300 francs."),
        ("XAF", "À Douala, au Cameroun, le ticket coûte 300 francs CFA."),
        ("CAD", "Au Québec, la ville de Montréal paiera 300 dollars."),
        ("USD", "À Taïwan, TSMC investira 300 dollars."),
        ("NOK", "La Norvège débloque 300 millions de couronnes."),
        ("ARS", "En Argentine, le kilo coûte 300 pesos."),
        ("EGP", "Au Caire, le salaire est de 300 livres."),
        ("AED", "Aux Émirats arabes unis, l'amende est de 300 dirhams."),
        ("CHF", "Il a 3 francs suisses, puis dépense 300 francs."),
    ],
)
def test_a_bare_noun_is_the_currency_of_the_place(code, text):
    assert find_amounts(text)[-1].currency == code


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
            assert bound is None or bound.replace(".", "", 1).isdigit()
        if amount.minimum is not None and amount.maximum is not None:
            assert float(amount.minimum) <= float(amount.maximum)
        assert amount.minimum is not None or amount.maximum is not None


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text(text):
    check(text)


@given(st.lists(FRAGMENTS, max_size=25), st.sampled_from([" ", "", "\u00a0"]))
@settings(max_examples=500, deadline=None)
def test_any_french_looking_text(pieces, glue):
    check(glue.join(pieces))


@given(
    st.sampled_from([text for _, text in cases("amounts")]),
    st.sampled_from(["Hier, ", "« ", "(", ""]),
)
@settings(max_examples=100, deadline=None)
def test_found_again_when_the_text_around_changes(written, before):
    after = " »" if before == "« " else "." if before != "(" else ")"
    assert any(amount.text == written for amount in find_amounts(before + written + after))


@pytest.mark.parametrize(
    "piece", ["1 ", "1", "de ", "€", "1€", "3 livres ", "un million, ", "((((", "plus de ", "à 1 million, "]
)
def test_time_grows_with_length_only(piece):
    def seconds(size):
        text = piece * (size // len(piece)) + " 1 €"
        start = time.process_time()
        find_amounts(text)
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(20_000), seconds(100_000)
    assert long < 12 * short + 0.2


def test_livres_alone_are_money_but_not_among_words_that_say_nothing():
    assert found("neuf livres").currency == "GBP"
    assert find_amounts("Il a rendu neuf livres.") == ()
    assert found("Il a payé neuf livres.").currency == "GBP"
    assert found("Le ticket coûte 3 F.").currency == "FRF"
    assert found("À Londres, le ticket est à neuf livres.").currency == "GBP"
