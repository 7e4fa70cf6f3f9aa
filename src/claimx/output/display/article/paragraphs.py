"""The paragraphs of a text as it is given: lines between blank lines, and which of them is the headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

MAX_HEADLINE_CHARACTERS = 200


class Paragraph(NamedTuple):
    """Lines without a blank one between them, from ``start`` to ``end``, and the element that shows them."""

    start: int
    end: int
    tag: str
    keeps_spaces: bool


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs, in order; what stands between them is white space.

    The first is the headline where it is one short line, no sentence with a full stop, and others follow.
    """
    places = list(_places(text))
    found = []
    for number, (start, end) in enumerate(places):
        words = text[start:end]
        headline = (
            number == 0
            and len(places) > 1
            and "\n" not in words
            and len(words) <= MAX_HEADLINE_CHARACTERS
            and not words.rstrip().endswith(".")
        )
        found.append(Paragraph(start, end, "h1" if headline else "p", "\t" in words or "  " in words))
    return found


def _places(text: str) -> Iterator[tuple[int, int]]:
    start = end = place = 0
    for line in text.split("\n"):
        if line.strip():
            if end <= start:
                start = place
            end = place + len(line.rstrip("\r"))
        elif end > start:
            yield start, end
            start = end
        place += len(line) + 1
    if end > start:
        yield start, end
