"""Acronyms that a text defines in brackets, of organisations and of other things."""

import pytest

from claimx.organizations.abbreviations import find_abbreviated, find_abbreviations, find_other_acronyms
from claimx.organizations.mention import Mention
from tests.organizations.documents import document, span


def mention(found, words):
    place = span(found, words)
    return Mention(place.start_char, place.end_char, place.start, place.end, place.text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L'Agence des ports velmois (APV) vote.", ["Agence des ports velmois"]),
        ("L'Agence des ports velmois (APV, Lyon) vote.", ["Agence des ports velmois"]),
        ("L'agence des ports velmois (APV) vote.", []),
        ("L'Agence des ports velmois (XYZ) vote.", []),
        ("L'Agence vote. Les ports velmois (APV) aussi.", []),
        ("(APV)", []),
    ],
)
def test_a_name_that_only_its_acronym_announces(text, names):
    found = document(text)
    assert [found.parse.span(head.first, head.after).text for head in find_abbreviated(found)] == names


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("la maladie rénale chronique (MRC) tue", ["MRC"]),
        ("la MRC (maladie rénale chronique) tue", ["MRC"]),
        ("la MRC (maladie rénale chronique, grave) tue", ["MRC"]),
        ("l'agence des ports velmois (APV) vote", []),
        ("la MRC (elle-même) tue", []),
        ("la MRC (maladie", []),
        ("(MRC)", []),
    ],
)
def test_acronyms_of_what_is_no_organisation(text, acronyms):
    assert list(find_other_acronyms(document(text))) == acronyms


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Médias du Velm (MDV) recrute", ["Médias du Velm", "MDV"], {"MDV": "Médias du Velm"}),
        ("MDV (Médias du Velm) recrute", ["MDV", "Médias du Velm"], {"MDV": "Médias du Velm"}),
        ("Médias du Velm (MLX) recrute", ["Médias du Velm", "MLX"], {"MLX": "Médias du Velm"}),
        ("Médias du Velm (XYZ) recrute", ["Médias du Velm", "XYZ"], {"XYZ": "Médias du Velm"}),
        ("Médias du Velm (MDV) recrute", ["MDV"], {}),
        ("AXV (MDV) recrute", ["AXV", "MDV"], {}),
        ("Velm (VELM.PA) recrute", ["Velm"], {"VELM.PA": "Velm"}),
        ("Velm (Tarb) recrute", ["Velm", "Tarb"], {}),
    ],
)
def test_abbreviations_of_known_names(text, names, expected):
    found = document(text)
    mentions = [mention(found, words) for words in names]
    seen = {acronym: full.text for acronym, full in find_abbreviations(found, mentions).items()}
    assert seen == expected
