"""A first look through the inputs: how much there is, what is done already, and which ids stand twice.

It takes a few thousandths of the time that the claims take, and tells a mistake before the hours, not after.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from claimx.apps.batch.index import Index
from claimx.apps.inputs import Fields, InputDocument, Unreadable, documents
from claimx.errors import DocumentError, Errors

SHOWN = 5
REPORT_EVERY = 1000
_SURROGATES = re.compile("[\ud800-\udfff]")


class Inputs(NamedTuple):
    """What is read: paths as in `claimx.apps.inputs.documents`, and the fields of records.

    published: the day of documents that tell none, as an ISO string.
    """

    paths: tuple[str, ...]
    fields: Fields
    published: str | None = None

    def read(self) -> Iterator[InputDocument | Unreadable]:
        """The documents, in an order that is always the same."""
        for found in documents(self.paths, self.fields, recursive=True):
            yield self._prepared(found) if isinstance(found, InputDocument) else found

    def _prepared(self, document: InputDocument) -> InputDocument:
        """As Arrow can hold it: lone surrogates, which no UTF-8 can write, are replaced one for one."""
        return InputDocument(
            id=_SURROGATES.sub("\ufffd", document.id),
            text=_SURROGATES.sub("\ufffd", document.text),
            published=document.published or self.published,
            origin=document.origin,
        )


@dataclass
class Found:
    """What the inputs hold. characters: of all texts; left, left_characters: what has no row yet."""

    documents: int = 0
    characters: int = 0
    left: int = 0
    left_characters: int = 0


def scan(
    inputs: Inputs, index: Index, report: Callable[[int], None], problem: Callable[[Unreadable], None]
) -> Found:
    """Look through the inputs.

    report: told now and then how many documents were met; problem: told what can't be read.
    Raises DocumentError, with the places, for ids that stand twice.
    """
    found, twice = Found(), _Twice()
    for document in inputs.read():
        if isinstance(document, Unreadable):
            if index.is_new_problem(document.origin):
                problem(document)
            continue
        entry = index.meet(document.id, document.origin)
        if entry is not None and entry.origin is not None:
            twice.add(f"{document.id!r} ({entry.origin}, {document.origin})")
            continue
        found.documents += 1
        found.characters += len(document.text)
        if found.documents % REPORT_EVERY == 0:
            report(found.documents)
        if entry is None:
            found.left += 1
            found.left_characters += len(document.text)
        elif entry.sha256 != sha256(document.text.encode()).hexdigest():
            problem(_changed(document))
    twice.check()
    return found


class _Twice:
    """The ids that stand twice, the first of them with their places."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.number = 0

    def add(self, place: str) -> None:
        self.number += 1
        if len(self.shown) < SHOWN:
            self.shown.append(place)

    def check(self) -> None:
        if self.number:
            more = f" and {self.number - len(self.shown)} more" if self.number > len(self.shown) else ""
            raise DocumentError(Errors.E083.format(ids="; ".join(self.shown) + more))


def _changed(document: InputDocument) -> Unreadable:
    error = DocumentError(Errors.E084.format(document=document.origin, id=document.id))
    return Unreadable(document.origin, error)
