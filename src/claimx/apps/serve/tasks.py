"""Tasks of the worker processes: plain values in, bytes out, which the server passes on unchanged."""

from __future__ import annotations

from dataclasses import replace
from io import BufferedReader, BytesIO
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypedDict

from claimx.errors import ArgumentError, DocumentError, Errors
from claimx.output import Document, writer
from claimx.output._encoding import encoded

if TYPE_CHECKING:
    from claimx import Extraction

# Bytes read to detect the kind of a file.
HEAD_BYTES = 4096


class Options(TypedDict):
    """Options of ``claimx.extract`` for a text, and the ids of the claims that are wanted, None for all."""

    include: Any
    currency: str | None
    claims: list[str] | None


class Text(TypedDict):
    """A text and its id."""

    id: str
    text: str
    published: str | None


def warm() -> None:
    """Load everything that the first text needs."""
    from claimx._batch import tune_gc

    _extraction(
        {"id": "", "text": "Selon Acmé, Duval vaudrait 2 M€.", "published": None},
        {"include": "anchored", "currency": None, "claims": None},
    )
    tune_gc()


def _extraction(text: Text, options: Options) -> Extraction:
    import claimx

    found = claimx.extract(
        text["text"], published=text["published"], include=options["include"], currency=options["currency"]
    )
    return found if options["claims"] is None else _chosen(found, options["claims"])


def _chosen(found: Extraction, ids: list[str]) -> Extraction:
    """The claims with these ids. Raises ArgumentError if there is none with one of them."""
    known = {claim.id: claim for claim in found}
    for one in ids:
        if one not in known:
            raise ArgumentError(Errors.E018.format(name="claims", value=one, known=", ".join(known)))
    wanted = set(ids)
    return replace(found, claims=tuple(claim for claim in found if claim.id in wanted))


def one(text: Text, options: Options) -> bytes:
    """The claims of a text as JSON."""
    return encoded(_extraction(text, options).to_dict())


def lines(texts: list[Text], options: Options) -> bytes:
    """A line of JSON per text: its id, publication date and claims."""
    return b"".join(_line(text, options) + b"\n" for text in texts)


def _line(text: Text, options: Options) -> bytes:
    found = _extraction(text, options).to_dict()
    return encoded({"id": text["id"], "published": found["published"], "claims": found["claims"]})


def written(text: Text, options: Options, name: str) -> bytes:
    """The claims of a text in one of the formats of ``claimx.output``."""
    found = _extraction(text, options)
    stream = BytesIO()
    writer(name)([Document(text["id"], found.published, found, found.text)], stream)
    return stream.getvalue()


def explained(text: Text, options: Options) -> bytes:
    """Why each claim of a text has its level, as JSON."""
    from claimx.output.display.explanation import explained as explanation

    claims = [
        {
            "id": claim.id,
            "text": claim.text,
            "polarity": str(claim.polarity),
            **claim.confidence.to_dict(),
            "explanation": explanation(claim),
        }
        for claim in _extraction(text, options)
    ]
    return encoded({"claims": claims})


def view(text: Text, options: Options, language: str) -> bytes:
    """The article view of a text, as JSON; `all`, how many claims there are, where it shows none of them."""
    from claimx.apps.serve.foreign import seems_french

    found = _extraction(text, options)
    every = 0 if found else len(_extraction(text, {**options, "include": "all"}))
    html = _view(found, language, "")
    return encoded({"html": html, "claims": len(found), "all": every, "french": seems_french(found.text)})


def page(text: Text, options: Options, language: str) -> bytes:
    """The article view of a text as a page of its own."""
    from claimx.output.display.article.page import article_page

    found = _extraction(text, options)
    shown = article_page(found.text, found, published=found.published, language=language)
    return shown.encode("utf-8", "replace")


def both(texts: list[Text], options: Options, language: str) -> bytes:
    """The views of two articles, and how their claims compare, as JSON."""
    from claimx.apps.serve.comparing import compared
    from claimx.apps.serve.comparison_view import comparison

    first, second = (_extraction(text, options) for text in texts)
    pairs = compared(first, second)
    return encoded(
        {
            "html": [_view(first, language, "a-"), _view(second, language, "b-")],
            "claims": [len(first), len(second)],
            "comparison": comparison(pairs, language),
        }
    )


def _view(found: Extraction, language: str, prefix: str) -> str:
    from claimx.output.display.article.page import article_view

    return article_view(found.text, found, published=found.published, language=language, prefix=prefix)


def document(name: str, data: bytes) -> bytes:
    """The text of a file as JSON; of a web page, its main text.

    Raises DocumentError for a file of another kind, or of several texts.
    """
    from claimx.apps.inputs import Fields, Unreadable
    from claimx.apps.inputs.kinds import kind_of_file
    from claimx.apps.inputs.readers import READERS

    name = PurePath(name).name
    read = READERS[kind_of_file(name, data[:HEAD_BYTES])]
    found = list(islice(read(name, BufferedReader(BytesIO(data)), Fields()), 2))
    if len(found) != 1:
        raise DocumentError(Errors.E074.format(document=name))
    if isinstance(found[0], Unreadable):
        raise found[0].error
    return encoded({"text": found[0].text, "published": found[0].published})
