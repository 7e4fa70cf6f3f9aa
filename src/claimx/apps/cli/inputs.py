"""Files and stdin as texts, with errors that name the file, the line and what to do."""

import sys
from pathlib import Path

from claimx.errors import DocumentError, Errors

STDIN = "-"


def read(name: str) -> str:
    """The text of a file, or of stdin for ``-``.

    The characters are those of the file, line ends included; a byte order mark is no part of it.
    Raises DocumentError.
    """
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except FileNotFoundError:
        raise DocumentError(Errors.E030.format(document=name)) from None
    except IsADirectoryError:
        raise DocumentError(Errors.E031.format(document=name.rstrip("/"))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(Errors.E032.format(document=name, reason=reason)) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from after a byte order mark.
        place = error.start + len(data) - len(error.object)
        raise DocumentError(
            Errors.E033.format(
                document=name, line=data.count(b"\n", 0, place) + 1, byte=place, value=data[place]
            )
        ) from None


def same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one existing file."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
