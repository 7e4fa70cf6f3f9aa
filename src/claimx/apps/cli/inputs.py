"""Files and stdin as texts, with errors that name the file, the line and what to do."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from claimx.errors import ClaimxError, DocumentError, Errors, MissingExtraError

STDIN = "-"
JSON_LINES = (".jsonl", ".ndjson")
# The first bytes of files that are no texts, with what they are and how to get at their text.
NOT_TEXTS = {
    b"%PDF": ("a PDF file", "pdftotext {document} -"),
    b"PK\x03\x04": ("a zip file, such as a .docx or .odt", "pandoc -t plain {document}"),
    b"\x1f\x8b": ("a gzip file", "gunzip -c {document}"),
}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
HTML = ("<!doctype html", "<html")


def documents(name: str, text_field: str) -> Iterator[tuple[str, str | ClaimxError]]:
    """The documents of a file: its text, or those of its lines where it holds JSON lines.

    text_field: the key of the text in a line. Gives the name of each, with the number of its line, and its
    text or what is wrong with it. Raises DocumentError where the file itself can't be read.
    """
    text = read(name)
    if not name.lower().endswith(JSON_LINES):
        yield name, text
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield f"{name}:{number}", _text_of_line(name, number, line, text_field)
            except ClaimxError as error:
                yield f"{name}:{number}", error


def _text_of_line(name: str, number: int, line: str, field: str) -> str:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise DocumentError(Errors.E062.format(document=name, line=number, reason=error)) from None
    text = record.get(field) if isinstance(record, dict) else None
    if not isinstance(text, str):
        keys = ", ".join(record) if isinstance(record, dict) else type(record).__name__
        raise DocumentError(Errors.E063.format(document=name, line=number, field=field, keys=keys))
    return text


def read(name: str) -> str:
    """The text of a file, or of stdin for ``-``; of an HTML page, its main text.

    The characters are those of the file, line ends included; a byte order mark is no part of it, and one of
    UTF-16 is obeyed. Raises DocumentError, MissingExtraError for a page where trafilatura is not installed.
    """
    data = _bytes(name)
    for start, (kind, command) in NOT_TEXTS.items():
        if data.startswith(start):
            raise DocumentError(
                Errors.E064.format(document=name, kind=kind, command=command.format(document=name))
            )
    text = _decoded(name, data)
    return _main_text(name, text) if text.lstrip()[:20].lower().startswith(HTML) else text


def _bytes(name: str) -> bytes:
    if not name:
        raise DocumentError(Errors.E065)
    try:
        if name != STDIN:
            return Path(name).read_bytes()
        if sys.stdin is None:
            raise DocumentError(Errors.E032.format(document="stdin", reason="it is closed"))
        return sys.stdin.buffer.read()
    except FileNotFoundError:
        raise DocumentError(Errors.E030.format(document=name)) from None
    except IsADirectoryError:
        raise DocumentError(Errors.E031.format(document=name.rstrip("/"))) from None
    except ClaimxError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(Errors.E032.format(document=name, reason=reason)) from None


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from after a byte order mark.
        place = error.start + len(data) - len(error.object)
        message = Errors.E066 if data.startswith(UTF_16) else Errors.E033
        raise DocumentError(
            message.format(document=name, line=data.count(b"\n", 0, place) + 1, byte=place, value=data[place])
        ) from None


def _main_text(name: str, page: str) -> str:
    """The main text of an HTML page."""
    try:
        import trafilatura
    except ImportError:
        message = Errors.E010.format(feature=f"{name}, an HTML page,", package="trafilatura", extra="html")
        raise MissingExtraError(message) from None
    text: str | None = trafilatura.extract(page, include_comments=False, include_tables=False)
    if not text:
        raise DocumentError(Errors.E067.format(document=name))
    return text


def same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one existing file."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
