"""The terminal's table of claims, drawn with rich.

Six columns on a wide terminal; on a narrow one, sources, organisations, amounts and dates share one, so
that the claim keeps half of the width. Levels differ by their sign as well as by their colour.
"""

from collections.abc import Iterator, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimx.model import Claim
from claimx.output import Document
from claimx.output.display import labels
from claimx.output.display.article.wording import wording

MIN_COLUMNS_FOR_WIDE = 110
# An amount or a date that is longer is broken.
MAX_FIGURE_COLUMNS = 24
# What answers a claim: that denies it, confirms it, or leaves it open.

# rich breaks lines at no-break spaces too: they are drawn as characters of private use and put back.
_KEPT = {0x00A0: 0xE0A0, 0x202F: 0xE02F}
_PUT_BACK = {kept: space for space, kept in _KEPT.items()}
Words = Mapping[str, str]


def with_no_break_spaces(drawn: str) -> str:
    """A table as it was drawn, with its no-break spaces."""
    return drawn.translate(_PUT_BACK)


def claims_table(document: Document, width: int, language: str = "en") -> RenderableType:
    """A table of the claims of a document under a title line.

    width: of the terminal, in columns; it decides the layout. What is drawn goes through
        `with_no_break_spaces`.
    language: of the table's own words, "en" or "fr".
    """
    words = wording(language)
    title = " · ".join(filter(None, (document.name, document.published)))
    heading = Text.assemble((labels.one_line(title), "bold"), f" · {_counted(document, words)}")
    if not document.claims:
        return Group(heading, "")
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=True, show_edge=False)
    ids = max(len(claim.id) for claim in document.claims)
    levels = max(len(_level(claim, words)) for claim in document.claims)
    table.add_column("", no_wrap=True, width=ids, style="dim")
    table.add_column(words["level"].lower(), no_wrap=True, width=levels)
    fill = _wide if width >= MIN_COLUMNS_FOR_WIDE else _narrow
    fill(table, document, words)
    return Group(heading, table, "")


def _wide(table: Table, document: Document, words: Words) -> None:
    table.add_column(words["source"].lower(), ratio=5)
    table.add_column(words["organizations"].lower(), ratio=5)
    heading = f"{words['amounts']}, {words['dates']}".lower()
    shown = [
        text
        for claim in document.claims
        for text in (*labels.amounts(claim, words["language"]), *labels.dates(claim))
    ]
    longest = max(map(len, (heading, *shown)))
    table.add_column(heading, width=min(longest, MAX_FIGURE_COLUMNS))
    table.add_column(words["table:claim"].lower(), ratio=15)
    for claim in document.claims:
        source, organizations, amounts, dates = _details(claim, words)
        figures = Text("\n").join(filter(None, (amounts, dates)))
        row = (claim.id, _level(claim, words), source, organizations, figures, _claim(claim, words))
        table.add_row(*row)


def _narrow(table: Table, document: Document, words: Words) -> None:
    table.add_column(words["table:claim"].lower(), ratio=5)
    table.add_column(words["table:details"].lower(), ratio=3)
    for claim in document.claims:
        source, *others = _details(claim, words)
        details = [Text.assemble((f"{words['table:per']} ", "dim"), source), *others] if source else others
        row = (claim.id, _level(claim, words), _claim(claim, words), Text("\n").join(filter(None, details)))
        table.add_row(*row)


def _counted(document: Document, words: Words) -> str:
    """How many claims there are, of how many where filters left some out; and how to see more than none."""
    number = len(document.claims)
    of = str(number)
    if document.filtered_out:
        of += f" {words['table:of']} {number + document.filtered_out}"
    counted = f"{of} {words['table:claim' if of == '1' else 'claims'].lower()}"
    if not number and document.not_anchored and not document.filtered_out:
        counted += f", {words['table:all-would-show'].format(number=document.not_anchored)}"
    return counted


def _level(claim: Claim, words: Words) -> Text:
    level = claim.confidence.level
    text = Text(f"{labels.LEVEL_SIGNS[level]} {words[level]}", style=labels.COLORS[level])
    if claim.polarity == "negative":
        text.append(f" {labels.NEGATIVE}", style="bold red")
    return text


def _details(claim: Claim, words: Words) -> tuple[Text, Text, Text, Text]:
    return (
        Text(_kept(", ".join(labels.sources(claim))), style="italic"),
        Text(_kept(", ".join(labels.organizations(claim)))),
        Text(_kept("\n".join(labels.amounts(claim, words["language"]))), style="bold"),
        Text(_kept("\n".join(labels.dates(claim)))),
    )


def _claim(claim: Claim, words: Words) -> Text:
    styles = {"": "", "predicate": f"bold {labels.COLORS[claim.confidence.level]}", "negation": "bold red"}
    text = Text.assemble(*((_kept(part.text), styles[part.role]) for part in labels.parts(claim)))
    for answer in _answers(claim, words):
        text.append(f"\n{answer}", style="bold")
    return text


def _answers(claim: Claim, words: Words) -> Iterator[str]:
    """The claims that answer this one, those that do the same on one line."""
    for relation, sign in labels.ANSWERS.items():
        ids = [related.claim for related in claim.related if related.relation == relation]
        if ids:
            yield f"{sign} {words[relation]} {', '.join(ids)}"


def _kept(text: str) -> str:
    return text.translate(_KEPT)
