"""Markdown: a heading and a table (GitHub's) for each document, with ids that answers can refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from claimx.model import Claim
from claimx.output import Document
from claimx.output.display import labels

COLUMNS = ("id", "level", "source", "organisations", "amounts", "dates", "claim")
# What Markdown or HTML would read as their own.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write each document as soon as it comes."""
    for document in documents:
        title = " · ".join(filter(None, (document.name, document.published)))
        lines = [f"## {_escaped(title)}", ""]
        if document.claims:
            lines += [_row(COLUMNS), _row("---" for _ in COLUMNS)]
            lines += [_row(_cells(claim)) for claim in document.claims]
        else:
            lines.append("No claim.")
        stream.write(("\n".join(lines) + "\n\n").encode("utf-8", "replace"))
        stream.flush()


def _cells(claim: Claim) -> Iterable[str]:
    level = f"{labels.LEVEL_SIGNS[claim.confidence.level]} {claim.confidence.level}"
    negative = f" {labels.NEGATIVE}" if claim.polarity == "negative" else ""
    lists = (labels.sources, labels.organizations, labels.amounts, labels.dates)
    answers = "".join(
        f"<br>{related.relation.replace('_', ' ')} {related.claim}" for related in claim.related
    )
    parts = (
        f"**{_escaped(part.text)}**" if part.role and part.text.strip() == part.text else _escaped(part.text)
        for part in labels.parts(claim)
    )
    yield from (claim.id, level + negative)
    yield from ("<br>".join(map(_escaped, found(claim))) for found in lists)
    yield "".join(parts) + answers


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", labels.one_line(text))
