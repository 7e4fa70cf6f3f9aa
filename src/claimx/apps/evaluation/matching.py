"""Pairs found claims with gold claims, and decides when sources, amounts and dates are equal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from claimx import lexicons
from claimx.apps.evaluation.gold import GoldAmount, GoldClaim, GoldOrganization, GoldSource, Span
from claimx.model import Amount, Claim, Excerpt, Organization, Source

# Share of the shorter predicate's content words that two predicates must have in common.
SHARED = 0.5
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ARTICLE = re.compile(r"^(?:le |la |les |l['’]|un |une |des )")
_ARTICLE_OR_PREPOSITION = re.compile(r"^(?:le |la |les |l['’]|du |des |au |aux |d['’])", re.I)


class Pairing(NamedTuple):
    """Pairs of gold and found claims, and the unpaired claims of each side."""

    pairs: list[tuple[GoldClaim, Claim]]
    missed: list[GoldClaim]
    wrong: list[Claim]


def pairing(text: str, gold: Sequence[GoldClaim], found: Sequence[Claim]) -> Pairing:
    """One-to-one pairs by the overlap of the predicates' content words, best first."""
    gold_words = [_words(text, claim.predicate) for claim in gold]
    found_words = [_words(text, [(claim.predicate.start, claim.predicate.end)]) for claim in found]
    options = []
    for i, one in enumerate(gold_words):
        for j, other in enumerate(found_words):
            shorter = min(len(one), len(other))
            if shorter and len(one & other) / shorter >= SHARED:
                options.append((-len(one & other) / len(one | other), i, j))
    of_gold: dict[int, int] = {}
    taken: set[int] = set()
    pairs = []
    for _, i, j in sorted(options):
        if i not in of_gold and j not in taken:
            of_gold[i] = j
            taken.add(j)
            pairs.append((gold[i], found[j]))
    missed = [claim for i, claim in enumerate(gold) if i not in of_gold]
    return Pairing(pairs, missed, [claim for j, claim in enumerate(found) if j not in taken])


def _words(text: str, spans: Iterable[Span]) -> set[tuple[int, str]]:
    """The content words of a predicate with their offsets; all its words where it has none."""
    words = {
        (start + match.start(), match.group().lower())
        for start, end in spans
        for match in _WORD.finditer(text[start:end])
    }
    return {word for word in words if word[1] not in _function_words()} or words


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicons.read("predicate_function_words"))


def shared(gold: Iterable[Any], found: Iterable[Any], same: Callable[[Any, Any], bool]) -> int:
    """How many gold items were found; each found item counts once."""
    left = list(found)
    count = 0
    for one in gold:
        match = next((index for index, other in enumerate(left) if same(one, other)), None)
        if match is not None:
            count += 1
            del left[match]
    return count


def same_place(gold: Span, found: Excerpt) -> bool:
    """Whether two spans of cues or dates overlap."""
    return gold[0] < found.end and found.start < gold[1]


def same_source(gold: GoldSource, found: Source) -> bool:
    """By place, or by name."""
    if gold.span is not None and same_place(gold.span, found):
        return True
    return any(_same_name(one, other) for one in (gold.name, gold.text) for other in (found.name, found.text))


def same_organization(text: str) -> Callable[[GoldOrganization, Organization], bool]:
    """By name, or by place where the gold mention is a name itself: an anaphor needs the right name."""

    def same(gold: GoldOrganization, found: Organization) -> bool:
        if _same_name(gold.name, found.name):
            return True
        return gold.span is not None and _is_name(text[slice(*gold.span)]) and same_place(gold.span, found)

    return same


def same_amount(gold: GoldAmount, found: Amount) -> bool:
    """By place, bounds and currency; bounds of an order of magnitude are a convention and not compared."""
    if not same_place(gold.span, found):
        return False
    if not gold.has_value:
        return True
    rough = gold.relation == "magnitude" == found.relation
    bounds = _close(gold.minimum, found.minimum) and _close(gold.maximum, found.maximum)
    return (rough or bounds) and gold.currency == (found.currency or None)


def _close(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= 1e-6 * max(1.0, abs(float(one)))


def _same_name(one: str | None, other: str | None) -> bool:
    one, other = _normal(one), _normal(other)
    return bool(one and other) and (one in other or other in one)


def _normal(name: str | None) -> str:
    return _ARTICLE.sub("", re.sub(r"\s+", " ", (name or "").lower().strip()))


def _is_name(mention: str) -> bool:
    return _ARTICLE_OR_PREPOSITION.sub("", mention)[:1].isupper()
