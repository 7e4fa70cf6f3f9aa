"""The scores as a table, and the attribution that travels with the model."""

from pathlib import Path
from typing import Any

ATTRIBUTION: dict[str, Any] = {
    "description": "A small French pipeline for the press: tags, features, trees, sentences, "
    "lemmas, entities (PER LOC ORG MISC).",
    "author": "claimx",
    "license": "LGPL-LR, CC BY-SA 4.0, CC BY-SA 3.0, CC BY 4.0, CC BY 2.5, MIT, BSD-3-Clause, ODC-By 1.0",
    "sources": [
        {"name": "UD French Sequoia (train)", "license": "LGPL-LR", "author": "Candito, Seddah et al."},
        {"name": "UD French FQB", "license": "LGPL-LR", "author": "Seddah, Candito"},
        {
            "name": "UD French GSD (dev)",
            "license": "CC BY-SA 4.0",
            "author": "Guillaume, de Marneffe, Perrier et al.",
        },
        {"name": "UD French PUD", "license": "CC BY-SA 3.0", "author": "Zeman et al., CoNLL 2017"},
        {"name": "WiNER-fr: Wikinews text, entities", "license": "CC BY 2.5, CC BY 4.0", "author": "Dupont"},
        {"name": "NTREX-128, French", "license": "CC BY-SA 4.0", "author": "Federmann, Kocmi, Xin"},
        {"name": "Entities of claimx, press articles of claimx", "license": "claimx", "author": "claimx"},
        {"name": "spacy-lookups-data 1.0.5, French tables", "license": "MIT", "author": "ExplosionAI GmbH"},
        {"name": "name-suggestion-index", "license": "BSD-3-Clause", "author": "OpenStreetMap contributors"},
        {"name": "Médias français", "license": "ODC-By 1.0", "author": "Acrimed, Le Monde diplomatique"},
        {"name": "FinanceDatabase", "license": "MIT", "author": "Jeroen Bouma"},
    ],
}


def write_report(
    path: Path, scores: dict[str, Any], counts: dict[str, int], *, minutes: float | None, megabytes: float
) -> None:
    """Write the report from what `evaluate.evaluate` and `prepare.prepare` give."""
    lines = [
        "# The bundled model: scores",
        "",
        "Written by `training/train.py`; the same numbers are in the model's `meta.json`. Everything starts",
        "from raw text. `README.md` beside this file says what is measured on what, and how to repeat it.",
        "",
        f"Size on disk {megabytes:.1f} MB."
        + (f" Preparation and training took {minutes} minutes." if minutes else ""),
        "",
        *_table(["Tokens (F)", "score"], [[name, value] for name, value in scores["tokens"].items()]),
    ]
    parses = {name: value for name, value in scores.items() if name.startswith("sequoia-test")}
    columns = list(next(iter(parses.values())))
    lines += _table(["Trees", *columns], [[name, *value.values()] for name, value in parses.items()])
    for name, value in scores.items():
        if name.startswith("entities"):
            header = [name.capitalize(), "precision", "recall", "F"]
            lines += _table(header, [[label, *prf.values()] for label, prf in value.items()])
    lines += _table(["Data", "documents or sentences"], [[name, count] for name, count in counts.items()])
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _table(header: list[str], rows: list[list[Any]]) -> list[str]:
    """Return a Markdown table and an empty line."""
    cells = [header, ["---"] * len(header), *rows]
    return [*("| " + " | ".join(map(str, row)) + " |" for row in cells), ""]
