"""The table of French word forms: classes and lemmas."""

import pytest

from claimx.lexicons.word_forms import word_forms


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("coûterait", "Vc"),
        ("coûtera", "Vf"),
        ("coûter", "Vi"),
        ("coûtant", "Vg"),
        ("coûtait", "Vm"),
        ("etaient", "Vm"),
        ("xyzzy", "-"),
        ("", "-"),
    ],
)
def test_the_first_class_of_a_form(form, kind):
    assert word_forms().word_class(form).partition("|")[0] == kind


def test_a_regular_plural_has_the_classes_of_its_singular():
    assert word_forms().word_class("crochetage") == "N"
    assert word_forms().word_class("crochetages") == "Ns"


@pytest.mark.parametrize(
    ("form", "category", "lemma"),
    [
        ("coûterait", "verb", "coûter"),
        ("usines", "noun", "usine"),
        ("légales", "adj", "légal"),
        ("élus", "verb", "élire"),
        ("elus", "verb", "élire"),
        ("usines", "verb", "usiner"),
        ("usine", "adj", None),
        ("xyzzy", "noun", None),
    ],
)
def test_the_lemma_of_a_form_in_a_category(form, category, lemma):
    assert word_forms().lemma(form, category) == lemma
