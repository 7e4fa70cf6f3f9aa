"""Label Studio: an array of tasks with predictions: labelled regions, their levels and values, relations.

`CONFIG` is the labelling interface that shows them. Offsets count UTF-16 units, as the editor's script does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from claimx.model import Level, Polarity
from claimx.output import Document
from claimx.output._encoding import encoded
from claimx.output.graph import ANSWERS, LABELS, Node, graph

MODEL_VERSION = "claimx"


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write the tasks as one array, each as soon as it comes."""
    separator = b"[\n"
    for document in documents:
        stream.write(separator + encoded(_task(document)))
        separator = b",\n"
    stream.write(b"\n]\n" if separator == b",\n" else b"[]\n")
    stream.flush()


def _task(document: Document) -> dict[str, Any]:
    nodes, links = graph(document)
    place = utf16_places(document.text)
    result = [item for node in nodes for item in _region(node, place)]
    result += (
        {
            "type": "relation",
            "from_id": f"r{link.origin}",
            "to_id": f"r{link.target}",
            "direction": "right",
            "labels": [link.label],
        }
        for link in links
    )
    data = {"text": document.text, "document": document.name, "published": document.published}
    return {"data": data, "predictions": [{"model_version": MODEL_VERSION, "result": result}]}


def _region(node: Node, place: Callable[[int], int]) -> Iterator[dict[str, Any]]:
    span = {"start": place(node.start), "end": place(node.end), "text": node.text}

    def item(name: str, kind: str, key: str, values: list[str]) -> dict[str, Any]:
        value = span | {key: values}
        return {"id": f"r{node.number}", "from_name": name, "to_name": "text", "type": kind, "value": value}

    yield item("label", "labels", "labels", [node.label])
    if node.level and node.polarity:
        yield item("level", "choices", "choices", [node.level])
        yield item("polarity", "choices", "choices", [node.polarity])
    if node.value:
        yield item("value", "textarea", "text", [node.value])


def utf16_places(text: str) -> Callable[[int], int]:
    """The function from an offset in code points to one in UTF-16 units."""
    astral = [index for index, character in enumerate(text) if character > "\uffff"]
    return lambda offset: offset + bisect_left(astral, offset)


def _config() -> str:
    labels = "".join(f'<Label value="{name}" background="{color}"/>' for name, color in LABELS.items())
    relations = "".join(f'<Relation value="{name}"/>' for name in (*list(LABELS)[1:], *ANSWERS))

    def choices(name: str, values: Iterable[str]) -> str:
        options = "".join(f'<Choice value="{value}"/>' for value in values)
        return (
            f'<Choices name="{name}" toName="text" perRegion="true" whenTagName="label" '
            f'whenLabelValue="claim">{options}</Choices>'
        )

    return (
        f'<View><Labels name="label" toName="text">{labels}</Labels><Relations>{relations}</Relations>'
        f'<Text name="text" value="$text"/>{choices("level", Level)}{choices("polarity", Polarity)}'
        '<TextArea name="value" toName="text" perRegion="true" editable="true"/></View>'
    )


CONFIG = _config()
