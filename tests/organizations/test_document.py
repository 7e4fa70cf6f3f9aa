"""A text as name recognition reads it: capitals, sentence starts, roles, nominal heads."""

import pytest

from tests.organizations.documents import document, parsed_document, token


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("La Nasa attend. Elle grandit.", ["La", "Elle"]),
        ("Vente\nZorbex gagne", ["Vente", "Zorbex"]),
        ("Il dit : « Non »", ["Il", "«", "Non"]),
        ("… Zorbex", ["Zorbex"]),
        ("", []),
    ],
)
def test_starts_are_where_a_capital_says_nothing(text, starts):
    found = document(text)
    assert [found.words[index] for index in sorted(found.starts)] == [word for word in starts if word != "«"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("chez easyJet", "easyJet", True),
        ("un anti-Uber", "anti-Uber", False),
        ("une voiture", "voiture", False),
        ("chez Zorbex", "Zorbex", True),
    ],
)
def test_capitals(text, word, expected):
    found = document(text)
    assert found.is_capital(token(found, word)) is expected
    assert not found.is_capital(-1)
    assert not found.is_capital(99)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("La jeune pousse et le groupe", ["jeune pousse", "groupe"]),
        ("Les jeunes pousses", ["jeunes pousses"]),
        ("Le parquet national antiterroriste", ["parquet national antiterroriste"]),
        ("La tomate", []),
    ],
)
def test_heads_are_the_longest(text, heads):
    found = document(text)
    assert [" ".join(found.words[head.first : head.after]) for head in found.heads] == heads


def test_a_word_that_is_no_noun_is_no_head():
    table = "Il il PRON 2 nsubj\ngroupe grouper VERB 0 root VerbForm=Fin\ntout tout PRON 2 obj"
    assert not parsed_document(table).heads


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("recrute", "VERB"),
        ("camion", "NOUN"),
        ("recrutant", ""),
        ("Zorbex", ""),
        ("danois", "ADJ"),
        ("investit", "VERB"),
    ],
)
def test_category_without_a_tagger_is_that_of_the_table(word, category):
    found = document(f"x {word} y")
    assert found.category(1) == category
    assert found.category(99) == ""


def test_joints_and_roles():
    found = document("Axa et Allianz, puis Zorbex & Cie")
    assert [word for i, word in enumerate(found.words) if found.is_joint(i)] == ["et", ",", "&"]
    assert found.has_role(token(found, "Cie"), "partner")
    assert not found.has_role(-1, "partner")


def test_labels_of_the_model():
    found = document("{Zorbex|ORG} et {Zorbex|ORG}, puis {Zorbex|LOC}. {Ana Velm|PER} attend.")
    assert found.is_mostly("Zorbex", "ORG")
    assert not found.is_mostly("Zorbex", "PER")
    assert found.last_names == {"velm"}
    assert found.entity_at[token(found, "Ana")].text == "Ana Velm"
