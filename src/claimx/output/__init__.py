"""From extractions to bytes in a file format. No spaCy here.

A format is a module beside this one with one function, ``write(documents, stream)``, and a
line in FORMATS. It writes each document before reading the next.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

from claimx.errors import ArgumentError, Errors
from claimx.model import Claim

FORMATS = {
    "jsonl": "one claim a line",
    "json": "one array of documents, each with its claims",
    "html": "the article with its claims, a page a document",
}


@dataclass(frozen=True, slots=True)
class Document:
    """The claims of one document. name: its path, or any other identifier; text: what it says.

    filtered_out, not_anchored: how many claims more it has, left out by filters, and by the default view.
    """

    name: str
    published: str | None
    claims: Sequence[Claim]
    text: str = ""
    filtered_out: int = 0
    not_anchored: int = 0


Writer = Callable[[Iterable[Document], BinaryIO], None]


def writer(name: str) -> Writer:
    """The function that writes a format. Raises ArgumentError, which lists the formats."""
    if name not in FORMATS:
        raise ArgumentError(Errors.E020.format(value=name, known=", ".join(FORMATS)))
    write: Writer = import_module(f"claimx.output.{name}").write
    return write
