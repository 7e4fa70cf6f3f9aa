"""The Arrow types are those of the JSON Schema."""

import json
from pathlib import Path

import pyarrow
import pytest

from claimx.arrow import results_schema, versions
from claimx.output.arrow import claim_type

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "schema" / "claim.schema.json").read_text(encoding="utf-8")
)
SIMPLE = {
    "string": pyarrow.types.is_string,
    "integer": pyarrow.types.is_int32,
    "number": pyarrow.types.is_float64,
    "boolean": pyarrow.types.is_boolean,
}


def resolved(rule):
    """A rule of the schema without references, and whether it allows null."""
    if "$ref" in rule:
        return resolved(SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]])
    if "anyOf" in rule:
        (other,) = (one for one in rule["anyOf"] if one != {"type": "null"})
        return resolved(other)[0], len(rule["anyOf"]) > 1
    return rule, None in rule.get("enum", ())


def differences(rule, kind, path="claim"):
    """Where an Arrow type is not what the schema says."""
    rule, _ = resolved(rule)
    named = rule.get("type", "string" if "enum" in rule else None)
    if named == "object":
        fields = [kind.field(number) for number in range(kind.num_fields)]
        if [field.name for field in fields] != list(rule["properties"]):
            yield f"{path}: other names"
            return
        for field in fields:
            inner = rule["properties"][field.name]
            if field.nullable != resolved(inner)[1]:
                yield f"{path}.{field.name}: null"
            yield from differences(inner, field.type, f"{path}.{field.name}")
    elif named == "array":
        yield from differences(rule["items"], kind.value_type, f"{path}[]")
    elif not SIMPLE[named](kind):
        yield f"{path}: {kind} for {rule['type']}"


def test_the_struct_of_a_claim_is_that_of_the_json_schema():
    assert list(differences(SCHEMA, claim_type())) == []


def test_a_claim_with_everything_goes_there_and_back(claim):
    plain = json.loads(json.dumps(claim.to_dict()))
    assert pyarrow.array([plain], claim_type()).to_pylist() == [plain]


def test_the_columns_are_these():
    assert results_schema().names == [
        *("id", "text_sha256", "claimx_version", "model_version", "cut_at", "claims", "error")
    ]


@pytest.mark.parametrize(("model", "begins"), [(None, "claimx_fr "), ("no_such_model", "no_such_model")])
def test_a_model_has_a_version(model, begins):
    assert versions(model)[1].startswith(begins)
