"""Organisations in the tagged texts of ``tests/cases/organizations_*.txt``."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx import annotations
from tests.cases import tagged

FILES = ["names", "ambiguous", "acronyms", "one_name", "anaphors"]


def marked(case):
    """The case as a parameter, with its marks."""
    marks = [pytest.mark.model] if case.needs == "model" else []
    marks += [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []
    return pytest.param(case, marks=marks, id=case.text[:60])


ALONE = [marked(case) for name in FILES for case in tagged(f"organizations_{name}") if case.needs is None]
PARSED = [marked(case) for name in FILES for case in tagged(f"organizations_{name}") if case.needs == "model"]
ROLES = [marked(case) for case in tagged("organizations_roles")]


def found(doc):
    """(mention, name, via) of every mark, in order."""
    return sorted(
        (values["start"], doc.text[values["start"] : values["end"]], values["name"], values["via"])
        for _, values in annotations.read(doc, annotations.ORGANIZATIONS)
    )


def expected(case):
    return sorted(
        (tag.start, case.text[tag.start : tag.end], name, tag.via) for tag in case.tags for name in tag.names
    )


def test_there_are_enough_of_them():
    assert len(ALONE) + len(PARSED) + len(ROLES) >= 300


@pytest.mark.parametrize("case", ALONE)
def test_by_list_and_patterns_alone(french, component, case):
    assert found(component(french(case.text))) == expected(case)


@pytest.mark.model
@pytest.mark.parametrize("case", PARSED)
def test_with_the_model(nlp, case):
    assert found(nlp(case.text)) == expected(case)


@pytest.mark.model
@pytest.mark.parametrize("case", ROLES)
def test_roles_in_claims(nlp, case):
    claims = nlp(case.text)._.claims
    seen = {
        (organization.text, organization.name, organization.role, organization.semantic_role)
        for claim in claims
        for organization in claim.organizations
    }
    wanted = set()
    for tag in case.tags:
        role, semantic_role = (*tag.notes, None)[:2]
        if role != "absent":
            wanted.add((case.text[tag.start : tag.end], tag.names[0], role, semantic_role))
    assert seen == wanted


PIECES = st.sampled_from(
    [case.text + " " for name in FILES for case in tagged(f"organizations_{name}") if case.needs is None]
    + ["(", ")", "« ", "\n\n", "SA ", "chez ", "l'", "& ", "Les deux groupes ", "qui ", "\u00a0", "👩‍👧 "]
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=12).map("".join))
def test_in_any_text_a_name_has_one_identifier_and_a_mention_its_words(french, component, text):
    doc = component(french(text))
    identifiers = {}
    for _, values in annotations.read(doc, annotations.ORGANIZATIONS):
        mention = doc.text[values["start"] : values["end"]]
        assert mention == mention.strip() != ""
        assert identifiers.setdefault(values["name"], values["id"]) == values["id"]
