"""Lists with one unit for all: "2, 3 et 5 milliards d'euros", "3,1 milliards d'euros, contre 2,9"."""

from __future__ import annotations

from decimal import Decimal

from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.disambiguation import counts_after
from claimx.values.amounts.units import Quantity
from claimx.values.numbers import times
from claimx.values.scanner import NUMBER, WORD, Token, ends_sentence, key

_HUNDREDTH = Decimal("0.01")
_THOUSAND = Decimal(1000)
_MIN_ELLIPTICAL_SCALE = Decimal(1_000_000)
_MAX_TOKENS_TO_ANTECEDENT = 20
_MAX_TOKENS_FROM_EN = 40  # which takes up the sentence before
_MAX_SINGLE_DIGIT = 9


def share_lists(text: str, tokens: list[Token], found: list[Quantity]) -> None:
    """Give the bare numbers of a list the unit of the last one: "2, 3 et 5 milliards d'euros"."""
    index = len(found) - 1
    while index > 0:
        first = _first_of_list(text, tokens, found, index)
        last = found[index]
        length = index - first + 1
        if length > 1 and _shares(tokens, found[first], last, length):
            for low in found[first:index]:
                factor = _HUNDREDTH if last.hundredth else last.scale
                low.value, low.scale = times(low.value, factor), last.scale
                low.currency, low.unit_of = last.currency, last
                low.is_listed = length > 2
            last.is_listed = length > 2
        index = min(index - 1, first)


def _first_of_list(text: str, tokens: list[Token], found: list[Quantity], last: int) -> int:
    """The index of the first quantity of the list that ends with one: commas, then "et" or "ou"."""
    high = found[last]
    if not high.digits or high.magnitude or (high.currency is None and high.scale == 1):
        return last
    first = last
    while first > 0:
        low, following = found[first - 1], found[first]
        between = tokens[low.end].norm if following.first == low.end + 1 else ""
        linked = between in ("et", "ou") if first == last else between == ","
        bare = low.digits and low.currency is None and low.scale == 1 and not low.magnitude
        if not (linked and bare) or is_year(tokens, low) or _is_numbered(text, tokens, low.first):
            break
        first -= 1
    return first


def _shares(tokens: list[Token], first: Quantity, last: Quantity, length: int) -> bool:
    """Whether the numbers of a list share the unit of the last; two small ones only if a word opens it."""
    linked = tokens[last.first - 1].norm
    if length > 2:
        return True
    return linked == "et" and (last.scale > 1 or _opens_list(tokens, first.first))


def share_ellipses(text: str, tokens: list[Token], found: list[Quantity]) -> None:
    """Give a bare number after "contre" or "dont" the multiplier before it: "3,1 milliards, contre 2,9"."""
    low: Quantity | None = None
    for high in found:
        if high.scale != 1 or high.currency is not None:
            low = high if high.scale >= _MIN_ELLIPTICAL_SCALE and not high.magnitude else None
        elif low is not None and _is_ellipsis(text, tokens, low, high):
            high.value, high.scale = times(high.value, low.scale), low.scale
            high.currency, high.unit_of = low.currency, low.unit_of or low
        elif low is not None and _counts_things(tokens, high):
            low = None  # "pèse 3 milliards, emploie 200 personnes et en recrutera 50"


def _counts_things(tokens: list[Token], number: Quantity) -> bool:
    """Whether a plural noun after a bare number may be what a later number counts too."""
    noun = tokens[number.end] if number.end < len(tokens) else None
    if noun is None or noun.kind != WORD or not (number.digits or number.value > _MAX_SINGLE_DIGIT):
        return False
    return noun.norm.endswith(("s", "x")) and not context_words("measure").match(noun.norm)


def _is_ellipsis(text: str, tokens: list[Token], low: Quantity, high: Quantity) -> bool:
    """Whether a number is compared with the amount before, repeats it or is a part of it, and has no unit.

    "contre 2,9 un an plus tôt", "dont 40 d'argent public", "les fondateurs en réclamaient 900".
    """
    if not high.digits or high.value >= _THOUSAND:
        return False
    before = tokens[high.first - 1]
    taken_up = high.first > 1 and before.kind == WORD and tokens[high.first - 2].norm == "en"
    if not taken_up and not context_words("ellipsis").match(before.norm):
        return False
    longest = _MAX_TOKENS_FROM_EN if taken_up else _MAX_TOKENS_TO_ANTECEDENT
    if high.first - low.end > longest or (taken_up and low.currency is None):
        return False
    if sum(ends_sentence(tokens, place) for place in range(low.end, high.first)) > taken_up:
        return False
    if counts_after(text, tokens, low.end) or counts_after(text, tokens, high.end):
        return False
    if high.end >= len(tokens):
        return True
    after = tokens[high.end]
    if key(after.norm) == "de":
        noun = tokens[high.end + 1].norm if high.end + 1 < len(tokens) else ""
        return context_words("object").match(noun) or context_words("money").match(noun)
    if after.kind == WORD:
        return context_words("after_cents").match(after.norm)
    return after.kind != NUMBER and after.norm not in "%-/°²³"


def _opens_list(tokens: list[Token], index: int) -> bool:
    """Whether a list of small sums may begin at a number: "des billets de 10 et 20 euros"."""
    return index == 0 or context_words("list").match(key(tokens[index - 1].norm))


def _is_numbered(text: str, tokens: list[Token], index: int) -> bool:
    """Whether a bare number starts a range or numbers a thing: "entre 2 et 5", "article 2", "la Ligue 1"."""
    if index == 0:
        return False
    before = tokens[index - 1]
    name = before.kind == WORD and index > 1 and text[before.start].isupper()
    return name or context_words("between").match(before.norm) or context_words("numbered").match(before.norm)


def is_year(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether four bare digits may be a year."""
    written = tokens[quantity.first].norm
    return quantity.end - quantity.first == 1 and len(written) == 4 and written[:2] in ("19", "20")
