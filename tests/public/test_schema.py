"""docs/schema/claim.schema.json says what Claim.to_dict() gives."""

import json
import runpy
from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import pytest

import claimx
from claimx.model import CLAIM_FIELDS, Claim

DIRECTORY = Path(__file__).parents[2] / "docs" / "schema"
ARTICLE = """ date 2026-02-02 Acmé veut racheter Zénith pour 2 milliards d’euros

Selon Reuters, Acmé pourrait verser entre 10 et 20 millions d'euros d'ici fin 2027.
La startup n’a pas confirmé.
« Nous avons vendu l’usine mardi », a indiqué une source proche du dossier."""


@pytest.fixture(scope="module")
def schema():
    return json.loads((DIRECTORY / "claim.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def valid(schema):
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    return validator


def test_the_file_is_what_the_script_makes(schema):
    assert runpy.run_path(str(DIRECTORY / "generate.py"))["schema"]() == schema


def test_every_field_of_a_claim_is_given_in_the_order_of_the_schema(schema, claim):
    assert set(CLAIM_FIELDS) == {field.name for field in fields(Claim)}
    assert list(claim.to_dict()) == list(schema["properties"]) == schema["required"]


def test_a_claim_with_everything_is_valid(valid, claim):
    valid.validate(json.loads(json.dumps(claim.to_dict())))


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": -1},
        {"id": "x"},
        {"polarity": "neutral"},
        {"amounts": ()},
    ],
)
def test_the_schema_refuses_what_is_not_a_claim(valid, claim, wrong):
    plain = replace(claim, **wrong).to_dict()
    if wrong == {"amounts": ()}:
        del plain["amounts"]
    assert not valid.is_valid(plain)


@pytest.mark.model
def test_the_claims_of_an_article_are_valid(valid):
    claims = claimx.extract(ARTICLE, include="all")
    assert claims
    for claim in claims:
        valid.validate(claim.to_dict())
