"""HTML: each document with its claims as a self-contained page, one after the other."""

from collections.abc import Iterable
from typing import BinaryIO

from claimx.output import Document
from claimx.output.display.article.page import article_page


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write one page per document. A lone surrogate, which UTF-8 can't encode, becomes a question mark."""
    for document in documents:
        page = article_page(document.text, document.claims, title=document.name, published=document.published)
        stream.write(page.encode("utf-8", "replace"))
