"""What a word is known to name."""

import pytest

from claimx.french.embedding import word_features
from claimx.lexicons.name_words import name_class


@pytest.mark.parametrize(
    ("form", "classes"),
    [("kinshasa", "L"), ("aminata", "F"), ("cnrs", "O"), ("goldman", "o"), ("table", "-"), ("", "-")],
)
def test_classes(form, classes):
    assert name_class(form) == classes


def test_the_class_is_a_feature_of_the_word():
    assert word_features("Kinshasa", ["name"]) == ["name=L"]
