"""An evaluation as plain text: scores with intervals, confusion matrix of levels, differences."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from claimx.apps.evaluation.comparison import Comparison
from claimx.output.display.labels import counted, one_line

# The width of the confusion matrix with whole names.
MIN_COLUMNS_FOR_WIDE = 78
INDENT = "    "
NAMES = {
    "level_accuracy": "level accuracy",
    "level_macro_f": "levels, macro F",
    "hedged_f": "hedged or not, F",
    "negative_f": "negative, F",
}


def text_report(
    result: dict[str, Any], errors: int, comparison: Comparison | None = None, *, width: int = 110
) -> str:
    """The report for the result of ``Evaluation.to_dict``.

    errors: how many differences to list. width: in columns, 60 or more.
    """
    return "\n".join(_lines(result, errors, comparison, width)) + "\n"


def _lines(result: dict[str, Any], errors: int, comparison: Comparison | None, width: int) -> Iterator[str]:
    claims = result["kinds"]["claim"]["gold"]
    documents = counted(len(result["documents"]), "document")
    yield f"claimx {result['version']} · {documents} · {claims} gold claims"
    yield f"\n{'':18}   P     R     F   95 %       gold  found"
    for name, one in result["kinds"].items():
        empty = not one["gold"] and not one["found"]
        scores = "  ".join(" –  " if empty else _shown(one[key]) for key in ("p", "r", "f"))
        sure = "" if empty else _interval(one["interval"])
        yield f"{name:18} {scores}  {sure:9} {one['gold']:5} {one['found']:6}"
    yield ""
    for key, one in result["figures"].items():
        yield f"{NAMES[key]:18} {'':12}{_shown(one['value'])}  {_interval(one['interval'])}"
    yield from _confusion(result, width)
    if comparison is not None:
        yield from _compared(comparison)
    yield from _errors(result["differences"], errors, width)


def _confusion(result: dict[str, Any], width: int) -> Iterator[str]:
    """The levels of gold claims against those found; a narrow terminal sees the beginnings of the heads."""
    names = [*result["levels"], "missed"]
    room = 10 if width >= MIN_COLUMNS_FOR_WIDE else 7
    heads = [name if len(name) < room else f"{name[: room - 3]}." for name in names]
    yield f"\n{'gold':10}" + "".join(f"{head:>{room}}" for head in heads) + "       F"
    for level, row in result["confusion"].items():
        cells = "".join(f"{number or '·':>{room}}" for number in row.values())
        yield f"{level:10}{cells}  {_shown(result['levels'][level]['value']):>6}"


def _compared(comparison: Comparison) -> Iterator[str]:
    yield f"\n{'':18}  now  {comparison.name}"
    for row in comparison.rows:
        sure = " *" if row.is_sure else ""
        interval = f"  {row.interval[0]:+.3f} to {row.interval[1]:+.3f}{sure}" if row.interval else ""
        yield f"{row.name:18} {_shown(row.now)}  {_shown(row.before)}  {row.now - row.before:+.3f}{interval}"
    yield "* the 95 % interval of the difference leaves zero out"


def _errors(differences: list[dict[str, str]], most: int, width: int) -> Iterator[str]:
    shown = differences[:most]
    if shown:
        yield ""
    for one in shown:
        verdict = {
            "level": f"gold {one['gold']}; found {one['found']}",
            "missed": f"missed, {one['gold']}",
            "wrong": f"no claim, found {one['found']}",
        }[one["kind"]]
        yield f"{one_line(one['document'])}: {verdict}"
        context = f"…{one_line(one['before'])}[{one_line(one['predicate'])}]{one_line(one['after'])}…"
        yield textwrap.fill(
            context,
            width,
            initial_indent=INDENT,
            subsequent_indent=INDENT,
            break_long_words=False,
            break_on_hyphens=False,
        )
    if len(differences) > len(shown):
        yield f"\n{len(differences) - len(shown)} differences more: --errors N shows them"


def _shown(value: float) -> str:
    return f"{value:.3f}".removeprefix("0") if value < 1 else "1.00"


def _interval(interval: Any) -> str:
    return f"{_shown(interval[0])}–{_shown(interval[1])}" if interval else ""
