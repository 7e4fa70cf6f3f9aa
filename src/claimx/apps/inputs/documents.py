"""Paths in, documents out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimx.apps.inputs.files import expanded
from claimx.apps.inputs.kinds import kind_of_file
from claimx.apps.inputs.readers import READERS
from claimx.apps.inputs.streams import opened
from claimx.apps.inputs.types import Fields, InputDocument, Unreadable
from claimx.errors import ClaimxError, DocumentError, Errors

DEFAULT_FIELDS = Fields()


def documents(
    paths: Iterable[str],
    fields: Fields = DEFAULT_FIELDS,
    *,
    recursive: bool = False,
    kind: str | None = None,
) -> Iterator[InputDocument | Unreadable]:
    """The documents of files, one at a time, and what could not be read: the rest goes on.

    paths: files, folders, patterns, and ``-`` for stdin; see `files.expanded`. recursive: read folders.
    fields: what holds the text, the id and the day in JSON, CSV and Parquet files.
    kind: one of KINDS for all the files, where neither their endings nor their beginnings tell it.
    """
    for path in expanded(paths, recursive=recursive):
        if isinstance(path, Unreadable):
            yield path
            continue
        try:
            yield from _of_file(path, fields, kind)
        except ClaimxError as error:
            yield Unreadable(path, error)


def _of_file(name: str, fields: Fields, kind: str | None) -> Iterator[InputDocument | Unreadable]:
    with opened(name) as stream:
        read = READERS[kind or kind_of_file(name, stream.peek())]
        yield from read(name, stream, fields)


def read_document(name: str, fields: Fields = DEFAULT_FIELDS) -> InputDocument:
    """The one document of a file, or of stdin for ``-``. Raises ClaimxError where there is none, or more."""
    found = documents([name], fields)
    first = next(found, None)
    if isinstance(first, Unreadable):
        raise first.error
    if first is None or next(found, None) is not None:
        raise DocumentError(Errors.E074.format(document=name))
    return first


def read_text(name: str) -> str:
    """The text of a file that holds one."""
    return read_document(name).text
