"""Documents from records of JSON lines or tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from claimx.apps.inputs.days import day_of
from claimx.apps.inputs.types import Fields, InputDocument, Unreadable
from claimx.errors import ClaimxError, DocumentError, Errors

Found = Iterator[InputDocument | Unreadable]


class Place(NamedTuple):
    """The place of a record: the path of its file, and its line, row or item in it, from 1."""

    name: str
    number: int
    unit: str = "line"

    def __str__(self) -> str:
        """As in ``a.jsonl:7``."""
        return f"{self.name}:{self.number}"


def document_of(record: Any, fields: Fields, place: Place) -> InputDocument:
    """The document of a record. Raises DocumentError, with its fields, where one is missing."""
    values = record if isinstance(record, Mapping) else {}
    text = values.get(fields.text)
    if not isinstance(text, str):
        raise _missing(record, fields.text, "text", place)
    return InputDocument(
        id=_id(values, fields, place) or str(place),
        text=text,
        published=_day(values, fields, place),
        origin=str(place),
    )


def _id(values: Mapping[str, Any], fields: Fields, place: Place) -> str | None:
    found = values.get(fields.id or "id")
    if isinstance(found, str | int) and not isinstance(found, bool) and found != "":
        return str(found)
    if fields.id is not None:
        raise _missing(values, fields.id, "id", place)
    return None


def _day(values: Mapping[str, Any], fields: Fields, place: Place) -> str | None:
    name = fields.published or "published"
    found = values.get(name)
    if fields.published is not None and name not in values:
        raise _missing(values, name, "published", place)
    if found is None or found == "":
        return None
    day = day_of(found)
    if day is None:
        raise DocumentError(
            Errors.E070.format(
                document=place.name, unit=place.unit, number=place.number, field=name, value=found
            )
        )
    return day


def _missing(record: Any, field: str, what: str, place: Place) -> DocumentError:
    keys = ", ".join(map(str, record)) if isinstance(record, Mapping) else type(record).__name__
    return DocumentError(
        Errors.E063.format(
            document=place.name, unit=place.unit, number=place.number, what=what, field=field, keys=keys
        )
    )


def checked(place: Place, record: Any, fields: Fields) -> InputDocument | Unreadable:
    """The document of a record, or why there is none."""
    try:
        return document_of(record, fields, place)
    except ClaimxError as error:
        return Unreadable(str(place), error)
