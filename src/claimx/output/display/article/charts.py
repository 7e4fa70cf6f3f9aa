"""The two drawings: the amounts by organisation on a logarithmic axis, and the dates on a time line."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import chain
from math import ceil, floor, isfinite, log10
from typing import NamedTuple

from claimx.model import Amount, Claim, Date
from claimx.output.display import labels
from claimx.output.display.article.axis import SEEN_ROWS, Columns, Row, drawing
from claimx.output.display.article.wording import Words, day

OF_AMOUNTS, OF_DATES = Columns(96, 244), Columns(140, 328)
MAX_TICKS = 4
# In place of a name where a claim has no organisation.
NOBODY = "–"


class _Dot(NamedTuple):
    organization: str
    low: float | None
    high: float | None
    amount: Amount
    claim: Claim

    @property
    def bounds(self) -> list[float]:
        return [bound for bound in (self.low, self.high) if bound is not None]


def amounts_chart(claims: Sequence[Claim], words: Words, prefix: str = "") -> str:
    """A row an amount, those of an organisation together; "" for no amount."""
    dots = list(_dots(claims))
    names = list(dict.fromkeys(dot.organization for dot in dots))
    dots.sort(key=lambda dot: (not dot.organization, names.index(dot.organization)))
    if not dots:
        return ""
    powers = [log10(bound) for dot in dots for bound in dot.bounds]
    first = floor(min(powers))
    last = max(ceil(max(powers)), first + 1)

    def at(bound: float | None) -> float | None:
        return None if bound is None else (log10(bound) - first) / (last - first)

    rows = []
    for number, dot in enumerate(dots):
        same = number not in (0, SEEN_ROWS) and dots[number - 1].organization == dot.organization
        name = "" if same else dot.organization or NOBODY
        link = prefix + dot.claim.id
        level = str(dot.claim.confidence.level)
        value = labels.amount(dot.amount, words["language"])
        others = labels.organizations(dot.claim)
        about = f"{', '.join(others)} {value}" if len(others) > 1 else ""
        rows.append(Row(name, value, at(dot.low), at(dot.high), link, level, about))
    step = ceil((last - first) / MAX_TICKS)
    ticks = [
        ((power - first) / (last - first), _power(power, words["language"]))
        for power in range(first, last + 1, step)
    ]
    return drawing(words["amounts-chart"], rows, ticks, OF_AMOUNTS, more=words["more"])


def _dots(claims: Sequence[Claim]) -> Iterator[_Dot]:
    seen = set()
    for claim in claims:
        for amount in claim.amounts:
            low, high = (None if side is None else float(side) for side in (amount.minimum, amount.maximum))
            place = (amount.start, amount.end)
            bounds = [bound for bound in (low, high) if bound is not None]
            if place in seen or not bounds or not all(bound > 0 and isfinite(bound) for bound in bounds):
                continue
            seen.add(place)
            yield _Dot(next(iter(labels.organizations(claim)), ""), low, high, amount, claim)


def _power(exponent: int, language: str) -> str:
    numerals = labels.NUMERALS[language]
    for power, unit in ((9, f" {numerals.billion}"), (6, f" {numerals.million}"), (3, " k"), (0, "")):
        if power <= exponent < power + 4:
            return f"{10 ** (exponent - power)}{unit}"
    return f"10^{exponent}"


def dates_chart(claims: Sequence[Claim], words: Words, published: str | None = None, prefix: str = "") -> str:
    """A row a date, from the earliest to the latest, over the days it covers; "" for no date that has days.

    published: the ISO day that is marked on the line.
    """
    found = list(_dated(claims))
    found.sort(key=lambda item: item[0].interval.begin or item[0].interval.end or "")
    if not found:
        return ""
    ends = [bound for date, _ in found for bound in (date.interval.begin, date.interval.end) if bound]
    first, last = (_number(bound(chain(ends, filter(None, [published])))) for bound in (min, max))

    def at(iso: str | None) -> float | None:
        return None if iso is None else (_number(iso) - first) / max(last - first, 1)

    rows = [
        Row(
            date.text,
            "",
            at(date.interval.begin),
            at(date.interval.end),
            prefix + claim.id,
            str(claim.confidence.level),
        )
        for date, claim in found
    ]
    ticks = [(0.0, _day(first)), (1.0, _day(last) if last > first else "")]
    note = ""
    if published is not None:
        ticks.append((at(published) or 0.0, ""))
        note = f"{words['published']} {day(published, words)}"
    return drawing(words["dates-chart"], rows, ticks, OF_DATES, note, more=words["more"])


def _dated(claims: Sequence[Claim]) -> Iterator[tuple[Date, Claim]]:
    seen = set()
    for claim in claims:
        for date in claim.dates:
            if (date.interval.begin or date.interval.end) and (date.start, date.end) not in seen:
                seen.add((date.start, date.end))
                yield date, claim


def _number(iso: str) -> int:
    return datetime.date.fromisoformat(iso).toordinal()


def _day(number: int) -> str:
    return datetime.date.fromordinal(number).isoformat()
