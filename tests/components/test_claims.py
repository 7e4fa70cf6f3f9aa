"""Which clauses are claims: the predicates of a text, in order, with the bundled model."""

import pytest

CASES = [
    # one a finite clause
    ("Le groupe a perdu un procès et son rival a gagné des clients.", ["a perdu", "a gagné"]),
    ("Le groupe, qui emploie dix personnes, perd de l'argent.", ["perd", "emploie"]),
    ("Le groupe perd de l'argent alors que les ventes progressent.", ["perd", "progressent"]),
    # a chain is one claim
    ("Le groupe pourrait refuser de vendre.", ["pourrait refuser de vendre"]),
    # a reporting clause is none, what it reports is one
    ("Le ministre affirme que le chômage recule.", ["recule"]),
    ("Le chômage recule, a indiqué le ministre.", ["recule"]),
    ("Le ministre dit avoir signé.", ["avoir signé"]),
    # with a noun phrase it is one
    ("Le ministre annonce une baisse du chômage.", ["annonce"]),
    # not claims
    ("Le groupe va-t-il vendre ?", []),
    ("Vendez cette filiale.", []),
    ("Si les taux baissent, le groupe investira.", ["investira"]),
    ("Le groupe vend pour que la dette baisse.", ["vend"]),
    ("Une mauvaise nouvelle.", []),
    ("", []),
    # a cleft puts one claim forward
    ("C'est Apple qui a gagné.", ["a gagné"]),
    ("Il est probable que le groupe vend sa filiale.", ["vend"]),
    # no claims: a part of a name, a locution that looks like a verb
    ("ASML accueille des ingénieurs de Mistral AI.", ["accueille"]),
    ("Les vignes seront arrachées, faute de débouchés.", ["seront arrachées"]),
    # a participle makes the statement of a headline, not of a sentence
    ("Google condamné à 50 millions d'euros d'amende", ["condamné"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "predicates"), CASES)
def test_claims_of_a_text(nlp, text, predicates):
    assert [claim.predicate.text for claim in nlp(text)._.claims] == predicates


@pytest.mark.model
def test_a_claim_is_its_clause_without_attribution_and_conjunction(nlp):
    text = "Selon Reuters, le groupe a perdu un procès et son rival a gagné des clients."
    assert [claim.text for claim in nlp(text)._.claims] == [
        "le groupe a perdu un procès",
        "son rival a gagné des clients",
    ]


@pytest.mark.model
def test_a_claim_has_what_stands_in_its_own_clause(nlp):
    text = "Apple a payé 3 milliards de dollars en 2014, alors que Google en offrait 2 milliards."
    first, second = nlp(text)._.claims
    assert [org.name for org in first.organizations] == ["Apple"]
    assert [amount.text for amount in first.amounts] == ["3 milliards de dollars"]
    assert [org.name for org in second.organizations] == ["Google"]


@pytest.mark.model
def test_roles(nlp):
    [claim] = nlp("Nvidia a vendu OpenAI à Microsoft.")._.claims
    assert [(org.name, org.role) for org in claim.organizations] == [
        ("Nvidia", "subject"),
        ("OpenAI", "object"),
        ("Microsoft", "oblique"),
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Nvidia, Microsoft et Amazon ont signé.", ["Nvidia", "Microsoft", "Amazon"]),
        ("Selon Les Échos, Capgemini pourrait racheter Atos pour 2 milliards d'euros.", ["Capgemini"]),
    ],
)
def test_subjects(nlp, text, subjects):
    [claim] = nlp(text)._.claims
    assert [org.name for org in claim.organizations if org.role == "subject"] == subjects


@pytest.mark.model
def test_a_header_gives_the_date_and_is_no_claim_s_text(nlp):
    claims = nlp("date 2026-02-02 Nvidia rachète la start-up OpenAI\n\nLe groupe a signé lundi.")._.claims
    assert claims[0].text == "Nvidia rachète la start-up OpenAI"
    assert claims[1].dates[0].value == "2026-02-02"
