"""Expands paths, folders and patterns to files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from claimx.apps.inputs.kinds import has_known_ending
from claimx.apps.inputs.types import Unreadable
from claimx.errors import DocumentError, Errors

STDIN = "-"


def expanded(paths: Iterable[str], *, recursive: bool = False) -> Iterator[str | Unreadable]:
    """The files of paths, in order: those of a folder and of a pattern (``*.txt``, ``**/*.jsonl``) sorted.

    recursive: whether folders are read, with all that is below them. Of a folder, the files with an ending
        that `kinds` knows are given, hidden ones and links to folders apart.
    A folder that may not be read, or holds no such file, is Unreadable; a pattern that fits no file is given
    as it is, since it may be the name of one.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            yield from _of_folder(path, recursive)
        elif has_magic(path) and not os.path.lexists(path):
            found = sorted(name for name in glob(path, recursive=True) if not os.path.isdir(name))
            yield from found or [path]
        else:
            yield path


def _of_folder(path: str, recursive: bool) -> Iterator[str | Unreadable]:
    if not recursive:
        yield Unreadable(path, DocumentError(Errors.E031.format(document=path.rstrip("/") or path)))
        return
    problems: list[OSError] = []
    found = False
    for folder, folders, names in os.walk(path, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if has_known_ending(name) and not name.startswith("."):
                found = True
                yield os.path.join(folder, name)
    for problem in problems:
        reason = problem.strerror or str(problem)
        yield Unreadable(
            str(problem.filename), DocumentError(Errors.E032.format(document=problem.filename, reason=reason))
        )
    if not found and not problems:
        yield Unreadable(path, DocumentError(Errors.E072.format(document=path)))


def same_file(one: str, other: str) -> bool:
    """Whether two paths are the same existing file."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
