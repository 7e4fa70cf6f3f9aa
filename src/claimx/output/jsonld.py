"""JSON-LD: schema.org ``Claim``, as the text makes it; never ``ClaimReview``, since claimx gives no verdict.

What schema.org has no word for, the level and the polarity, stands under terms of claimx.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from claimx.model import Amount, Claim, Source, SourceKind
from claimx.output import Document
from claimx.output._encoding import encoded

CONTEXT = {
    "@vocab": "https://schema.org/",
    "level": "urn:claimx:level",
    "polarity": "urn:claimx:polarity",
    "score": "urn:claimx:score",
    "datePublished": {"@id": "https://schema.org/datePublished", "@type": "https://schema.org/Date"},
}


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write one graph: each article, and its claims, as soon as they come."""
    stream.write(b'{"@context": ' + encoded(CONTEXT) + b', "@graph": [')
    separator = b"\n"
    for document in documents:
        for node in _nodes(document):
            stream.write(separator + encoded(node))
            separator = b",\n"
        stream.flush()
    stream.write(b"\n]}\n")


def _nodes(document: Document) -> Iterator[dict[str, Any]]:
    article = quote(document.name, safe="/", errors="replace")
    yield _filled(
        {
            "@id": article,
            "@type": "Article",
            "name": document.name,
            "datePublished": document.published,
            "inLanguage": "fr",
        }
    )
    known = {one.name.casefold() for claim in document.claims for one in claim.organizations}
    for claim in document.claims:
        yield _filled(
            {
                "@id": f"{article}#{claim.id}",
                "@type": "Claim",
                "text": claim.text,
                "appearance": {"@id": article},
                "author": [_author(source, known) for source in claim.sources],
                "datePublished": document.published,
                "about": [*_organizations(claim), *map(_money, claim.amounts)],
                "level": str(claim.confidence.level),
                "polarity": str(claim.polarity),
                "score": claim.confidence.score,
            }
        )


def _author(source: Source, known: set[str]) -> dict[str, Any]:
    """A source. Of a name alone nobody knows whether it is a person's: it has no type then."""
    name = source.name or source.text
    is_organization = source.kind is SourceKind.INSTITUTION or name.casefold() in known
    named = source.name is not None or source.kind is SourceKind.INSTITUTION
    return _filled(
        {
            "@type": "Organization" if is_organization else None,
            "name" if named else "description": name,
        }
    )


def _organizations(claim: Claim) -> Iterator[dict[str, Any]]:
    for one in {one.name: one for one in claim.organizations}.values():
        same = f"http://www.wikidata.org/entity/{one.wikidata}" if one.wikidata else None
        yield _filled({"@type": "Organization", "name": one.name, "sameAs": {"@id": same} if same else None})


def _money(amount: Amount) -> dict[str, Any]:
    if amount.minimum is not None and amount.minimum == amount.maximum:
        bounds = {"value": amount.minimum}
    else:
        bounds = _filled({"minValue": amount.minimum, "maxValue": amount.maximum})
    return _filled({"@type": "MonetaryAmount", "name": amount.text, "currency": amount.currency, **bounds})


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value is not None and value != []}
