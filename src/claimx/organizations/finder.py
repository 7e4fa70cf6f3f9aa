"""Finds the organisations of a text: by name, then by what stands for a name.

>>> import spacy
>>> from claimx.organizations.gazetteer import bundled_gazetteer
>>> from claimx.syntax.parse import parse_of
>>> doc = spacy.blank("fr")("Microsoft a racheté la startup Zorbex.")
>>> marks = find_organizations(parse_of(doc), bundled_gazetteer())
>>> [(mark.values["name"], mark.values["id"]) for mark in marks]
[('Microsoft', 'microsoft'), ('Zorbex', None)]
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.annotations import Annotation
from claimx.organizations.coreference.canonical import ResolvedMention
from claimx.organizations.coreference.resolver import resolve_mentions
from claimx.organizations.document import NameDocument
from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.mentions import find_names
from claimx.syntax.words import Parse

LABEL = "ORG"


def find_organizations(parse: Parse, gazetteer: Gazetteer) -> Iterator[Annotation]:
    """Find the mentions of organisations in a text.

    gazetteer: the list of organisations. Returns an annotation for each mention and organisation, in order: a
    set ("les deux groupes") gives several with the same characters. Its values are those of the span group
    ``claimx_organizations``: ``name``, ``via``, ``id``, ``wikidata``, ``kind``, ``gender``, ``number``.
    """
    document = NameDocument(parse)
    for mention in resolve_mentions(document, find_names(document, gazetteer)):
        yield from _annotations(mention)


def _annotations(mention: ResolvedMention) -> Iterator[Annotation]:
    for referent in mention.referents:
        values = {
            "name": referent.name,
            "via": mention.via,
            "id": referent.entry.id if referent.entry else None,
            "wikidata": referent.entry.wikidata if referent.entry else None,
            "kind": referent.kind,
            "gender": referent.gender,
            "number": referent.number,
        }
        yield Annotation(mention.start, mention.end, LABEL, values)
