"""Processor time of 25 kinds of hostile text, at sizes that double: linear time doubles with them.

usage: python benchmarks/linear.py [--most CHARACTERS] [--json]

Each pattern is repeated to 1/8, 1/4, 1/2 and all of the size. The last column is the exponent of the growth
from the third size to the last: 1 is linear, 2 quadratic. Exit code 1 where one is above 1.5.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import argparse
import json
import math
import sys
import time

import claimx

PATTERNS = {
    "press": "Selon Reuters, Acmé pourrait investir 3 millions d’euros. Il n’a rien confirmé mardi.\n\n",
    "one word": "a",
    "capitals": "ACMÉ ",
    "digits": "1",
    "grouped digits": "1.111",
    "numbers": "12 ",
    "amounts": "3 millions d’euros, ",
    "amounts in lists": "3, ",
    "dates": "3 mars 2026 et ",
    "ranges of dates": "du 3 au ",
    "published": "publié le ",
    "spaces": " ",
    "blank lines": "\n",
    "quotes opened": "« ",
    "straight quotes": '"',
    "brackets nested": "(",
    "brackets in turn": "()[]{} ",
    "dashes": "- ",
    "elisions": "l’",
    "commas": ", ",
    "full stops": ".",
    "que": "que ",
    "said": "dit-il, ",
    "names": "Zorbex (ZBX), Acmé, ",
    "bidi, zero-width, NUL": "\u202e\u200b\x00",
}
STEPS = 4
LIMIT = 1.5


def seconds(pattern: str, size: int) -> float:
    """Processor time of all of claimx for a pattern that is repeated to a size."""
    text = (pattern * (size // len(pattern) + 1))[:size]
    started = time.process_time()
    claimx.extract(text, include="all", published="2026-02-02")
    return time.process_time() - started


def main() -> int:
    """Measure."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--most", type=int, default=200_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sizes = [options.most >> step for step in reversed(range(STEPS))]
    claimx.extract(PATTERNS["press"])
    found = {}
    if not options.json:
        print(f"{'':24}", *(f"{size:>9,}" for size in sizes), "  growth")
    for name, pattern in PATTERNS.items():
        spent = [seconds(pattern, size) for size in sizes]
        growth = math.log2(max(spent[-1], 1e-3) / max(spent[-2], 1e-3))
        found[name] = {"seconds": spent, "growth": growth}
        if not options.json:
            print(f"{name:24}", *(f"{one:8.2f}s" for one in spent), f"{growth:8.2f}", flush=True)
    if options.json:
        print(json.dumps(found, indent=2))
    return int(any(one["growth"] > LIMIT for one in found.values()))


if __name__ == "__main__":
    sys.exit(main())
