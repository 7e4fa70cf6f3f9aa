"""Lists whose unit stands once, with the last number: "2, 3 et 5 milliards d'euros"."""

from __future__ import annotations

from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.units import Quantity
from claimx.values.numbers import times
from claimx.values.scanner import NUMBER, WORD, Token, key


def share_lists(text: str, tokens: list[Token], found: list[Quantity]) -> None:
    """Give the bare numbers of a list the unit of its last: "2, 3 et 5 milliards d'euros"."""
    follows = False
    for low, high in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        between = tokens[low.end].norm if high.first == low.end + 1 else ""
        follows = (
            between in (("et", ",") if follows else ("et",))
            and low.digits
            and high.digits
            and low.currency is None
            and low.scale == 1
            and not low.magnitude
            and not high.magnitude
            and (high.currency is not None or high.scale > 1)
            and not is_year(tokens, low)
            and not _is_numbered(text, tokens, low.first)
            and (high.scale > 1 or _opens_list(tokens, low.first))
        )
        if follows:
            low.unit_of = high.unit_of or high
            low.value, low.scale = times(low.value, high.scale), high.scale
            low.currency = high.currency


def _opens_list(tokens: list[Token], index: int) -> bool:
    """Whether a list of small sums may begin at a number: "des billets de 10 et 20 euros"."""
    if index == 0:
        return True
    before = tokens[index - 1].norm
    if before == ",":
        return index > 1 and tokens[index - 2].kind == NUMBER
    return context_words("list").match(key(before))


def _is_numbered(text: str, tokens: list[Token], index: int) -> bool:
    """Whether a bare number opens a range or numbers a thing: "entre 2 et 5", "article 2", "la Ligue 1"."""
    if index == 0:
        return False
    before = tokens[index - 1]
    name = before.kind == WORD and index > 1 and text[before.start].isupper()
    return name or before.norm == "entre" or context_words("numbered").match(before.norm)


def is_year(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether four bare digits may be a year."""
    written = tokens[quantity.first].norm
    return quantity.end - quantity.first == 1 and len(written) == 4 and written[:2] in ("19", "20")
