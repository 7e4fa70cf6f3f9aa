"""Decides whether a number without a unit is money: an investment of "10 milliards" is, an audience is not.

The evidence is in the sentence around it: words of money, nouns of other countable things, amounts nearby.
"""

from __future__ import annotations

from bisect import bisect

from claimx.values.amounts.context_words import ContextWords, context_words
from claimx.values.amounts.currencies import currency_at
from claimx.values.amounts.multipliers import multiplier_at
from claimx.values.amounts.units import Quantity
from claimx.values.scanner import NUMBER, WORD, Token, ends_sentence

BILLION = 1_000_000_000
_MILLION = 1_000_000
_MAX_TOKENS_TO_CUE = 25
_MAX_TOKENS_TO_NEGATION = 4
_MAX_TOKENS_TO_PRICE = 12
_MIN_UNDOUBTED_VALUE = 10
_RIGHT_WEIGHT = 2


def counts_something(text: str, tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a noun after a number tells what is counted: "10 millions d'habitants"."""
    noun = quantity.end + 1
    if (
        quantity.scale >= BILLION
        and noun < len(tokens)
        and context_words("security").match(tokens[noun].norm)
    ):
        # "12 milliards d'actions" is an amount in a context of money, which the caller checks next.
        return False
    return counts_after(text, tokens, quantity.end)


def counts_after(text: str, tokens: list[Token], index: int) -> bool:
    """Whether what stands at a token is counted: "d'habitants", "utilisateurs", "%", but not "de dettes"."""
    if index >= len(tokens):
        return False
    after = tokens[index]
    if after.norm == "%":
        return True
    if after.norm not in ("de", "d'", "des"):
        return after.kind == WORD and context_words("count").match(after.norm)
    if index + 1 >= len(tokens):
        return False
    noun = tokens[index + 1]
    if noun.kind != WORD or context_words("object").match(noun.norm):
        return False
    return currency_at(text, tokens, index + 1) is None


def distance(tokens: list[Token], first: int, end: int, words: ContextWords) -> int:
    """Distance in tokens to the nearest cue of the sentence; for cues after the number it is doubled."""
    for away in range(1, _MAX_TOKENS_TO_CUE):
        index = first - away
        if index < 0 or ends_sentence(tokens, index):
            break
        if words.match(tokens[index].norm) and not _has_own_number(tokens, index):
            nearest = away
            break
    else:
        nearest = _MAX_TOKENS_TO_CUE * 2
    if first - away < 0 or ends_sentence(tokens, first - away):
        nearest = _MAX_TOKENS_TO_CUE * 2
    for away in range(1, min(_MAX_TOKENS_TO_CUE, nearest // _RIGHT_WEIGHT + 1)):
        index = end - 1 + away
        if index >= len(tokens) or ends_sentence(tokens, index):
            break
        if words.match(tokens[index].norm) and not (_has_own_number(tokens, index) and index > end + 2):
            return min(nearest, away * _RIGHT_WEIGHT)
    return nearest


def _goes_on_counting(text: str, tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a number counts the same things as the one before, with no word of money in between.

    "4 millions de visiteurs, puis 3 millions", but "2 millions de clients ont payé 3 milliards".
    """
    for index in range(quantity.first - 1, max(-1, quantity.first - _MAX_TOKENS_TO_CUE), -1):
        if ends_sentence(tokens, index) or context_words("money").match(tokens[index].norm):
            return False
        found = multiplier_at(text, tokens, index)
        if found is not None and found[0] >= _MILLION:
            return counts_after(text, tokens, found[1])
    return False


def _counts_before(text: str, tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a bare "million" refers to an earlier count: "50 000 tonnes, la moitié du million espéré"."""
    for index in range(quantity.first - 1, max(-1, quantity.first - _MAX_TOKENS_TO_CUE), -1):
        if ends_sentence(tokens, index):
            return False
        if _has_own_number(tokens, index) and context_words("count").match(tokens[index].norm):
            return True
        if multiplier_at(text, tokens, index) is not None and counts_after(text, tokens, index + 1):
            return True
    return False


def _has_own_number(tokens: list[Token], index: int) -> bool:
    """Whether a word has a number of its own before it: "123 000 tonnes"."""
    return index > 0 and tokens[index - 1].kind == NUMBER


def same_sentence(tokens: list[Token], first: int, end: int, *, sentences: int = 0) -> bool:
    """Whether two tokens are at most so many sentence boundaries apart."""
    if end - first > _MAX_TOKENS_TO_CUE * 3:
        return False
    return sum(ends_sentence(tokens, index) for index in range(first, end)) <= sentences


def is_money(text: str, tokens: list[Token], quantity: Quantity, sums: list[tuple[int, int]]) -> bool:
    """Whether a large number without a unit is an amount.

    sums: token ranges (first, end) of the amounts of the text with a currency.
    """
    if counts_something(text, tokens, quantity) or _goes_on_counting(text, tokens, quantity):
        return False
    money = distance(tokens, quantity.first, quantity.end, context_words("money"))
    count = distance(tokens, quantity.first, quantity.end, context_words("count"))
    if count < money:
        return False
    if money < _MAX_TOKENS_TO_CUE * 2:
        return True
    if quantity.magnitude or count < _MAX_TOKENS_TO_CUE * 2 or _counts_before(text, tokens, quantity):
        return False
    if quantity.scale >= BILLION:
        return True
    index = bisect(sums, (quantity.first, 0))
    return any(
        same_sentence(tokens, min(end, quantity.end), max(first, quantity.first), sentences=1)
        for first, end in sums[max(0, index - 1) : index + 1]
    )


def _is_masculine(token: Token) -> bool:
    """Whether a participle agrees with a masculine plural: "livres vendus" are books."""
    return token.kind == WORD and (token.norm.endswith("és") or context_words("masculine").match(token.norm))


def is_not_one(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether "un euro" means no money at all: "sans verser un euro", "n'a pas un euro"."""
    if quantity.digits or quantity.value != 1 or quantity.scale != 1 or quantity.magnitude:
        return False
    for token in reversed(tokens[max(0, quantity.first - _MAX_TOKENS_TO_NEGATION) : quantity.first]):
        if token.kind != WORD or token.norm in ("que", "qu'"):
            return False
        if context_words("without").match(token.norm):
            return True
    return False


def _is_priced(text: str, tokens: list[Token], quantity: Quantity) -> bool:
    """Whether an amount in another currency follows in the sentence: "12 livres vendues 30 euros"."""
    for index in range(quantity.end, min(len(tokens), quantity.end + _MAX_TOKENS_TO_PRICE)):
        if ends_sentence(tokens, index) or tokens[index].norm in "(,;:":
            return False
        found = currency_at(text, tokens, index + 1) if tokens[index].kind == NUMBER else None
        if found is not None and not found.currency.homograph:
            return True
    return False


def is_homograph_money(text: str, tokens: list[Token], quantity: Quantity, *, supported: bool) -> bool:
    """Whether "livres" or "couronnes" after a number is money.

    supported: whether the text mentions a place that uses this currency.
    """
    following = quantity.end < len(tokens) and tokens[quantity.end].norm in ("de", "d'")
    after = tokens[quantity.end] if quantity.end < len(tokens) else None
    masculine = quantity.currency is not None and quantity.currency.homograph == "masculine"
    if after is not None and masculine and _is_masculine(after):
        return False
    if _is_priced(text, tokens, quantity) and not supported:
        return False
    letters = quantity.currency is not None and quantity.currency.kind != "name"
    book = distance(tokens, quantity.first, quantity.end, context_words("book"))
    book = _MAX_TOKENS_TO_CUE * 2 if letters else book
    money = distance(tokens, quantity.first, quantity.end, context_words("money"))
    if book <= _MAX_TOKENS_TO_CUE and not supported and abs(quantity.value) < _MIN_UNDOUBTED_VALUE:
        return False
    if min(book, money) < _MAX_TOKENS_TO_CUE * 2:
        return money < book and not (following and not supported)
    around = tokens[max(0, quantity.first - 3) : quantity.first] + tokens[quantity.end : quantity.end + 3]
    alone = not any(token.kind in (WORD, NUMBER) for token in around)
    return alone or (supported and not following)
