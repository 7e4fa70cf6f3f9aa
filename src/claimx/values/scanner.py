"""Tokenizer of the amount and date grammars: numbers, words, punctuation marks.

"entre 10 et 1 234,5 M€" → entre, 10, et, 1 234,5, M, €
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, TypeVar

from claimx.lexicons import phrases
from claimx.lexicons.phrases import PhraseTable

Value = TypeVar("Value")

NUMBER, WORD, BREAK, MARK = 1, 2, 3, 4
_SPACE = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_TOKEN = re.compile(
    rf"""
    ( [0-9]{{1,3}} (?: (?: [{_SPACE}]{{1,3}}[0-9]{{3}} )+ (?![0-9])               # 1 234 567,89
                         (?: [.,][0-9]+ | [{_SPACE}],[0-9]{{1,2}} (?![0-9]) )?
                     | (?: \.[0-9]{{3}} )+ (?: [{_SPACE}][0-9]{{3}} )+ (?![0-9]) # 1.234 567
                     | (?: \.[0-9]{{3}} )+ (?![0-9.]) (?: ,[0-9]+ )?             # 1.234.567,89
                     | (?: ['’][0-9]{{3}} )+ (?![0-9]) (?: [.,][0-9]+ )?         # 1'234.50
                     | (?: ,[0-9]{{3}} )+ \.[0-9]+                               # 1,234,567.89
                     | (?: ,[0-9]{{3}} ){{2,}} (?![0-9]) )
      | [0-9]+ (?: [.,][0-9]+ | [{_SPACE}],[0-9]{{1,2}} (?![0-9]) )? )           # 12,5, 12 ,5
    | ( (?: [cdjlmnstCDJLMNST] | [qQ]u | [jJ]usqu | [lL]orsqu | [pP]uisqu )['’] | [^\W\d_]+ )
    | ( \n[ \t\r]*\n )
    | ( [^\w\s] | [_\d] )                            # \d: the digits of other scripts
    """,
    re.VERBOSE,
)
# Contractions count as their preposition, so that "inférieur aux" is found under "inférieur à".
CONTRACTED = {"d'": "de", **phrases.CONTRACTED}


class Token(NamedTuple):
    """One token: its kind, its offsets in the text, its text in lower case with a straight apostrophe."""

    kind: int
    start: int
    end: int
    norm: str


def scan(text: str) -> list[Token]:
    """All tokens of a text, white space left out (a blank line is a BREAK)."""
    # The pattern treats both apostrophes alike; replacing one keeps the offsets.
    matches = _TOKEN.finditer(text.replace("’", "'"))
    # tuple.__new__ directly: the constructor of a NamedTuple is written in Python and doubles the time.
    make = tuple.__new__
    return [
        make(Token, (match.lastindex or MARK, match.start(), match.end(), match[0].lower()))
        for match in matches
    ]


class ScannedText:
    """A text and its tokens, scanned at the first question: the finders of amounts and dates share them."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens of the text, as `scan` gives them; not to be changed."""
        return scan(self.text)


def key(norm: str) -> str:
    """The form under which phrase tables list a word: "de" for "des" and "d'", "à" for "aux"."""
    return CONTRACTED.get(norm, norm)


def ends_sentence(tokens: list[Token], index: int) -> bool:
    """Whether a token ends a sentence: a blank line, or a full stop before a space."""
    token = tokens[index]
    if token.kind == BREAK:
        return True
    if token.kind != MARK or token.norm not in ".!?":
        return False
    return index + 1 == len(tokens) or tokens[index + 1].start > token.end


def token_phrases(
    entries: Iterable[tuple[str, Value]], *, contracted: bool = False
) -> PhraseTable[Token, Value]:
    """A table of phrases to look up among tokens.

    entries: phrases as written. contracted: whether "du" matches "de", and "aux" matches "à".
    """
    if contracted:
        words = [([key(token.norm) for token in scan(phrase)], value) for phrase, value in entries]
        return PhraseTable(words, word=_contracted_norm)
    return PhraseTable(
        [([token.norm for token in scan(phrase)], value) for phrase, value in entries], word=_norm
    )


_norm = attrgetter("norm")


def _contracted_norm(token: Token) -> str:
    return CONTRACTED.get(token.norm, token.norm)
