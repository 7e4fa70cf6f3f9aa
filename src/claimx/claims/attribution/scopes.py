"""Where what somebody vouches for begins."""

from claimx import annotations
from claimx.syntax.span_groups import group
from claimx.syntax.words import Parse


def after_colon(parse: Parse, start: int, end: int) -> int:
    """Where what a closing attribution credits begins: "Il faut attendre : la ligne est fermée, selon X".

    A colon within a quotation is the speaker's.
    """
    quotes = group(parse, annotations.QUOTES)
    colons = (index for index in range(start, end) if parse[index].text == ":" and not quotes.at(index))
    return max(colons, default=start - 1) + 1
