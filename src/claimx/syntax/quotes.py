"""Quotations: « Nous sommes prêts », "...", “...” and quotes that are never closed.

Example: in "« Nous investirons 2 M€ », a indiqué le groupe" the words between « and » are one quote.
"""

from collections.abc import Iterator

from claimx.annotations import Annotation
from claimx.syntax.words import Parse, Word

PAIRS = {"«": "»", "“": "”", "‹": "›", "„": "“"}
# Marks that open or close a quotation alike, those that open one, and those that close one. French text has “
# as an opening mark far more often than as the closing mark of „.
STRAIGHT = frozenset({'"', "''"})
OPENING = frozenset(PAIRS)
CLOSING = frozenset(PAIRS.values()) - OPENING
TYPOGRAPHIC = OPENING | CLOSING
MAX_TOKENS_IN_NESTED = 80
# Where a quotation may end.
ENDING = CLOSING | STRAIGHT


def find_quotes(parse: Parse, *, max_tokens: int) -> Iterator[Annotation]:
    """The outermost quotations of a text, without their marks, as annotations ``closed`` or ``open``.

    max_tokens: the maximal length of an unclosed quote, which also ends with its paragraph. A paragraph that
    opens with the same mark continues the quote, by the typographic convention of the press. A quotation
    within another between the same marks is ``closed`` too.
    """
    opened: int | None = None
    closing, inner = "", None
    for index, token in enumerate(parse):
        word = token.text
        if opened is None:
            if word in PAIRS or word in STRAIGHT:
                opened, closing, inner = index, PAIRS.get(word, word), None
            continue
        if inner is None and word == parse[opened].text != closing and _is_nested(parse, index, closing):
            inner = index
        elif word == closing and inner is not None:
            yield from _mark(parse, inner + 1, index, "closed")
            inner = None
        elif word == closing:
            yield from _mark(parse, opened + 1, index, "closed")
            opened = None
        elif index - opened > max_tokens or (token.is_space and _ends_paragraph(parse, index, opened)):
            yield from _mark(parse, opened + 1, index, "open")
            opened = None
    if opened is not None:
        yield from _mark(parse, opened + 1, len(parse), "open")


def _is_nested(parse: Parse, index: int, closing: str) -> bool:
    """Whether a mark opens a quotation within another: two closing marks follow before an opening one."""
    opening, closed = parse[index].text, 0
    if parse[index - 1].is_space:
        return False  # a paragraph that continues the quotation
    for word in parse[index + 1 : index + MAX_TOKENS_IN_NESTED]:
        closed += word.text == closing
        if word.text == opening or closed > 1 or (word.is_space and "\n" in word.text):
            break
    return closed > 1


def ends_quotation(word: Word) -> bool:
    """Whether a word is a mark that may close a quotation, or the comma, ``!`` or ``?`` right after one."""
    if word.text in {",", "!", "?"}:
        before = previous_word(word.parse, word.i)
        return before is not None and before.text in ENDING
    return word.text in ENDING


def previous_word(parse: Parse, index: int) -> Word | None:
    """The last word before a word index that is not white space, or None."""
    while index > 0 and parse[index - 1].is_space:
        index -= 1
    return parse[index - 1] if index > 0 else None


def _ends_paragraph(parse: Parse, index: int, opened: int) -> bool:
    """Whether a blank line ends a quote: not if the next paragraph repeats its opening mark."""
    if parse[index].text.count("\n") < 2:
        return False
    mark = parse[opened].text
    return index + 1 >= len(parse) or parse[index + 1].text != mark or mark in STRAIGHT


def _mark(parse: Parse, start: int, end: int, label: str) -> Iterator[Annotation]:
    while start < end and parse[start].is_space:
        start += 1
    while end > start and parse[end - 1].is_space:
        end -= 1
    if end > start:
        yield Annotation(parse[start].idx, parse[end - 1].end, label)
