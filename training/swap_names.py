"""Names that take the place of others in training, so that the words around a name decide what it is.

le ministre Jean Roux → le ministre Aïssata Kowalczyk      chez Danone → chez Michelin, chez Danelin
"""

import csv
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from build_namewords import load_list

# How often a name is replaced. Institutions ("cour d'appel de Douai") stay more often: the words around them
# are made for them.
SWAPS = {"company": 0.5, "institution": 0.3, "PER": 0.5, "LOC": 0.4, "MISC": 0.3}
INVENTED = 0.3
COMPANIES = (
    ("brands-operators", "name"),
    ("listed-companies", "name"),
    ("medias", "Nom"),
    ("media-owners", "nom"),
)


def load_companies(folder: Path) -> list[str]:
    """Read the names of companies and media in the corpora's folder of names."""
    names: set[str] = set()
    for file, column in COMPANIES:
        with (folder / f"{file}.tsv").open(encoding="utf-8", newline="") as lines:
            names.update(
                row[column].strip() for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            )
    return sorted(name for name in names if 2 <= len(name) <= 40 and name[0].isalpha() and name[0].isupper())


class Names:
    """The names of a corpus by what they name, with companies, first names and places from lists besides."""

    def __init__(self, rows: Iterable[dict[str, Any]], folder: Path | None) -> None:
        """Collect them. rows: documents with entities. folder: the lists of companies; None: none."""
        found: dict[str, set[str]] = {key: set() for key in (*SWAPS, "surname")}
        for row in rows:
            for start, end, label in row["entities"]:
                name = row["text"][start:end].strip()
                if name:
                    found[_kind(name, label)].add(name)
                    if label == "PER":
                        found["surname"].add(name.split()[-1])
        self._names = {key: sorted(names) for key, names in found.items()}
        companies = load_companies(folder) if folder else []
        # Names of the corpus half of the time, whatever the size of the lists.
        self._pools: dict[str, Sequence[Sequence[str]]] = {
            key: (names,) for key, names in self._names.items()
        }
        self._pools["company"] = (self._names["company"], companies or self._names["company"])
        self._pools["LOC"] = (self._names["LOC"], load_list("places"))
        self._first_names = load_list("first_names")

    def draw(self, name: str, label: str, rng: random.Random) -> str | None:
        """Return another name for an entity, or None to leave it."""
        kind = _kind(name, label)
        if rng.random() >= SWAPS[kind] or not self._names[kind]:
            return None
        if kind == "PER":
            return self._person(name, rng)
        pool = rng.choice(self._pools[kind])
        return invent(pool, rng) if rng.random() < INVENTED else rng.choice(pool)

    def _person(self, name: str, rng: random.Random) -> str:
        pool = self._names["surname"]
        last = invent(pool, rng) if rng.random() < INVENTED else rng.choice(pool)
        if " " not in name:
            return last
        return (
            rng.choice(self._names["PER"])
            if rng.random() < 0.5
            else f"{rng.choice(self._first_names)} {last}"
        )


def _kind(name: str, label: str) -> str:
    """Tell names of institutions, made of common words, from those of companies."""
    if label != "ORG":
        return label
    return "institution" if any(word[0].islower() for word in name.split()) else "company"


def invent(names: Sequence[str], rng: random.Random) -> str:
    """Return a name nobody knows, the beginning of one and the end of another: Dan·one + Mich·elin → Danelin.

    Names seen in training are then no better a hint than the words around them.
    """
    first, second = rng.choice(names), rng.choice(names)
    if not (first.isalpha() and second.isalpha() and len(first) > 3 and len(second) > 3):
        return first
    if first.isupper() or second.isupper():
        return "".join(rng.choice(first + second).upper() for _ in range(rng.randint(2, 5)))
    return first[: len(first) // 2 + 1] + second[len(second) // 2 :].lower()
