"""Doccano: JSON lines of its relation extraction projects, a document a line."""

from collections.abc import Iterable
from typing import BinaryIO

from claimx.output import Document
from claimx.output._encoding import encoded
from claimx.output.graph import graph


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write a line a document: its text, labelled spans and relations. Offsets count code points.

    The label of a claim holds its level, and its polarity where that is negative:
    ``claim:possible:negative``.
    """
    for document in documents:
        nodes, links = graph(document)
        record = {
            "text": document.text,
            "entities": [
                {
                    "id": node.number,
                    "label": ":".join(
                        filter(None, (node.label, node.level, "negative" * (node.polarity == "negative")))
                    ),
                    "start_offset": node.start,
                    "end_offset": node.end,
                }
                for node in nodes
            ],
            "relations": [
                {"id": number, "from_id": link.origin, "to_id": link.target, "type": link.label}
                for number, link in enumerate(links, 1)
            ],
            "document": document.name,
            "published": document.published,
        }
        stream.write(encoded(record) + b"\n")
        stream.flush()
