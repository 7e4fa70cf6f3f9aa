"""Which claims to keep, and in which order. Each function takes claims and gives some of them back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable
from decimal import Decimal
from typing import Any

from claimx.model import Amount, Claim
from claimx.model.enums import FIRMNESS, Level

Test = Callable[[Claim], bool]


def anchored(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with an organisation, an amount, a source or a hedge, and those that answer one of these."""
    claims = list(claims)
    by_id = {claim.id: claim for claim in claims}
    waiting = [claim for claim in claims if claim.is_anchored]
    kept = {claim.id for claim in waiting}
    while waiting:
        for related in waiting.pop().related:
            if related.claim not in kept and related.claim in by_id:
                kept.add(related.claim)
                waiting.append(by_id[related.claim])
    return tuple(claim for claim in claims if claim.id in kept)


def has_level(levels: Collection[str]) -> Test:
    """Claims of one of these levels."""
    return lambda claim: claim.confidence.level in levels


def has_polarity(polarities: Collection[str]) -> Test:
    """Claims presented as true, as false, or both."""
    return lambda claim: claim.polarity in polarities


def names_organization(names: Iterable[str]) -> Test:
    """Claims with one of these organisations: by its name, its words in the text, or its id.

    Case, accents and the shape of apostrophes are not compared.
    """
    wanted = {_plain(name) for name in names}
    return lambda claim: any(
        word is not None and _plain(word) in wanted
        for one in claim.organizations
        for word in (one.name, one.text, one.id)
    )


def has_source(names: Iterable[str]) -> Test:
    """Claims credited to one of these: by its name or its words in the text, compared like organisations."""
    wanted = {_plain(name) for name in names}
    return lambda claim: any(
        word is not None and _plain(word) in wanted for one in claim.sources for word in (one.name, one.text)
    )


def _plain(name: str) -> str:
    """A name as it may be typed: small letters without accents, single plain spaces, straight apostrophes."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


def reaches(least: Decimal | None, currency: str | None) -> Test:
    """Claims with an amount in this currency whose larger bound, as the text gives it, is so much or more."""
    return lambda claim: any(
        (currency is None or amount.currency == currency)
        and (least is None or ((bound := _bound(amount)) is not None and bound >= least))
        for amount in claim.amounts
    )


def is_dated(since: str | None, until: str | None) -> Test:
    """Claims with a date that may lie between two ISO days, both included; None leaves a side open."""
    return lambda claim: any(
        (date.interval.begin is not None or date.interval.end is not None)
        and (since is None or date.interval.end is None or date.interval.end >= since)
        and (until is None or date.interval.begin is None or date.interval.begin <= until)
        for date in claim.dates
    )


# What claims can be sorted by; what has no such value comes last.
ORDERS = ("position", "level", "score", "amount", "date")


def in_order(claims: Iterable[Claim], by: str) -> tuple[Claim, ...]:
    """The claims by one of ORDERS: as in the text, the firmest, the largest or the earliest first."""
    return tuple(sorted(claims, key=_KEYS[by]))


def _position(claim: Claim) -> Any:
    return (claim.start, claim.end)


def _level(claim: Claim) -> Any:
    level = claim.confidence.level
    return len(FIRMNESS) if level is Level.UNKNOWN else -FIRMNESS.index(level)


def _score(claim: Claim) -> Any:
    score = claim.confidence.score
    return (score is None, -(score or 0.0))


def _amount(claim: Claim) -> Any:
    bounds = [bound for amount in claim.amounts if (bound := _bound(amount)) is not None]
    return (not bounds, -max(bounds, default=Decimal(0)))


def _date(claim: Claim) -> Any:
    days = [day for date in claim.dates if (day := date.interval.begin or date.interval.end)]
    return (not days, min(days, default=""))


_KEYS = dict(zip(ORDERS, (_position, _level, _score, _amount, _date), strict=True))


def _bound(amount: Amount) -> Decimal | None:
    """The larger bound that the text gives."""
    bounds = [Decimal(bound) for bound in (amount.minimum, amount.maximum) if bound is not None]
    return max(bounds, default=None)
