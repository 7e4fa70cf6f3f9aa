"""A small drawing in SVG: rows of a name, a bar with a dot on a shared axis, and a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from claimx.output.display import labels
from claimx.output.display.article.marked_text import attribute

WIDTH, ROW = 340, 21
# Rows that are seen at once, and with those that are unfolded.
SEEN_ROWS, MAX_ROWS = 10, 20
# How far a bar reaches towards a side that the text leaves open, and its arrow.
OPEN, ARROW = 20, 5
# Of a character at the size of the drawing's letters, about.
CHARACTER_WIDTH = 6.6


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``low`` and ``high`` are places on the axis from 0 to 1, None where that side is open.

    about: what is told of it under the pointer, beside its name and value.
    """

    name: str
    value: str
    low: float | None
    high: float | None
    link: str
    level: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the axis begins and ends, arrows included; the names stand before it, the values behind."""

    left: int
    right: int

    def at(self, place: float) -> float:
        """The horizontal place of a number from 0 to 1."""
        return self.left + OPEN + place * (self.right - self.left - 2 * OPEN)


def drawing(
    title: str,
    rows: Sequence[Row],
    ticks: Sequence[tuple[float, str]],
    columns: Columns,
    note: str = "",
    *,
    more: str = "",
) -> str:
    """The drawing as a figure; what is too much for a glance is folded, what is too much for that is counted.

    ticks: places from 0 to 1 with their labels. note: below it. more: the word for further rows.
    """
    seen, folded, left = rows[:SEEN_ROWS], rows[SEEN_ROWS:MAX_ROWS], len(rows) - MAX_ROWS
    below = f"<p>{escape(note)}</p>" if note else ""
    rest = _svg(title, folded, ticks, columns) + (f"<p>+ {left} {escape(more)}</p>" if left > 0 else "")
    unfold = f"<details><summary>+ {len(rows) - SEEN_ROWS} {escape(more)}</summary>{rest}</details>"
    unfold *= bool(folded)
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>{_svg(title, seen, ticks, columns)}"
        f"{unfold}{below}</figure>"
    )


def _svg(title: str, rows: Sequence[Row], ticks: Sequence[tuple[float, str]], columns: Columns) -> str:
    height = ROW * len(rows) + 26
    grid = "".join(_tick(columns.at(place), label, height) for place, label in ticks)
    shown = "".join(_row(row, ROW * number + 14, columns) for number, row in enumerate(rows))
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="group" aria-label="{escape(title)}">{grid}{shown}</svg>'
    )


def _tick(x: float, label: str, height: int) -> str:
    line = f'<path class=grid d="M{x:.0f} 2V{height - 18}"/>'
    return line + (f"<text class=tick x={x:.0f} y={height - 5}>{escape(label)}</text>" if label else "")


def _row(row: Row, y: int, columns: Columns) -> str:
    name, value = labels.one_line(row.name), row.value
    names = int((columns.left - 4) / CHARACTER_WIDTH)
    values = int((WIDTH - columns.right - 6) / CHARACTER_WIDTH)
    short_name = labels.shortened(name, names)
    short_value = labels.shortened(value, values) if values > 0 else ""
    cut = (short_name, short_value) != (name, value)
    told = labels.one_line(row.about) or (" ".join(filter(None, (name, value))) if cut else "")
    title = f"<title>{escape(told)}</title>" if told else ""
    shown = "".join(
        f"<text {place} y={y + 4}>{escape(text)}</text>"
        for place, text in (
            (f"class=name x={columns.left - 4}", short_name),
            (f"x={columns.right + 6}", short_value),
        )
        if text
    )
    return (
        f"<a {attribute('href', '#' + row.link)} class={row.level}>{title}"
        f"<rect class=hit y={y - 10} width={WIDTH} height={ROW} />{shown}{_bar(row, y, columns)}</a>"
    )


def _bar(row: Row, y: int, columns: Columns) -> str:
    """The whisker between the bounds, with an arrow towards an open side, and a dot on each bound."""
    bounds = [round(columns.at(bound)) for bound in (row.low, row.high) if bound is not None]
    low, high = min(bounds), max(bounds)
    path = f"M{low} {y}H{high}" if high > low else ""
    if row.low is None:
        path += f"M{high} {y}h-{OPEN}m{ARROW} -{ARROW - 1}l-{ARROW} {ARROW - 1}l{ARROW} {ARROW - 1}"
    if row.high is None:
        path += f"M{low} {y}h{OPEN}m-{ARROW} -{ARROW - 1}l{ARROW} {ARROW - 1}l-{ARROW} {ARROW - 1}"
    dots = "".join(f"<circle cx={x} cy={y} r=4 />" for x in sorted({low, high}))
    return (f'<path d="{path}"/>' if path else "") + dots
