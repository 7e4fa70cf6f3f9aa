"""Readers for each kind of file: a stream in, documents out, one at a time."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

from claimx.apps.inputs.decoding import check_bytes, decoded, lines
from claimx.apps.inputs.front_matter import without_front_matter
from claimx.apps.inputs.html import page_document
from claimx.apps.inputs.kinds import is_markdown
from claimx.apps.inputs.records import Found, Place, checked, document_of
from claimx.apps.inputs.tables import read_csv, read_parquet, read_tsv
from claimx.apps.inputs.types import Fields, InputDocument, Unreadable
from claimx.errors import ClaimxError, DocumentError, Errors


def _text(name: str, stream: io.BufferedReader, fields: Fields) -> Found:
    text, day = decoded(name, stream.read()), None
    if is_markdown(name):
        text, day = without_front_matter(text)
    yield InputDocument(id=name, text=text, published=day, origin=name)


def _html(name: str, stream: io.BufferedReader, fields: Fields) -> Found:
    yield page_document(name, stream.read())


def _json(name: str, stream: io.BufferedReader, fields: Fields) -> Found:
    """One object, or an array of objects."""
    data = stream.read()
    try:
        value = json.loads(decoded(name, data))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and error.lineno > 1:
            yield from _json_lines(name, io.BufferedReader(io.BytesIO(data)), fields)
            return
        raise DocumentError(Errors.E062.format(document=name, line=error.lineno, reason=error.msg)) from None
    except RecursionError:
        raise DocumentError(Errors.E062.format(document=name, line=1, reason="nested too deeply")) from None
    if not isinstance(value, list):
        document = document_of(value, fields, Place(name, 1, "item"))
        own_id = document.id != document.origin
        yield InputDocument(document.id if own_id else name, document.text, document.published, name)
        return
    for number, item in enumerate(value, 1):
        yield checked(Place(name, number, "item"), item, fields)


def _json_lines(name: str, stream: io.BufferedReader, fields: Fields) -> Found:
    for number, line in enumerate(lines(name, stream), 1):
        if line.strip():
            place = Place(name, number)
            try:
                check_bytes(name, number, line)
                yield document_of(_loaded(line, place), fields, place)
            except ClaimxError as error:
                yield Unreadable(str(place), error)


def _loaded(line: str, place: Place) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", str(error))
        raise DocumentError(
            Errors.E062.format(document=place.name, line=place.number, reason=reason)
        ) from None


READERS: dict[str, Callable[[str, io.BufferedReader, Fields], Found]] = {
    "text": _text,
    "html": _html,
    "json": _json,
    "jsonl": _json_lines,
    "csv": read_csv,
    "tsv": read_tsv,
    "parquet": read_parquet,
}
