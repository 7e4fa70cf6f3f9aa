"""Names as strings: what two spellings share, what an acronym abbreviates."""

import pytest

from claimx.organizations import spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Renault", "RENAULT"),
        ("Renault", "Renault SA"),
        ("Renault", "Groupe Renault"),
        ("L’Oréal", "L'Oreal"),
        ("Siemens-Gamesa", "Siemens Gamesa"),
        ("Apple Inc.", "Apple"),
        ("Oddo & Cie", "Oddo et Cie"),
        ("la Société générale", "Société Générale"),
        ("Peugeot\u00a0SA", "Peugeot"),
        ("Krupp GmbH & Co. KGaA", "Krupp"),
    ],
)
def test_two_spellings_have_one_key(one, other):
    assert spelling.name_key(one) == spelling.name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Crédit agricole", "Crédit mutuel"),
        ("France 2", "France 3"),
        ("SE", "SA"),
        ("Groupe", "Holding"),
        ("Banque de France", "France"),
    ],
)
def test_two_names_have_two_keys(one, other):
    assert spelling.name_key(one) != spelling.name_key(other)
    assert spelling.name_key(one)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("AMF", "Autorité des marchés financiers"),
        ("Cnil", "Commission nationale de l'informatique et des libertés"),
        ("Insee", "Institut national de la statistique et des études économiques"),
        ("CFDT", "Confédération française démocratique du travail"),
        ("HATVP", "Haute Autorité pour la transparence de la vie publique"),
        ("ONLCDT", "Office national de lutte contre la drogue et la toxicomanie"),
        ("RECO", "Real Estate Council of Ontario"),
        ("U.E.", "Union européenne"),
    ],
)
def test_abbreviates(acronym, name):
    assert spelling.abbreviates(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("AMF", "Banque de France"),
        ("FMI", "France Médias Monde"),
        ("A", "Autorité"),
        ("", ""),
        ("PIB", "Autorité des marchés"),
        ("CGT", "CGT"),
        ("UE", "Union africaine"),
    ],
)
def test_does_not_abbreviate(acronym, name):
    assert not spelling.abbreviates(acronym, name)


@pytest.mark.parametrize("text", ["AMF", "S&P", "CFE-CGC", "U.S.A.", "TF1", "BNP"])
def test_acronym(text):
    assert spelling.is_acronym(text)


@pytest.mark.parametrize("text", ["Amf", "A", "", "BNP Paribas", "2025", "BioNTech", "GRANDESENTREPRISES"])
def test_no_acronym(text):
    assert not spelling.is_acronym(text)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("la Cour pénale\ninternationale", "Cour pénale internationale"),
        ("L’Oréal SA", "L’Oréal"),
        ("Apple Inc.", "Apple"),
        ("les", "les"),
    ],
)
def test_display(name, shown):
    assert spelling.display_name(name) == shown


def test_short_forms_are_first_words():
    assert spelling.is_short_form("LVMH", "LVMH Moët Hennessy Louis Vuitton")
    assert spelling.is_short_form("la Cour", "Cour suprême du Québec")
    assert not spelling.is_short_form("Agricole", "Crédit agricole")
    assert not spelling.is_short_form("Renault", "Groupe Renault SA")


@pytest.mark.parametrize("text", ["İstanbul Œuvre ﬁn", "É’\u202f—", "日本 Ⅷ", "e\u0301", ""])
def test_folding_keeps_every_offset(text):
    assert len(spelling.fold(text)) == len(text)


def test_a_name_of_any_length_is_compared_at_once():
    # Every way to spell the letters in these words would be some 10^30.
    assert spelling.abbreviates("A" * 10, " ".join(["aa"] * 3000))
    assert not spelling.abbreviates("A" * 9 + "B", " ".join(["aa"] * 3000))


def test_words_may_be_folded_one_by_one():
    """What a search for names relies on: letters stay letters, but for the apostrophe U+02BC."""
    for character in map(chr, range(0x3000)):
        text = f"a{character}b".replace("ʼ", "'")
        folded = tuple(map(spelling.fold_word, spelling.name_words(text)))
        assert spelling.name_words(spelling.fold(text)) == folded, hex(ord(character))
