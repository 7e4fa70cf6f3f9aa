"""An evaluation as an HTML page: tables, confusion matrix of levels, differences in context."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from claimx.apps.evaluation.comparison import Comparison
from claimx.apps.evaluation.report import NAMES
from claimx.output.display.labels import COLORS

CELL, LEFT, TOP = 84, 90, 40
STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c1e21;
background:#fff}
table{border-collapse:collapse;margin:1rem 0}
th,td{padding:.25rem .7rem;border-bottom:1px solid #8886;text-align:right}
th:first-child,td:first-child{text-align:left}
li{margin:.6rem 0}mark{background:#ffe08a;color:#000}small{color:#555}
svg{max-width:100%;height:auto}svg text{font:13px system-ui,sans-serif;fill:currentColor}
@media (prefers-color-scheme:dark){body{color:#e8e8e8;background:#16181c}small{color:#aaa}}
"""


def html_report(result: dict[str, Any], comparison: Comparison | None = None) -> str:
    """The page for the result of ``Evaluation.to_dict``, in one self-contained file."""
    kinds = (
        (
            name,
            *(f"{one[key]:.3f}" for key in ("p", "r", "f")),
            _interval(one["interval"]),
            one["gold"],
            one["found"],
        )
        for name, one in result["kinds"].items()
    )
    figures = (
        (NAMES[key], f"{one['value']:.3f}", _interval(one["interval"]))
        for key, one in result["figures"].items()
    )
    levels = (
        (level, f"{one['value']:.3f}", _interval(one["interval"])) for level, one in result["levels"].items()
    )
    claims = result["kinds"]["claim"]["gold"]
    parts = (
        f"<h1>claimx {escape(result['version'])}</h1>",
        f"<p>{len(result['documents'])} documents, {claims} gold claims</p>",
        "<h2>Scores</h2>",
        _table(("", "precision", "recall", "F", "95 %", "gold", "found"), kinds),
        _table(("", "value", "95 %"), figures),
        "<h2>Levels</h2>",
        _picture(result["confusion"]),
        _confusion(result["confusion"]),
        _table(("level", "F", "95 %"), levels),
        _compared(comparison) if comparison else "",
        f"<h2>Differences ({len(result['differences'])})</h2>",
        f"<ol>{''.join(map(_difference, result['differences']))}</ol>",
    )
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>{STYLE}</style>'
    opening = f'<!DOCTYPE html><html lang="en"><head><title>Evaluation</title>{head}</head>'
    return f"{opening}<body>{''.join(parts)}</body></html>\n"


def _table(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    heading = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{heading}</tr></thead><tbody>{body}</tbody></table>"


def _confusion(confusion: dict[str, dict[str, int]]) -> str:
    columns = [*next(iter(confusion.values()))]
    return _table(("gold", *columns), ((gold, *row.values()) for gold, row in confusion.items()))


def _picture(confusion: dict[str, dict[str, int]]) -> str:
    """The confusion matrix; the shade of a cell is its share of the gold level's claims."""
    columns = [*next(iter(confusion.values()))]
    cells = [
        f'<text x="{LEFT + CELL * index + CELL // 2}" y="{TOP - 12}" text-anchor="middle">{name}</text>'
        for index, name in enumerate(columns)
    ]
    for line, (gold, row) in enumerate(confusion.items()):
        y, all_of = TOP + 40 * line, sum(row.values()) or 1
        cells.append(f'<text x="{LEFT - 8}" y="{y + 25}" text-anchor="end">{gold}</text>')
        for index, number in enumerate(row.values()):
            x = LEFT + CELL * index
            shade = f'fill="{COLORS[gold]}" fill-opacity="{number / all_of:.2f}"'  # type: ignore[index]
            cells.append(f'<rect x="{x}" y="{y}" width="{CELL - 2}" height="38" {shade} stroke="#8886"/>')
            cells.append(f'<text x="{x + CELL // 2}" y="{y + 25}" text-anchor="middle">{number}</text>')
    width, height = LEFT + CELL * len(columns), TOP + 40 * len(confusion)
    size = f'viewBox="0 0 {width} {height}" width="{width}"'
    label = "Gold levels by the levels found"
    return f'<svg {size} role="img" aria-label="{label}">{"".join(cells)}</svg>'


def _compared(comparison: Comparison) -> str:
    rows = (
        (
            row.name, f"{row.now:.3f}", f"{row.before:.3f}", f"{row.now - row.before:+.3f}",
            f"{row.interval[0]:+.3f} to {row.interval[1]:+.3f}" if row.interval else "",
            "yes" if row.is_sure else "",
        )
        for row in comparison.rows
    )  # fmt: skip
    head = ("", "now", comparison.name, "difference", "95 %", "sure")
    return f"<h2>Against {escape(comparison.name)}</h2>{_table(head, rows)}"


def _difference(one: dict[str, str]) -> str:
    verdict = {
        "level": f"gold <b>{one['gold']}</b>, found <b>{one['found']}</b>",
        "missed": f"missed, <b>{one['gold']}</b>",
        "wrong": f"no claim, found <b>{one['found']}</b>",
    }[one["kind"]]
    place = f"…{escape(one['before'])}<mark>{escape(one['predicate'])}</mark>{escape(one['after'])}…"
    return f"<li>{verdict} <small>{escape(one['document'])}</small><br>{place}</li>"


def _interval(interval: Any) -> str:
    return f"{interval[0]:.3f}–{interval[1]:.3f}" if interval else ""
