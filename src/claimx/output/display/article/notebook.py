"""The view for a notebook's output: in a frame; where frames are taken out, a table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from claimx.model import Claim
from claimx.output.display import labels
from claimx.output.display.article.page import article_view, document
from claimx.output.display.article.wording import wording

# A notebook that is not trusted loses styles, scripts and frames: then the table is seen.
_HIDE_TABLE = "<style>.claimx-plain{display:none}</style>"
# Notebooks set cells flush right.
_LEFT = ' style="text-align:left"'
_COLUMNS = ("level", "source", "organizations", "amounts", "dates", "table:claim", "reasons")


def notebook_view(text: str, claims: Sequence[Claim], *, published: str | None = None) -> str:
    """The view of a text as HTML for a cell, with nothing that could disturb the page around it."""
    view = article_view(text, claims, published=published)
    # Links inside the frame are of the frame, not of the page around it.
    page = document("claimx", view, "en", '<base href="about:srcdoc">')
    return (
        f"<div>{labels.counted(len(claims), 'claim')}</div>{_HIDE_TABLE}{_table(claims)}"
        f'<iframe title="claimx" sandbox="allow-scripts allow-modals" srcdoc="{escape(page)}" '
        'style="width:100%;height:36rem;resize:vertical;border:1px solid #8886;border-radius:4px"></iframe>'
    )


def _table(claims: Sequence[Claim]) -> str:
    if not claims:
        return ""
    words = wording("en")
    head = "".join(f"<th{_LEFT}>{escape(words[key].lower())}</th>" for key in _COLUMNS)
    return f'<table class="claimx-plain"><tr>{head}</tr>{"".join(map(_row, claims))}</table>'


def _row(claim: Claim) -> str:
    words = wording("en")
    reasons = [
        f"{labels.one_line(one.text)}: {words.get(f'rule:{one.rule}', one.rule)} → {one.effect}"
        for one in claim.confidence.reasons
    ]
    cells = (
        [f"{labels.sign(claim)}\u00a0{claim.confidence.level}"],
        labels.sources(claim),
        labels.organizations(claim),
        labels.amounts(claim),
        labels.dates(claim),
        [labels.one_line(claim.text)],
        reasons,
    )
    inner = "".join(f"<td{_LEFT}>{'<br>'.join(map(escape, cell))}</td>" for cell in cells)
    return f"<tr>{inner}</tr>"
