"""Around the text: the levels with their counts, how marks look, the drawings, and the place of the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from claimx.model import Claim, Level
from claimx.output.display import labels
from claimx.output.display.article.charts import amounts_chart, dates_chart
from claimx.output.display.article.marked_text import ELEMENTS
from claimx.output.display.article.wording import Words


def legend(claims: Sequence[Claim], words: Words) -> str:
    """The levels with their counts, which filter where there is script, and how marks look."""
    counts = Counter(claim.confidence.level for claim in claims)
    levels = "".join(
        f"<li><button type=button class={level} data-level={level} aria-pressed=false disabled>"
        f"<span class=sign aria-hidden=true>{labels.LEVEL_SIGNS[level]}</span> <u class={level}>"
        f"{escape(words[level])}</u> <b>{counts[level]}</b></button></li>"
        for level in Level
    )
    marks = " · ".join(f"<{tag}>{escape(words[mark])}</{tag}>" for mark, tag in ELEMENTS.items())
    return (
        f'<ul class=levels aria-label="{escape(words["level"])}">{levels}</ul>'
        f"<p class=how>{escape(words['legend-text'])} {marks}</p>"
    )


def panel(claims: Sequence[Claim], words: Words, *, published: str | None = None, prefix: str = "") -> str:
    """The drawings, each only where it has something to show, and the heading under which the list comes."""
    if not claims:
        return f"<p>{escape(words['no-claim'])}</p>"
    return (
        f"{amounts_chart(claims, words, prefix)}{dates_chart(claims, words, published, prefix)}"
        f"<h2>{escape(words['claims'])} <output aria-live=polite></output></h2>"
        f"<noscript><p>{escape(words['no-script'])}</p></noscript>"
    )
