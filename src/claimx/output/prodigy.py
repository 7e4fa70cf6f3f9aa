"""Prodigy: JSON lines with spans, for ``spans.manual`` and ``spans.correct``; spans may overlap."""

from collections.abc import Iterable
from typing import BinaryIO

from claimx.output import Document
from claimx.output._encoding import encoded
from claimx.output.graph import graph


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write a line a document: its text and its spans in their order. A claim is labelled by its level."""
    for document in documents:
        nodes, _ = graph(document)
        spans = [
            {
                "start": node.start,
                "end": node.end,
                "label": f"CLAIM_{node.level}".upper() if node.level else node.label.upper(),
            }
            for node in sorted(nodes, key=lambda node: (node.start, node.end, node.label))
        ]
        meta = {"document": document.name, "published": document.published}
        stream.write(encoded({"text": document.text, "spans": spans, "meta": meta}) + b"\n")
        stream.flush()
