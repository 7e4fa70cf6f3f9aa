"""Byte streams of files and stdin, decompressed if they are gzip or Zstandard."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from claimx.apps.inputs.files import STDIN
from claimx.errors import ClaimxError, DocumentError, Errors, MissingExtraError

if TYPE_CHECKING:
    Stream = io.BufferedReader[Any]

BUFFER_BYTES = 1 << 17
GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"


@contextmanager
def opened(name: str) -> Iterator[Stream]:
    """The bytes of a file, or of stdin for ``-``, decompressed. What begins it can be seen with ``peek``.

    Raises DocumentError for what can't be opened, read or decompressed, while it is read too;
    MissingExtraError for Zstandard without its package.
    """
    if not name:
        raise DocumentError(Errors.E065)
    try:
        with _raw(name) as raw:
            head = raw.peek(len(ZSTANDARD))
            if head.startswith(GZIP):
                yield io.BufferedReader(cast(Any, gzip.GzipFile(fileobj=raw)), BUFFER_BYTES)
            elif head.startswith(ZSTANDARD):
                yield io.BufferedReader(_Zstandard(name, raw), BUFFER_BYTES)
            else:
                yield raw
    except FileNotFoundError:
        raise DocumentError(Errors.E030.format(document=name)) from None
    except IsADirectoryError:
        raise DocumentError(Errors.E031.format(document=name.rstrip("/"))) from None
    except ClaimxError:
        raise
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DocumentError(Errors.E068.format(document=name, reason=error)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(Errors.E032.format(document=name, reason=reason)) from None


@contextmanager
def _raw(name: str) -> Iterator[Stream]:
    if name != STDIN:
        with io.BufferedReader(io.FileIO(name), BUFFER_BYTES) as file:
            yield file
        return
    if sys.stdin is None:
        raise DocumentError(Errors.E032.format(document="stdin", reason="it is closed"))
    reader = io.BufferedReader(cast(Any, sys.stdin.buffer), BUFFER_BYTES)
    try:
        yield reader
    finally:
        reader.detach()


class _Zstandard(io.RawIOBase):
    """The content of the frames of a Zstandard stream. A truncated stream is an error."""

    def __init__(self, name: str, source: BinaryIO) -> None:
        try:
            import zstandard
        except ImportError:
            message = Errors.E010.format(
                feature=f"{name}, a Zstandard file,", package="zstandard", extra="zstd"
            )
            raise MissingExtraError(message) from None
        self.name, self.source = name, source
        self.error: type[Exception] = zstandard.ZstdError
        self.make = zstandard.ZstdDecompressor().decompressobj
        self.frame = self.make()
        self.ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self.ready and self._read():
            pass
        size = min(len(self.ready), len(buffer))
        buffer[:size], self.ready = self.ready[:size], self.ready[size:]
        return size

    def _read(self) -> bool:
        """Decompress the next block. False at the end."""
        given = self.frame.unused_data if self.frame.eof else b""
        given = given or self.source.read(BUFFER_BYTES // 8)
        if self.frame.eof:
            if not given:
                return False
            self.frame = self.make()
        if not given:
            raise DocumentError(Errors.E068.format(document=self.name, reason="it ends too early"))
        try:
            self.ready = self.frame.decompress(given)
        except self.error as error:
            raise DocumentError(Errors.E068.format(document=self.name, reason=error)) from None
        return True
