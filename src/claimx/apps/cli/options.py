"""Options that commands share: the user's own tables of organisations and of operators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from spacy.language import Language

OrganizationsFile = Annotated[
    str | None,
    typer.Option("--organizations", metavar="FILE", help="A CSV or TSV file of organisations of your own."),
]
OperatorsFile = Annotated[
    str | None,
    typer.Option("--operators", metavar="FILE", help="A TSV file of operators of your own."),
]


def pipeline(organizations: str | None, operators: str | None) -> Language | None:
    """The pipeline with these tables, or None, the bundled one, where there are none.

    Raises DocumentError for a table that can't be read.
    """
    if organizations is None and operators is None:
        return None
    import claimx

    return claimx.load(organizations=organizations, operators=operators)
