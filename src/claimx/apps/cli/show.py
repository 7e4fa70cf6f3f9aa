"""``claimx show``: an article with its claims, as a page to open in a browser."""

from typing import Annotated

import typer

from claimx.apps import inputs
from claimx.apps.cli import outputs
from claimx.apps.cli.console import print_error
from claimx.apps.cli.options import (
    OperatorsFile,
    OrganizationsFile,
    OutputFile,
    PublicationDay,
    pipeline,
)
from claimx.errors import ClaimxError, Errors


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text in UTF-8; - is stdin.")],
    to: OutputFile = None,
    published: PublicationDay = None,
    language: Annotated[
        str, typer.Option("--lang", metavar="en|fr", help="The language of the page's own words.")
    ] = "en",
    all_claims: Annotated[
        bool, typer.Option("--all", help="Also the claims without organisation, amount, source or hedge.")
    ] = False,
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Make a page of an article, its claims underlined by level, with the reasons of each."""
    if to is not None and inputs.same_file(to, file):
        print_error(Errors.E035.format(document=to))
        raise typer.Exit(2)
    import claimx
    from claimx.output.display.article.page import article_page

    try:
        document = inputs.read_document(file)
        nlp = pipeline(organizations, operators)
        claims = claimx.extract(
            document.text,
            published=published or document.published,
            include="all" if all_claims else "anchored",
            nlp=nlp,
        )
        page = article_page(document.text, claims, published=claims.published, language=language)
        with outputs.opened(to) as stream:
            stream.write(page.encode("utf-8", "replace"))
    except ClaimxError as error:
        print_error(str(error))
        raise typer.Exit(2) from None
