"""A user's list of 200,000 organisations: seconds to load, milliseconds a document that it adds.

usage: python benchmarks/organizations.py [FILE.jsonl] [--rows N] [--articles N] [--rounds N]

The list is made here: one or two made-up words and a word such as "Conseil", with an alias for one in three
and an acronym for one in ten. FILE.jsonl has a "text" a line; default ../shared/corpora/entities/press.jsonl,
put together into articles of about 300 words. In each round the same tokenized articles go through the
component with the list of the package, then with both; the best rounds are compared. All times are those of
the processor.
"""

# ruff: noqa: E402 (BLAS reads these variables when it is loaded)
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import random
import tempfile
import time
from pathlib import Path

from spacy.tokens import Doc
from speed import PRESS, articles

from claimx.components.organizations import Organizations, make_list
from claimx.french.language import ClaimxFrench

SYLLABLES = [a + b + c for a in "bdfglmnprtv" for b in "aeiou" for c in ("", "l", "n", "r", "x")]
ENDS = (
    "Groupe",
    "Industries",
    "Services",
    "Conseil",
    "Énergies",
    "Participations",
    "et Fils",
    "SAS",
    "Capital",
)


def word(source: random.Random) -> str:
    """A capitalised word of two to four syllables."""
    return "".join(source.choices(SYLLABLES, k=source.randint(2, 4))).capitalize()


def write_list(path: Path, rows: int) -> None:
    """A list of so many organisations."""
    source = random.Random(0)
    with path.open("w", encoding="utf-8") as file:
        file.write("name\taliases\tkind\tid\n")
        for number in range(rows):
            words = [word(source) for _ in range(source.randint(1, 2))]
            name = " ".join([*words, source.choice(ENDS)])
            aliases = [" ".join(words)] if number % 3 == 0 else []
            if number % 10 == 0:
                aliases.append("".join(source.choices("BCDFGLMNPRSTV", k=5)))
            file.write(f"{name}\t{'|'.join(aliases)}\tcompany\tC{number}\n")


def seconds(component: Organizations, docs: list[Doc]) -> float:
    """The time of the processor for one round."""
    started = time.process_time()
    for doc in docs:
        component(doc)
    return time.process_time() - started


def main() -> None:
    """Make the list, load it, and run both components."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, default=PRESS)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "organizations.tsv"
        write_list(path, options.rows)
        plain = Organizations(make_list())
        started = time.process_time()
        long = Organizations(make_list(str(path)))
        loading = time.process_time() - started
    french = ClaimxFrench()
    docs = [french(text) for text in articles(options.file, options.articles)]
    rounds = [(seconds(plain, docs), seconds(long, docs)) for _ in range(options.rounds)]
    without, with_list = (min(times) for times in zip(*rounds, strict=True))
    added = 1000 * (with_list - without) / len(docs)
    print(f"{options.rows} rows, {len(long.gazetteer)} names: loaded in {loading:.1f} s (limit 10 s)")
    print(
        f"a document of 300 words: {1000 * without / len(docs):.2f} ms with the list of the package, "
        f"{added:+.2f} ms with the user's (limit 0.2 ms)"
    )


if __name__ == "__main__":
    main()
