"""The front matter of a Markdown file: lines of ``key: value`` between two lines ``---`` before the text.

They are about the article and none of its sentences; of them, the day of publication is used.
"""

from __future__ import annotations

import re

from claimx.apps.inputs.days import day_of

_BLOCK = re.compile(r"---[ \t]*\r?\n(?P<lines>[\w-]+[ \t]*:.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_LINE = re.compile(r"^(?P<key>[\w-]+)[ \t]*:[ \t]*[\"']?(?P<value>[^\"'#\r\n]+)", re.M)
# The keys that give a day, the first one first.
DAY_KEYS = ("published", "date")


def without_front_matter(text: str) -> tuple[str, str | None]:
    """The text behind the front matter, and the ISO day that it tells; the whole text where there is none."""
    block = _BLOCK.match(text)
    if block is None:
        return text, None
    values = {line["key"].lower(): line["value"].strip() for line in _LINE.finditer(block["lines"])}
    days = (day_of(_of_time(values[key])) for key in DAY_KEYS if key in values)
    return text[block.end() :], next(filter(None, days), None)


def _of_time(written: str) -> str:
    """The day of a time stamp: 2026-02-02T08:30:00+01:00."""
    return written[:10] if re.match(r"\d{4}-\d\d-\d\d[T ]", written) else written
