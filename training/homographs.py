"""Weighted sampling of homographs from ``homographs.tsv``, which `build_homographs` writes."""

import csv
import random
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

FILE = Path(__file__).parent / "homographs.tsv"
# Beginnings of words with a mute h, which allows elision; any other h is aspirated (la hausse).
MUTED_H = ("hab", "hés", "hér", "hon", "hum", "héb", "hyp", "hôp", "hôt", "hom", "heur", "hiv", "hist")
VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"


def elides(word: str) -> bool:
    """Tell whether ``le`` loses its vowel before a word."""
    lower = word.lower()
    muted = lower.startswith(MUTED_H) and not lower.startswith(("héros", "honte"))
    return muted or (lower != "" and lower[0] in VOWELS)


@dataclass(frozen=True, slots=True)
class Homograph:
    """One form and its possible readings; fields of the readings it lacks are empty or zero."""

    form: str
    plural: str
    lemma: str
    frames: str
    weight: float
    gender: str
    noun: float
    adjective: str


def read_homographs(path: Path = FILE) -> list[Homograph]:
    """Read the table."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [
            Homograph(
                form=row["form"],
                plural=row["plural"],
                lemma=row["lemma"],
                frames=row["frames"],
                weight=float(row["weight"]),
                gender=row["gender"],
                noun=float(row["noun"] or 0),
                adjective=row["adjective"],
            )
            for row in rows
        ]


class Homographs:
    """Verbs indexed by frame, nouns and adjectives by gender."""

    def __init__(self, rows: list[Homograph]) -> None:
        """Index the rows of the table by reading."""
        pools: dict[tuple[str, ...], list[tuple[Homograph, float]]] = defaultdict(list)
        for row in rows:
            for frame in row.frames:
                pools["verb", frame].append((row, row.weight))
            if row.gender:
                pools["noun", row.gender, str(elides(row.form))].append((row, row.noun))
            for gender in filter(None, row.adjective.split("|")):
                pools["adjective", gender].append((row, 1.0))
        self._pools = {
            key: ([row for row, _ in pool], list(accumulate(weight for _, weight in pool)))
            for key, pool in pools.items()
        }

    def draw(self, rng: random.Random, *key: str) -> Homograph | None:
        """Sample a row by weight. key: ``verb``, frame; ``noun``, gender, elision; ``adjective``, gender."""
        rows, weights = self._pools.get(key, ([], []))
        return rng.choices(rows, cum_weights=weights)[0] if rows else None
