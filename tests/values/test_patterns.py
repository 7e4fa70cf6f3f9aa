"""Every regular expression of the room reads a text in a time that grows with its length only."""

import importlib
import pkgutil
import re
import time

import pytest

import claimx.values

CHARACTERS = [
    "1",
    "1 ",
    " ",
    "\u00a0",
    "1,",
    "1.",
    "a",
    "à ",
    "-",
    "(",
    "'",
    "\n",
    "\n ",
    "2026-",
    "date ",
    "publié le ",
    "é, ",
]
# Those of the head of a text see one line of 1,200 characters at most.
SHORT, LONG = 600, 4_000


def patterns():
    """The compiled patterns of all modules, with the length that they may see."""
    for info in pkgutil.walk_packages(claimx.values.__path__, "claimx.values."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                length = SHORT if info.name.endswith("publication") else LONG
                # The header stands at the start of a text, a dateline at that of its line.
                first = info.name.endswith("header") or name == "_DATELINE"
                yield pytest.param(
                    value, length, first, id=f"{info.name.removeprefix('claimx.values.')}.{name}"
                )


def seconds(pattern, text, first):
    """The least time of some for all matches in a text, or for the one at its start."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        if first:
            pattern.match(text)
        else:
            for _ in pattern.finditer(text):
                pass
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("character", CHARACTERS)
@pytest.mark.parametrize(("pattern", "length", "first"), [*patterns()])
def test_time_grows_with_length_only(pattern, length, first, character):
    half, whole = (character * (size // len(character)) for size in (length, 2 * length))
    assert seconds(pattern, whole, first) < 3 * seconds(pattern, half, first) + 0.02
