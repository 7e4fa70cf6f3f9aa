"""JSON: an array of ``{"document": "a.txt", "published": "2026-02-02", "claims": [...]}``, one a line."""

from collections.abc import Iterable
from typing import BinaryIO

from claimx.output import Document
from claimx.output._encoding import encoded


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write the documents as one array, each as soon as it is read."""
    separator = b"[\n"
    for document in documents:
        record = {
            "document": document.name,
            "published": document.published,
            "text": document.text,
            "claims": [claim.to_dict() for claim in document.claims],
        }
        stream.write(separator + encoded(record))
        separator = b",\n"
    stream.write(b"\n]\n" if separator == b",\n" else b"[]\n")
    stream.flush()
