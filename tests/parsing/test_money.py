"""Amounts: value → phrasings, then what is no amount, then properties that hold on any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.model import Relation
from claimx.parsing.money import find_amounts

EXACT = {
    ("10", "EUR"): [
        "10 euros",
        "10 €",
        "10€",
        "€10",
        "€ 10",
        "EUR 10",
        "10 EUR",
        "dix euros",
        "Dix Euros",
        "10,00 €",
        "10 EUROS",
    ],
    ("1", "EUR"): ["un euro", "1 €"],
    ("0.5", "EUR"): ["50 centimes", "0,50 €", "cinquante centimes", "50 centimes d'euro", "50 cts"],
    ("0.75", "USD"): ["75 cents", "0,75 $", "75 ¢"],
    ("0.2", "GBP"): ["20 pence"],
    ("5.3", "EUR"): [
        "5€30",
        "5 € 30",
        "5,30 €",
        "5,30 euros",
        "5 euros et 30 centimes",
        "5 euros 30 centimes",
        "5 euros 30",
    ],
    ("1.23", "USD"): ["1 USD et 23 centimes", "1 dollar et 23 cents", "USD1,23", "1,23 $"],
    ("97", "EUR"): ["quatre-vingt-dix-sept euros", "nonante-sept euros"],
    ("1234.5", "CHF"): ["1'234.50 CHF", "CHF 1’234.50", "1 234,50 francs suisses", "1'234.50 francs suisses"],
    ("1234567.89", "EUR"): [
        "1.234.567,89 €",
        "1 234 567,89 €",
        "1\u00a0234\u00a0567,89\u00a0€",
        "1\u202f234\u202f567,89 euros",
    ],
    ("10000", "EUR"): [
        "10 000 euros",
        "10.000 euros",
        "10 000€",
        "dix mille euros",
        "10 k€",
        "10k€",
        "10K€",
        "10 mille euros",
    ],
    ("40000", "EUR"): ["40 000 euros", "40\u202f000 euros", "quarante mille euros", "40 k€", "40 KEUR"],
    ("300000", "EUR"): ["300 k€", "300k€", "trois cent mille euros", "300 000 euros", "300 milliers d'euros"],
    ("500000", "EUR"): [
        "un demi-million d'euros",
        "un demi million d’euros",
        "0,5 million d'euros",
        "500 000 €",
    ],
    ("1500000", "EUR"): [
        "un million et demi d'euros",
        "1,5 million d'euros",
        "1,5 M€",
        "1 million et demi d’euros",
        "1 500 000 euros",
    ],
    ("1200000", "EUR"): [
        "un million deux cent mille euros",
        "1 million 200 mille euros",
        "1 million 200 000 euros",
        "1,2 M€",
    ],
    ("20000000", "EUR"): [
        "20 millions d'euros",
        "20 millions d’euros",
        "20 M€",
        "20M€",
        "20 M d'euros",
        "20 millions €",
        "20 MEUR",
        "EUR 20 millions",
        "€20 millions",
        "vingt millions d'euros",
        "20 mln d'euros",
        "20 millions EUR",
        "20 Mio €",
        "20 millions\nd'euros",
    ],
    ("50000000", "USD"): [
        "50 MUSD",
        "50 M$",
        "$50 millions",
        "50 millions de dollars",
        "US$50M",
        "50 millions $",
        "$50m",
        "50 millions USD",
        "USD 50 millions",
    ],
    ("750000000", "EUR"): ["trois quarts de milliard d'euros", "750 millions d’euros"],
    ("2500000000", "EUR"): [
        "deux milliards et demi d'euros",
        "2,5 milliards d'euros",
        "2,5 Md€",
        "2,5 Mds€",
        "2,5 Mds d'euros",
        "2,5 Mrd €",
        "2.5 milliards d'euros",
        "2500 millions d'euros",
        "2 500 M€",
        "2,5 MdEUR",
    ],
    ("60000000000", "USD"): [
        "60 milliards de dollars",
        "60 milliards de dollars américains",
        "soixante milliards de dollars",
        "60 milliards de billets verts",
        "60 milliards US$",
        "$60bn",
        "60 Mds$",
        "US$ 60 milliards",
        "60\u00a0milliards\u00a0de\u00a0dollars",
        "60 milliards de bons dollars",
        "60 Mds de dollars",
    ],
    ("60000000000", "EUR"): [
        "60Md€",
        "60 Md€",
        "60 G€",
        "60 milliards d' euros",
        "60 MILLIARDS D'EUROS",
        "60 milliards d'euros constants",
    ],
    ("1000000000000", "EUR"): [
        "1 000 milliards d'euros",
        "1 T€",
        "mille milliards d'euros",
        "un billion d'euros",
    ],
    ("8833000000", "EUR"): ["8,833 milliards d'euros"],
    ("1789", "EUR"): ["1 789 €", "1789 euros", "€1,789"],
    ("1.789", "EUR"): ["1,789 euro"],
    ("20.43", "INR"): ["20 Rupees 43", "vingt roupies quarante-trois", "20,43 roupies"],
    ("20", "INR"): ["Rs. 20", "Rs 20", "20 roupies", "₹20"],
}

CURRENCIES = {
    "AUD": ["3 dollars australiens", "A$ 3", "AUD 3"],
    "BRL": ["3 reals brésiliens", "R$ 3", "3 réals"],
    "CAD": ["3 dollars canadiens", "C$3", "3 $CA", "3 $ CA", "CAD 3"],
    "CHF": ["3 francs suisses", "3 CHF", "3 fr."],
    "CNY": ["3 yuans", "3 renminbi", "3 yuan", "3 RMB"],
    "CZK": ["3 couronnes tchèques", "3 Kč"],
    "DEM": ["3 marks allemands", "3 deutschemarks"],
    "DKK": ["3 couronnes danoises"],
    "EGP": ["3 livres égyptiennes"],
    "FRF": ["3 francs", "3 francs français", "3 FF", "3 F"],
    "GBP": ["3 livres sterling", "£3", "£ 3", "3 £", "GBP 3", "3 livres"],
    "HKD": ["3 dollars de Hong Kong", "HK$3"],
    "HUF": ["3 forints"],
    "ILS": ["3 shekels"],
    "ITL": ["3 lires", "3 lires italiennes"],
    "JPY": ["3 yens", "¥3", "3 yen"],
    "KRW": ["3 wons", "3 won sud-coréens"],
    "MAD": ["3 dirhams", "3 dirhams marocains", "3 DH"],
    "MXN": ["3 pesos mexicains"],
    "NOK": ["3 couronnes norvégiennes"],
    "NZD": ["3 dollars néo-zélandais"],
    "PLN": ["3 zlotys"],
    "RON": ["3 lei", "3 lei roumains"],
    "RUB": ["3 roubles", "3 ₽"],
    "SEK": ["3 couronnes suédoises"],
    "TND": ["3 dinars tunisiens"],
    "TRY": ["3 livres turques"],
    "TWD": ["3 dollars taïwanais", "NT$3"],
    "USD": ["3 dollars", "US$ 3", "3 $US", "3 USD", "3 dollars US"],
    "XOF": ["3 francs CFA", "3 FCFA", "3 F CFA"],
    "ZAR": ["3 rands"],
}

BOUNDS = {
    ("at_most", None, "300000000"): [
        "jusqu’à 300 millions d'euros",
        "jusqu'à 300 M€",
        "au plus 300 millions d'euros",
        "au maximum 300 millions d'euros",
        "pas plus de 300 millions d'euros",
        "300 millions d'euros au maximum",
        "300 millions d'euros maximum",
        "plafonnée à 300 millions d'euros",
        "n'excède pas 300 millions d'euros",
        "ne dépasse pas 300 millions d'euros",
        "ne devrait pas dépasser 300 millions d'euros",
        "sans dépasser 300 millions d'euros",
        "ne dépassera jamais les 300 M€",
        "un maximum de 300 millions d'euros",
        "jusqu'à près de 300 millions d'euros",
        "inférieur ou égal à 300 millions d'euros",
    ],
    ("less_than", None, "300000000"): [
        "moins de 300 millions d'euros",
        "inférieur à 300 millions d'euros",
        "inférieures à 300 millions d'euros",
        "sous les 300 millions d'euros",
        "sous la barre des 300 millions d'euros",
        "en dessous de 300 millions d'euros",
        "un peu moins de 300 millions d'euros",
        "inférieur aux 300 millions d'euros",
        "en deçà de 300 millions d'euros",
    ],
    ("at_least", "300000000", None): [
        "au moins 300 millions d'euros",
        "au minimum 300 millions d'euros",
        "pas moins de 300 millions d'euros",
        "à partir de 300 millions d'euros",
        "dès 300 millions d'euros",
        "300 millions d'euros minimum",
        "300 millions d'euros au bas mot",
        "300 millions d'euros ou plus",
        "300 millions d'euros au moins",
    ],
    ("more_than", "300000000", None): [
        "plus de 300 millions d'euros",
        "supérieure à 300 millions d'euros",
        "dépasse 300 millions d'euros",
        "dépasse les 300 millions d'euros",
        "dépasserait la barre des 300 millions d'euros",
        "excède 300 millions d'euros",
        "au-delà de 300 millions d'euros",
        "au-dessus de 300 millions d'euros",
        "dépassent déjà 300 millions d'euros",
        "un peu plus de 300 millions d'euros",
        "franchit le cap des 300 millions d'euros",
        "bien plus de 300 M€",
    ],
    ("approximate", "300000000", "300000000"): [
        "environ 300 millions d'euros",
        "près de 300 millions d'euros",
        "quelque 300 millions d'euros",
        "autour de 300 millions d'euros",
        "aux alentours de 300 millions d'euros",
        "de l'ordre de 300 millions d'euros",
        "presque 300 millions d'euros",
        "à peu près 300 millions d'euros",
        "~300 M€",
        "avoisine 300 millions d'euros",
        "avoisinent les 300 millions d'euros",
        "frôle 300 millions d'euros",
        "flirte avec les 300 millions d'euros",
        "300 millions d'euros environ",
        "à peine 300 millions d'euros",
        "tout juste 300 millions d'euros",
        "voisine de 300 millions d'euros",
        "une somme d'environ 300 millions d'euros",
        "approche les 300 millions d'euros",
    ],
    ("exact", "300000000", "300000000"): [
        "à hauteur de 300 millions d'euros",
        "en plus de 300 millions d'euros",
        "atteint 300 millions d'euros",
    ],
    ("more_than", "1000000", None): ["plus d'un million d'euros", "dépasse le million d'euros"],
    ("range", "10000000", "20000000"): [
        "entre 10 et 20 millions d'euros",
        "de 10 à 20 M€",
        "10-20 M€",
        "10 à 20 millions d'euros",
        "10–20 M€",
        "entre 10 millions et 20 millions d'euros",
        "entre 10 millions d'euros et 20 millions d'euros",
        "dix à vingt millions d'euros",
        "10 ou 20 millions d'euros",
        "entre environ 10 et près de 20 millions d'euros",
        "de 10 millions à 20 millions d’euros",
        "entre plus de 10 et 20 millions d'euros",
    ],
    ("range", "500000", "1200000"): ["500 000 à 1,2 million d'euros", "entre 500 000 et 1,2 million d’euros"],
    ("range", "900000000", "1200000000"): ["de 900 millions à 1,2 milliard d'euros"],
    ("range", "12", "15"): ["entre 12 euros et 15 euros", "12 à 15 euros", "12-15 €", "€12-15"],
    ("magnitude", "100000000000", None): [
        "des centaines de milliards d'euros",
        "plusieurs centaines de milliards d’euros",
    ],
    ("magnitude", "10000000", None): [
        "une dizaine de millions d'euros",
        "des dizaines de millions d'euros",
        "dizaines de millions d’euros",
    ],
    ("magnitude", "1000000", None): [
        "des millions d'euros",
        "plusieurs millions d'euros",
        "quelques millions d'euros",
    ],
    ("magnitude", "1000", None): ["quelques milliers d'euros", "des milliers d'euros"],
    ("magnitude", "100", None): ["une centaine d'euros", "des centaines d'euros"],
}

NONE = [
    # years, ages, durations, percentages
    "en 2016", "Il a 45 ans.", "six ans", "5 % du capital", "une hausse de 10 pour cent", "12 millions d'années", "le 3 mars 2026",
    # counts
    "10 millions d'habitants", "20 millions d'utilisateurs", "5 millions de tonnes", "1,4 milliard de Chinois", "6000 emplois",
    "plus de 20 millions de téléspectateurs", "une audience de 3,1 millions", "des milliers de personnes", "8 000 bitcoins",
    "une cinquantaine de salariés", "3 milliards d'années", "2 000 mètres", "la population atteint 3 millions",
    # telephone numbers, postcodes, scores, times, articles
    "01 23 45 67 89", "75001 Paris", "Le PSG a gagné 3-0.", "14 h 30", "20h30", "l'article 49.3", "la loi n° 2016-1691",
    "COVID-19", "l'A380", "Boeing 777-8F", "le G20", "CAC 40", "COP 21", "le Top 14",
    # words that look like currencies
    "trois livres de Victor Hugo", "Il a lu 12 livres cet été.", "500 livres de viande", "deux couronnes de fleurs",
    "la zone euro", "le dollar recule", "un euro fort", "un franc succès", "un coup franc", "la livre sterling",
    "les valeurs européennes", "vingt marins", "des livres", "Mark Zuckerberg", "le Real Madrid a gagné 3 à 1",
    "à quoi serviront ces milliards ?", "des millions de gens", "", "   ", "€", "$", "million", "d'euros",
]  # fmt: skip


def found(text):
    """The only amount of a text."""
    amounts = find_amounts(text)
    assert len(amounts) == 1, amounts
    return amounts[0]


@pytest.mark.parametrize(
    ("value", "written"), [(value, text) for value, texts in EXACT.items() for text in texts]
)
def test_exact(value, written):
    for text in (written, f"Il faut {written}."):
        amount = found(text)
        assert (amount.minimum, amount.maximum, amount.currency, amount.relation) == (
            value[0],
            *value,
            "exact",
        )
        assert amount.text == written
        assert not amount.currency_inferred


@pytest.mark.parametrize(
    ("code", "written"), [(code, text) for code, texts in CURRENCIES.items() for text in texts]
)
def test_currencies(code, written):
    amount = found(written)
    assert (amount.minimum, amount.currency, amount.text) == ("3", code, written)


@pytest.mark.parametrize(
    ("expected", "written"), [(value, text) for value, texts in BOUNDS.items() for text in texts]
)
def test_bounds_and_ranges(expected, written):
    amount = found(written)
    assert (amount.relation, amount.minimum, amount.maximum, amount.currency) == (*expected, "EUR")
    if amount.relation is not Relation.EXACT:
        assert amount.text == written


@pytest.mark.parametrize("text", NONE)
def test_no_amount(text):
    assert find_amounts(text) == ()


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


FRAGMENTS = st.sampled_from(
    [
        "10", "1 234,5", "2,8", "un", "deux", "mille", "cents", "demi", "millions", "milliard", "Md", "M€", "k€", "€", "$", "USD",
        "euros", "d'euros", "de", "d’", "dollars", "canadiens", "livres", "francs", "CFA", "entre", "et", "à", "-", "jusqu’à", "plus de",
        "environ", "dépasse", "n'excède pas", "au maximum", "des centaines de", "une dizaine de", ".", ",", "(", ")", "\n", "\n\n", "%",
        "investissement", "habitants", "2016", "centimes", "\u00a0", "\u202f", "İ", "ß", "🙂", "1'234.50", "1,111", "le", "ou",
    ]
)  # fmt: skip


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
    st.sampled_from([text for texts in EXACT.values() for text in texts]),
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
