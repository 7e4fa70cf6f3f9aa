"""Files in any format, for Python: written beside their place and moved there when they are complete."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from claimx.errors import ArgumentError, DocumentError, Errors
from claimx.output import Document, format_of, known_endings, writer
from claimx.output.frames import Claims


def write(
    extractions: Claims | Iterable[Claims] | Mapping[Any, Claims],
    to: str | Path | BinaryIO,
    format: str | None = None,  # noqa: A002
) -> None:
    """Write the claims of one text or of many to a file.

    extractions: an Extraction; several, which are numbered from 0 as ``document``; or a mapping from what a
        document is called to its Extraction.
    to: a path, whose old file stays until the new one is complete, or a stream of bytes.
    format: one of ``claimx.output.FORMATS``; left out, the ending of the path tells it.
    Raises ArgumentError for an unknown format, DocumentError where the file can't be written,
    MissingExtraError where a format needs a package that is not installed.
    """
    put = writer(format or _told(to))
    documents = (
        Document(str(name), one.published, one.claims, one.text) for name, one in _named(extractions)
    )
    if not isinstance(to, str | os.PathLike):
        put(documents, to)
        return
    try:
        with beside(Path(to)) as stream:
            put(documents, stream)
    except OSError as error:
        raise DocumentError(Errors.E034.format(document=to, reason=error.strerror or error)) from None


def _told(to: Any) -> str:
    ending = Path(to).suffix if isinstance(to, str | os.PathLike) else ""
    found = format_of(ending)
    if found is None:
        given = {"document": to, "ending": ending.removeprefix("."), "option": "format="}
        raise ArgumentError(Errors.E021.format(**given, known=known_endings()))
    return found


def _named(extractions: Any) -> Iterator[tuple[Any, Claims]]:
    if hasattr(extractions, "claims"):
        return iter([(0, extractions)])
    return iter(extractions.items() if isinstance(extractions, Mapping) else enumerate(extractions))


@contextmanager
def beside(path: Path) -> Iterator[BinaryIO]:
    """A file in the same directory that takes the place of another at the end, and is removed on failure."""
    target = path.resolve()
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with aside.open("wb") as stream:
            yield stream
        if target.exists():
            aside.chmod(target.stat().st_mode)
        aside.replace(target)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
