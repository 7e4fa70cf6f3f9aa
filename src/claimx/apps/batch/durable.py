"""Atomic file writes: to a temporary file, flushed to disk, then renamed."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import OperationalError

from claimx.errors import DocumentError, Errors

ASIDE = ".aside"
_ADVICE = {
    errno.ENOSPC: "Make room",
    errno.EDQUOT: "Make room",
    errno.EROFS: "Give a directory on another disk",
    errno.EACCES: "Give yourself the right to write there",
    errno.EPERM: "Give yourself the right to write there",
}


@contextmanager
def writing_to(directory: Path) -> Iterator[None]:
    """Turn an OSError of the disk into an error that names the directory and says what to do."""
    try:
        yield
    except (OSError, OperationalError) as error:
        number = getattr(error, "errno", None)
        reason = getattr(error, "strerror", None) or str(error)
        advice = _ADVICE.get(number or 0, "Make room" if "full" in reason else "Mend that")
        raise DocumentError(Errors.E080.format(directory=directory, reason=reason, advice=advice)) from error


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file atomically: complete or absent, even after a crash or power failure.

    write: writes the content to the path that it is given. Raises OSError; what was written aside is removed.
    """
    aside = path.with_name(f".{path.name}{ASIDE}")
    try:
        write(aside)
        _flush(aside)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
    _flush(path.parent)


def remove_asides(directory: Path) -> None:
    """Remove the temporary files of a killed run."""
    for path in directory.glob(f".*{ASIDE}"):
        path.unlink()


def _flush(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows can't open directories and needn't flush them
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
