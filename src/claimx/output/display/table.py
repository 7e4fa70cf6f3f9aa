"""The terminal's table of claims, drawn with rich.

Five columns on a wide terminal; on a narrow one, sources, organisations and amounts share one, so
that the claim keeps half of the width.
"""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimx.model import Claim
from claimx.output.display import labels

MIN_COLUMNS_FOR_WIDE = 110


# rich breaks lines at no-break spaces too: they are drawn as characters of private use and put back.
_KEPT = {0x00A0: 0xE0A0, 0x202F: 0xE02F}
_PUT_BACK = {kept: space for space, kept in _KEPT.items()}


def with_no_break_spaces(drawn: str) -> str:
    """A table as it was drawn, with its no-break spaces."""
    return drawn.translate(_PUT_BACK)


def claims_table(claims: Sequence[Claim], title: str, width: int) -> RenderableType:
    """A table of claims under a title line.

    width: of the terminal, in columns; it decides the layout. What is drawn goes through
        `with_no_break_spaces`.
    """
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=True, show_edge=False)
    if width >= MIN_COLUMNS_FOR_WIDE:
        table.add_column("level", no_wrap=True, width=10)
        table.add_column("source", ratio=5)
        table.add_column("organisations", ratio=4)
        table.add_column("amounts", no_wrap=True, min_width=14)
        table.add_column("claim", ratio=14)
        for claim in claims:
            table.add_row(_level(claim), *_details(claim), _claim(claim))
    else:
        table.add_column("level", no_wrap=True, width=10)
        table.add_column("claim", ratio=5)
        table.add_column("details", ratio=3)
        for claim in claims:
            source, *others = _details(claim)
            details = [Text.assemble(("per ", "dim"), source), *others] if source else others
            table.add_row(_level(claim), _claim(claim), Text("\n").join(filter(None, details)))
    counted = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    heading = Text.assemble((labels.one_line(title), "bold"), f" · {counted}")
    return Group(heading, table, "") if claims else Group(heading, "")


def _level(claim: Claim) -> Text:
    level = claim.confidence.level
    text = Text(str(level), style=labels.COLORS[level])
    if claim.polarity == "negative":
        text.append(" ¬", style="bold red")
    return text


def _details(claim: Claim) -> tuple[Text, Text, Text]:
    return (
        Text(_kept(", ".join(labels.sources(claim))), style="italic"),
        Text(_kept(", ".join(labels.organizations(claim)))),
        Text(_kept("\n".join(labels.amounts(claim))), style="bold"),
    )


def _claim(claim: Claim) -> Text:
    styles = {"": "", "predicate": f"bold {labels.COLORS[claim.confidence.level]}", "negation": "bold red"}
    return Text.assemble(*((_kept(part.text), styles[part.role]) for part in labels.parts(claim)))


def _kept(text: str) -> str:
    return text.translate(_KEPT)
