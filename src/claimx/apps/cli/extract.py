"""``claimx extract``: the claims of files, as a table or as data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import tee
from typing import TYPE_CHECKING, Annotated

import typer

from claimx._batch import tune_gc
from claimx.apps import inputs
from claimx.apps.cli import outputs
from claimx.apps.cli.console import print_error, progress
from claimx.apps.cli.options import (
    Files,
    Format,
    IdField,
    InputKind,
    OperatorsFile,
    OrganizationsFile,
    OutputFile,
    PublicationDay,
    PublishedField,
    Recursive,
    TextField,
    given_files,
    pipeline,
)
from claimx.errors import ClaimxError, Errors
from claimx.output import Document

if TYPE_CHECKING:
    from spacy.language import Language


def extract(
    files: Files = None,
    file_format: Format = None,
    to: OutputFile = None,
    recursive: Recursive = False,
    text_field: TextField = "text",
    id_field: IdField = None,
    published_field: PublishedField = None,
    input_kind: InputKind = None,
    published: PublicationDay = None,
    all_claims: Annotated[
        bool, typer.Option("--all", help="Also the claims without organisation, amount, source or hedge.")
    ] = False,
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Show the claims of French texts."""
    paths = given_files(files)
    if to is not None and any(inputs.same_file(to, path) for path in paths):
        print_error(Errors.E035.format(document=to))
        raise typer.Exit(2)
    failed: list[str] = []
    fields = inputs.Fields(text_field, id_field, published_field)
    try:
        write = outputs.writer_of(outputs.choose(file_format, to), to)
        nlp = pipeline(organizations, operators)
        texts = _readable(inputs.documents(paths, fields, recursive=recursive, kind=input_kind), failed)
        found = _extracted(texts, published, all_claims, nlp, failed)
        with outputs.opened(to) as stream:
            write(progress(found, len(paths), quiet=to is None), stream)
    except ClaimxError as error:
        print_error(str(error))
        raise typer.Exit(2) from None
    if failed:
        raise typer.Exit(1)


def _readable(
    found: Iterator[inputs.InputDocument | inputs.Unreadable], failed: list[str]
) -> Iterator[inputs.InputDocument]:
    """The documents that could be read; the others are named on stderr and noted in ``failed``."""
    for item in found:
        if isinstance(item, inputs.Unreadable):
            print_error(str(item.error))
            failed.append(item.origin)
        else:
            yield item


def _extracted(
    texts: Iterator[inputs.InputDocument],
    published: str | None,
    all_claims: bool,
    nlp: Language | None,
    failed: list[str],
) -> Iterator[Document]:
    import claimx

    first, second = tee(texts)
    results = claimx.extract_many(
        ((document.text, document) for document in first),
        published=(published or document.published for document in second),
        include="all" if all_claims else "anchored",
        batch_size=1,
        nlp=nlp,
        as_tuples=True,
        on_error="return",
    )
    for number, (found, document) in enumerate(results):
        if isinstance(found, claimx.Failure):
            if os.environ.get("CLAIMX_DEBUG"):
                raise found.error from found.error.__cause__
            print_error(str(found.error).replace(f"texts[{found.number}]", document.origin))
            failed.append(document.origin)
        else:
            yield Document(document.id, found.published, found.claims, found.text)
        if number == 0:
            tune_gc()
