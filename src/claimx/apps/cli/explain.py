"""``claimx explain``: why each claim of a text has its level."""

import os
from typing import Annotated

import typer

from claimx.apps import inputs
from claimx.apps.cli import outputs
from claimx.apps.cli.console import misuse, print_error, width_columns
from claimx.apps.cli.options import OperatorsFile, OrganizationsFile, pipeline
from claimx.apps.cli.spacy_import import import_spacy
from claimx.apps.inputs.kinds import has_known_ending


def explain(
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="A French sentence, or a file; - is stdin.")
    ],
    language: Annotated[
        str, typer.Option("--lang", metavar="en|fr", help="The language of the explanation's own words.")
    ] = "en",
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Show why each claim of a sentence has its level: its sources and the words that decide."""
    import claimx
    from claimx.output.display.article.wording import wording
    from claimx.output.display.explanation import DEFAULT_WIDTH_COLUMNS, explained

    with misuse():
        wording(language)
        text = inputs.read_text(sentence) if _is_file(sentence) else sentence
        nlp = pipeline(organizations, operators)
    import_spacy()
    claims = claimx.extract(text, include="all", nlp=nlp)
    if not claims:
        print_error("no claim in this text")
        return
    width = width_columns() if outputs.on_terminal(None) else DEFAULT_WIDTH_COLUMNS
    shown = "\n\n".join(explained(claim, language, width) for claim in claims)
    typer.echo(shown.encode("utf-8", "backslashreplace"))


def _is_file(given: str) -> bool:
    """Whether an argument is a file, or looks like the name of one that is not there."""
    try:
        return given == inputs.STDIN or os.path.exists(given) or _is_name(given)
    except (OSError, ValueError):  # a text that is too long for the name of a file
        return False


def _is_name(given: str) -> bool:
    return has_known_ending(given) and len(given.split()) == 1
