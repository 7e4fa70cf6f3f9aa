"""From extractions to bytes in a file format. No spaCy here.

A format is a module beside this one with one function, ``write(documents, stream)``, and a
line in FORMATS, which the command line, `write` and the server read. It writes each document before
reading the next, where its kind of file allows that.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO, NamedTuple

from claimx.errors import ArgumentError, Errors
from claimx.model import Claim


class Format(NamedTuple):
    """What a format is, its endings, the MIME type, and whether it is text, which a terminal can show."""

    about: str
    endings: tuple[str, ...]
    mime: str
    is_text: bool = True


_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    "jsonl": Format("one claim a line", ("jsonl", "ndjson"), "application/x-ndjson"),
    "json": Format("one array of documents, each with its claims", ("json",), "application/json"),
    "csv": Format("one claim a row", ("csv",), "text/csv"),
    "tsv": Format("one claim a row, tabs between its cells", ("tsv",), "text/tab-separated-values"),
    "parquet": Format("one claim a row", ("parquet", "pq"), "application/vnd.apache.parquet", False),
    "xlsx": Format("a workbook: claims, amounts", ("xlsx",), _SHEET, False),
    "html": Format("the article with its claims, a page a document", ("html", "htm"), "text/html"),
    "markdown": Format("a table a document", ("md", "markdown"), "text/markdown"),
    "jsonld": Format("claims of schema.org", ("jsonld",), "application/ld+json"),
    "brat": Format("an archive of texts and standoff files", ("zip",), "application/zip", False),
    "labelstudio": Format("tasks of Label Studio with predictions", (), "application/json"),
    "doccano": Format("JSON lines of Doccano", (), "application/x-ndjson"),
    "prodigy": Format("JSON lines of Prodigy", (), "application/x-ndjson"),
}


@dataclass(frozen=True, slots=True)
class Document:
    """The claims of one document. name: its path, or any other identifier; text: what it says.

    filtered_out, not_anchored: how many more claims it has, left out by filters, and by the default view.
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


def known_endings() -> str:
    """The endings that tell a format, as an error message lists them."""
    return ", ".join(f".{ending}" for kind in FORMATS.values() for ending in kind.endings)


def format_of(ending: str) -> str | None:
    """The format that the ending of a file tells, or None."""
    ending = ending.removeprefix(".").lower()
    return next((name for name, kind in FORMATS.items() if ending in kind.endings), None)
