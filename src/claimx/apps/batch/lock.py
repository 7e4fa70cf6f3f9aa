"""One run per directory at a time: a lock that the system releases when its process ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimx.errors import DocumentError, Errors

NAME = ".lock"


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Hold the lock of a directory. Raises DocumentError if another process holds it."""
    with (directory / NAME).open("a+b") as file:
        if not _lock(file):
            raise DocumentError(Errors.E088.format(directory=directory))
        yield


def is_locked(directory: Path) -> bool:
    """Whether a run is active in a directory."""
    try:
        with (directory / NAME).open("r+b") as file:
            return not _lock(file)
    except OSError:
        return False


def _lock(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if os.name == "posix" and not isinstance(error, BlockingIOError):
            raise  # a file system without locks
        return False
    return True
