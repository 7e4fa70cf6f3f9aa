"""``claimx extract``: the claims of files, as a table or as data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from claimx._batch import tune_gc
from claimx.apps.cli import inputs, outputs
from claimx.apps.cli.console import print_error, progress
from claimx.apps.cli.options import (
    Format,
    OperatorsFile,
    OrganizationsFile,
    OutputFile,
    PublicationDay,
    pipeline,
)
from claimx.errors import ClaimxError, Errors
from claimx.output import Document

if TYPE_CHECKING:
    from spacy.language import Language


def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Texts in UTF-8; - is stdin.")],
    file_format: Format = None,
    to: OutputFile = None,
    published: PublicationDay = None,
    all_claims: Annotated[
        bool, typer.Option("--all", help="Also the claims without organisation, amount, source or hedge.")
    ] = False,
    text_field: Annotated[
        str, typer.Option(metavar="KEY", help="The key of the text in the lines of .jsonl files.")
    ] = "text",
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Show the claims of French texts."""
    if to is not None and any(inputs.same_file(to, file) for file in files):
        print_error(Errors.E035.format(document=to))
        raise typer.Exit(2)
    failed: list[str] = []
    try:
        write = outputs.writer_of(outputs.choose(file_format, to), to)
        nlp = pipeline(organizations, operators)
        found = _extracted(files, text_field, published, all_claims, nlp, failed)
        with outputs.opened(to) as stream:
            write(progress(found, len(files), quiet=to is None), stream)
    except ClaimxError as error:
        print_error(str(error))
        raise typer.Exit(2) from None
    if failed:
        raise typer.Exit(1)


def _extracted(
    files: list[str],
    text_field: str,
    published: str | None,
    all_claims: bool,
    nlp: Language | None,
    failed: list[str],
) -> Iterator[Document]:
    """The documents that could be read; the others are named on stderr and noted in ``failed``."""
    first = True
    for name, text in _texts(files, text_field):
        try:
            if isinstance(text, ClaimxError):
                raise text
            yield _document(name, text, published, all_claims, nlp)
        except ClaimxError as error:
            print_error(str(error))
            failed.append(name)
        if first:
            tune_gc()
            first = False


def _texts(files: list[str], text_field: str) -> Iterator[tuple[str, str | ClaimxError]]:
    for file in files:
        try:
            yield from inputs.documents(file, text_field)
        except ClaimxError as error:
            yield file, error


def _document(
    name: str, text: str, published: str | None, all_claims: bool, nlp: Language | None
) -> Document:
    import claimx

    try:
        claims = claimx.extract(
            text, published=published, include="all" if all_claims else "anchored", nlp=nlp
        )
    except ClaimxError:
        raise
    except Exception as error:
        # One text must not cost the others, whatever is wrong with it.
        if os.environ.get("CLAIMX_DEBUG"):
            raise
        reason = f"{type(error).__name__}: {error}"
        raise ClaimxError(Errors.E036.format(document=name, reason=reason)) from error
    return Document(name=name, published=claims.published, claims=claims, text=claims.text)
