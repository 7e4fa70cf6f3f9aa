"""Cut a text into the tokens that the money and date grammars read: numbers, words, marks.

"entre 10 et 1 234,5 M€" → entre, 10, et, 1 234,5, M, €
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import Generic, NamedTuple, TypeVar

NUMBER, WORD, BREAK, MARK = 1, 2, 3, 4
_SPACE = " \u00a0\u202f\u2009"
_TOKEN = re.compile(
    rf"""
    ( [0-9]{{1,3}} (?: (?: [{_SPACE}][0-9]{{3}} )+ (?![0-9]) (?: [.,][0-9]+ )?   # 1 234 567,89
                     | (?: \.[0-9]{{3}} )+ (?![0-9.]) (?: ,[0-9]+ )?             # 1.234.567,89
                     | (?: ['’][0-9]{{3}} )+ (?![0-9]) (?: [.,][0-9]+ )?         # 1'234.50
                     | (?: ,[0-9]{{3}} )+ \.[0-9]+                               # 1,234,567.89
                     | (?: ,[0-9]{{3}} ){{2,}} (?![0-9]) )
      | [0-9]+ (?: [.,][0-9]+ )? )
    | ( (?: [cdjlmnstCDJLMNST] | [qQ]u | [jJ]usqu | [lL]orsqu | [pP]uisqu )['’] | [^\W\d_]+ )
    | ( \n[ \t\r]*\n )
    | ( [^\w\s] | [_\d] )                            # \d: the digits of other scripts
    """,
    re.VERBOSE,
)
# Contractions count as their preposition, so that "inférieur aux" is found under "inférieur à".
CONTRACTED = {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}


class Token(NamedTuple):
    """One token: its kind, its offsets in the text, its text in lower case with a straight apostrophe."""

    kind: int
    start: int
    end: int
    norm: str


def scan(text: str) -> list[Token]:
    """All tokens of a text, white space left out (a blank line is a BREAK)."""
    return list(_scanned(text))


# The grammar of money and that of dates read the same text; its stamps of publication are read in between.
@lru_cache(maxsize=4)
def _scanned(text: str) -> tuple[Token, ...]:
    # One apostrophe is as good as the other to the pattern, and replacing it keeps the offsets.
    matches = _TOKEN.finditer(text.replace("’", "'"))
    # tuple.__new__ itself: a NamedTuple calls it from Python, which takes as long again.
    make = partial(tuple.__new__, Token)
    return tuple([make((match.lastindex or MARK, *match.span(), match.group().lower())) for match in matches])


def key(norm: str) -> str:
    """What a word counts as in a phrase: "des" and "d'" as "de", "aux" as "à"."""
    return CONTRACTED.get(norm, norm)


V = TypeVar("V")


class _Node(Generic[V]):
    """The phrases that begin with the words on the way to here: what may follow, and what ends here."""

    __slots__ = ("following", "values")

    def __init__(self) -> None:
        self.following: dict[str, _Node[V]] = {}
        self.values: tuple[V, ...] = ()


class Phrases(Generic[V]):
    """Phrases of one or more tokens, looked up forwards or backwards, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, V]], *, contracted: bool = False) -> None:
        self._key = key if contracted else str
        self._forward: _Node[V] = _Node()
        self._backward: _Node[V] = _Node()
        for phrase, value in entries:
            norms = [self._key(token.norm) for token in scan(phrase)]
            self._add(self._forward, norms, value)
            self._add(self._backward, norms[::-1], value)

    @property
    def starts(self) -> Mapping[str, object]:
        """The first words of all phrases."""
        return self._forward.following

    def at(self, tokens: list[Token], index: int) -> tuple[int, V] | None:
        """The longest phrase that starts at a token, as (index after it, value)."""
        found = self.all_at(tokens, index)
        return found[0] if found else None

    def all_at(self, tokens: list[Token], index: int) -> list[tuple[int, V]]:
        """The phrases that start at a token, the longest first."""
        following, key_of = self._forward.following, self._key
        found: list[tuple[int, V]] = []
        while index < len(tokens) and (node := following.get(key_of(tokens[index].norm))) is not None:
            index += 1
            found[:0] = [(index, value) for value in node.values]
            following = node.following
        return found

    def before(self, tokens: list[Token], index: int, lowest: int = 0) -> tuple[int, V] | None:
        """The longest phrase that ends before a token, as (index of its first token, value).

        lowest: the first token that it may take in.
        """
        following, key_of = self._backward.following, self._key
        longest = None
        while index > lowest and (node := following.get(key_of(tokens[index - 1].norm))) is not None:
            index -= 1
            if node.values:
                longest = index, node.values[0]
            following = node.following
        return longest

    @staticmethod
    def _add(node: _Node[V], norms: list[str], value: V) -> None:
        for norm in norms:
            node = node.following.setdefault(norm, _Node())
        node.values = (*node.values, value)
