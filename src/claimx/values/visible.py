"""A text without invisible characters: soft hyphens, zero-width spaces, direction marks.

"12 mil\u00adlions" is read as "12 millions"; offsets refer to the original text.
"""

from __future__ import annotations

import re

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
_INVISIBLE = re.compile(f"[{''.join(INVISIBLE)}]")


class VisibleText:
    """The visible characters of a text, and their offsets in the original."""

    __slots__ = ("_places", "original", "text")

    def __init__(self, original: str) -> None:
        """original: any text."""
        self.original = self.text = original
        self._places: list[int] | None = None
        if not original.isascii() and _INVISIBLE.search(original):
            self._places = [at for at, char in enumerate(original) if not _INVISIBLE.match(char)]
            self.text = "".join([original[at] for at in self._places])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of a non-empty range of the visible text."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end - 1] + 1
