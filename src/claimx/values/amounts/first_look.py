"""A fast look at a text, before it is read: whether it may hold an amount at all.

Most sentences hold none, so that this look takes most of the time of ``find_amounts`` on ordinary text. It
works on bytes if the Western code page has all characters of the text: the letters of French, quotation
marks, the common currency signs. Other texts are searched with a pattern.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimx.values.amounts.currencies import tables
from claimx.values.amounts.multipliers import multipliers
from claimx.values.amounts.scaled import MIN_BARE_AMOUNT
from claimx.values.visible import INVISIBLE

_CODE_PAGE = "cp1252"
_NARROW_SPACE = "\u202f"
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+|[^\w\s.,;:!?'’\"()-]")


def may_have_amounts(text: str) -> bool:
    """Whether a text contains a word or symbol of money, or an invisible character."""
    try:
        written = text.replace(_NARROW_SPACE, " ").encode(_CODE_PAGE)
    except UnicodeEncodeError:
        return not _triggers().isdisjoint(_WORDS.findall(text))
    table = _bytes()
    if written.translate(None, table.no_signs):
        return True
    return not table.words.isdisjoint(written.translate(table.letters).split())


class _Bytes(NamedTuple):
    """The triggers in the code page.

    words: those of letters. letters: turns every other byte into a space. no_signs: the bytes that are no
    sign or invisible character among the triggers.
    """

    words: frozenset[bytes]
    letters: bytes
    no_signs: bytes


@cache
def _bytes() -> _Bytes:
    characters = [bytes([code]).decode(_CODE_PAGE, "replace") for code in range(256)]
    letters = {code for code, written in enumerate(characters) if _LETTER.fullmatch(written)}
    signs = {code for code, written in enumerate(characters) if written in _triggers()} - letters
    return _Bytes(
        frozenset(word.encode(_CODE_PAGE) for word in _triggers() if _is_encoded(word)),
        bytes(code if code in letters else ord(" ") for code in range(256)),
        bytes(code for code in range(256) if code not in signs),
    )


def _is_encoded(word: str) -> bool:
    try:
        word.encode(_CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _triggers() -> frozenset[str]:
    """Words and symbols of which every amount contains one."""
    # A smaller multiplier makes an amount only with a currency, which is a trigger itself.
    large = {form for form, (value, _) in multipliers().items() if value >= MIN_BARE_AMOUNT and len(form) > 1}
    cased = {form.upper() for form in large} | {form.capitalize() for form in large}
    every = tables().triggers | large | cased | INVISIBLE
    return frozenset(word for word in every if _WORDS.fullmatch(word))
