"""Peak memory of one process while many articles go through, and whether it stays flat; or of one long text.

usage: python benchmarks/memory.py [FILE.jsonl] [--articles N [--words N] | --characters N]

Texts are made different by numbers and invented words, since a string store that forgets nothing
grows with new words only. Prints the peak at each tenth of the way, and its growth after the second.
--words: the articles in pieces of so many. With --characters the articles are one text of that length, such
as 1000000.
"""

import argparse
import random
import resource
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from speed import PRESS, articles

import claimx

# MB: of many articles, and of one text of a million characters.
MOST = 600
MOST_OF_ONE = 400
# Of the peak after two tenths of the articles; of fewer than these, that is still the warm-up.
MOST_GROWTH = 0.1
ENOUGH = 20_000


def varied(texts: list[str], number: int) -> Iterator[str]:
    """A stream of articles, each with words that no other has."""
    chance = random.Random(1)
    for position in range(number):
        text = texts[position % len(texts)]
        new = range(min(20, len(text.split()) // 8))
        words = ("".join(chance.choices(string.ascii_lowercase, k=8)).title() for _ in new)
        yield f"{text}\n\nSelon {', '.join(words)}, ce serait {position} euros."


def pieces(texts: list[str], size: int) -> list[str]:
    """The words of some texts in texts of another size; what is left over is left out."""
    words = " ".join(texts).split(" ")
    return [" ".join(words[start : start + size]) for start in range(0, len(words) - size + 1, size)]


def peak() -> float:
    """The peak of this process so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage gives on Linux may be the peak of the process that started this one
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_one(texts: list[str], characters: int) -> float:
    """The peak in MB after one text of so many characters, made of articles."""
    parts, length = [], 0
    for part in varied(texts, characters):
        parts.append(part)
        length += len(part) + 2
        if length >= characters:
            break
    text = "\n\n".join(parts)[:characters]
    print(f"before      {peak():7.0f} MB")
    claims = claimx.extract(text, include="all")
    print(f"{len(text):9}   {peak():7.0f} MB, {len(claims)} claims")
    return peak()


def main() -> int:
    """Measure. Exit code 1 above 600 MB, for a growth of a tenth, or for one text above 400 MB."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("file", nargs="?", type=Path, default=PRESS)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--words", type=int, help="cut the articles into pieces of so many words")
    parser.add_argument("--characters", type=int, help="read one text of this length")
    options = parser.parse_args()
    if options.characters:
        return int(measure_one(articles(options.file, 200), options.characters) > MOST_OF_ONE)
    texts = articles(options.file, 200)
    if options.words:
        texts = pieces(texts, options.words)
    print(f"before      {peak():7.0f} MB")
    peaks = []
    for number, _ in enumerate(claimx.extract_many(varied(texts, options.articles)), 1):
        if number % max(1, options.articles // 10) == 0:
            peaks.append(peak())
            print(f"{number:9}   {peaks[-1]:7.0f} MB", flush=True)
    growth = peaks[-1] / peaks[min(1, len(peaks) - 1)] - 1
    print(f"growth after the second tenth: {growth * 100:.1f} %")
    return int(peaks[-1] > MOST or (growth > MOST_GROWTH and options.articles >= ENOUGH))


if __name__ == "__main__":
    sys.exit(main())
