"""Start of an attribution's scope."""

from claimx import annotations
from claimx.syntax.span_groups import group
from claimx.syntax.words import Parse


def after_colon(parse: Parse, start: int, end: int) -> int:
    """Start of the scope of an attribution at the end of a sentence: after the last colon before it, if any.

    "Il faut attendre : la ligne est fermée, selon X". Colons inside a quotation do not count. start, end: the
    word indices between which the colon is searched.
    """
    quotes = group(parse, annotations.QUOTES)
    colons = (index for index in range(start, end) if parse[index].text == ":" and not quotes.at(index))
    return max(colons, default=start - 1) + 1
