"""A web page as a document: its main text and its day of publication, found by trafilatura."""

from __future__ import annotations

import codecs
import re
from typing import Any

from claimx.apps.inputs.days import day_of
from claimx.apps.inputs.decoding import decoded
from claimx.apps.inputs.types import InputDocument
from claimx.errors import DocumentError, Errors, MissingExtraError

# Where a page may declare its encoding.
HEAD_BYTES = 4096
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I)


def page_document(name: str, data: bytes) -> InputDocument:
    """The document of a page; offsets count in its main text.

    Raises DocumentError if there is none, MissingExtraError if trafilatura is not installed.
    """
    try:
        import trafilatura
    except ImportError:
        message = Errors.E010.format(feature=f"{name}, an HTML page,", package="trafilatura", extra="html")
        raise MissingExtraError(message) from None
    page: Any = trafilatura.bare_extraction(
        _decoded_page(name, data),
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # A guessed day would date "mardi" wrongly.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if page is None or not page.text:
        raise DocumentError(Errors.E067.format(document=name))
    return InputDocument(id=name, text=page.text, published=day_of(page.date), origin=name)


def _decoded_page(name: str, data: bytes) -> str:
    """Decode a page by its declared encoding, else like any text."""
    declared = _CHARSET.search(data[:HEAD_BYTES])
    if declared is not None:
        try:
            return data.decode(codecs.lookup(declared[1].decode("ascii")).name)
        except (LookupError, UnicodeError):
            pass
    return decoded(name, data)
