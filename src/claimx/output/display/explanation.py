"""Why a claim has its level, in plain text: its sources, each step with its words and effect, the predicate.

c0  ◑ possible, presented as false, 0.48
    refuser de vendre
      source                Reuters               named
      credited to a source  Selon                 probable        -0.25
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from claimx.model import Claim, Polarity, Reason
from claimx.output.display.article.wording import Words, wording
from claimx.output.display.labels import LEVEL_SIGNS, NEGATIVE, one_line

DEFAULT_WIDTH_COLUMNS = 80
MIN_COLUMN_COLUMNS = 8
INDENT, GAP = "    ", "  "
Row = tuple[str, str, str]


def explained(claim: Claim, language: str = "en", width: int = DEFAULT_WIDTH_COLUMNS) -> str:
    """The explanation: several lines, without a line break at the end.

    language: of its own words, "en" or "fr". width: in columns; what is longer goes on below, between words.
    """
    words, room = wording(language), width - len(INDENT)
    lines = [f"{claim.id}  {_verdict(claim, words)}", *_filled(one_line(claim.text), room, INDENT)]
    if not claim.confidence.reasons:
        lines += _filled(words["no-operator"], room, INDENT)
    return "\n".join([*lines, *_table(list(_rows(claim, words)), room)])


def _verdict(claim: Claim, words: Words) -> str:
    level, score = claim.confidence.level, claim.confidence.score
    shown = f"{LEVEL_SIGNS[level]} {words[level]}"
    if claim.polarity is Polarity.NEGATIVE:
        shown += f", {NEGATIVE} {words['negative']}"
    return shown if score is None else f"{shown}, {score:.2f}"


def _rows(claim: Claim, words: Words) -> Iterator[Row]:
    for source in claim.sources:
        name = f" = {one_line(source.name)}" if source.name and source.name != source.text else ""
        yield words["source"], one_line(source.text) + name, words[source.kind]
    for reason in claim.confidence.reasons:
        rule = words.get(f"rule:{reason.rule}", reason.rule.replace("-", " "))
        yield rule, one_line(reason.text), _effect(reason, words)
    yield words["predicate"], one_line(claim.predicate.text), one_line(claim.predicate.lemma)
    for related in claim.related:
        yield words[related.relation], related.claim, ""


def _effect(reason: Reason, words: Words) -> str:
    effects = [words.get(f"effect:{one}", words.get(one, one)) for one in reason.effect.split()]
    change = f"{reason.change:+.2f}" if reason.change else ""
    return " ".join(filter(None, (", ".join(effects), change)))


def _table(rows: list[Row], width: int) -> Iterator[str]:
    """The rows in three columns, those that are too wide broken between words."""
    widths = _widths(rows, width)
    for row in rows:
        cells = [_filled(cell, room) for cell, room in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            line = GAP.join(part.ljust(room) for part, room in zip(parts, widths, strict=True))
            yield (INDENT + line).rstrip()


def _widths(rows: list[Row], width: int) -> list[int]:
    """The widths of the columns: as their longest cells need, the widest ones narrowed until all fit."""
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    while sum(widths) + 2 * len(GAP) > width and max(widths) > MIN_COLUMN_COLUMNS:
        widths[widths.index(max(widths))] -= 1
    return widths


def _filled(text: str, width: int, indent: str = "") -> list[str]:
    lines = textwrap.wrap(
        text, max(width, MIN_COLUMN_COLUMNS), break_long_words=False, break_on_hyphens=False
    )
    return [indent + line for line in lines or [""]]
