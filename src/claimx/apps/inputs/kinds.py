"""The kind of a file, by its ending, else by its first bytes."""

from __future__ import annotations

import json
from pathlib import PurePath

from claimx.errors import DocumentError, Errors

MARKDOWN = (".md", ".markdown")
# Kinds by file ending.
KINDS = {
    "text": (".txt", ".text", *MARKDOWN),
    "html": (".html", ".htm", ".xhtml"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "parquet": (".parquet", ".pq"),
}
COMPRESSED = (".gz", ".zst")
# First bytes of files that are not text, with their format and how to get at their text.
NOT_TEXTS = {
    b"%PDF": ("a PDF file", "pdftotext {document} -"),
    b"PK\x03\x04": ("a zip file, such as a .docx, .odt or .xlsx", "pandoc -t plain {document}"),
    b"\xd0\xcf\x11\xe0": ("an Office file, such as a .doc or .xls", "antiword {document}"),
    # Compressed files are decompressed before, by their endings.
    b"\x1f\x8b": ("a gzip file", "gunzip -c {document}"),
    b"\x28\xb5\x2f\xfd": ("a zstd file", "zstd -dc {document}"),
    b"\x89PNG": ("a picture", "tesseract {document} - -l fra"),
    b"\xff\xd8\xff": ("a picture", "tesseract {document} - -l fra"),
    b"SQLite format 3": ("a database", "sqlite3 -csv -header {document} 'select * from articles'"),
}
HTML = (b"<!doctype html", b"<html")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def has_known_ending(name: str) -> bool:
    """Whether the name of a file gives its kind."""
    return _by_ending(name) is not None


def is_markdown(name: str) -> bool:
    """Whether the name of a file says that it holds Markdown."""
    return _ending(name) in MARKDOWN


def kind_of_file(name: str, head: bytes) -> str:
    """The kind of a file, one of KINDS.

    name: its path; head: how it begins, once decompressed. What says that it is text is looked into, so that
    a page or JSON lines are not read as prose. Raises DocumentError for what is no text at all.
    """
    for start, (kind, command) in NOT_TEXTS.items():
        if head.startswith(start):
            command = command.format(document=name)
            raise DocumentError(Errors.E064.format(document=name, kind=kind, command=command))
    told = _by_ending(name)
    if told is not None and told != "text":
        return told
    if head.startswith(b"PAR1"):
        return "parquet"
    head = head.removeprefix(BYTE_ORDER_MARK).lstrip()
    if head[:20].lower().startswith(HTML):
        return "html"
    return _json_kind(head) or "text"


def _json_kind(head: bytes) -> str | None:
    line, _, more = head.partition(b"\n")
    if head.startswith(b"["):
        return "json" if head[1:].lstrip()[:2] in (b'{"', b"{}") else None
    if not (head.startswith(b"{") and head[1:].lstrip().startswith((b'"', b"}"))):
        return None
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        # The first line of an object that is spread over lines, or longer than what is seen of the file.
        return "json" if more else "jsonl"
    return "jsonl"


def _by_ending(name: str) -> str | None:
    ending = _ending(name)
    return next((kind for kind, endings in KINDS.items() if ending in endings), None)


def _ending(name: str) -> str:
    path = PurePath(name.lower())
    return path.with_suffix("").suffix if path.suffix in COMPRESSED else path.suffix
