"""The claims as an HTML table, for notebooks: self-contained, without script."""

from collections.abc import Iterable
from html import escape

from claimx.model import Claim
from claimx.output.display import labels

_CELL = "padding:.25em .6em;text-align:left;vertical-align:top;border-bottom:1px solid #8884"
_COLUMNS = ("level", "source", "organisations", "amounts", "claim")


def html_table(claims: Iterable[Claim]) -> str:
    """The table; every piece of text in it is escaped."""
    rows = "".join(_row(claim) for claim in claims)
    if not rows:
        return "<p>No claim.</p>"
    head = "".join(f'<th style="{_CELL}">{column}</th>' for column in _COLUMNS)
    return (
        f'<table style="border-collapse:collapse"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _row(claim: Claim) -> str:
    confidence = claim.confidence
    color = labels.COLORS[confidence.level]
    why = escape(", ".join(f"{reason.rule}: {labels.one_line(reason.text)}" for reason in confidence.reasons))
    sign = " ¬" if claim.polarity == "negative" else ""
    level = f'<span style="color:{color};font-weight:600" title="{why}">{confidence.level}{sign}</span>'
    details = (labels.sources(claim), labels.organizations(claim), labels.amounts(claim))
    text = "".join(
        f"<b>{escape(part.text)}</b>" if part.role else escape(part.text) for part in labels.parts(claim)
    )
    cells = (level, *("<br>".join(map(escape, found)) for found in details), text)
    return "<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in cells) + "</tr>"
