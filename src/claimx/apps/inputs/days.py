"""Days and periods as people write them: 2026-02-03, 03/02/2026, 3 février 2026, février 2026, 2026."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any

from claimx._arguments import iso_day
from claimx.errors import ArgumentError
from claimx.model import Interval

_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


def day_of(value: Any) -> str | None:
    """The ISO day of a date, of an ISO string, or of a French date such as 3 février 2026 or 03/02/2026."""
    period = period_of(value)
    return period.begin if period is not None and period.begin == period.end else None


def period_of(value: Any) -> Interval | None:
    """The days, both included, of a date or of what names one day, month, quarter or year."""
    if not isinstance(value, str | date):
        return None
    try:
        day = iso_day(value)
    except ArgumentError:
        pass
    else:
        return Interval(day, day)
    return _iso_month(str(value).strip()) or _french(str(value).strip())


def _iso_month(text: str) -> Interval | None:
    """2026-02: which a French text would not write."""
    if (found := _ISO_MONTH.fullmatch(text)) is None or not 1 <= int(found[2]) <= 12:
        return None
    return Interval(f"{text}-01", f"{text}-{monthrange(int(found[1]), int(found[2]))[1]}")


def _french(text: str) -> Interval | None:
    from claimx.values.dates.finder import find_dates

    dates = find_dates(text)
    if len(dates) != 1 or dates[0].text != text:
        return None
    interval = dates[0].interval
    return interval if interval.begin is not None and interval.end is not None else None
