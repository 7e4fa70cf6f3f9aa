"""Names of organisations by the model alone and after claimx_organizations, on annotated texts no model saw.

usage: python benchmarks/entities.py [PART ...] [--corpora DIR]

PART: press (the series that training/prepare.py keeps for tests), test or dev (its tenths of the corpora);
default press and test. Exact spans without article. "unlisted" counts only names that the list of the package
hasn't. Governments, armies, police and authorities in small letters are left out: they are organisations to
claimx, the corpora annotate none of them. Prints precision, recall and F.
"""

# ruff: noqa: E402 (training/ is found by its path)
import argparse
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
sys.path.insert(0, str(HERE.parent / "training"))

from prepare import PRESS_TEST, Gold, _part, read_jsonl

import claimx
from claimx import annotations
from claimx.organizations.gazetteer import Gazetteer, bundled_gazetteer

ARTICLE = re.compile(r"(?:(?:le|la|les|un|une|du|des|au|aux)\s+|[ld]['’]\s*)")
NOT_ANNOTATED = re.compile(r"(?:gouvernement|armée|police|autorité)s?\b")
Spans = set[tuple[int, int]]


def texts(corpora: Path, part: str) -> list[dict]:
    """The rows of a part, without the documents of the gold claims."""
    gold = Gold(SHARED / "gold")
    rows = [row for name in ("winer", "sentences", "press") for row in read_jsonl(corpora / f"{name}.jsonl")]
    return [
        row
        for row in rows
        if not gold.holds(row["id"], row["text"])
        and part == ("press" if row["id"].startswith(PRESS_TEST) else _part(row["id"]))
    ]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without its article and without space or stop at its end."""
    article = ARTICLE.match(text[start:end])
    start += article.end() if article else 0
    return start, start + len(text[start:end].rstrip(" \n.,"))


def measure(part: str, rows: list[dict]) -> None:
    """Print the scores of one part."""
    nlp, gazetteer, counts = claimx.load(), bundled_gazetteer(), Counter()
    for row in rows:
        text, doc = row["text"], nlp(row["text"])
        gold = {trimmed(text, *entity[:2]) for entity in row["entities"] if entity[2] == "ORG"}
        model = {trimmed(text, ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "ORG"}
        after = {
            trimmed(text, values["start"], values["end"])
            for _, values in annotations.read(doc, annotations.ORGANIZATIONS)
            if values["via"] in (None, "acronym")
        }
        after = {span for span in after if not NOT_ANNOTATED.match(text[slice(*span)])}
        for system, found in (("model", model), ("claimx", after)):
            wanted = gold
            for kind in ("all", "unlisted"):
                if kind == "unlisted":
                    wanted, found = (_unlisted(text, spans, gazetteer) for spans in (gold, found))
                counts[system, kind, "hit"] += len(wanted & found)
                counts[system, kind, "gold"] += len(wanted)
                counts[system, kind, "found"] += len(found)
    for system in ("model", "claimx"):
        for kind in ("all", "unlisted"):
            hit, wanted, found = (counts[system, kind, name] for name in ("hit", "gold", "found"))
            precision, recall = hit / max(found, 1), hit / max(wanted, 1)
            scores = f"P {precision:.3f}  R {recall:.3f}  F {2 * hit / max(wanted + found, 1):.3f}"
            print(f"{part:6} {system:7} {kind:9} {scores}  ({wanted} gold)")


def _unlisted(text: str, spans: Spans, gazetteer: Gazetteer) -> Spans:
    return {span for span in spans if not gazetteer.entries(text[slice(*span)])}


def main() -> None:
    """Measure each part."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", default=["press", "test"])
    parser.add_argument("--corpora", type=Path, default=SHARED / "corpora" / "entities")
    options = parser.parse_args()
    for part in options.parts:
        measure(part, texts(options.corpora, part))


if __name__ == "__main__":
    main()
