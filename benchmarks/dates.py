"""How fast ``find_dates`` is: sentences a second, and seconds a MB on texts made to be slow.

    python benchmarks/dates.py ../shared/corpora/raw/ntrex-fra.txt.gz

The argument is a text file, gzipped or not, with a sentence a line. Times are of the processor, on one core,
the best of three; the first look (``may_have_dates``) is what every sentence costs, the grammar what those
with a digit or a word of the calendar cost on top.
"""

import argparse
import gzip
from pathlib import Path

from timing import seconds

from claimx.values.dates.finder import find_dates
from claimx.values.dates.grammar import may_have_dates

PUBLISHED = "2026-02-04"
MEGABYTE = 1_000_000
HARD = (
    "1",
    "1 ",
    "2026 ",
    " ",
    "le le le ",
    "((((",
    "1/",
    "1.",
    "2/2/26 ",
    "lundi ",
    "de 2016 à ",
    "fin de ",
    "il y a ",
)


def dated(text):
    """The dates of a text, as read on one day."""
    return find_dates(text, published=PUBLISHED)


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sentences", type=Path, help="a text file, gzipped or not, a sentence a line")
    options = parser.parse_args()
    content = options.sentences.read_bytes()
    content = gzip.decompress(content) if options.sentences.suffix == ".gz" else content
    sentences = content.decode("utf-8").splitlines()
    found = sum(len(dated(sentence)) for sentence in sentences)
    total, look = seconds(dated, sentences), seconds(may_have_dates, sentences)
    passing = sum(map(may_have_dates, sentences)) / len(sentences)
    print(
        f"find_dates: {len(sentences) / total:,.0f} sentences/s, {found} dates in {len(sentences)} sentences"
    )
    print(f"the first look takes {look / total:.0%} of that time and lets {passing:.0%} of them in")
    for piece in HARD:
        short, long = (piece * (size // len(piece)) for size in (MEGABYTE // 10, MEGABYTE))
        once, tenfold = seconds(dated, [short]), seconds(dated, [long])
        print(f"{piece!r:14} 1 MB in {tenfold:6.2f} s, {tenfold / max(once, 1e-9):5.1f} times a tenth of it")


if __name__ == "__main__":
    main()
