"""The comparison of two articles as an HTML table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from claimx.apps.serve.comparing import Pair
from claimx.apps.serve.wording import wording
from claimx.model import Claim
from claimx.output.display import labels


def comparison(pairs: Sequence[Pair], language: str) -> str:
    """A table of the pairs; every piece of the texts in it is escaped."""
    words = wording(language)
    if not pairs:
        return f"<p>{escape(words['compare-none'])}</p>"
    rows = "".join(
        f'<tr class="{pair.relation}"><td>{_cell(pair.first, "a-", language)}</td>'
        f'<th scope="row">{escape(words[f"compare-{pair.relation}"])}</th>'
        f"<td>{_cell(pair.second, 'b-', language)}</td></tr>"
        for pair in pairs
    )
    return (
        f"<table><caption>{escape(words['compare-caption'])}</caption><thead><tr>"
        f'<th scope="col">{escape(words["first"])}</th><td></td>'
        f'<th scope="col">{escape(words["second"])}</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _cell(claim: Claim, prefix: str, language: str) -> str:
    amounts = labels.amounts(claim, language)
    shown = f" <small>{escape(' · '.join(amounts))}</small>" if amounts else ""
    sign = f'<span class="sign {claim.confidence.level}">{labels.sign(claim)}</span>'
    return (
        f'<a href="#{prefix}{claim.id}">{sign} '
        f'<span lang="fr">{escape(labels.one_line(claim.text))}</span></a>{shown}'
    )
