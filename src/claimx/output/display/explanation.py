"""Why a claim has its level, in plain text: its sources, each operator with its effect, the predicate.

Selon Reuters, le groupe pourrait refuser de vendre.
"""

from collections.abc import Iterator

from claimx.model import Claim, Reason
from claimx.output.display.labels import one_line

# With the change of the score they fit into 80 columns.
COLUMN_WIDTHS = (22, 22, 18)


def explained(claim: Claim) -> str:
    """The explanation: several lines, without a line break at the end."""
    return "\n".join(_lines(claim))


def _lines(claim: Claim) -> Iterator[str]:
    confidence = claim.confidence
    verdict = f"{confidence.level}, {claim.polarity}"
    score = "no score" if confidence.score is None else f"{confidence.score:.2f}"
    yield f"{claim.id}  {one_line(claim.text)}"
    yield f"    {verdict}, {score}"
    for source in claim.sources:
        name = f" = {one_line(source.name)}" if source.name and source.name != source.text else ""
        yield "    " + _row("source", one_line(source.text) + name, str(source.kind))
    yield from (f"    {_step(reason)}" for reason in confidence.reasons)
    if not confidence.reasons:
        yield "    no operator: the author states it"
    yield "    " + _row("predicate", one_line(claim.predicate.text), one_line(claim.predicate.lemma))
    for related in claim.related:
        yield "    " + _row(str(related.relation), related.claim)


def _step(reason: Reason) -> str:
    change = "" if not reason.change else f"{reason.change:+.2f}"
    return _row(reason.rule, one_line(reason.text), reason.effect, change)


def _row(*cells: str) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, COLUMN_WIDTHS, strict=False)]
    return "  ".join([*padded, *cells[len(COLUMN_WIDTHS) :]]).rstrip()
