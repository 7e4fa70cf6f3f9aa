"""Decoding, whole or line by line: UTF-8, or UTF-16 with a byte order mark."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress

from claimx.errors import DocumentError, Errors

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# A file with a longer line is no file of lines.
MAX_LINE_CHARACTERS = 1 << 28
# Invalid UTF-8, as the error handler "surrogateescape" leaves it.
_BAD_BYTE = re.compile("[\udc80-\udcff]")


def decoded(name: str, data: bytes) -> str:
    """The text of a file. The characters are those of the file, line ends included.

    A byte order mark is no part of it. Raises DocumentError with the line and byte that can't be read.
    """
    try:
        return data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from the end of the byte order mark.
        place = error.start + len(data) - len(error.object)
        message = Errors.E066 if data.startswith(UTF_16) else Errors.E033
        raise DocumentError(
            message.format(document=name, line=data.count(b"\n", 0, place) + 1, byte=place, value=data[place])
        ) from None


def lines(name: str, stream: io.BufferedReader) -> Iterator[str]:
    """The lines of a file, their ends kept. What is no UTF-8 is left in them: see `check_bytes`.

    Raises DocumentError for a line of more than MAX_LINE_CHARACTERS, and for what is no UTF-16.
    """
    encoding = "utf-16" if stream.peek(2).startswith(UTF_16) else "utf-8-sig"
    errors = "strict" if encoding == "utf-16" else "surrogateescape"
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="\n")
    number = 0
    try:
        while line := text.readline(MAX_LINE_CHARACTERS):
            number += 1
            if len(line) == MAX_LINE_CHARACTERS and not line.endswith("\n"):
                raise DocumentError(Errors.E045.format(document=name, line=number, most=MAX_LINE_CHARACTERS))
            yield line
    except UnicodeDecodeError as error:
        reason = f"after line {number}: {error.reason}"
        raise DocumentError(Errors.E032.format(document=name, reason=reason)) from None
    finally:
        with suppress(ValueError):  # the stream is closed: the file was left before its end
            text.detach()


def check_bytes(name: str, number: int, text: str) -> None:
    """Raise DocumentError for a line or cell that held bytes which are no UTF-8."""
    found = _BAD_BYTE.search(text)
    if found is not None:
        value = ord(found[0]) - 0xDC00
        raise DocumentError(Errors.E069.format(document=name, line=number, value=value))
