"""Make claim.schema.json from the dataclasses of claimx.model.

usage: python docs/schema/generate.py        (pydantic >= 2.10 is needed)

The schema says what ``Claim.to_dict()`` gives. ``tests/test_schema.py`` holds the file to this
script, and real claims to the file.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from claimx import model
from claimx.model import CLAIM_FIELDS, Claim

FILE = Path(__file__).with_name("claim.schema.json")
# What the server gives out is the same file, inside the package.
COPY = Path(__file__).parents[2] / "src" / "claimx" / "apps" / "serve" / "static" / FILE.name
DAY = r"^\d{4}-\d{2}-\d{2}$"
# What the types don't say, by definition and property.
PATTERNS = {
    ("Claim", "id"): r"^c\d+$",
    ("Related", "claim"): r"^c\d+$",
    ("Amount", "minimum"): r"^-?\d+(\.\d+)?$",
    ("Amount", "maximum"): r"^-?\d+(\.\d+)?$",
    ("Amount", "currency"): "^[A-Z]{3}$",
    ("Organization", "wikidata"): r"^Q\d+$",
    ("Interval", "begin"): DAY,
    ("Interval", "end"): DAY,
}
VIA = ["pronoun", "relative", "nominal", "acronym"]


def schema() -> dict[str, Any]:
    """The JSON Schema of a claim."""
    made = TypeAdapter(Claim).json_schema(mode="serialization")
    definitions = made.pop("$defs")
    made["properties"] = {name: made["properties"][name] for name in CLAIM_FIELDS}
    for name, definition in {"Claim": made, **definitions}.items():
        refine(name, definition)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A claim, as Claim.to_dict() of claimx gives it",
        **{key: value for key, value in made.items() if key != "title"},
        "$defs": definitions,
    }


def refine(name: str, definition: dict[str, Any]) -> None:
    """Every field is always there; offsets, scores, money and days have their form."""
    definition.pop("title", None)
    # Not every version of pydantic takes over the docstring of a dataclass.
    described = str(getattr(model, name).__doc__)
    definition["description"] = " ".join(described.replace("``", "`").split())
    properties = definition.get("properties")
    if properties is None:
        return
    definition["required"] = list(properties)
    for key, value in properties.items():
        value.pop("title", None)
        value.pop("default", None)
        if key in ("start", "end") and value.get("type") == "integer":
            value["minimum"] = 0
        if key == "score":
            value["anyOf"][0] |= {"minimum": 0, "maximum": 1}
        if key == "change":
            value["anyOf"][0] |= {"minimum": -1, "maximum": 0}
        if (name, key) in PATTERNS:
            value["pattern"] = PATTERNS[name, key]
    if name == "Organization":
        properties["via"] = {"enum": [*VIA, None]}


if __name__ == "__main__":
    for file in (FILE, COPY):
        file.write_text(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
