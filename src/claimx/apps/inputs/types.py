"""The results of readers: a document, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.errors import ClaimxError


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a record, or columns of a table, that hold a text, its id and its day of publication.

    None for ``id`` and ``published``: the fields of that name, where a record has them.
    """

    text: str = "text"
    id: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class InputDocument:
    """A text to read.

    id: what its record calls it, else its origin. published: the ISO day of publication, where it is told.
    origin: where it stands: a path, with the line, row or item from 1 in a file of several: ``a.jsonl:7``.
    """

    id: str
    text: str
    published: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or record that could not be read: its place and the reason."""

    origin: str
    error: ClaimxError
