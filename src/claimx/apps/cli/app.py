"""The application: all commands and the options that they share."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from claimx import __version__
from claimx.apps.cli.batch import batch
from claimx.apps.cli.evaluate import evaluate
from claimx.apps.cli.explain import explain
from claimx.apps.cli.extract import extract
from claimx.apps.cli.info import info
from claimx.apps.cli.serve import serve
from claimx.apps.cli.show import show

app = typer.Typer(
    name="claimx",
    help="Find the claims of French press text: who does what, for how much, according to whom, how firmly.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    # Plain help: what draws boxes around it takes half of the time that help takes.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

SIGNS = (
    "Signs of the table: ● certain, ◕ probable, ◑ possible, ◔ doubtful, ○ unknown; ✗ presented as false; "
    "↯ denied, ✓ confirmed, ? left unconfirmed by another claim; ≤ ≥ < > bounds, ≈ about, ~ order of "
    "magnitude, (EUR) a currency that the sentence does not name."
)


class Command(TyperCommand):
    """A command whose help names an argument without its type in Python: FILE, not FILE <list[str]>."""

    def get_params(self, ctx: Any) -> Any:
        """The parameters, those that are arguments without a type to show."""
        found: list[Any] = [*super().get_params(ctx)]
        for parameter in found:
            if parameter.param_type_name == "argument":
                parameter.display_type_rich = lambda ctx: None
        return found


# In the list of commands each has a line, on a terminal of 60 columns too.
app.command(cls=Command, short_help="Claims of texts: table, JSON, CSV, others.", epilog=SIGNS)(extract)
app.command(cls=Command, short_help="A page of an article with its claims.")(show)
app.command(cls=Command, short_help="Why each claim has its level.")(explain)
app.command(cls=Command, short_help="Many documents, in several processes.")(batch)
app.command(cls=Command, short_help="Score the claims against gold.")(evaluate)
app.command(cls=Command, short_help="A web page and an HTTP API.")(serve)
app.command(cls=Command, short_help="Versions, the model, the lexicons.")(info)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimx {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options of all commands."""
