"""JSON lines, one claim a line: ``{"document": "a.txt", "id": "c0", ...}``."""

from collections.abc import Iterable
from typing import BinaryIO

from claimx.output import Document
from claimx.output._encoding import encoded


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write the claims of the documents, each document flushed before the next is asked for."""
    for document in documents:
        for claim in document.claims:
            stream.write(encoded({"document": document.name, **claim.to_dict()}) + b"\n")
        stream.flush()
