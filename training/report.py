"""The scores as a table, and the attribution that travels with the model."""

from collections.abc import Iterator
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
        {"name": "training/articles, training/names of claimx", "license": "MIT", "author": "claimx"},
        {"name": "spacy-lookups-data 1.0.5, French tables", "license": "MIT", "author": "ExplosionAI GmbH"},
        {"name": "name-suggestion-index", "license": "BSD-3-Clause", "author": "OpenStreetMap contributors"},
        {"name": "Médias français", "license": "ODC-By 1.0", "author": "Acrimed, Le Monde diplomatique"},
        {"name": "FinanceDatabase", "license": "MIT", "author": "Jeroen Bouma"},
    ],
}


# What spaCy publishes of its French models, version 3.8 (their meta.json): trees on UD French Sequoia test,
# ten sentences a document; entities on WikiNER, silver labels of their own kind of text.
COLUMNS = ("POS", "MORPH", "LEMMA", "UAS", "LAS", "SENT F", "entities", "ORG", "MB")
PUBLISHED = {
    "fr_core_news_sm": (0.962, 0.952, 0.908, 0.880, 0.836, 0.890, 0.814, "", 15),
    "fr_core_news_md": (0.971, 0.964, 0.912, 0.896, 0.859, 0.903, 0.832, 0.760, 43),
    "fr_core_news_lg": (0.976, 0.970, 0.914, 0.896, 0.857, 0.865, 0.842, 0.776, 545),
}
TREES = "sequoia-test, 10 sentences a document"
MOODS = "conditional and future, sequoia-test and left-out sentences"
PRESS, NTREX = "entities, left-out press series", "entities, held-out documents of NTREX"
# What was set out to be reached: name, where its score stands, the least (for loading, the most).
GOALS: tuple[tuple[str, tuple[str, ...], Any], ...] = (
    *((name, (TREES, name), PUBLISHED["fr_core_news_md"][place]) for place, name in enumerate(COLUMNS[:6])),
    *((f"{mood} {key}", (MOODS, f"{mood} {key}"), 0.98) for mood in ("Cnd", "Fut") for key in "pr"),
    ("ORG F, left-out press series", (PRESS, "ORG", "f"), 0.85),
    ("all entities F, left-out press series", (PRESS, "ALL", "f"), 0.87),
    ("ORG F, NTREX", (NTREX, "ORG", "f"), 0.85),
    ("all entities F, NTREX", (NTREX, "ALL", "f"), 0.87),
    ("loading, s", ("speed", "loading, s"), 0.4),
    ("words a second", ("speed", "words a second"), 12_000),
)
SIZE = 12.0


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
        *([f"Preparation and training took {minutes} minutes.", ""] if minutes else []),
        "## Goals",
        "",
        *_table(["Goal", "wanted", "reached", ""], list(_goals(scores, megabytes))),
        "## Beside spaCy's French models",
        "",
        "Theirs as published. Their entity scores are on silver labels of their own kind of text (WikiNER);",
        "those of claimx_fr on annotated press articles of which it has seen no series.",
        "",
        *_beside(scores, megabytes),
        "## Every score",
        "",
        *_table(["Tokens (F)", "score"], [[name, value] for name, value in scores["tokens"].items()]),
    ]
    trees = {name: value for name, value in scores.items() if name.startswith("sequoia-test")}
    columns = list(next(iter(trees.values())))
    lines += _table(["Trees", *columns], [[name, *value.values()] for name, value in trees.items()])
    lines += _table([MOODS.capitalize(), "score"], [list(item) for item in scores[MOODS].items()])
    for name, value in scores.items():
        if name.startswith("entities"):
            header = [name.capitalize(), "precision", "recall", "F"]
            lines += _table(header, [[label, *prf.values()] for label, prf in value.items()])
    lines += _table(["Data", "documents or sentences"], [[name, count] for name, count in counts.items()])
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _goals(scores: dict[str, Any], megabytes: float) -> Iterator[list[Any]]:
    for name, keys, wanted in GOALS:
        reached: Any = scores
        for key in keys:
            reached = reached[key]
        at_most = name.startswith("loading")
        met = reached <= wanted if at_most else reached >= wanted
        yield [name, f"{'≤' if at_most else '≥'} {wanted}", reached, "" if met else "missed"]
    yield ["MB on disk", f"≤ {SIZE}", round(megabytes, 1), "" if megabytes <= SIZE else "missed"]


def _beside(scores: dict[str, Any], megabytes: float) -> list[str]:
    ours = [scores[TREES][name] for name in COLUMNS[:6]]
    ours += [scores[PRESS]["ALL"]["f"], scores[PRESS]["ORG"]["f"], round(megabytes, 1)]
    return _table(["", *COLUMNS], [["claimx_fr", *ours], *([name, *row] for name, row in PUBLISHED.items())])


def _table(header: list[str], rows: list[list[Any]]) -> list[str]:
    """Return a Markdown table and an empty line."""
    cells = [header, ["---"] * len(header), *rows]
    return [*("| " + " | ".join(map(str, row)) + " |" for row in cells), ""]
