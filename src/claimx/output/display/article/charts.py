"""Two small drawings in SVG: the amounts by organisation on a logarithmic axis, and the dates on a line."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

from claimx.model import Amount, Claim
from claimx.output.display import labels

WIDTH, ROW, LEFT = 340, 22, 110
RIGHT = WIDTH - 28
MAX_ROWS = 40


class _Dot(NamedTuple):
    who: str
    low: float
    high: float
    claim: Claim
    amount: Amount


def amounts_chart(claims: Sequence[Claim], title: str) -> str:
    """A dot an amount with a whisker between its bounds, short where one is open; "" for no amount."""
    dots = list(_dots(claims))[:MAX_ROWS]
    if not dots:
        return ""
    first = floor(min(log10(dot.low) for dot in dots))
    last = max(ceil(max(log10(dot.high) for dot in dots)), first + 1)

    def x(value: float) -> float:
        return LEFT + (log10(value) - first) / (last - first) * (RIGHT - LEFT)

    height = ROW * (len(dots) + 1) + 8
    ticks = "".join(
        f'<line class="grid" x1="{x(10.0**p):.1f}" x2="{x(10.0**p):.1f}" y1="4" y2="{height - 20}"/>'
        f'<text class="tick" x="{x(10.0**p):.1f}" y="{height - 6}">{escape(_power(p))}</text>'
        for p in range(first, last + 1)
    )
    rows = "".join(_row(dot, index, x(dot.low), x(dot.high)) for index, dot in enumerate(dots))
    return _svg(title, height, ticks + rows)


def _dots(claims: Sequence[Claim]) -> Iterator[_Dot]:
    seen = set()
    for claim in claims:
        for amount in claim.amounts:
            bounds = [float(bound) for bound in (amount.minimum, amount.maximum) if bound is not None]
            place = (amount.start, amount.end)
            if not bounds or min(bounds) <= 0 or place in seen:
                continue
            seen.add(place)
            who = next(iter(labels.organizations(claim)), "")
            yield _Dot(who, min(bounds), max(bounds), claim, amount)


def _row(dot: _Dot, index: int, low: float, high: float) -> str:
    y = ROW * index + 16
    level = dot.claim.confidence.level
    if dot.amount.minimum is None:
        low = max(LEFT, high - 24)
    if dot.amount.maximum is None:
        high = min(RIGHT, low + 24)
    label = labels.amount(dot.amount)
    centre = (
        (low + high) / 2
        if dot.amount.minimum and dot.amount.maximum
        else (high if dot.amount.minimum is None else low)
    )
    return (
        f'<a href="#card-{dot.claim.id}"><title>{escape(f"{dot.who} {label}".strip())}</title>'
        f'<text class="name" x="{LEFT - 8}" y="{y + 4}">{escape(_short(dot.who))}</text>'
        f'<line class="whisker {level}" x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}"/>'
        f'<circle class="dot {level}" cx="{centre:.1f}" cy="{y}" r="5"/></a>'
    )


def dates_chart(claims: Sequence[Claim], title: str) -> str:
    """A tick a date on a time line, from the first day to the last. "" for no date that has days."""
    found: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        for item in claim.dates:
            day = item.interval.begin or item.interval.end
            if day is not None:
                found.setdefault((day, item.text), claim)
    if not found:
        return ""
    days = {place: datetime.date.fromisoformat(place[0]).toordinal() for place in found}
    first, last = min(days.values()), max(days.values())
    scale = (RIGHT - 20) / max(last - first, 1)
    marks = "".join(
        f'<a href="#card-{claim.id}"><title>{escape(f"{place[1]} · {place[0]}")}</title>'
        f'<circle class="dot {claim.confidence.level}" cx="{20 + (days[place] - first) * scale:.1f}" '
        f'cy="22" r="5"/></a>'
        for place, claim in sorted(found.items(), key=lambda item: item[0])
    )
    ends = (
        f'<text class="start" x="12" y="48">{datetime.date.fromordinal(first).isoformat()}</text>'
        f'<text class="end" x="{RIGHT}" y="48">{datetime.date.fromordinal(last).isoformat()}</text>'
    )
    return _svg(title, 56, f'<line class="axis" x1="12" x2="{RIGHT}" y1="22" y2="22"/>{marks}{ends}')


def _svg(title: str, height: int, inside: str) -> str:
    return (
        f'<figure><figcaption>{escape(title)}</figcaption><svg viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{escape(title)}">{inside}</svg></figure>'
    )


def _power(exponent: int) -> str:
    units = {0: "1", 3: "1 k", 6: "1 M", 9: "1 Md"}
    base = exponent // 3 * 3
    if base not in units:
        return f"10^{exponent}"
    return units[base].replace("1", str(10 ** (exponent - base)))


def _short(name: str, width: int = 15) -> str:
    name = labels.one_line(name)
    return name if len(name) <= width else f"{name[: width - 1]}…"
