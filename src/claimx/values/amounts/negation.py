"""Whether a negation has a bound in its scope: "n'a pas dépensé plus de", "ne peut être supérieur à".

Its scope are the complements of its own verb: not another clause ("ne dit pas qu'il gagne plus de"), not the
inside of a noun phrase ("n'a pas confirmé un budget de plus de"), nor an infinitive after a word that does
not pass negation on ("ne cache pas gagner plus de", "n'exclut pas de dépasser").
"""

from __future__ import annotations

from functools import cache
from itertools import dropwhile

from claimx.lexicons import read
from claimx.values.scanner import BREAK, MARK, NUMBER, Token

_MAX_SUBJECT_TOKENS = 4
_MAX_TOKENS_TO_NEGATION = 14
_MIN_INFINITIVE_LETTERS = 4
_INFINITIVES = ("er", "ir", "oir", "re")
_PARTICIPLES = ("é", "i", "u", "is", "it", "és", "ée", "ées", "ert")


@cache
def _words(side: str) -> frozenset[str]:
    return frozenset(row["phrase"] for row in read("bounds") if row["side"] == side)


@cache
def _particles() -> frozenset[str]:
    return _words("negated") | _words("particle")


def negation_before(tokens: list[Token], start: int, lowest: int, *, compared: bool) -> int | None:
    """The first token of the negation with a bound in its scope; None if there is none.

    start: the first token of the bound. lowest: how far to the left to look. compared: whether the bound is a
    comparison after the verb ("plus de") and not the verb itself ("dépasse").
    """
    found = _negation_of_verb(tokens, start, lowest, compared=compared)
    alone = found is None and compared and start > lowest and tokens[start - 1].norm in _words("alone")
    return start - 1 if alone else found


def _negation_of_verb(tokens: list[Token], start: int, lowest: int, *, compared: bool) -> int | None:
    """The first token of the negation of the verb that takes the bound, as in negation_before."""
    for place in range(start - 1, max(lowest, start - _MAX_TOKENS_TO_NEGATION) - 1, -1):
        token = tokens[place]
        if token.kind == BREAK or (token.kind == MARK and token.norm != "-") or token.kind == NUMBER:
            return None
        if token.norm == "sans":
            return place if _without(tokens, place, start, compared=compared) else None
        if token.norm in _words("negation"):
            between = [token.norm for token in tokens[place + 1 : start]]
            subject = any(
                word.norm in _words("particle")
                for word in tokens[max(0, place - _MAX_SUBJECT_TOKENS) : place]
            )
            reaches = _reaches_comparison(between, subject) if compared else _reaches_verb(between)
            return place if reaches else None
        if token.norm in _words("barrier"):
            return None
    return None


def restricts(tokens: list[Token], start: int, lowest: int) -> bool:
    """Whether "ne" gives "plus que" the sense of "only": "n'a plus que 40 millions"."""
    for token in reversed(tokens[max(lowest, start - _MAX_TOKENS_TO_NEGATION) : start]):
        if token.kind in (BREAK, MARK) or token.norm in _words("barrier"):
            return False
        if token.norm in _words("negation"):
            return True
    return False


def _without(tokens: list[Token], place: int, start: int, *, compared: bool) -> bool:
    """Whether "sans" governs the bound: "sans dépasser", "sans jamais gagner plus de"."""
    between = [token.norm for token in tokens[place + 1 : start] if token.norm not in _words("negated")]
    between = [norm for norm in between if norm not in _words("clitic")]
    return len(between) == 1 and _is_infinitive(between[0]) if compared else len(between) < 3


def _reaches_verb(between: list[str]) -> bool:
    """Whether "ne" and the words up to a verb of bound negate that verb: "ne devrait pas dépasser"."""
    if any(map(_holds, between)):
        return False
    verb = next(
        (norm for norm in between if norm not in _words("clitic") and norm not in _words("negated")), ""
    )
    return not verb or verb in _words("through") or len(between) < 4


def _reaches_comparison(between: list[str], subject: bool) -> bool:
    """Whether "ne" and the words up to a comparison negate the verb that takes it.

    subject: whether "aucun" or "personne" precedes "ne".
    """
    words = list(dropwhile(_words("clitic").__contains__, between))
    if not words:
        return False
    particles = [index for index, norm in enumerate(words) if norm in _particles()]
    verb = words[0]
    if not particles and not subject and verb not in _words("lone"):
        return False
    inside = words[particles[-1] + 1 if particles else 1 :]
    if inside and _is_infinitive(inside[0]) and verb not in _words("through"):
        return False
    if any(norm in _words("partial") for norm in inside) or _is_held(words):
        return False
    if inside and inside[-1] in ("de", "d'", "du", "des"):
        # "n'a pas bénéficié de plus de", but "n'a pas confirmé un budget de plus de".
        return len(inside) == 1 or (len(inside) == 2 and inside[0].endswith(_PARTICIPLES))
    # "ne vend jamais une bête à moins de", but "n'a pas visité la maison à plus de".
    return not (len(inside) > 2 and inside[-1] == "à" and inside[-3] in _words("definite"))


def _is_held(words: list[str]) -> bool:
    """Whether a word keeps the negation from an infinitive after it: "n'a pas nié avoir reçu plus de"."""
    holding = next((place for place, norm in enumerate(words) if _holds(norm)), len(words))
    return any(map(_is_infinitive, words[holding + 1 :]))


def _holds(norm: str) -> bool:
    stems, whole = _holding()
    return norm in whole or norm.startswith(stems)


@cache
def _holding() -> tuple[tuple[str, ...], frozenset[str]]:
    words = _words("hold")
    stems = tuple(sorted(word.removesuffix("-") for word in words if word.endswith("-")))
    return stems, frozenset(word for word in words if not word.endswith("-"))


def _is_infinitive(norm: str) -> bool:
    return len(norm) >= _MIN_INFINITIVE_LETTERS and norm.endswith(_INFINITIVES)
