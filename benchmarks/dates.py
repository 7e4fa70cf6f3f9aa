"""How right and fast ``find_dates`` is beside dateparser, and how its time grows on texts made to be slow.

    python benchmarks/dates.py ../shared/corpora/raw/ntrex-fra.txt.gz

The argument is a text file, gzipped or not, with a sentence a line. Times are of the processor, on one core,
the best of three. dateparser gets the phrasings of ``tests/cases`` in a sentence (``search_dates``), and
the first 100 sentences for its speed; a phrasing is right where its first day is the only one found. The
first look (``may_have_dates``) is what every sentence costs, the grammar what those with a digit or a word of
the calendar cost on top.
"""

import argparse
import gzip
import sys
import warnings
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateparser.search import search_dates
from timing import seconds

from claimx.values.dates.finder import find_dates
from claimx.values.dates.grammar import may_have_dates
from tests.cases import cases

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


def theirs(text):
    """The days that dateparser finds in a text, as read on the same day."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(PUBLISHED)}
    return [
        found.date().isoformat() for _, found in search_dates(text, languages=["fr"], settings=settings) or ()
    ]


def agreement():
    """Print how many phrasings of tests/cases that have a first day each of both reads."""
    known = [(value[1], f"Rien, {text}.") for value, text in cases("dates") if value[1]]
    ours = sum([found.interval.begin for found in dated(text)] == [day] for day, text in known)
    other = sum(theirs(text) == [day] for day, text in known)
    print(f"phrasings of tests/cases right in their first day, {len(known)}:")
    print(f"  claimx {ours}, dateparser {other}")


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
    warnings.simplefilter("ignore")
    few = sentences[:100]
    print(f"dateparser search_dates: {len(few) / seconds(theirs, few, times=1):,.0f} sentences/s")
    agreement()
    for piece in HARD:
        short, long = (piece * (size // len(piece)) for size in (MEGABYTE // 10, MEGABYTE))
        once, tenfold = seconds(dated, [short]), seconds(dated, [long])
        print(f"{piece!r:14} 1 MB in {tenfold:6.2f} s, {tenfold / max(once, 1e-9):5.1f} times a tenth of it")


if __name__ == "__main__":
    main()
