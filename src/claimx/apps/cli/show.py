"""``claimx show``: an article with its claims, as a page to open in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from claimx.apps import inputs
from claimx.apps.cli import outputs
from claimx.apps.cli.console import misuse, print_done
from claimx.apps.cli.options import (
    AllClaims,
    OperatorsFile,
    OrganizationsFile,
    OutputFile,
    PublicationDay,
    given_files,
    pipeline,
)
from claimx.apps.cli.spacy_import import import_spacy
from claimx.errors import ArgumentError, Errors


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, or a page (.html); - is stdin.")],
    to: OutputFile = None,
    published: PublicationDay = None,
    language: Annotated[
        str, typer.Option("--lang", metavar="en|fr", help="The language of the page's own words.")
    ] = "en",
    all_claims: AllClaims = False,
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Make a page of an article, its claims underlined by level, with the reasons of each."""
    import claimx
    from claimx.output.display.article.page import article_page
    from claimx.output.display.labels import counted

    with misuse():
        given_files([file], to)
        document = inputs.read_document(file)
        if outputs.on_terminal(to):
            raise ArgumentError(Errors.E078.format(value="a page", example=f"{_stem(file)}.claims.html"))
        import_spacy()
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
    if to is not None:
        print_done(f"{counted(len(claims), 'claim')} in {to}. Open it in a browser.")


def _stem(file: str) -> str:
    """The name of a page: that of the file, without its folder and endings."""
    return "article" if file == inputs.STDIN else Path(file).name.split(".")[0] or "article"
