"""Build ``lexicons/namewords.tsv``: words that occur in names, and in names of what.

    python training/build_namewords.py

Reads the package's lists of organisations, places and first names and ``training/names/``. Run by hand,
before training: the model's word vectors are made with the table, so that one belongs to the other. Later
changes of the lists reach the model with its next training, not before.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from claimx.lexicons import read
from claimx.lexicons.spelling import word_form
from claimx.lexicons.word_forms import word_forms

HERE = Path(__file__).parent
FILE = HERE.parent / "src" / "claimx" / "lexicons" / "namewords.tsv"
HEADER = """\
# Words of names: F first name; L place; O organisation; l and o: the first of several words, of a place or an
# organisation. Read by the bundled model, which was trained with this table: don't edit it by hand.
# Built by training/build_namewords.py from the lists of the package and of training/names.
word\tclasses
"""


def load_list(name: str) -> list[str]:
    """Read a list of ``training/names``: the names of lines that are no comment, between commas or spaces."""
    lines = (HERE / "names" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    parts = text.split(",") if "," in text else text.split()
    return [part.strip() for part in parts if part.strip()]


def _names() -> Iterator[tuple[str, str]]:
    for name in [row["name"] for row in read("first_names")] + load_list("first_names"):
        yield name, "F"
    places = [row["name"] for row in read("place_names")] + [row["place"] for row in read("currency_places")]
    for name in places + load_list("places"):
        if name[0].isupper():
            yield name, "L"
    for row in read("organizations"):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            yield name, "O"


def build() -> dict[str, str]:
    """Return the classes of every word."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, kind in _names():
        words = [word for word in re.split(r"[\s\u00a0]+|(?<=['’])", name) if word]
        if len(words) == 1:
            classes[word_form(words[0])].add(kind)
        elif word_forms().word_class(word_form(words[0])) == "-" and len(words[0]) > 2:
            classes[word_form(words[0])].add(kind.lower())
    return {word: "".join(sorted(kinds)) for word, kinds in classes.items()}


def main() -> None:
    """Write the table."""
    rows = sorted(build().items())
    FILE.write_text(
        HEADER + "".join(f"{word}\t{kinds}\n" for word, kinds in rows), encoding="utf-8", newline="\n"
    )
    print(len(rows), "words")


if __name__ == "__main__":
    main()
