"""``claimx explain``: the path of operators from the source of each claim to its predicate."""

import sys
from typing import Annotated

import typer

from claimx.cli.tables import OperatorsFile, OrganizationsFile, pipeline
from claimx.cli.talk import complain
from claimx.errors import ClaimxError

STDIN = "-"


def explain(
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="A French sentence or text; - is stdin.")
    ],
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Show why each claim of a sentence has its level: its sources and operators, outermost first."""
    text = sys.stdin.buffer.read().decode("utf-8", "replace") if sentence == STDIN else sentence
    import claimx
    from claimx.visual.path import explained

    try:
        nlp = pipeline(organizations, operators)
    except ClaimxError as error:
        complain(str(error))
        raise typer.Exit(2) from None
    claims = claimx.extract(text, include="all", nlp=nlp)
    if not claims:
        complain("no claim in this text")
        return
    typer.echo("\n\n".join(explained(claim) for claim in claims).encode("utf-8", "backslashreplace"))
