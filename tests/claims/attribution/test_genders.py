"""Genders of people by their first names: a list, else the ending."""

import pytest

from claimx.claims.attribution.genders import agree, gender_of_first_name

CASES = [
    # listed
    ("Agnès", "Fem"),
    ("Philippe", "Masc"),
    ("Camille", ""),
    # by the ending, the longest counts
    ("Tiphaine", "Fem"),
    ("Gwendoline", "Fem"),
    ("Ronan", "Masc"),
    ("Thibaud", ""),
    ("Al", ""),
]


@pytest.mark.parametrize(("name", "gender"), CASES)
def test_the_gender_of_a_first_name(name, gender):
    assert gender_of_first_name(name) == gender


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("Masc", "Masc", True), ("Masc", "Fem", False), ("", "Fem", True), ("", "", True)],
)
def test_what_is_unknown_agrees(first, second, expected):
    assert agree(first, second) is expected
