"""Multi-word look-up: the longest phrase of a lexicon at a position in a sequence of words.

PhraseTable([(("à", "partir", "de"), "since")], word=str).at(["fermé", "à", "partir", "de", "lundi"], 1)
→ (4, "since")
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from claimx.lexicons import grammar

Item = TypeVar("Item")
Value = TypeVar("Value")
INVERTED = re.compile(r"-(?:t-)?(?:il|elle|on)$")
# One word for the tokenizer: the article only avoids a hiatus.
EUPHONIC = "l'on"
# "s'" is "si" before these alone, else the reflexive.
PRONOUNS_AFTER_SI = frozenset({"il", "ils"})
# Contractions are looked up as their preposition: "jusqu'au" as "jusqu'à".
CONTRACTED = {
    "du": "de",
    "des": "de",
    "duquel": "de",
    "desquelles": "de",
    "desquels": "de",
    "au": "à",
    "aux": "à",
}


class _Node(Generic[Value]):
    """A node of the trie: the words that may follow, and the values of the phrases that end here."""

    __slots__ = ("following", "values")

    def __init__(self) -> None:
        self.following: dict[str, _Node[Value]] = {}
        self.values: tuple[Value, ...] = ()


class PhraseTable(Generic[Item, Value]):
    """Phrases of one or more words in a trie, looked up forwards or backwards, the longest first."""

    def __init__(
        self, entries: Iterable[tuple[Sequence[str], Value]], *, word: Callable[[Item], str]
    ) -> None:
        """entries: the words and the value of each phrase. word: gives the word of an item of a text."""
        self._word = word
        self._forward: _Node[Value] = _Node()
        self._backward: _Node[Value] = _Node()
        for words, value in entries:
            self._add(self._forward, words, value)
            self._add(self._backward, words[::-1], value)

    @property
    def starts(self) -> Mapping[str, object]:
        """The first words of all phrases."""
        return self._forward.following

    def at(self, items: Sequence[Item], index: int) -> tuple[int, Value] | None:
        """The longest phrase that starts at an index, as (index after it, value)."""
        following, word = self._forward.following, self._word
        longest = None
        while index < len(items) and (node := following.get(word(items[index]))) is not None:
            index += 1
            if node.values:
                longest = index, node.values[0]
            following = node.following
        return longest

    def all_at(self, items: Sequence[Item], index: int) -> list[tuple[int, Value]]:
        """The phrases that start at an index, the longest first."""
        following, word = self._forward.following, self._word
        found: list[tuple[int, Value]] = []
        while index < len(items) and (node := following.get(word(items[index]))) is not None:
            index += 1
            found[:0] = [(index, value) for value in node.values]
            following = node.following
        return found

    def before(self, items: Sequence[Item], index: int, lowest: int = 0) -> tuple[int, Value] | None:
        """The longest phrase that ends before an index, as (index of its first item, value).

        lowest: the first item that it may take in.
        """
        following, word = self._backward.following, self._word
        longest = None
        while index > lowest and (node := following.get(word(items[index - 1]))) is not None:
            index -= 1
            if node.values:
                longest = index, node.values[0]
            following = node.following
        return longest

    def find(
        self, items: Sequence[Item], places: Mapping[str, Sequence[int]]
    ) -> Iterator[tuple[int, int, Value]]:
        """All phrases of a text as (start, end, value), leftmost and longest first, without overlap.

        places: the indices of each word of the text. Few of its words start a phrase: only these are visited.
        """
        free = 0
        opening = self.starts.keys() & places.keys()
        for start in sorted(index for word in opening for index in places[word]):
            if start >= free and (found := self.at(items, start)) is not None:
                free, value = found
                yield start, free, value

    @staticmethod
    def _add(node: _Node[Value], words: Sequence[str], value: Value) -> None:
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.values = (*node.values, value)


def places_of(words: Iterable[str]) -> dict[str, list[int]]:
    """The indices of each word of a text, as `PhraseTable.find` takes them."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        places.setdefault(word, []).append(index)
    return places


def locution_table(entries: Iterable[tuple[str, Value]]) -> PhraseTable[str, Value]:
    """A table of locutions, looked up in the normal forms of the words of a text.

    entries: locutions as written in a lexicon, with their values. One that ends in "de" or "à" also matches
    its contractions: "en raison de" matches "en raison du".
    """
    spelled = [(split(locution), value) for locution, value in entries]
    contracted = [
        ((*words[:-1], contraction), value)
        for words, value in spelled
        for contraction, preposition in CONTRACTED.items()
        if preposition == words[-1]
    ]
    return PhraseTable([*spelled, *contracted], word=str)


def split(locution: str) -> tuple[str, ...]:
    """The words of a locution as the tokenizer splits them, elisions written out: "d'après" → de, après."""
    words: list[str] = []
    for piece in locution.split():
        inverted = INVERTED.search(piece)
        word = piece[: inverted.start()] if inverted else piece
        head, apostrophe, rest = word.partition("'")
        if rest in PRONOUNS_AFTER_SI and head == "s":
            words += ["si", rest]
        elif apostrophe and rest and word != EUPHONIC and _is_elided(head + apostrophe):
            words += [f"{head}e", rest]
        else:
            words.append(word)
        if inverted:
            words.append(inverted.group())
    return tuple(words)


def _is_elided(form: str) -> bool:
    """Whether the tokenizer parts a form from the word after it: "d'", "jusqu'", not "quelqu'"."""
    return len(form) <= 3 or grammar.ELIDED in grammar.classes_of_form(form)
