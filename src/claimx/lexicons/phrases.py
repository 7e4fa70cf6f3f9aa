"""Locutions: finding sequences of words from a lexicon, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")
INVERTED = re.compile(r"-(?:t-)?(?:il|elle|on)$")
CONTRACTED = {"du": "de", "des": "de", "au": "à", "aux": "à"}


class Sequences(Generic[Value]):
    """Finds word sequences; a sequence that ends in "de" or "à" is found in its contractions too."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        """entries: the locution as written in a lexicon, and what it stands for."""
        self._options: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for locution, value in entries:
            words = split(locution)
            self._options.setdefault(words[0], []).append((words, value))
        for options in self._options.values():
            options.sort(key=lambda option: -len(option[0]))

    def find(self, words: list[str]) -> Iterator[tuple[int, int, Value]]:
        """Occurrences in the normal forms of the words of a text: start, end, value; never overlapping."""
        options, free = self._options, 0
        # Few words open a locution: these are picked out first.
        for start in [index for index, word in enumerate(words) if word in options]:
            if start < free:
                continue
            for parts, value in options[words[start]]:
                stop = start + len(parts)
                found = words[start:stop]
                if (
                    len(found) == len(parts)
                    and found[:-1] == list(parts[:-1])
                    and (found[-1] == parts[-1] or CONTRACTED.get(found[-1]) == parts[-1])
                ):
                    yield start, stop, value
                    free = stop
                    break


def split(locution: str) -> tuple[str, ...]:
    """The words of a locution as the tokenizer splits them, elisions written out as in ``labels.normal``."""
    words: list[str] = []
    for piece in locution.split():
        inverted = INVERTED.search(piece)
        word = piece[: inverted.start()] if inverted else piece
        head, apostrophe, rest = word.partition("'")
        if apostrophe and rest and len(head) <= 2:
            words += [f"{head}e", rest]
        else:
            words.append(word)
        if inverted:
            words.append(inverted.group())
    return tuple(words)
