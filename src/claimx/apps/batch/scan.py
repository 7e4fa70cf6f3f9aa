"""A first pass over the inputs: how many documents, how many are done, which ids are duplicates.

It takes a few thousandths of the run's time and finds mistakes before the work starts.
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
    """The inputs: paths as in `claimx.apps.inputs.documents`, and the fields of records.

    published: the ISO date for documents without one of their own.
    """

    paths: tuple[str, ...]
    fields: Fields
    published: str | None = None

    def read(self) -> Iterator[InputDocument | Unreadable]:
        """The documents, always in the same order."""
        for found in documents(self.paths, self.fields, recursive=True):
            yield self._prepared(found) if isinstance(found, InputDocument) else found

    def _prepared(self, document: InputDocument) -> InputDocument:
        """The text for Arrow: lone surrogates, which UTF-8 can't encode, are replaced one for one."""
        return InputDocument(
            id=_SURROGATES.sub("\ufffd", document.id),
            text=_SURROGATES.sub("\ufffd", document.text),
            published=document.published or self.published,
            origin=document.origin,
        )


@dataclass
class Found:
    """Totals of the inputs. characters: of all texts; left, left_characters: of those without a row."""

    documents: int = 0
    characters: int = 0
    left: int = 0
    left_characters: int = 0


def scan(
    inputs: Inputs, index: Index, report: Callable[[int], None], problem: Callable[[Unreadable], None]
) -> Found:
    """Scan the inputs.

    report: called now and then with the number of documents; problem: with each unreadable input.
    Raises DocumentError, with their places, for duplicate ids.
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
    """The duplicate ids, the first of them with their places."""

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
