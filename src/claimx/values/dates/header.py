"""The header of an article: "date 2026-02-02 Title of the article"."""

from __future__ import annotations

import re
from datetime import date

# Any white space but line breaks; a byte order mark may come first.
_HEADER = re.compile(
    r"\ufeff?\s*date[^\S\r\n]+([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[^\S\r\n]+|(?=[\r\n])|\Z)", re.IGNORECASE
)


def header(text: str) -> tuple[str | None, int]:
    """The date of publication at the start of a text, and where its title begins.

    Returns (ISO day, offset after the header), or (None, 0) for a text without a header or
    with a day that is not in the calendar.
    """
    match = _HEADER.match(text)
    if match is None:
        return None, 0
    try:
        date.fromisoformat(match[1])
    except ValueError:
        return None, 0
    return match[1], match.end()
