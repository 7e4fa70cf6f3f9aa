"""``claimx explain``: why each claim of a text has its level."""

import os
from typing import Annotated

import typer

from claimx.apps import inputs
from claimx.apps.cli.console import misuse, print_error
from claimx.apps.cli.options import OperatorsFile, OrganizationsFile, pipeline


def explain(
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="A French sentence, or a file; - is stdin.")
    ],
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Show why each claim of a sentence has its level: its sources and operators, outermost first."""
    import claimx
    from claimx.output.display.explanation import explained

    with misuse():
        text = inputs.read_text(sentence) if _is_file(sentence) else sentence
        nlp = pipeline(organizations, operators)
    claims = claimx.extract(text, include="all", nlp=nlp)
    if not claims:
        print_error("no claim in this text")
        return
    typer.echo("\n\n".join(explained(claim) for claim in claims).encode("utf-8", "backslashreplace"))


def _is_file(given: str) -> bool:
    try:
        return given == inputs.STDIN or os.path.isfile(given)
    except (OSError, ValueError):  # a text that is too long for the name of a file
        return False
