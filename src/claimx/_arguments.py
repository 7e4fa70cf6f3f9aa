"""Checks of the arguments that the public functions share."""

from __future__ import annotations

import re
from datetime import date, datetime

from claimx.errors import ArgumentError, ArgumentTypeError, Errors

Published = date | str | None
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(r"[A-Z]{3}")


def check_text(text: object, name: str = "text") -> None:
    """Raise ArgumentTypeError for anything that is not a string. name: of the argument, for the message."""
    if not isinstance(text, str):
        raise ArgumentTypeError(Errors.E001.format(name=name, expected="a string", got=kind_of(text)))


def check_currency(currency: object) -> None:
    """Raise ArgumentError for anything but None and three capitals."""
    if currency is not None and not (isinstance(currency, str) and _CODE.fullmatch(currency)):
        raise ArgumentError(Errors.E007.format(value=currency))


def iso_day(published: Published) -> str | None:
    """The ISO day of a date, a datetime or an ISO string; None for None.

    Raises ArgumentTypeError or ArgumentError.
    """
    if published is None:
        return None
    if isinstance(published, datetime):
        return published.date().isoformat()
    if isinstance(published, date):
        return published.isoformat()
    if not isinstance(published, str):
        expected = "a datetime.date or an ISO string"
        raise ArgumentTypeError(
            Errors.E001.format(name="published", expected=expected, got=kind_of(published))
        )
    # datetime.fromisoformat alone takes "20260202" and "2026-W06" too.
    day = published.strip()
    if _ISO_DAY.match(day):
        try:
            return datetime.fromisoformat(day).date().isoformat()
        except ValueError:
            pass
    raise ArgumentError(Errors.E003.format(value=published))


def kind_of(value: object) -> str:
    """The name of a value's type, for messages."""
    return type(value).__name__
