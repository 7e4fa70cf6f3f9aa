"""Cut a text into the tokens that the money and date grammars read: numbers, words, marks.

"entre 10 et 1 234,5 M€" → entre, 10, et, 1 234,5, M, €
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
    return [
        Token(match.lastindex or MARK, match.start(), match.end(), match.group().lower().replace("’", "'"))
        for match in _TOKEN.finditer(text)
    ]


def key(norm: str) -> str:
    """What a word counts as in a phrase: "des" and "d'" as "de", "aux" as "à"."""
    return CONTRACTED.get(norm, norm)


V = TypeVar("V")


class Phrases(Generic[V]):
    """Phrases of one or more tokens, looked up forwards or backwards, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, V]], *, contracted: bool = False) -> None:
        self._key = key if contracted else str
        self._forward: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._backward: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in entries:
            norms = tuple(self._key(token.norm) for token in scan(phrase))
            self._forward.setdefault(norms[0], []).append((norms, value))
            self._backward.setdefault(norms[-1], []).append((norms, value))
        for table in (self._forward, self._backward):
            for options in table.values():
                options.sort(key=lambda option: -len(option[0]))

    @property
    def starts(self) -> Mapping[str, object]:
        """The first words of all phrases."""
        return self._forward

    def at(self, tokens: list[Token], index: int) -> tuple[int, V] | None:
        """The longest phrase that starts at a token, as (index after it, value)."""
        return next(self.all_at(tokens, index), None)

    def all_at(self, tokens: list[Token], index: int) -> Iterator[tuple[int, V]]:
        """The phrases that start at a token, the longest first."""
        for norms, value in self._forward.get(self._key(tokens[index].norm), ()):
            if len(norms) == 1 or self._same(tokens, index, norms):
                yield index + len(norms), value

    def before(self, tokens: list[Token], index: int, lowest: int = 0) -> tuple[int, V] | None:
        """The longest phrase that ends before a token, as (index of its first token, value).

        lowest: the first token that it may take in.
        """
        if index <= lowest:
            return None
        for norms, value in self._backward.get(self._key(tokens[index - 1].norm), ()):
            first = index - len(norms)
            if first >= lowest and self._same(tokens, first, norms):
                return first, value
        return None

    def _same(self, tokens: list[Token], first: int, norms: tuple[str, ...]) -> bool:
        if first + len(norms) > len(tokens):
            return False
        for offset, norm in enumerate(norms):  # noqa: SIM110 (a loop takes half the time here)
            if self._key(tokens[first + offset].norm) != norm:
                return False
        return True
