"""brat standoff: a zip archive of a ``.txt`` and an ``.ann`` for each document, and ``annotation.conf``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claimx.model import Level, Polarity
from claimx.output import Document
from claimx.output.graph import ANSWERS, LABELS, Node, graph

CONFIGURATION = "\n".join(
    (
        "[entities]",
        *LABELS,
        "[relations]",
        *(f"{label}\tArg1:claim, Arg2:{label}" for label in list(LABELS)[1:]),
        *(f"{answer}\tArg1:claim, Arg2:claim" for answer in ANSWERS),
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        "[events]",
        "[attributes]",
        f"Level\tArg:claim, Value:{'|'.join(Level)}",
        f"Polarity\tArg:claim, Value:{'|'.join(Polarity)}",
        "",
    )
)


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write the archive, each document as it comes. Two documents of one name get numbers."""
    taken: set[str] = set()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        _put(archive, "annotation.conf", CONFIGURATION)
        for document in documents:
            name = _name(document.name, taken)
            _put(archive, f"{name}.txt", document.text)
            _put(archive, f"{name}.ann", standoff(document))


def standoff(document: Document) -> str:
    """The ``.ann`` file of a document: spans, attributes of claims, relations from them, values as notes."""
    nodes, links = graph(document)
    lines = [f"T{node.number}\t{node.label} {_extent(node)}\t{_one_line(node.text)}" for node in nodes]
    claims = [node for node in nodes if node.level]
    for number, node in enumerate(claims, 1):
        lines.append(f"A{2 * number - 1}\tLevel T{node.number} {node.level}")
        lines.append(f"A{2 * number}\tPolarity T{node.number} {node.polarity}")
    lines += (
        f"R{number}\t{link.label} Arg1:T{link.origin} Arg2:T{link.target}"
        for number, link in enumerate(links, 1)
    )
    noted = [node for node in nodes if node.value]
    lines += (
        f"#{number}\tAnnotatorNotes T{node.number}\t{_one_line(node.value or '')}"
        for number, node in enumerate(noted, 1)
    )
    return "".join(f"{line}\n" for line in lines)


def _extent(node: Node) -> str:
    """The offsets of a span, in fragments: none may hold a line break."""
    return ";".join(f"{start} {end}" for start, end in _fragments(node))


def _fragments(node: Node) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", node.text):
        yield node.start + line.start(), node.start + line.end()


def _one_line(text: str) -> str:
    return " ".join(re.findall(r"[^\n]+", text)).replace("\t", " ")


def _name(name: str, taken: set[str]) -> str:
    """A file name for a document, of which there is none yet."""
    base = re.sub(r"[^\w.-]+", "_", name.removesuffix(".txt")).strip("._") or "document"
    found, number = base, 1
    while found.lower() in taken:
        number += 1
        found = f"{base}_{number}"
    taken.add(found.lower())
    return found


def _put(archive: ZipFile, name: str, text: str) -> None:
    # Without the time of day, so that the same documents give the same bytes.
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, text.encode("utf-8", "replace"))
